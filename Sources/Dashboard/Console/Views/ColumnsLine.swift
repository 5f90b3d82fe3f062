import TerminalKit
import Wording

/// The columns of a list. They are shown while they are typed; Esc brings those before back.
struct ColumnsLine: LinePurpose {
    let pane: PaneName
    let before: [ColumnName]
    /// The columns that were drawn when the line was opened: left as they are, nothing is chosen.
    let opened: String
    var isAppliedAtOnce: Bool { true }

    /// Why words are no columns.
    struct Fault: Error { var text: String }

    func title(on console: Console) -> String { ViewWords(console.words).columnsPrompt(pane) }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        let words = console.words
        let typed = ColumnsLine.split(text)
        defer {
            if prompt.line.error.isEmpty { prompt.line.preview = ViewWords(words).columnsHint(pane.room.fixedColumns) }
        }
        guard text != opened else { return cancel(text, on: console) }
        prompt.line.completions = ColumnsLine.offers(typed.last, behind: typed.done, of: pane, words).map {
            CompletionRow($0, note: ViewWords(words).note($0, of: pane.room.columns))
        }
        // The word at the cursor is not wrong as long as it may become a column.
        let isUnderway = !typed.last.isEmpty && !prompt.line.completions.isEmpty
        guard let fault = console.viewDesk.setColumns(text, of: pane) else { return }
        prompt.line.error =
            isUnderway
            ? console.viewDesk.setColumns(typed.done.joined(separator: " "), of: pane) ?? "" : fault
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        guard text != opened else {
            cancel(text, on: console)
            return nil
        }
        if let fault = console.viewDesk.setColumns(text, of: pane) { return prompt.refused(fault, on: console) }
        console.say(.info, ViewWords(console.words).columns(console.view.columns[pane] ?? [], of: pane))
        return nil
    }

    func cancel(_ text: String, on console: Console) {
        console.view.columns[pane] = before.isEmpty ? nil : before
        console.isDirty = true
    }

    func complete(_ prompt: inout Prompt, on console: Console) {
        let typed = ColumnsLine.split(prompt.line.field.text)
        let offers = ColumnsLine.offers(typed.last, behind: typed.done, of: pane, console.words)
        guard let more = offers.completing(typed.last) else { return console.screen.bell() }
        // The only one is whole: the next word begins behind it.
        prompt.line.field.text = (typed.done + [more]).joined(separator: " ") + (offers.count == 1 ? " " : "")
        console.textChanged()
    }

    // MARK: Words

    /// What a column is called where it is typed.
    static func word(_ column: ColumnName, _ words: Words) -> String {
        words.pick(column.rawValue, column.header.chinese)
    }

    /// Columns as they are typed.
    static func text(of columns: [ColumnName], _ words: Words) -> String {
        columns.map { word($0, words) }.joined(separator: " ")
    }

    /// The columns that words name in either language; none for the word for the usual ones, or for nothing.
    static func columns(_ text: String, of pane: PaneName, _ words: Words) -> Result<[ColumnName], Fault> {
        let typed = text.split { $0.isWhitespace || $0 == "," || $0 == "，" || $0 == "、" }.map { $0.lowercased() }
        if typed.count == 1, ViewWords.usual.contains(typed[0]) { return .success([]) }
        var columns: [ColumnName] = []
        for name in typed {
            let column = pane.room.columns.first {
                $0.rawValue == name || $0.header.english.lowercased() == name || $0.header.chinese == name
            }
            guard let column else {
                let all = pane.room.columns.map { word($0, words) }
                return .failure(Fault(text: ViewWords(words).noColumn(name, among: all)))
            }
            if !columns.contains(column) { columns.append(column) }
        }
        return .success(columns)
    }

    /// The whole words of a text, and the one at its end as far as it is typed.
    private static func split(_ text: String) -> (done: [String], last: String) {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let last = words.last, text.last?.isWhitespace == false else { return (words, "") }
        return (words.dropLast(), last)
    }

    /// The columns that a word may become and that are not named yet, as they are typed.
    static func offers(_ part: String, behind named: [String], of pane: PaneName, _ words: Words) -> [String] {
        let taken = Set(named.map { $0.lowercased() })
        let small = part.lowercased()
        let free = pane.room.columns.filter { !taken.contains($0.rawValue) && !taken.contains($0.header.chinese) }
        let offers = free.filter { column in
            part.isEmpty || column.rawValue.hasPrefix(small) || word(column, words).hasPrefix(small)
                || column.header.english.lowercased().hasPrefix(small)
        }.map { word($0, words) }
        let usual = ViewWords(words).usual
        return offers + (named.isEmpty && usual.hasPrefix(small) && !part.isEmpty ? [usual] : [])
    }
}
