import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// A part of the strip. When there is no room for all, those of little importance give way, then long ones become short,
/// then the rest give way, the least important first.
struct StripPart {
    var text: RichText
    /// What stands in its place where room is short; nil for nothing shorter.
    var short: RichText?
    var importance: Int
    var atRight = false
}

extension Frame {
    /// The status strip: what the board shows, what waits, who is free, what asks, how fresh it is, and the clock.
    mutating func drawStrip() {
        grid.fill(layout.strip, style: style(.strip))
        var parts = pastParts() + modeParts() + waitingParts() + freeParts() + alertParts()
        parts += attainmentParts() + feedParts() + journalParts()
        parts.append(StripPart(text: RichText(words.date(now), .stripLabel), importance: 90, atRight: true))
        parts.append(StripPart(text: RichText(words.clock(now), .clock), importance: 1000, atRight: true))
        let room = layout.strip.columns - 2
        var widths = parts.map(\.text.columns)
        var needed = widths.reduce(-2) { $0 + $1 + 2 }
        while needed > room, parts.count > 1,
            let least = parts.indices.min(by: { parts[$0].importance < parts[$1].importance })
        {
            if parts[least].importance >= Frame.weighty, let long = parts.firstIndex(where: { $0.short != nil }) {
                parts[long].text = parts[long].short ?? parts[long].text
                parts[long].short = nil
                needed -= widths[long]
                widths[long] = parts[long].text.columns
                needed += widths[long]
            } else {
                parts.remove(at: least)
                needed -= widths.remove(at: least) + 2
            }
        }
        var spread = min(2, max(0, (room - needed) / max(1, parts.count - 1)))
        if needed > room { spread = 0 }
        var column = 1
        for part in parts where !part.atRight {
            column += put(part, at: column) + 2 + spread
        }
        column = layout.strip.columns - 1
        for part in parts.reversed() where part.atRight {
            column -= part.text.columns
            put(part, at: column)
            column -= 2 + spread
        }
    }

    /// From this importance on a part is worth shortening others for.
    private static let weighty = 500

    @discardableResult
    private mutating func put(_ part: StripPart, at column: Int) -> Int {
        let line = Rect(column: column, row: 0, columns: layout.strip.columns - column, rows: layout.strip.rows)
        return write(part.text, line) { $0.style($1, on: .strip) }
    }

    private func modeParts() -> [StripPart] {
        let role: Role =
            switch strip.mode {
            case .live: .modeLive
            case .replay: .modeReplay
            case .exercise: .modeExercise
            }
        // An exercise says so whatever else has to give way, the clock too. Live data is called so only while the picture is.
        let importance = strip.mode == .exercise ? 2000 : 900
        var parts: [StripPart] = []
        if strip.mode != .live || isLivePicture {
            parts.append(StripPart(text: RichText(" \(words.mode(strip.mode)) ", role), importance: importance))
        }
        if strip.watching {
            parts.append(StripPart(text: RichText(" \(words.label(.watching)) ", .modeWatch), importance: 880))
        }
        if let since = view.frozenSince {
            let text = " \(words.label(.frozen)) \(words.age(now - since)) "
            parts.append(StripPart(text: RichText(text, .modeTest), importance: 890))
        }
        if strip.paused {
            parts.append(StripPart(text: RichText(" \(words.label(.paused)) ", .modeTest), importance: 885))
        } else if strip.past != nil || !isCutOff, strip.mode != .live || strip.speed != 1 {
            parts.append(StripPart(text: RichText(words.speed(strip.speed), .stripStrong), importance: 400))
        }
        if !strip.title.isEmpty {
            let title = fitted(strip.title, columns: min(28, TextWidth.columns(of: strip.title)))
            parts.append(StripPart(text: RichText(title, .strip), importance: 100))
        }
        return parts
    }

    /// True while what is shown is how things stand now: not as they stood before, not held still, its writer alive and able to
    /// record.
    private var isLivePicture: Bool { isTakenIn && strip.past == nil && view.frozenSince == nil }

    /// True while what comes in is recorded and shown: nothing is shown that is not recorded.
    private var isTakenIn: Bool {
        switch strip.journal {
        case .written, .watching: true
        case .stale, .full, .readOnly, .failed: false
        }
    }

    /// True while nothing comes from whoever should write: at what speed board time runs there, nobody knows.
    private var isCutOff: Bool { if case .stale = strip.journal { true } else { false } }

    /// P1 and P2 always, with the age of the one that waits longest; the rest together.
    private func waitingParts() -> [StripPart] {
        let tallies = view.incidents.waitingTallies
        var parts = [
            StripPart(text: RichText(words.label(.waiting), .stripLabel), importance: 200)
        ]
        for tally in tallies.prefix(2) {
            let role: Role = tally.count > 0 ? self.role(tally.priority) : .stripLabel
            let shape = tally.count > 0 ? shape(tally.priority) : ""
            var text = RichText("\(shape)\(words.priority(tally.priority)) \(tally.count)", role)
            if let oldest = tally.oldest {
                let limit = view.limits.deadlines.waiting[tally.priority]?.limit
                let age = age(now - oldest, limit: limit, calm: role)
                text = text.then(" ", .strip).then(age.text, age.role)
            }
            parts.append(StripPart(text: text, importance: tally.priority == .p1 ? 870 : 860))
        }
        let rest = tallies.dropFirst(2).reduce(0) { $0 + $1.count }
        let label = words.lesserPriorities
        parts.append(StripPart(text: RichText("\(label) \(words.grouped(rest))", .strip), importance: 500))
        return parts
    }

    private func freeParts() -> [StripPart] {
        var parts = [StripPart(text: RichText(words.label(.free), .stripLabel), importance: 190)]
        for (index, name) in [(view.patrol, PaneName.patrol), (view.quickResponse, .quickResponse)]
        where index.tally.total + index.tally.outOfService > 0 {
            let title = name == .patrol ? words.title(.patrol) : words.kind(.quickResponse)
            let isBare = index.tally.free == 0
            let text = RichText(title + " ", .stripLabel).then(
                "\(index.tally.free)/\(index.tally.total)", isBare ? .stripWarning : .stripStrong)
            parts.append(StripPart(text: text, importance: name == .patrol ? 600 : 590))
        }
        if layout.size.columns >= 200 { parts += kindParts() }
        return parts
    }

    /// Free units by kind, for strips with room.
    private func kindParts() -> [StripPart] {
        let kinds = view.patrol.tallies.filter { $0.value.total > 0 }.sorted { $0.key.rawValue < $1.key.rawValue }
        guard kinds.count > 1 else { return [] }
        var text = RichText()
        for (index, (kind, tally)) in kinds.prefix(8).enumerated() {
            if index > 0 { text = text.then("  ", .stripLabel) }
            text = text.then(words.kind(kind) + " ", .stripLabel).then("\(tally.free)/\(tally.total)", .strip)
        }
        return [StripPart(text: text, importance: 150)]
    }

    private func alertParts() -> [StripPart] {
        let count = view.alerts.unansweredCount
        let flood = view.alerts.floodSince.map { _ in
            StripPart(text: RichText(" \(glyphs.warning) \(words.floodMark) ", .noticeError), importance: 855)
        }
        return (flood.map { [$0] } ?? []) + unansweredParts(count)
    }

    private func unansweredParts(_ count: Int) -> [StripPart] {
        guard count > 0 else {
            let text = RichText(words.label(.alerts) + " 0", .stripLabel)
            return [StripPart(text: text, importance: 300)]
        }
        let role: Role = role(view.alerts.unanswered.high > 0 ? .high : .medium)
        let text = RichText(words.label(.alerts) + " ", .stripLabel).then(
            "\(glyphs.disc) \(words.grouped(count))", role)
        return [StripPart(text: text, importance: 850)]
    }

    private func feedParts() -> [StripPart] {
        var parts: [StripPart] = []
        if strip.refused > 0 {
            let text = words.refused(strip.refused)
            parts.append(StripPart(text: RichText(text, .stripWarning), importance: 840, atRight: true))
        }
        if strip.letters > 0 {
            let text = words.deadLetters(Int(clamping: strip.letters))
            parts.append(StripPart(text: RichText(text, .stripWarning), importance: 845, atRight: true))
        }
        if strip.rejected > 0 {
            let text = words.skipped(strip.rejected)
            parts.append(StripPart(text: RichText(text, .stripWarning), importance: 250, atRight: true))
        }
        guard let first = strip.feeds.first else { return parts }
        let stale = strip.feeds.first { !$0.isFresh }
        let shown = stale ?? first
        let role: Role = stale == nil ? .freshnessGood : .freshnessStale
        var text = RichText()
        var short: RichText?
        if strip.feeds.count > 1 {
            let fresh = strip.feeds.filter(\.isFresh).count
            text = text.then("\(words.label(.feeds)) \(fresh)/\(strip.feeds.count) ", .stripLabel)
            for feed in strip.feeds.prefix(8) {
                text = text.then(
                    feed.isFresh ? glyphs.barFull : glyphs.barEmpty, feed.isFresh ? .freshnessGood : .freshnessStale)
            }
            short = text
            if let stale { text = text.then(" \(stale.name) \(words.feed(stale.condition))", .freshnessStale) }
        } else {
            let bar = shown.isFresh ? glyphs.barFull : glyphs.barEmpty
            text = text.then("\(bar) \(words.feed(shown.condition))", role)
            short = RichText("\(bar) \(words.label(.feed))", role)
        }
        parts.append(StripPart(text: text, short: short, importance: stale == nil ? 350 : 845, atRight: true))
        return parts
    }

    private func journalParts() -> [StripPart] {
        switch strip.journal {
        case .written, .watching:
            let end = strip.writing ? glyphs.ellipsis : glyphs.check
            let text = RichText("\(words.journal(strip.journal)) \(end)", .stripLabel)
            return [StripPart(text: text, importance: 120, atRight: true)]
        case .stale, .full, .readOnly, .failed:
            let text = fitted(
                words.journal(strip.journal), columns: min(40, TextWidth.columns(of: words.journal(strip.journal))))
            return [StripPart(text: RichText(text, .noticeError), importance: 895, atRight: true)]
        }
    }
}
