import DispatchModel
import Formats

/// How urgent a line of the linear stream is, the most urgent first.
package enum LinearUrgency: String, CaseIterable, Sendable {
    /// An officer calls for help.
    case emergency
    /// An incident of the highest priority came, or became one.
    case p1
    /// A high alert.
    case high
    /// An incident of the second priority came, or became one.
    case p2
    /// A medium alert.
    case medium
    /// A low alert.
    case low
    /// The journal was damaged, or the machine's clock was put.
    case warning
    /// Everything else.
    case routine
}

/// What is told in the linear mode: one whole sentence a line, its most urgent word first, for screen readers, scripts and
/// terminals without a screen.
package struct LinearWords: Sendable {
    private let words: Words

    /// The most characters of a sentence; what is longer ends in an ellipsis.
    package static let limit = 500

    /// The sentences in the language of these words.
    package init(_ words: Words) { self.words = words }

    /// How urgent an event is on the board that it has been applied to.
    package func urgency(of body: EventBody, on board: Board) -> LinearUrgency {
        switch body {
        case .unitStatusChanged(let event) where event.status == .emergency: .emergency
        case .alertRaised(let event): event.kind == .emergency ? .emergency : LinearWords.urgency(event.severity)
        case .alertSeverityRaised(let event): LinearWords.urgency(event.severity)
        case .alertEscalated(let event):
            LinearWords.urgency(board.alerts[event.alert]?.severity ?? .high)
        case .incidentReported(let event): LinearWords.urgency(event.priority)
        case .incidentTriaged(let event): event.priority.map(LinearWords.urgency) ?? .routine
        case .journalFaultFound, .clockStepped: .warning
        default: .routine
        }
    }

    private static func urgency(_ severity: AlertSeverity) -> LinearUrgency {
        switch severity {
        case .high: .high
        case .medium: .medium
        case .low: .low
        }
    }

    private static func urgency(_ priority: Priority) -> LinearUrgency {
        switch priority {
        case .p1: .p1
        case .p2: .p2
        case .p3, .p4, .p5: .routine
        }
    }

    /// An event as one sentence: `P1: new #25, Robbery at “Mission St”, at 19:42:07 by feed calls.` It names the board's mode
    /// first where that is an exercise.
    package func sentence(_ record: EventRecord, on board: Board) -> String {
        let lead = lead(urgency(of: record.body, on: board))
        let what =
            lead.isEmpty ? words.happening(record, on: board) : words.happeningLed(record.body, on: board)
        let (time, actor) = (words.clock(record.at), words.actor(record.actor))
        let told = lead.isEmpty ? capitalised(what) : lead + words.pick(": ", "：") + what
        return finished(
            exerciseMark(board) + words.pick("\(told), at \(time) by \(actor)", "\(told)，\(time)，\(actor)"))
    }

    /// How the board stands, as one sentence.
    package func summary(_ board: Board, at time: Timestamp) -> String {
        let incidents = board.incidents.elements
        let (open, waiting) = (incidents.filter(\.isOpen).count, incidents.filter(\.isWaiting).count)
        let alerts = board.alerts.elements.count(where: \.isUnanswered)
        let titles = board.mode.titles
        let title = board.mode.title.isEmpty ? "" : words.pick(" of \(titles.english)", "（\(titles.chinese)）")
        let moment = words.dateAndClock(time)
        return finished(
            exerciseMark(board)
                + words.pick(
                    "Board\(title) at \(moment): \(open) incidents open, \(waiting) wait for a unit, \(alerts) alerts unanswered",
                    "\(moment) 看板\(title)：未办结警情\(open)起，待派\(waiting)起，未确认告警\(alerts)条"))
    }

    /// That another day has begun in what is told.
    package func day(_ time: Timestamp) -> String {
        finished(words.pick("The day is \(words.date(time))", "日期为 \(words.date(time))"))
    }

    /// What is wrong with what is followed.
    package func trouble(_ trouble: WriterTrouble, since: Timestamp, now: Timestamp) -> String {
        finished(words.pick("Warning: ", "警告：") + words.notLive(trouble, since: since, now: now))
    }

    /// When something was last recorded.
    package func lastRecord(at last: Timestamp, now: Timestamp) -> String {
        let (when, age) = (words.when(last, now: now), words.length(max(.zero, now - last)))
        return finished(words.pick("Last record \(when), \(age) ago", "最后记录 \(when)，\(age)前"))
    }

    /// The writer is heard again.
    package var isHeardAgain: String { words.pick("The writer is heard again.", "写入端已恢复。") }

    /// What was followed was replaced: another journal lies in its place.
    package var isAnother: String {
        finished(words.pick("Warning: another journal lies there now", "警告：该处现为另一份日志"))
    }

    private func exerciseMark(_ board: Board) -> String {
        board.mode.mode == .exercise ? words.mode(.exercise) + words.pick(": ", "：") : ""
    }

    private func lead(_ urgency: LinearUrgency) -> String {
        switch urgency {
        case .emergency: words.pick("EMERGENCY", "紧急求助")
        case .p1: words.priority(.p1)
        case .p2: words.priority(.p2)
        case .high: words.pick("High alert", "高级告警")
        case .medium: words.pick("Medium alert", "中级告警")
        case .low: words.pick("Low alert", "低级告警")
        case .warning: words.pick("Warning", "警告")
        case .routine: ""
        }
    }

    private func capitalised(_ text: String) -> String {
        guard words.language == .english, let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// One line of harmless text that ends as a sentence does.
    private func finished(_ text: String) -> String {
        var text = Sanitiser.visible(text)
        if text.count > LinearWords.limit { text = text.prefix(LinearWords.limit - 1) + "…" }
        return text + words.pick(".", "。")
    }
}
