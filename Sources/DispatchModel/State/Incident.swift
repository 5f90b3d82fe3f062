/// One event that needs a response (警情).
package struct Incident: Recordable, Hashable, Sendable {
    /// Its number on this board.
    package var id: IncidentID = IncidentID(rawValue: 0)
    /// The record of another system it came from.
    package var source: SourceKey?
    /// The code of its type; `Board.typeNames` has the words.
    package var type: String = ""
    /// How urgent it is.
    package var priority: Priority = .p3
    /// Where it is.
    package var place: Place = Place()
    /// The beat that owns it (属地); empty when unknown.
    package var beat: String = ""
    /// How far its handling has come.
    package var stage: IncidentStage = .gathered
    /// When the first report came in.
    package var received: Timestamp = Timestamp.epoch
    /// Every caller's report, in order.
    package var reports: [Report] = []
    /// Every unit sent, in order.
    package var assignments: [Assignment] = []
    /// True while it is put aside on purpose.
    package var held: Bool = false
    /// When the hold ends; nil while held means until somebody releases it.
    package var heldUntil: Timestamp?
    /// How it ended (处置结果), once closed.
    package var disposition: String = ""
    /// When it was closed.
    package var closed: Timestamp?
    /// The incident that took over its reports, when it was merged.
    package var mergedInto: IncidentID?
    /// Incidents it is cross-referenced with.
    package var linked: [IncidentID] = []
    /// True when one of its recorded times lies before one that should precede it.
    package var timesBackwards: Bool = false
    /// Positions of the events about it, oldest first, at most `Incident.historyLimit`.
    package var history: [JournalPosition] = []
    /// Positions left out of `history` because it was full.
    package var historyDropped: Int64 = 0
    /// Position of the last event that changed what it means (not a note).
    package var revision: JournalPosition = 0
    /// When it was last opened again.
    package var reopened: Timestamp?
    /// When the hold began, while it is held.
    package var heldSince: Timestamp?
    /// How long it was held in all since it was received or opened again, in milliseconds.
    package var heldFor: Int64 = 0
    /// Other incidents that seem to be the same event, the likeliest first, each of which has the mirror image; at most
    /// `DuplicateProposal.limit`, and the dismissed ones.
    package var proposals: [DuplicateProposal] = []
    /// What makes it a dispute; nil when it is none.
    package var dispute: Dispute?
    /// The alerts that it came from or has to do with, at most `Incident.alertLimit`.
    package var alerts: [AlertID] = []
    /// The unit whose call for help it is, from the first report on or by a merge; nil when it is none.
    package var emergency: UnitID?
    /// How long a crew that is there may be silent, in seconds; nil when nobody asks.
    package var checkInterval: Int64?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        id: IncidentID = IncidentID(rawValue: 0), source: SourceKey? = nil, type: String = "", priority: Priority = .p3,
        place: Place = Place(), beat: String = "", stage: IncidentStage = .gathered,
        received: Timestamp = Timestamp.epoch, reports: [Report] = [], assignments: [Assignment] = [],
        held: Bool = false, heldUntil: Timestamp? = nil, disposition: String = "", closed: Timestamp? = nil,
        mergedInto: IncidentID? = nil, linked: [IncidentID] = [], timesBackwards: Bool = false,
        history: [JournalPosition] = [], historyDropped: Int64 = 0, revision: JournalPosition = 0,
        reopened: Timestamp? = nil, heldSince: Timestamp? = nil, heldFor: Int64 = 0,
        proposals: [DuplicateProposal] = [], dispute: Dispute? = nil, alerts: [AlertID] = [],
        emergency: UnitID? = nil
    ) {
        self.id = id
        self.source = source
        self.type = type
        self.priority = priority
        self.place = place
        self.beat = beat
        self.stage = stage
        self.received = received
        self.reports = reports
        self.assignments = assignments
        self.held = held
        self.heldUntil = heldUntil
        self.disposition = disposition
        self.closed = closed
        self.mergedInto = mergedInto
        self.linked = linked
        self.timesBackwards = timesBackwards
        self.history = history
        self.historyDropped = historyDropped
        self.revision = revision
        self.reopened = reopened
        self.heldSince = heldSince
        self.heldFor = heldFor
        self.proposals = proposals
        self.dispute = dispute
        self.alerts = alerts
        self.emergency = emergency
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "id", &id)
        visitor.visit(2, "source", &source)
        visitor.visit(3, "type", &type)
        visitor.visit(4, "priority", &priority)
        visitor.visit(5, "place", &place)
        visitor.visit(6, "beat", &beat)
        visitor.visit(7, "stage", &stage)
        visitor.visit(8, "received", &received)
        visitor.visit(9, "reports", &reports)
        visitor.visit(10, "assignments", &assignments)
        visitor.visit(11, "held", &held)
        visitor.visit(12, "heldUntil", &heldUntil)
        visitor.visit(13, "disposition", &disposition)
        visitor.visit(14, "closed", &closed)
        visitor.visit(15, "mergedInto", &mergedInto)
        visitor.visit(16, "linked", &linked)
        visitor.visit(17, "timesBackwards", &timesBackwards)
        visitor.visit(18, "history", &history)
        visitor.visit(19, "historyDropped", &historyDropped)
        visitor.visit(20, "revision", &revision)
        visitor.visit(21, "reopened", &reopened)
        visitor.visit(22, "heldSince", &heldSince)
        visitor.visit(23, "heldFor", integer: &heldFor)
        visitor.visit(24, "proposals", &proposals)
        visitor.visit(25, "dispute", &dispute)
        visitor.visit(26, "alerts", &alerts)
        visitor.visit(27, "emergency", &emergency)
        visitor.visit(60, "checkInterval", optional: &checkInterval)
    }

    /// The most journal positions an incident carries; its creation and the newest ones are kept.
    package static let historyLimit = 256
    /// The most alerts an incident is linked with; the newest are kept.
    package static let alertLimit = 32

    /// True until it is closed.
    package var isOpen: Bool { stage != .closed }
    /// True when it is open and no unit is assigned to it: it waits for the dispatcher.
    package var isWaiting: Bool { isOpen && !assignments.contains(where: \.isOpen) }
    /// The assignments that have not been cleared.
    package var openAssignments: [Assignment] { assignments.filter(\.isOpen) }

    /// What its row shows as the state of its handling.
    package var progress: IncidentProgress {
        guard isOpen else { return .closed }
        var best: IncidentProgress?
        for assignment in assignments where assignment.isOpen {
            let reached = IncidentProgress(assignment.impliedStatus)
            best = best.map { max($0, reached) } ?? reached
        }
        if let best { return best }
        if held || dispute?.isInMediation == true { return .held }
        return isUnserved ? .waiting : .noUnit
    }
}

extension Incident {
    /// Since when it counts as waiting for a unit: received or opened again, moved on by the time it was held.
    package var waitingFrom: Timestamp {
        (reopened ?? received) + Span(milliseconds: heldFor)
    }

    /// True when it waits and no unit was there since it was received or opened again. A unit taken away does not count, nor one
    /// that has ended before it arrived.
    package var isUnserved: Bool {
        guard isWaiting, dispute?.isInMediation != true else { return false }
        return !assignments.contains { assignment in
            guard assignment.withdrawn == nil, assignment.wasThere, let cleared = assignment.cleared else {
                return false
            }
            return reopened.map { cleared > $0 } ?? true
        }
    }

    /// When so much waiting time has passed. A hold stops the clock until it ends; nil when it has no end.
    package func waitingDue(after limit: Span) -> Timestamp? {
        guard held else { return waitingFrom + limit }
        guard let heldSince, let heldUntil else { return nil }
        return waitingFrom + limit + (heldUntil - heldSince)
    }

    /// Puts it aside; a hold that stands already goes on with its new end.
    mutating func beginHold(at: Timestamp, until: Timestamp?) {
        endHold(at: at)
        held = true
        heldSince = at
        heldUntil = until
    }

    /// Ends a hold and counts its time, at most up to its stated end.
    mutating func endHold(at: Timestamp) {
        if held, let heldSince {
            heldFor &+= max(0, (min(at, heldUntil ?? at) - heldSince).milliseconds)
        }
        held = false
        heldSince = nil
        heldUntil = nil
    }

    /// Ends a hold without a unit being sent. Whose end had come keeps that end, so that it is known as one that waits
    /// although its hold has run out, until it is held again or a unit is sent.
    mutating func releaseHold(at: Timestamp) {
        let end = heldUntil.flatMap { held && $0 <= at ? $0 : nil }
        endHold(at: at)
        heldUntil = end
    }

    /// Starts the waiting clock anew, as when it is opened again.
    mutating func restartWaiting(at: Timestamp) {
        reopened = at
        heldFor = 0
        if !held { heldUntil = nil }
    }
}

/// What an incident's row shows as the state of its handling, the furthest unit counting.
package enum IncidentProgress: UInt8, CaseIterable, Comparable, Sendable {
    /// Put aside on purpose or handed over to mediation, no unit.
    case held = 1
    /// Nobody was sent yet.
    case waiting
    /// Units were there and have left; the incident is still open.
    case noUnit
    /// Sent, not yet moving.
    case assigned
    /// On the way.
    case enRoute
    /// Somebody has arrived.
    case onScene
    /// Taking somebody away.
    case transporting
    /// Ended.
    case closed

    /// The progress that a unit's status means for its incident.
    init(_ status: UnitStatus) {
        switch status {
        case .enRoute: self = .enRoute
        case .onScene, .emergency: self = .onScene
        case .transporting: self = .transporting
        default: self = .assigned
        }
    }

    /// Less far first.
    package static func < (left: IncidentProgress, right: IncidentProgress) -> Bool { left.rawValue < right.rawValue }
}

/// One caller's report of an incident. What was said is never changed and never lost; who said it can be put right.
package struct Report: Recordable, Hashable, Sendable {
    /// Counts the reports of the board from 1.
    package var number: Int64 = 0
    /// When it was received.
    package var at: Timestamp = Timestamp.epoch
    /// Who reported, in the feed's words; empty when not given.
    package var caller: String = ""
    /// What was reported; text from outside.
    package var text: String = ""
    /// The record it came from, nil for one entered at the console.
    package var source: SourceKey?
    /// What `text` says in Chinese, where the report comes in both languages, as in an exercise; empty otherwise, and in
    /// older journals.
    package var chinese: String = ""
    /// The number by which the caller is called back; empty when not given.
    package var callback: String = ""
    /// Flat, room or floor of the caller; empty when not given.
    package var flat: String = ""
    /// How the report came in; nil when not said.
    package var way: CallWay?
    /// When the call began to ring; nil when nobody says so, and for what is no call.
    package var rang: Timestamp?
    /// When the call was answered; nil when nobody says so.
    package var answered: Timestamp?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        number: Int64 = 0, at: Timestamp = Timestamp.epoch, caller: String = "", text: String = "",
        source: SourceKey? = nil, chinese: String = "", callback: String = "", flat: String = "", way: CallWay? = nil
    ) {
        self.number = number
        self.at = at
        self.caller = caller
        self.text = text
        self.source = source
        self.chinese = chinese
        self.callback = callback
        self.flat = flat
        self.way = way
    }

    /// Creates the record of what a caller said.
    package init(number: Int64 = 0, at: Timestamp, by caller: Caller, text: String) {
        self.init(
            number: number, at: at, caller: caller.name, text: text, callback: caller.callback, flat: caller.flat,
            way: caller.way)
    }

    /// Creates the record of a report in these words.
    package init(at: Timestamp, caller: String, words: BilingualText, source: SourceKey?) {
        let (text, chinese) = words.recorded
        self.init(at: at, caller: caller, text: text, source: source, chinese: chinese)
    }

    /// What was reported, in each language.
    package var words: BilingualText { BilingualText(recorded: text, chinese) }

    /// What was reported in all languages that there are, in one text.
    package var allWords: String { chinese.isEmpty ? text : words.both }

    /// What was reported in a language, or in the other where there are no words of its own.
    package subscript(language: Language) -> String {
        language == .chinese && !chinese.isEmpty ? chinese : text
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "number", &number)
        visitor.visit(2, "at", &at)
        visitor.visit(3, "caller", &caller)
        visitor.visit(4, "text", &text)
        visitor.visit(5, "source", &source)
        visitor.visit(6, "chinese", &chinese)
        visitor.visit(7, "callback", &callback)
        visitor.visit(8, "flat", &flat)
        visitor.visit(9, "way", &way)
        visitor.visit(10, "rang", &rang)
        visitor.visit(11, "answered", &answered)
    }
}
