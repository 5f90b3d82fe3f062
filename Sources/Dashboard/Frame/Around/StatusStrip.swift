import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// A part of the strip. When there is no room for all, those of little importance give way, then long ones become short,
/// then the rest give way, the least important first.
private struct StripPart {
    var text: RichText
    /// What stands in its place where room is short; nil for nothing shorter.
    var short: RichText?
    var importance: Int
    var atRight = false
}

/// The line at the top of every frame.
enum StatusStrip {
    /// The status strip: what the board shows, what waits, who is free, what asks, how fresh it is, and the clock.
    static func draw(into frame: inout Frame) {
        frame.grid.fill(frame.layout.strip, style: frame.style(.strip))
        var parts = pastParts(in: frame) + modeParts(in: frame) + waitingParts(in: frame) + freeParts(in: frame)
        parts += alertParts(in: frame) + attainmentParts(in: frame) + feedParts(in: frame) + journalParts(in: frame)
        parts.append(StripPart(text: RichText(frame.words.date(frame.now), .stripLabel), importance: 90, atRight: true))
        parts.append(StripPart(text: RichText(frame.words.clock(frame.now), .clock), importance: 1000, atRight: true))
        let room = frame.layout.strip.columns - 2
        let needed = fit(&parts, room)
        var spread = min(2, max(0, (room - needed) / max(1, parts.count - 1)))
        if needed > room { spread = 0 }
        var column = 1
        for part in parts where !part.atRight {
            column += put(part, at: column, into: &frame) + 2 + spread
        }
        column = frame.layout.strip.columns - 1
        for part in parts.reversed() where part.atRight {
            column -= part.text.columns
            put(part, at: column, into: &frame)
            column -= 2 + spread
        }
    }

    /// Shortens parts, or leaves them out, until they fit; returns the columns that they need.
    private static func fit(_ parts: inout [StripPart], _ room: Int) -> Int {
        var widths = parts.map(\.text.columns)
        var needed = widths.reduce(-2) { $0 + $1 + 2 }
        while needed > room, parts.count > 1,
            let least = parts.indices.min(by: { parts[$0].importance < parts[$1].importance })
        {
            if parts[least].importance >= StatusStrip.weighty, let long = parts.firstIndex(where: { $0.short != nil }) {
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
        return needed
    }

    /// From this importance on a part is worth shortening others for.
    private static let weighty = 500

    @discardableResult
    private static func put(_ part: StripPart, at column: Int, into frame: inout Frame) -> Int {
        let line = Rect(
            column: column, row: 0, columns: frame.layout.strip.columns - column, rows: frame.layout.strip.rows)
        return frame.write(part.text, line) { $0.style($1, on: .strip) }
    }

    private static func modeParts(in frame: Frame) -> [StripPart] {
        let words = frame.words
        let role: Role =
            switch frame.strip.mode {
            case .live: .modeLive
            case .replay: .modeReplay
            case .exercise: .modeExercise
            }
        // An exercise says so whatever else has to give way, the clock too. Live data is called so only while the picture is.
        let importance = frame.strip.mode == .exercise ? 2000 : 900
        var parts: [StripPart] = []
        if frame.strip.mode != .live || isLivePicture(in: frame) {
            parts.append(StripPart(text: RichText(" \(words.mode(frame.strip.mode)) ", role), importance: importance))
        }
        if frame.strip.watching {
            parts.append(StripPart(text: RichText(" \(words.label(.watching)) ", .modeWatch), importance: 880))
        }
        if let since = frame.view.frozenSince {
            let text = " \(words.label(.frozen)) \(words.age(frame.now - since)) "
            parts.append(StripPart(text: RichText(text, .modeTest), importance: 890))
        }
        if frame.strip.paused {
            parts.append(StripPart(text: RichText(" \(words.label(.paused)) ", .modeTest), importance: 885))
        } else if frame.strip.past != nil || !isCutOff(in: frame), frame.strip.mode != .live || frame.strip.speed != 1 {
            parts.append(StripPart(text: RichText(words.speed(frame.strip.speed), .stripStrong), importance: 400))
        }
        if !frame.strip.title.isEmpty {
            let title = fitted(frame.strip.title, columns: min(28, TextWidth.columns(of: frame.strip.title)))
            parts.append(StripPart(text: RichText(title, .strip), importance: 100))
        }
        return parts
    }

    /// True while what is shown is how things stand now: not as they stood before, not held still, its writer alive and able to
    /// record.
    private static func isLivePicture(in frame: Frame) -> Bool {
        isTakenIn(in: frame) && frame.strip.past == nil && frame.view.frozenSince == nil
    }

    /// True while what comes in is recorded and shown: nothing is shown that is not recorded.
    private static func isTakenIn(in frame: Frame) -> Bool {
        switch frame.strip.journal {
        case .written, .watching: true
        case .stale, .full, .readOnly, .failed: false
        }
    }

    /// True while nothing comes from whoever should write: at what speed board time runs there, nobody knows.
    private static func isCutOff(in frame: Frame) -> Bool {
        if case .stale = frame.strip.journal { true } else { false }
    }

    /// P1 and P2 always, with the age of the one that waits longest; the rest together.
    private static func waitingParts(in frame: Frame) -> [StripPart] {
        let words = frame.words
        let tallies = frame.view.incidents.waitingTallies
        var parts = [
            StripPart(text: RichText(words.label(.waiting), .stripLabel), importance: 200)
        ]
        for tally in tallies.prefix(2) {
            let role: Role = tally.count > 0 ? frame.role(tally.priority) : .stripLabel
            let shape = tally.count > 0 ? frame.shape(tally.priority) : ""
            var text = RichText("\(shape)\(words.priority(tally.priority)) \(tally.count)", role)
            if let oldest = tally.oldest {
                let limit = frame.view.limits.deadlines.waiting[tally.priority]?.limit
                let age = frame.age(frame.now - oldest, limit: limit, calm: role)
                text = text.then(" ", .strip).then(age.text, age.role)
            }
            parts.append(StripPart(text: text, importance: tally.priority == .p1 ? 870 : 860))
        }
        let rest = tallies.dropFirst(2).reduce(0) { $0 + $1.count }
        let label = words.lesserPriorities
        parts.append(StripPart(text: RichText("\(label) \(words.grouped(rest))", .strip), importance: 500))
        return parts
    }

    private static func freeParts(in frame: Frame) -> [StripPart] {
        let words = frame.words
        // Without a roster there is nothing that could be free.
        guard frame.board.units.count > 0 else { return [] }
        var parts = [StripPart(text: RichText(words.label(.free), .stripLabel), importance: 190)]
        for (index, name) in [(frame.view.patrol, PaneName.patrol), (frame.view.quickResponse, .quickResponse)]
        where index.tally.total + index.tally.outOfService > 0 {
            let title = name == .patrol ? words.title(.patrol) : words.kind(.quickResponse)
            let isBare = index.tally.free == 0
            let text = RichText(title + " ", .stripLabel).then(
                "\(index.tally.free)/\(index.tally.total)", isBare ? .stripWarning : .strip)
            parts.append(StripPart(text: text, importance: name == .patrol ? 600 : 590))
        }
        if frame.layout.size.columns >= 200 { parts += kindParts(in: frame) }
        return parts
    }

    /// Free units by kind, for strips with room.
    private static func kindParts(in frame: Frame) -> [StripPart] {
        let kinds = frame.view.patrol.tallies.filter { $0.value.total > 0 }.sorted { $0.key.rawValue < $1.key.rawValue }
        guard kinds.count > 1 else { return [] }
        var text = RichText()
        for (index, (kind, tally)) in kinds.prefix(8).enumerated() {
            if index > 0 { text = text.then("  ", .stripLabel) }
            text = text.then(frame.words.kind(kind) + " ", .stripLabel).then("\(tally.free)/\(tally.total)", .strip)
        }
        return [StripPart(text: text, importance: 150)]
    }

    private static func alertParts(in frame: Frame) -> [StripPart] {
        let count = frame.view.alerts.unansweredCount
        let flood = frame.view.alerts.floodSince.map { _ in
            StripPart(
                text: RichText(" \(frame.glyphs.warning) \(frame.words.floodMark) ", .noticeError), importance: 855)
        }
        return (flood.map { [$0] } ?? []) + unansweredParts(count, in: frame)
    }

    private static func unansweredParts(_ count: Int, in frame: Frame) -> [StripPart] {
        let words = frame.words
        guard count > 0 else {
            let text = RichText(words.label(.alerts) + " 0", .stripLabel)
            return [StripPart(text: text, importance: 300)]
        }
        let role: Role = frame.role(frame.view.alerts.unanswered.high > 0 ? .high : .medium)
        let text = RichText(words.label(.alerts) + " ", .stripLabel).then(
            "\(frame.glyphs.disc) \(words.grouped(count))", role)
        return [StripPart(text: text, importance: 850)]
    }

    private static func feedParts(in frame: Frame) -> [StripPart] {
        let words = frame.words
        var parts: [StripPart] = []
        if frame.strip.refused > 0 {
            let text = words.refused(frame.strip.refused)
            parts.append(StripPart(text: RichText(text, .stripWarning), importance: 840, atRight: true))
        }
        if frame.strip.letters > 0 {
            let text = words.deadLetters(Int(clamping: frame.strip.letters))
            parts.append(StripPart(text: RichText(text, .stripWarning), importance: 845, atRight: true))
        }
        if frame.strip.rejected > 0 {
            let text = words.skipped(frame.strip.rejected)
            parts.append(StripPart(text: RichText(text, .stripWarning), importance: 250, atRight: true))
        }
        return parts + freshnessParts(in: frame)
    }

    /// How fresh the picture is: the one feed in words, or how many of them are well and which is not.
    private static func freshnessParts(in frame: Frame) -> [StripPart] {
        let (words, glyphs) = (frame.words, frame.glyphs)
        guard let first = frame.strip.feeds.first else { return [] }
        let stale = frame.strip.feeds.first { !$0.isFresh }
        let shown = stale ?? first
        let role: Role = stale == nil ? .freshnessGood : .freshnessStale
        var text = RichText()
        var short: RichText?
        if frame.strip.feeds.count > 1 {
            let fresh = frame.strip.feeds.filter(\.isFresh).count
            text = text.then("\(words.label(.feeds)) \(fresh)/\(frame.strip.feeds.count) ", .stripLabel)
            for feed in frame.strip.feeds.prefix(8) {
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
        return [StripPart(text: text, short: short, importance: stale == nil ? 350 : 845, atRight: true)]
    }

    private static func journalParts(in frame: Frame) -> [StripPart] {
        let words = frame.words
        switch frame.strip.journal {
        case .written, .watching:
            let end = frame.strip.writing ? frame.glyphs.ellipsis : frame.glyphs.check
            let text = RichText("\(words.journal(frame.strip.journal)) \(end)", .stripLabel)
            return [StripPart(text: text, importance: 120, atRight: true)]
        case .stale, .full, .readOnly, .failed:
            let text = fitted(
                words.journal(frame.strip.journal),
                columns: min(40, TextWidth.columns(of: words.journal(frame.strip.journal))))
            return [StripPart(text: RichText(" \(text) ", .modeNotlive), importance: 895, atRight: true)]
        }
    }

    /// The attainment of the chosen profile: `ack≤60s 94%▲`; ▲ where the wanted share is attained, ▼ where it is missed,
    /// neither where none is wanted, and a dash with too few cases to say anything.
    private static func attainmentParts(in frame: Frame) -> [StripPart] {
        frame.strip.attainments.enumerated().map { index, figure in
            let name = frame.words.measureShort(figure.measure)
            let below = frame.glyphs == .ascii ? "<=" : "≤"
            let label = RichText("\(name)\(below)\(frame.words.limit(figure.limit.limit.within)) ", .stripLabel)
            let importance = 180 - index
            guard !figure.limit.isTooFew, let percent = figure.limit.percent else {
                return StripPart(text: label.then(frame.glyphs.dash, .stripLabel), importance: importance)
            }
            let text = "\(percent)%"
            return switch figure.limit.isAttained {
            case true?: StripPart(text: label.then(text + frame.glyphs.moreAbove, .strip), importance: importance)
            case false?:
                StripPart(text: label.then(text + frame.glyphs.moreBelow, .stripWarning), importance: importance)
            case nil: StripPart(text: label.then(text, .strip), importance: importance)
            }
        }
    }

    /// The marks of a frame of the past: which moment, and what the present asks for meanwhile. They give way last.
    private static func pastParts(in frame: Frame) -> [StripPart] {
        let words = frame.words
        var parts: [StripPart] = []
        if let past = frame.strip.past {
            let text =
                frame.layout.size.columns < 60 ? words.briefPast(frame.now) : words.past(frame.now, now: past.present)
            parts.append(StripPart(text: RichText(" \(text) ", .modeTest), importance: 1500))
            if past.unanswered > 0 {
                let alerts = words.alertsNow(new: past.newAlerts, unanswered: past.unanswered)
                let role: Role = past.newAlerts > 0 ? .noticeError : .stripWarning
                let importance = past.newAlerts > 0 ? 950 : 700
                parts.append(StripPart(text: RichText("\(frame.glyphs.disc) \(alerts)", role), importance: importance))
            }
            if past.newEvents > 0 {
                parts.append(StripPart(text: RichText(words.newSince(past.newEvents), .stripStrong), importance: 650))
            }
        }
        if let percent = frame.strip.reading {
            let text = RichText(" \(words.readingJournal(percent)) ", .modeReplay)
            parts.append(StripPart(text: text, importance: 940))
        }
        return parts
    }

    /// On a screen too small for the strip the past says what it is before anything else.
    static func drawPastMarkAlone(into frame: inout Frame) {
        guard frame.strip.past != nil else { return }
        frame.grid.fill(frame.layout.strip, style: frame.style(.modeTest))
        frame.write(frame.words.briefPast(frame.now), frame.layout.strip, .modeTest)
    }
}
