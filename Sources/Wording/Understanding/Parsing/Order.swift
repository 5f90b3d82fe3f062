import DispatchModel
import DispatchPolicy

/// The commands of a line, with what they are about.
struct Order {
    var commands: [Command]
    /// What will happen, in words.
    var text: String
    var incidents: [IncidentID] = []
    var units: [UnitID] = []

    init(_ command: Command, _ text: String, incidents: [IncidentID] = [], units: [UnitID] = []) {
        self.init([command], text, incidents: incidents, units: units)
    }

    init(_ commands: [Command], _ text: String, incidents: [IncidentID] = [], units: [UnitID] = []) {
        self.commands = commands
        self.text = text
        self.incidents = incidents
        self.units = units
    }

    /// What will happen, and what the rules would say to it as things stand.
    func preview(_ context: LineContext) -> Preview {
        Preview(text, incidents: incidents, units: units, rejection: rejection(context))
    }

    /// Why the first command that the rules would refuse is refused. Whether there is something to undo depends on who
    /// asks, so an undo is not tried.
    private func rejection(_ context: LineContext) -> Rejection? {
        let decider = CommandDecider(policy: context.policy)
        for command in commands where command != .undo {
            let request = CommandRequest(command, by: .dispatcher(""))
            if case .failure(let rejection) = decider.decide(request, board: context.board, now: context.now) {
                return rejection
            }
        }
        return nil
    }
}

extension Reader {
    /// Reads what follows a verb.
    mutating func order(_ verb: Verb, called name: String) throws(Stop) -> Order {
        switch verb {
        case .dispatch, .divert: try send(divert: verb == .divert)
        case .acknowledged: try advance(.acknowledged)
        case .enRoute: try advance(.enRoute)
        case .arrived: try advance(.arrived)
        case .transporting: try advance(.transporting)
        case .atDestination: try advance(.atDestination)
        case .feedback: try feedback()
        case .clearUnit: try clearUnits()
        case .withdraw: try withdraw()
        case .outOfService: try outOfService()
        case .available: try available()
        case .status: try setStatus()
        case .emergency: try emergency()
        case .new: try newOrNote(called: name)
        case .report: try report()
        case .triage, .priority, .type, .place, .beat: try change(verb)
        case .hold, .releaseHold: try hold(release: verb == .releaseHold)
        case .grade: try gradeDispute()
        case .warned: try advanceDispute(.warned)
        case .routed: try advanceDispute(.routed)
        case .settled: try advanceDispute(.settled)
        case .mediate: try mediate()
        case .close: try close()
        case .reopen: try reopen()
        case .merge, .crossReference: try relate(merge: verb == .merge)
        case .split: try split()
        case .acknowledge: try acknowledge()
        case .undo: try undo()
        }
    }

    private func undo() throws(Stop) -> Order {
        try finish()
        return Order(.undo, pick("undo your own last action", "撤销本人上一操作"))
    }
}
