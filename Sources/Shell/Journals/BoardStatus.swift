import Core
import DispatchModel
import Formats
import Wording

/// How a board stands, as `status` prints it; the keys are part of the interface.
package struct BoardStatus: Encodable {
    var position: JournalPosition
    /// The chain's end; left out of a board as it stood before.
    var hash: String?
    /// The time that was asked for, in milliseconds; left out of the present board.
    var asOf: Int64?
    var board: String
    var mode: String
    var title: String
    /// The title in Chinese; left out of a board whose title is one text.
    var titleChinese: String?
    /// True for the present board of a room whose writer lives.
    var live: Bool
    /// How its writer does: `recording`, the code of what keeps it from recording, `ended`, `silent`, or `none`.
    var writer: String
    /// When the writer gave its last sign of life, by the wall's clock in milliseconds; left out when it never gave one.
    var lastSignAt: Int64?
    var lastEventAt: Int64
    /// The callsigns of officers whose call for help is not resolved.
    var emergencies: [String]
    var incidents: Int
    var open: Int
    var waiting: Int
    var waitingByPriority: [String: Int]
    var units: Int
    var free: Int
    var alerts: Int
    var unansweredAlerts: Int
    var archived: Int64

    /// How a board stands. `sign` is what its writer last said, at the wall's time `wall`; `asOf` is the time asked for.
    package init(_ board: Board, hash: String?, asOf: Timestamp?, sign: WriterSign?, wall: Timestamp) {
        let incidents = board.incidents.elements
        let waiting = incidents.filter(\.isWaiting)
        position = board.position
        self.hash = hash
        self.asOf = asOf?.rawValue
        self.board = board.digest
        mode = "\(board.mode.mode)"
        title = board.mode.title
        titleChinese = board.mode.chinese.isEmpty ? nil : board.mode.chinese
        let isSilent = sign.flatMap(\.touched).map { wall - $0 > WriterSign.patience } ?? false
        writer = sign.map { isSilent && $0.state != .ended ? "silent" : $0.state.code } ?? "none"
        live = asOf == nil && board.mode.mode == .live && writer == WriterState.recording.code
        lastSignAt = sign?.touched?.rawValue
        lastEventAt = board.lastEventAt.rawValue
        let calls = board.emergencies(
            units: Set(board.units.elements.lazy.filter { $0.status == .emergency }.map(\.id)),
            incidents: Set(incidents.lazy.filter { $0.isOpen && $0.emergency != nil }.map(\.id)), alerts: [])
        emergencies = calls.map { board.units[$0.unit]?.callsign ?? "\($0.unit.rawValue)" }
        self.incidents = Int(board.counters.incidents)
        open = incidents.filter(\.isOpen).count
        self.waiting = waiting.count
        waitingByPriority = Dictionary(grouping: waiting) { "P\($0.priority.rawValue)" }.mapValues(\.count)
        units = board.units.count
        free = board.units.elements.filter(\.isFree).count
        alerts = board.alerts.count
        unansweredAlerts = board.alerts.elements.count(where: \.isUnanswered)
        archived = board.counters.archived
    }
}

extension BoardStatus {
    /// The same for people. `words` tells board time, `wallWords` the wall's; `present` is board time now.
    package func text(_ words: Words, wallWords: Words, present: Timestamp, wall: Timestamp) -> String {
        let hash = hash.map { words.pick(", hash \($0.prefix(16))…", "，校验 \($0.prefix(16))…") } ?? ""
        var lines = heading(words, wallWords, present: present, wall: wall)
        if !emergencies.isEmpty {
            let names = words.list(emergencies)
            lines.append(words.pick("OFFICER EMERGENCY, open: \(names)", "紧急求助未解除：\(names)"))
        }
        lines.append(words.pick("journal position \(position)\(hash)", "日志位置 \(position)\(hash)"))
        lines.append(lastRecord(words, present: present))
        lines.append(
            words.pick(
                "incidents \(incidents), open \(open), waiting \(waiting)",
                "警情 \(incidents)，未办结 \(open)，待派 \(waiting)"))
        lines.append(
            words.pick(
                "units \(units), free \(free); alerts \(alerts), unanswered \(unansweredAlerts)",
                "警力 \(units)，可派 \(free)；告警 \(alerts)，未确认 \(unansweredAlerts)"))
        return lines.map(Sanitiser.visible).joined(separator: "\n")
    }

    /// When something was last recorded, and how long before the moment that is shown.
    private func lastRecord(_ words: Words, present: Timestamp) -> String {
        guard position > 0 else { return words.pick("nothing is recorded", "尚无记录") }
        let last = Timestamp(rawValue: lastEventAt)
        let then = asOf.map(Timestamp.init(rawValue:)) ?? present
        let (when, age) = (words.when(last, now: then), words.length(max(.zero, then - last)))
        let before = asOf == nil ? words.pick("ago", "前") : words.pick("before", "前")
        return words.pick("last record \(when), \(age) \(before)", "最后记录 \(when)，\(age)\(before)")
    }

    /// What the board shows: the past, live data, or data that nobody writes any more.
    private func heading(_ words: Words, _ wallWords: Words, present: Timestamp, wall: Timestamp) -> [String] {
        let mode = BoardMode.allCases.first { "\($0)" == self.mode } ?? .live
        let title = BilingualText(recorded: title, titleChinese ?? "")[words.language]
        let name = ([words.mode(mode)] + (title.isEmpty ? [] : [title])).joined(separator: " ")
        let named = mode == .live ? title : name
        func titled(_ text: String) -> String { named.isEmpty ? text : "\(text) · \(named)" }
        if let asOf { return [titled(words.past(Timestamp(rawValue: asOf), now: present))] }
        let since = lastSignAt.map(Timestamp.init(rawValue:))
        let trouble: WriterTrouble? =
            switch writer {
            case "recording": nil
            case "ended": .ended
            case "silent": .silent(max(.zero, wall - (since ?? wall)))
            case "none": .ended
            default: .failing(words.writerFailure(writer))
            }
        guard let trouble else { return [name] }
        // Without a sign of life the last record of live data tells since when.
        let last = mode == .live ? Timestamp(rawValue: lastEventAt) : wall
        let text =
            since == nil && mode != .live
            ? words.notLiveBriefly(trouble) : wallWords.notLive(trouble, since: since ?? last, now: wall)
        return [titled(text)]
    }
}
