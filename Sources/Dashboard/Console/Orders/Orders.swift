import Core
import DispatchModel
import DispatchPolicy
import Wording

/// Never the wrong row: what an order is bound to, and what has become of those that were given.
///
/// An order carries what its things meant when they were drawn; if they mean something else by now, it is refused and the
/// difference is said. Own orders that are not on disk yet are no such difference.
struct Orders {
    /// The most orders about several things that one undo takes back as a whole.
    private static let togetherLimit = 64
    /// The most notices of unrecorded orders that are kept.
    private static let lostLimit = 8
    /// The most incidents that are known to have been selected when an own order took them out of the queue.
    private static let takenAwayLimit = 64

    /// What the keys of a chord, or a line being carried out, are about; nil while that is whatever is selected.
    var bound: BoundSelection?
    /// What an own order has just made, to be selected once it is on the screen.
    var made: MadeThing?
    /// The incidents that were selected when an own order took them out of the queue, the newest last.
    private(set) var takenAway: [IncidentID] = []
    /// Who handed the shift over here last; nil before anybody did.
    var relieved: Relieved?
    /// The incident of a call for help that the operator entered, to be selected once it is on the screen.
    var callToShow: IncidentID?
    /// What own orders have changed since the lists were last brought up to date.
    var changes = Touched()
    /// Orders that were not recorded, newest first, until Esc.
    private(set) var lost: [Notice] = []
    /// Officers' calls for help that could not be recorded, in their order; at most one a unit.
    private(set) var lostCalls: [UnitID] = []

    /// The meaning of selected and marked things as they were last drawn.
    private var drawn: [Subject: DrawnMeaning] = [:]
    /// The alerts in sight as they were last drawn.
    private var drawnAlerts: [AlertID: Alert] = [:]
    /// What own orders that are not on disk yet have made of things.
    private var expected: [Subject: Expectation] = [:]
    /// What orders did that are not on disk yet.
    private var unrecorded: [Confirmation] = []
    /// The actions of each order that was given for several things at once, the newest last.
    private var together: [[JournalPosition]] = []

    // MARK: What things mean to the operator

    /// What a thing means on a board; nil for what it does not have, and for what no order is bound to in this way.
    static func meaning(_ subject: Subject, on board: Board) -> DrawnMeaning? {
        switch subject {
        case .incident(let id): board.incidents.read(id) { .incident(IncidentMeaning($0)) }
        case .unit(let id): board.units.read(id) { .unit(UnitMeaning($0)) }
        case .alert, .feed: nil
        }
    }

    /// What a thing means to the operator: as it was last drawn, and as their own orders since have made it while those are
    /// being written.
    func meaning(of subject: Subject, on board: Board, isWriting: Bool) -> [DrawnMeaning] {
        guard let seen = bound?.drawn[subject] ?? drawn[subject] ?? Orders.meaning(subject, on: board) else {
            return []
        }
        if isWriting, let own = expected[subject], own.shown == seen { return [own.decided] }
        return [seen]
    }

    /// The alert as the key pressed for it meant it.
    func alert(_ id: AlertID, on board: Board) -> Alert? { bound?.alert ?? drawnAlerts[id] ?? board.alerts[id] }

    /// An own order changes what its things mean to the operator, though the screen still shows them as they were. Without
    /// this a second order given at once would be refused because of the first.
    mutating func expect(_ records: [EventRecord], before: Board, after: Board, shown board: Board) {
        var changed = Touched()
        for record in records { changed.note(record) }
        let subjects = changed.incidents.map(Subject.incident) + changed.units.map(Subject.unit)
        for subject in subjects {
            guard let was = Orders.meaning(subject, on: before), let now = Orders.meaning(subject, on: after),
                was != now, let shown = Orders.meaning(subject, on: board)
            else { continue }
            let known = expected[subject]
            // What somebody else changed at the same time must still be seen first.
            guard was == (known?.decided ?? shown) else { continue }
            expected[subject] = Expectation(shown: known?.shown ?? shown, decided: now)
        }
    }

    // MARK: Drawing

    /// A frame was drawn: what the one before showed no longer counts. Own orders that are on disk are on the board.
    mutating func forgetDrawn(isWriting: Bool) {
        if !isWriting { expected.removeAll(keepingCapacity: true) }
        drawn.removeAll(keepingCapacity: true)
        drawnAlerts.removeAll(keepingCapacity: true)
    }

    /// A thing was drawn as it is on a board, and with a unit the incident that a key for it may be about.
    mutating func noteDrawn(_ subject: Subject, on board: Board) {
        drawn[subject] = Orders.meaning(subject, on: board)
        if case .unit(let id) = subject, let incident = board.units.read(id, { $0.incident }) ?? nil {
            drawn[.incident(incident)] = Orders.meaning(.incident(incident), on: board)
        }
    }

    /// An alert was drawn as it is on a board.
    mutating func noteDrawn(alert id: AlertID, on board: Board) { drawnAlerts[id] = board.alerts[id] }

    /// What is selected now and what it means, to hold on to while keys or text for it are still coming.
    func binding(
        _ subject: Subject?, incident: IncidentID?, isAlone: Bool, on board: Board, isWriting: Bool
    ) -> BoundSelection {
        var drawn = drawn
        for id in [incident.map(Subject.incident), subject].compactMap({ $0 }) {
            drawn[id] = meaning(of: id, on: board, isWriting: isWriting).first
        }
        // What was just made is meant before it is on the screen.
        if let made, made.position > board.position, case .incident(let id) = made.subject {
            return BoundSelection(subject: made.subject, incident: id, drawn: drawn, alert: nil)
        }
        var alert: Alert?
        if case .alert(let id)? = subject { alert = drawnAlerts[id] ?? board.alerts[id] }
        return BoundSelection(subject: subject, incident: incident, drawn: drawn, alert: alert, isAlone: isAlone)
    }

    // MARK: What was given

    /// An order did this; it is said once the journal has its last event.
    mutating func done(_ text: String, at position: JournalPosition) {
        unrecorded.append(Confirmation(position: position, text: text))
    }

    /// What orders did that are on disk now.
    mutating func recorded(upTo position: JournalPosition) -> [String] {
        let done = unrecorded.filter { $0.position <= position }.map(\.text)
        if !done.isEmpty { unrecorded.removeAll { $0.position <= position } }
        return done
    }

    /// An own order took the selected incident out of the queue.
    mutating func tookAway(_ id: IncidentID) {
        takenAway = takenAway.filter { $0 != id }.suffix(Orders.takenAwayLimit - 1) + [id]
    }

    /// These actions were given for several things at once.
    mutating func given(_ actions: [JournalPosition]) {
        if actions.count > 1 { together = together.suffix(Orders.togetherLimit - 1) + [actions] }
    }

    /// How many actions an undo takes back: those that were given together with the last one and stand.
    func countToUndo(_ last: ActionMemo?, by actor: Actor, on board: Board) -> Int {
        let group = together.last { group in last.map { group.contains($0.position) } ?? false } ?? []
        return max(1, board.actions.count { group.contains($0.position) && $0.actor == actor && !$0.undone })
    }

    // MARK: What was lost

    /// Orders turned out not to be recorded: nothing of what they did is expected any more, and it is told until Esc.
    mutating func lose(_ requests: [CommandRequest], saying notice: Notice) {
        unrecorded = []
        expected = [:]
        made = nil
        callToShow = nil
        for request in requests { _ = keepCall(of: request) }
        lost = Array(([notice] + lost).prefix(Orders.lostLimit))
    }

    /// The operator has taken notice of what was lost.
    mutating func dismissLost() { lost = [] }

    /// An officer's call for help that is not on disk stands over everything all the same, and no key takes it away. False
    /// for what is no such call.
    mutating func keepCall(of request: CommandRequest) -> Bool {
        guard case .emergency(let unit) = request.command, !lostCalls.contains(unit) else { return false }
        lostCalls.append(unit)
        return true
    }

    /// The calls for help that could not be recorded, to be entered again.
    mutating func takeLostCalls() -> [UnitID] {
        defer { lostCalls = [] }
        return lostCalls
    }
}

/// What is selected at one moment and what everything in sight meant then.
struct BoundSelection: Sendable {
    /// The selected thing.
    var subject: Subject?
    /// The incident selected in the queue, whatever has the keys.
    var incident: IncidentID?
    /// Meanings as drawn.
    var drawn: [Subject: DrawnMeaning]
    /// The selected alert as it was drawn.
    var alert: Alert?
    /// True when it alone is meant, whatever is marked elsewhere: its detail had the keys.
    var isAlone = false
}

/// What an own order has made or brought back, and the event that did.
struct MadeThing {
    /// The thing.
    var subject: Subject
    /// It is on the screen once this is.
    var position: JournalPosition
    /// True when the pane that has the keys keeps them, and it is selected only if it is there.
    var staysInPane = false
}

/// What an order did, to be said once the journal has it.
private struct Confirmation {
    /// The order's last event.
    var position: JournalPosition
    /// What it did.
    var text: String
}

/// What a thing means after own orders that are not on disk yet.
private struct Expectation {
    /// As the screen still shows it.
    var shown: DrawnMeaning
    /// As decided.
    var decided: DrawnMeaning
}
