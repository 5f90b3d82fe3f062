import DispatchModel
import TerminalKit
import Themes
import Wording

extension Frame {
    /// Feeds run at the present, whatever moment the board shows.
    var presentNow: Timestamp { strip.past?.present ?? now }

    /// The feeds: how each is doing, in a shape and a word, and what came of it.
    mutating func drawFeeds(_ area: Rect) {
        let list = view.feedList
        let shown = list.inSight.compactMap { view.feeds[$0] }
        let whole: [ColumnName] = [.feed, .last, .rate, .lag, .skew, .errors, .drops, .deadLetters, .repetitions]
        let widths = whole.map { name in (name, widest(shown.map { text(of: $0, name) })) }
        let table = ColumnTable(holding(Dictionary(uniqueKeysWithValues: widths), feedColumns, in: area), area: area)
        drawHeader(table, .feeds)
        info.visibleRows[.feeds] = list.height
        if list.count == 0 { return drawEmpty(.feeds, area) }
        for (row, name) in list.inSight.enumerated() {
            let line = area.line(row + 1)
            guard line.rows > 0, row < list.height else { break }
            guard let feed = view.feeds[name] else { continue }
            let look = look(of: name, list, .feeds)
            beginRow(line, look: look)
            for place in table.places { drawFeedCell(feed, place, line, look) }
            info.regions.append(.init(rect: line, target: .row(.feeds, .feed(name))))
        }
        drawListFoot(area.line(area.rows - 1), .feeds, list)
        drawPositionBar(Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: list.height), list)
    }

    private var feedColumns: [TableColumn] {
        [
            TableColumn(.status, words.language == .chinese ? 10 : 12, 14, importance: 100),
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

    private mutating func drawFeedCell(_ feed: FeedStatus, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook) {
        let state = feed.state(at: presentNow)
        let role: Role =
            switch place.name {
            case .status: role(state)
            case .feed: look == .selected ? .textStrong : .text
            case .last: state == .silent ? .stale : .text
            case .rate: .text
            case .skew: skewRole(feed)
            case .errors: countRole(feed.errors)
            case .drops: countRole(feed.drops)
            case .deadLetters: countRole(feed.deadLetters)
            default: .textDim
            }
        cell(text(of: feed, place.name), place, line, rowStyle(role, look))
    }

    private func text(of feed: FeedStatus, _ column: ColumnName) -> String {
        switch column {
        case .status: stateText(of: feed, feed.state(at: presentNow))
        case .feed: feed.name
        case .origin: feed.origin
        case .last: feed.last == nil ? glyphs.dash : words.briefAge(feed.silence(at: presentNow))
        case .rate: feed.rate.map(words.rate) ?? glyphs.dash
        case .lag: feed.lag.map(words.delay) ?? glyphs.dash
        case .skew: feed.skew.map(words.delay) ?? glyphs.dash
        case .errors: words.grouped(Int(feed.errors))
        case .drops: words.grouped(Int(feed.drops))
        case .deadLetters: words.grouped(Int(feed.deadLetters))
        case .repetitions: words.grouped(Int(feed.repetitions))
        default: ""
        }
    }

    /// A shape and a word, and how long a silence has lasted.
    private func stateText(of feed: FeedStatus, _ state: FeedStatus.State) -> String {
        let text = "\(shape(state)) \(words.state(state))"
        return state == .silent ? "\(text) \(words.briefAge(feed.silence(at: presentNow)))" : text
    }

    /// A count that should be 0: dim while it is.
    private func countRole(_ count: Int64) -> Role { count > 0 ? .noticeWarning : .textDim }

    private func skewRole(_ feed: FeedStatus) -> Role {
        abs((feed.skew ?? .zero).milliseconds) >= Frame.notableSkew.milliseconds ? .noticeWarning : .textDim
    }

    /// From here on a sender's clock is worth a look: a minute off, what is stated for now is taken for the future.
    private static let notableSkew = Span.seconds(30)

    func role(_ state: FeedStatus.State) -> Role {
        switch state {
        case .failed: .noticeError
        case .silent: .freshnessStale
        case .waiting, .ended: .textDim
        case .open: .text
        case .fresh: .freshnessGood
        }
    }

    /// Full for what speaks, empty for what should and does not.
    func shape(_ state: FeedStatus.State) -> String {
        switch state {
        case .failed: glyphs.warning
        case .silent: glyphs.barEmpty
        case .waiting: glyphs.circle
        case .open, .fresh: glyphs.barFull
        case .ended: glyphs.check
        }
    }

    /// Everything there is to say of a feed.
    func facts(of feed: FeedStatus, columns: Int) -> [RichText] {
        let now = presentNow
        let state = feed.state(at: now)
        var lines = [
            RichText(stateText(of: feed, state), role(state)).then("  \(feed.name)", .textStrong)
        ]
        if state == .failed {
            lines += wrapped(words.trouble(of: feed), columns: columns).map { RichText($0, .noticeWarning) }
        }
        lines += fact(words.label(.origin), feed.origin, columns: columns)
        lines += fact(words.label(.heartbeat), words.deadline(of: feed), columns: columns)
        lines += fact(
            words.label(.lastMessage), words.lastMessage(of: feed, now: now), columns: columns,
            role: state == .silent ? .stale : .text)
        lines += fact(words.label(.messages), words.messages(of: feed), columns: columns)
        lines += fact(words.label(.pace), words.pace(of: feed), columns: columns)
        lines += fact(words.label(.times), words.times(of: feed), columns: columns)
        let isLossy = feed.deadLetters + feed.drops + feed.errors > 0
        lines += fact(
            words.label(.losses), words.losses(of: feed), columns: columns, role: isLossy ? .noticeWarning : .text)
        return lines
    }

    // MARK: What a silent feed has left behind

    /// How long a feed has been silent beyond its deadline; nil while it speaks.
    func silence(ofFeed name: String?) -> Span? {
        name.flatMap { board.lastHeard(fromSilentFeed: $0) }.map { max(.zero, now - $0) }
    }

    /// How old a thing is whose feed is silent, for the right end of its cell; nil while the feed speaks.
    func silenceTag(ofFeed feed: String?) -> CellTag? {
        silence(ofFeed: feed).map { CellTag(text: "\(glyphs.warning) \(words.briefAge($0))", role: .stale) }
    }

    /// The line of a detail that says how old a thing is whose feed is silent.
    func silenceFacts(_ feed: String?, columns: Int) -> [RichText] {
        guard let feed, let silence = silence(ofFeed: feed) else { return [] }
        let text = "\(glyphs.warning) \(words.fromSilentFeed(feed, silence: silence))"
        return wrapped(text, columns: columns).map { RichText($0, .stale) }
    }
}
