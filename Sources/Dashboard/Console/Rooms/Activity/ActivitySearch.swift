import DispatchModel
import TerminalKit
import Themes
import Wording

/// What is looked for in the activity log, and which events have it.
struct ActivitySearch: Sendable {
    /// What is looked for; empty for nothing.
    private(set) var text = ""
    /// The positions of the events that have it, the newest first.
    private(set) var found: [JournalPosition] = []
    /// The same, for asking whether one has it.
    private var known: Set<JournalPosition> = []
    /// What was searched: nothing else has to be searched again.
    private var searched: Extent?

    private struct Extent: Hashable {
        var newest: JournalPosition
        var count: Int
        var language: Language
    }

    /// True while something is looked for.
    var isOn: Bool { !text.isEmpty }

    /// True when an event has what is looked for.
    func has(_ position: JournalPosition) -> Bool { known.contains(position) }

    /// Looks for something else in these events, or for nothing any more.
    mutating func look(for text: String, in events: [EventRecord], words: Words, board: Board) {
        self = ActivitySearch()
        self.text = text
        refresh(events, words: words, board: board)
    }

    /// Looks through the events again if there are others. True when it did.
    @discardableResult
    mutating func refresh(_ events: [EventRecord], words: Words, board: Board) -> Bool {
        guard !text.isEmpty else { return false }
        let extent = Extent(newest: events.first?.position ?? 0, count: events.count, language: words.language)
        guard extent != searched else { return false }
        searched = extent
        let wanted = text.lowercased()
        found = events.filter { ActivitySearch.line(of: $0, words, board).lowercased().contains(wanted) }.map(
            \.position)
        known = Set(found)
        return true
    }

    /// An event as a line of the log: what is looked for is looked for in it.
    private static func line(of record: EventRecord, _ words: Words, _ board: Board) -> String {
        "\(words.clock(record.at)) \(words.actor(record.actor)) \(words.happening(record, on: board, from: .board))"
    }
}

/// What to look for in the activity log. Its rows are marked while it is typed; Esc brings what was looked for before back.
struct FindEventLine: LinePurpose {
    let before: String
    var isAppliedAtOnce: Bool { true }

    func title(on console: Console) -> String { console.words.prompt(.find, "") }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        let found = console.viewCommands.look(for: text)
        if !text.isEmpty { prompt.line.preview = console.words.matches(found) }
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        _ = console.viewCommands.look(for: text)
        if !text.isEmpty { console.viewCommands.find(forward: true, orHere: true) }
        return nil
    }

    func cancel(_ text: String, on console: Console) { _ = console.viewCommands.look(for: before) }
}

extension ViewCommands {
    /// Looks for something in the activity log, empty for nothing any more; how many events have it.
    func look(for text: String) -> Int {
        let words = words
        let board = board
        console.view.activitySearch.look(for: text, in: console.view.activity, words: words, board: board)
        isDirty = true
        return console.view.activitySearch.found.count
    }

    /// Goes to the next event that has what is looked for, older ones first, or back; `orHere` stays on one that has it. Behind
    /// the last it goes on from the other end. Asks when nothing is looked for, and says where nothing can be.
    func find(forward: Bool, orHere: Bool = false) {
        guard console.view.paneWithKeys == .activity else {
            return say(.info, words.nothingToSearch(console.view.paneWithKeys, but: .activity))
        }
        console.view.activitySearch.refresh(console.view.activity, words: words, board: board)
        let search = console.view.activitySearch
        guard !search.text.isEmpty else { return ask(FindEventLine(before: "")) }
        let here = console.view.activityOffset
        let places = console.view.activity.indices.filter { search.has(console.view.activity[$0].position) }
        guard let first = places.first, let last = places.last else {
            return say(.warning, words.message(.notFound(search.text)))
        }
        let next = forward ? places.first { $0 > here || orHere && $0 == here } : places.last { $0 < here }
        console.view.activityOffset = next ?? (forward ? first : last)
        if next == nil, first != last { say(.info, words.searchGoesOn(newest: forward)) }
        isDirty = true
    }
}

extension RichText {
    /// This with every occurrence of some text, in capitals or not, in a look of its own.
    func marking(_ text: String, _ role: Role) -> RichText {
        guard !text.isEmpty else { return self }
        let wanted = Array(text.lowercased())
        var marked = RichText()
        for piece in pieces {
            let glyphs = Array(piece.text)
            let folded = glyphs.map { $0.lowercased() }
            var start = 0
            var place = 0
            while place + wanted.count <= glyphs.count {
                guard zip(folded[place...], wanted).allSatisfy({ $0 == String($1) }) else {
                    place += 1
                    continue
                }
                marked = marked.then(String(glyphs[start..<place]), piece.role)
                    .then(String(glyphs[place..<place + wanted.count]), role)
                place += wanted.count
                start = place
            }
            marked = marked.then(String(glyphs[start...]), piece.role)
        }
        return marked
    }
}
