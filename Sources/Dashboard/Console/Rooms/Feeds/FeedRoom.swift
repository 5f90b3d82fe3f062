import DispatchModel
import TerminalKit
import Themes
import Wording

/// The feeds of this console.
struct FeedRoom: Room {
    var name: PaneName { .feeds }
    var command: CommandName? { .focusFeeds }
    var hasThings: Bool { true }
    var standsAside: Bool { true }

    func subject(in view: ConsoleView) -> Subject? { view.feedList.selected.map(Subject.feed) }

    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool {
        if case .feed(let name) = subject { view.feedList.selected == name } else { false }
    }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) { view.feedList.move(step, in: view.feeds) }
    func takeLost(in view: inout ConsoleView) -> Subject? { view.feedList.takeLost().map(Subject.feed) }

    func look(on console: Console) { console.feedCommands.look() }

    func settle(in view: inout ConsoleView, rows: Int) {
        view.feedList.settle(view.feeds, height: rows, hasKeys: view.hasCursor(name))
    }

    func freeze(in view: inout ConsoleView) { view.feedList.freeze(view.feeds) }
    func thaw(in view: inout ConsoleView) { view.feedList.thaw() }

    func notes(_ frame: Frame) -> [String] {
        guard frame.view.feeds.count > 0 else { return [] }
        return [frame.words.feedsWell(frame.view.feeds.fresh(at: frame.presentNow), of: frame.view.feeds.count)]
    }

    func count(_ frame: Frame) -> String {
        let feeds = frame.view.feeds
        return feeds.count > 0 ? " \(feeds.fresh(at: frame.presentNow))/\(feeds.count)" : ""
    }

    func isUrgent(_ frame: Frame) -> Bool { frame.view.feeds.fresh(at: frame.presentNow) < frame.view.feeds.count }
    func emptyText(_ frame: Frame) -> String { frame.words.noFeeds(frame.view.feedsPlace) }
}

// MARK: - On the screen

extension FeedRoom {
    /// The feeds: how each is doing, in a shape and a word, and what came of it.
    func draw(_ area: Rect, into frame: inout Frame) {
        let list = frame.view.feedList
        let shown = list.inSight.compactMap { frame.view.feeds[$0] }
        let whole: [ColumnName] = [.feed, .last, .rate, .lag, .skew, .errors, .drops, .deadLetters, .repetitions]
        let widths = whole.map { name in (name, frame.widest(shown.map { text(of: $0, name, in: frame) })) }
        let table = ColumnTable(
            frame.holding(Dictionary(uniqueKeysWithValues: widths), columns(in: frame), in: area), area: area)
        frame.drawHeader(table, .feeds)
        frame.info.visibleRows[.feeds] = list.height
        if list.count == 0 { return frame.drawEmpty(.feeds, area) }
        for (row, name) in list.inSight.enumerated() {
            let line = area.line(row + 1)
            guard line.rows > 0, row < list.height else { break }
            guard let feed = frame.view.feeds[name] else { continue }
            let look = frame.look(of: name, list, .feeds)
            frame.beginRow(line, look: look)
            for place in table.places { drawCell(feed, place, line, look, into: &frame) }
            frame.info.regions.append(.init(rect: line, target: .row(.feeds, .feed(name))))
        }
        frame.drawListFoot(area.line(area.rows - 1), .feeds, list)
        frame.drawPositionBar(
            Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: list.height), list)
    }

    private func columns(in frame: Frame) -> [TableColumn] {
        [
            TableColumn(.status, frame.words.language == .chinese ? 10 : 12, 14, importance: 100),
            TableColumn(.feed, 11, 16, grows: 1, importance: 98),
            TableColumn(.last, 5, 6, importance: 92, alignment: .trailing),
            TableColumn(.rate, 5, 7, importance: 90, alignment: .trailing),
            TableColumn(.lag, 5, 6, importance: 80, alignment: .trailing),
            TableColumn(.skew, 5, 6, importance: 50, alignment: .trailing),
            TableColumn(.errors, 6, 6, importance: 70, alignment: .trailing),
            TableColumn(.drops, 5, 6, importance: 75, alignment: .trailing),
            TableColumn(.deadLetters, 4, 6, importance: 85, alignment: .trailing),
            TableColumn(.repetitions, 7, 8, importance: 40, alignment: .trailing),
            TableColumn(.origin, 14, 26, grows: 2, importance: 60),
        ]
    }

    private func drawCell(
        _ feed: FeedStatus, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook, into frame: inout Frame
    ) {
        let state = feed.state(at: frame.presentNow)
        let role: Role =
            switch place.name {
            case .status: frame.role(state)
            case .feed: look == .selected ? .textStrong : .text
            case .last: state == .silent ? .stale : .text
            case .rate: .text
            case .skew: skewRole(feed)
            case .errors: countRole(feed.errors)
            case .drops: countRole(feed.drops)
            case .deadLetters: countRole(feed.deadLetters)
            default: .textDim
            }
        frame.cell(text(of: feed, place.name, in: frame), place, line, role, look)
    }

    private func text(of feed: FeedStatus, _ column: ColumnName, in frame: Frame) -> String {
        switch column {
        case .status: stateText(of: feed, feed.state(at: frame.presentNow), in: frame)
        case .feed: feed.name
        case .origin: feed.origin
        case .last: feed.last == nil ? frame.glyphs.dash : frame.words.briefAge(feed.silence(at: frame.presentNow))
        case .rate: feed.rate.map(frame.words.rate) ?? frame.glyphs.dash
        case .lag: feed.lag.map(frame.words.delay) ?? frame.glyphs.dash
        case .skew: feed.skew.map(frame.words.delay) ?? frame.glyphs.dash
        case .errors: frame.words.grouped(Int(feed.errors))
        case .drops: frame.words.grouped(Int(feed.drops))
        case .deadLetters: frame.words.grouped(Int(feed.deadLetters))
        case .repetitions: frame.words.grouped(Int(feed.repetitions))
        default: ""
        }
    }

    /// A shape and a word, and how long a silence has lasted.
    private func stateText(of feed: FeedStatus, _ state: FeedStatus.State, in frame: Frame) -> String {
        let text = "\(frame.shape(state)) \(frame.words.state(state))"
        return state == .silent ? "\(text) \(frame.words.briefAge(feed.silence(at: frame.presentNow)))" : text
    }

    /// A count that should be 0: dim while it is.
    private func countRole(_ count: Int64) -> Role { count > 0 ? .noticeWarning : .textDim }

    private func skewRole(_ feed: FeedStatus) -> Role {
        abs((feed.skew ?? .zero).milliseconds) >= FeedRoom.notableSkew.milliseconds ? .noticeWarning : .textDim
    }

    /// From here on a sender's clock is worth a look: a minute off, what is stated for now is taken for the future.
    private static let notableSkew = Span.seconds(30)

    /// Everything there is to say of a feed.
    func facts(of feed: FeedStatus, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        let now = frame.presentNow
        let state = feed.state(at: now)
        var lines = [
            RichText(stateText(of: feed, state, in: frame), frame.role(state)).then("  \(feed.name)", .textStrong)
        ]
        if state == .failed {
            lines += wrapped(words.trouble(of: feed), columns: columns).map { RichText($0, .noticeWarning) }
        }
        lines += RichText.fact(words.label(.origin), feed.origin, columns: columns)
        lines += RichText.fact(words.label(.heartbeat), words.deadline(of: feed), columns: columns)
        lines += RichText.fact(
            words.label(.lastMessage), words.lastMessage(of: feed, now: now), columns: columns,
            role: state == .silent ? .stale : .text)
        lines += RichText.fact(words.label(.messages), words.messages(of: feed), columns: columns)
        lines += RichText.fact(words.label(.pace), words.pace(of: feed), columns: columns)
        lines += RichText.fact(words.label(.times), words.times(of: feed), columns: columns)
        let isLossy = feed.deadLetters + feed.drops + feed.errors > 0
        lines += RichText.fact(
            words.label(.losses), words.losses(of: feed), columns: columns, role: isLossy ? .noticeWarning : .text)
        return lines
    }
}

/// The feeds of this console, the worst first, then by name.
package struct FeedIndex: ListOrder, Sendable {
    /// The feeds in the order of the list.
    package private(set) var feeds: [FeedStatus] = []
    private var rows: [String: Int] = [:]

    /// No feeds.
    package init() {}

    /// Number of feeds.
    package var count: Int { feeds.count }
    /// The name of the feed of a row.
    package func id(at row: Int) -> String? { feeds.indices.contains(row) ? feeds[row].name : nil }
    /// The row of a feed.
    package func row(of id: String) -> Int? { rows[id] }
    /// A feed by its name.
    package subscript(name: String) -> FeedStatus? { rows[name].map { feeds[$0] } }
    /// How many feeds can be taken for the picture of now.
    package func fresh(at now: Timestamp) -> Int { feeds.count { $0.isFresh(at: now) } }

    /// Takes the feeds as they are now; true when anything changed.
    @discardableResult
    package mutating func refresh(_ new: [FeedStatus], now: Timestamp) -> Bool {
        let sorted = new.sorted { left, right in
            let (one, other) = (left.state(at: now), right.state(at: now))
            return one == other ? left.name < right.name : one < other
        }
        guard sorted != feeds else { return false }
        feeds = sorted
        rows = Dictionary(feeds.enumerated().map { ($1.name, $0) }) { first, _ in first }
        return true
    }
}
