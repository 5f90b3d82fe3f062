/// What the console says of columns and of views that are kept under a name.
package struct ViewWords: Sendable {
    private let words: Words

    /// The sentences in the language of these words.
    package init(_ words: Words) { self.words = words }

    private func pick(_ english: String, _ chinese: String) -> String { words.pick(english, chinese) }

    // MARK: Columns

    private func name(_ column: ColumnName) -> String { pick(column.inWords, column.header.chinese) }

    private func names(_ columns: [ColumnName]) -> String { words.list(columns.map(name)) }

    /// What brings the usual columns back.
    package var usual: String { pick(ViewWords.usual[0], ViewWords.usual[1]) }

    /// The same in every language.
    package static let usual = ["usual", "默认"]

    /// This pane shows no list.
    package func noColumns(_ pane: PaneName) -> String {
        pick("\(words.title(pane)): no columns to choose here", "\(words.title(pane))：此处没有可选的列")
    }

    /// What stands before the columns being typed.
    package func columnsPrompt(_ pane: PaneName) -> String {
        pick("columns of \(words.title(pane)):", "\(words.title(pane))列：")
    }

    /// What holds for the columns of a list; `fixed` are those that it always has.
    package func columnsHint(_ fixed: [ColumnName]) -> String {
        pick(
            "the last give way where there is no room · \(names(fixed)): always shown · empty: the usual ones",
            "放不下时先省去末尾的列 · 始终显示：\(names(fixed)) · 留空即恢复默认列")
    }

    /// What a column that is offered is, behind its word; empty where the word says it.
    package func note(_ word: String, of columns: [ColumnName]) -> String {
        guard let column = columns.first(where: { $0.rawValue == word || $0.header.chinese == word }) else { return "" }
        return words.header(column) == word ? "" : words.header(column)
    }

    /// A word that is no column of a list, and those there are.
    package func noColumn(_ word: String, among all: [String]) -> String {
        pick(
            "there is no column “\(word)” here; there are: \(words.list(all))", "此列表没有“\(word)”列；可用：\(words.list(all))")
    }

    /// The columns that a list was given; empty for the usual ones.
    package func columns(_ columns: [ColumnName], of pane: PaneName) -> String {
        columns.isEmpty
            ? pick("\(words.title(pane)): the usual columns", "\(words.title(pane))：默认列")
            : pick("\(words.title(pane)): \(names(columns))", "\(words.title(pane))：\(names(columns))")
    }

    /// Chosen columns that the list has no room for.
    package func noRoom(_ columns: [ColumnName]) -> String {
        let headers = columns.map { words.header($0) }
        return pick("no room: \(words.list(headers))", "放不下：\(words.list(headers))")
    }

    /// The same, briefly.
    package func noRoom(_ count: Int) -> String {
        pick("\(count) \(count == 1 ? "column" : "columns") without room", "\(count)列放不下")
    }

    // MARK: Views

    /// The title of the list of views.
    package var title: String { pick("Views", "视图") }

    /// The view that is always there.
    package var standard: String { pick("default", "默认") }

    /// What a view does that changes nothing.
    package var asItComes: String {
        pick("everything is shown, the most urgent first, in the usual columns", "显示全部，紧急者在前，默认列")
    }

    /// What a view does to a list.
    package func look(_ filter: String, _ sort: ColumnName?, _ isReversed: Bool, _ columns: [ColumnName]) -> String {
        var parts: [String] = []
        if !filter.isEmpty { parts.append("/" + filter) }
        if let sort {
            parts.append(
                isReversed
                    ? pick("by \(name(sort)), reversed", "按\(name(sort))倒序")
                    : pick("by \(name(sort))", "按\(name(sort))"))
        } else if isReversed {
            parts.append(pick("reversed", "倒序"))
        }
        if !columns.isEmpty { parts.append(pick("columns \(names(columns))", "列：\(names(columns))")) }
        return parts.isEmpty ? pick("as it comes", "默认") : parts.joined(separator: pick("; ", "；"))
    }

    /// The view that a list is seen by, in its title.
    package func inForce(_ name: String) -> String { pick("view \(name)", "视图 \(name)") }

    /// What is done behind `view` by a word.
    package func note(_ order: String) -> String {
        switch order {
        case "save": pick("keep the present view under a name", "将当前视图以名称保存")
        case "remove": pick("take away one that you kept", "删除已保存的视图")
        default: pick("every view with all that it says", "列出全部视图及其内容")
        }
    }

    /// A view was chosen.
    package func taken(_ name: String) -> String { pick("view \(name)", "视图 \(name)") }

    /// There is no such view, and those there are.
    package func noView(_ name: String, among all: [String]) -> String {
        all.isEmpty
            ? pick("there is no view “\(name)”", "没有视图“\(name)”")
            : pick("there is no view “\(name)”; there are: \(words.list(all))", "没有视图“\(name)”；可用：\(words.list(all))")
    }

    /// How views are kept and taken away.
    package var nameWanted: String {
        pick(
            "one name: view NAME, view save NAME, view remove NAME, view list",
            "请给出一个名称：名称即调用该视图，另有：保存 名称、删除 名称、列表")
    }

    /// What cannot name a view.
    package func notAName(_ name: String) -> String {
        pick(
            "“\(name)” cannot name a view: up to 24 letters, digits, - and _, and no word of this command",
            "“\(name)”不能作视图名称：请用不超过24个字母、汉字、数字、- 或 _，且不得为本命令的用词")
    }

    /// The lists are as they come.
    package var nothingToKeep: String {
        pick(
            "this is the default view: filter, sort or choose columns first",
            "当前即为默认视图：请先筛选、排序或选择列")
    }

    /// A view was written into a file.
    package func kept(_ name: String, in file: String, isNew: Bool) -> String {
        isNew
            ? pick("view \(name) kept in \(file)", "视图 \(name) 已存入 \(file)")
            : pick("view \(name) kept in \(file), in place of the one before", "视图 \(name) 已存入 \(file)，替换原有视图")
    }

    /// A view was taken out of a file.
    package func removed(_ name: String, from file: String) -> String {
        pick("view \(name) removed from \(file)", "视图 \(name) 已从 \(file) 中删除")
    }

    /// A view of the machine's file stays there.
    package func notOwn(_ name: String) -> String {
        pick("view \(name) is not yours to remove: it is everybody's on this machine", "视图 \(name) 为本机公用，不能在此删除")
    }

    /// The file of views could not be written.
    package func unkept(_ why: String) -> String {
        pick("it holds for this run only: \(why)", "仅本次运行有效：\(why)")
    }

    /// There is no file to keep views in.
    package var thisRunOnly: String { pick("done, for this run only", "已完成，仅本次运行有效") }

    /// The file of views cannot be changed line by line.
    package func byHand(_ file: String) -> String {
        pick("\(file) writes this view in a way that only you can change", "\(file) 中该视图的写法无法自动修改，请手工修改")
    }

    /// The file of views has a fault, which is to be put right before it is changed.
    package func faulty(_ fault: String) -> String {
        pick("put the file right first: \(fault)", "请先改正文件：\(fault)")
    }
}
