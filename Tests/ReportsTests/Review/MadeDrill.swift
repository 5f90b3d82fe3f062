import DispatchModel
import DispatchPolicy

@testable import Reports

/// A made-up drill of any size. Every event comes out of the deciders that a room uses, none is written by hand.
struct MadeDrill {
    private(set) var board = Board()
    private(set) var records: [EventRecord] = []
    private(set) var keys: [PressedKey] = []
    private let player: Actor
    static let start = Timestamp(seconds: 1_763_971_200)

    /// A room of units in three beats; every name in it goes through `text`.
    init(units: Int, player: String = "li", text: (String) -> String = { $0 }) {
        self.player = .dispatcher(player)
        hear(
            .mode(ModeDeclared(mode: .exercise, title: text("made"), timeZone: "UTC", source: "drill")), at: Self.start)
        hear(.type(TypeDefined(code: "robbery", english: text("robbery"), chinese: text("抢劫"))), at: Self.start)
        for beat in ["B1", "B2", "B3"] { hear(.beat(BeatDefined(beat: beat, name: text("north"))), at: Self.start) }
        for number in 0..<units {
            let isQuick = number.isMultiple(of: 3)
            let unit = UnitRegistered(
                callsign: text("3A\(10 + number)"), kind: isQuick ? .quickResponse : .vehiclePatrol,
                homeBeat: "B\(1 + number % 3)", circleMinutes: isQuick ? 3 : 0)
            hear(.unit(unit), at: Self.start)
        }
    }

    /// Takes something heard.
    mutating func hear(_ content: Observation.Content, at: Timestamp, source: SourceKey? = nil) {
        let observation = Observation(source: source, at: at, actor: .feed("drill"), content: content)
        guard case .success(let bodies) = ObservationDecider().decide(observation, board: board) else { return }
        record(bodies, by: .feed("drill"), at: at, source: source)
    }

    /// Carries a command out that the last of some keys gave.
    mutating func order(_ command: Command, at: Timestamp, keys pressed: [String] = []) {
        for (index, key) in pressed.enumerated() {
            let name = index == pressed.count - 1 ? command.name : nil
            keys.append(PressedKey(at: at, position: board.position, key: key, command: name))
        }
        let request = CommandRequest(command, by: player)
        guard case .success(let bodies) = CommandDecider().decide(request, board: board, now: at) else { return }
        record(bodies, by: player, at: at)
    }

    /// Records an event of the rules, such as a deadline that passed.
    mutating func rule(_ body: EventBody, at: Timestamp) { record([body], by: .policy, at: at) }

    private mutating func record(_ bodies: [EventBody], by actor: Actor, at: Timestamp, source: SourceKey? = nil) {
        for (index, body) in bodies.enumerated() {
            let record = EventRecord(
                position: board.position + 1, at: at, actor: actor, source: index == 0 ? source : nil, body: body)
            board.apply(record)
            records.append(record)
        }
    }
}

extension MadeDrill {
    private enum Step {
        case call(Int)
        case send(IncidentID)
        case reach(IncidentID, Milestone)
    }

    /// A drill with calls at even distances, each answered by the first free unit, some too late and some never.
    static func busy(
        calls: Int, units: Int, every gap: Span, slow: Int64 = 1, player: String = "li",
        text: (String) -> String = { $0 }
    ) -> MadeDrill {
        var drill = MadeDrill(units: units, player: player, text: text)
        // The latest first, so that the next is taken from the end.
        var steps = (0..<calls).reversed().map { number in
            (at: start + Span(milliseconds: gap.milliseconds * Int64(number + 1)), step: Step.call(number))
        }
        while let (at, step) = steps.popLast() {
            for one in drill.play(step, at: at, slow: slow, text: text) {
                let place = steps.lastIndex { $0.at > one.at }.map { $0 + 1 } ?? 0
                steps.insert(one, at: place)
            }
        }
        return drill
    }

    private mutating func play(
        _ step: Step, at: Timestamp, slow: Int64, text: (String) -> String
    ) -> [(at: Timestamp, step: Step)] {
        switch step {
        case .call(let number):
            let priority = Priority(rawValue: UInt8(1 + number % 4)) ?? .p3
            let report = IncidentReported(
                type: "robbery", priority: priority, place: Place(text: text("Mill St \(number)")),
                beat: "B\(1 + number % 3)",
                received: at, report: Report(at: at, caller: text("caller"), text: text("help")), stage: .triaged)
            hear(.incident(report), at: at, source: SourceKey(source: "drill", id: "call/\(number)"))
            let id = IncidentID(rawValue: board.counters.incidents)
            // Every eleventh call is never answered.
            return number % 11 == 10 ? [] : [(at + .seconds(20 + Int64(number * 37 % 90) * slow), .send(id))]
        case .send(let id):
            guard let unit = board.units.elements.first(where: { $0.isFree }) else {
                return [(at + .seconds(60), .send(id))]
            }
            order(.assign(id, [unit.id], divert: false), at: at, keys: ["j", "a", "1"])
            return [(at + .seconds(45), .reach(id, .enRoute))]
        case .reach(let id, let milestone):
            guard let unit = board.incidents[id]?.openAssignments.first.flatMap({ board.units[$0.unit] }) else {
                return []
            }
            hear(
                .milestone(
                    MilestoneObservation(
                        incident: .number(id), callsign: unit.callsign, milestone: milestone, stated: at)), at: at)
            switch milestone {
            case .enRoute: return [(at + .seconds(120 + Int64(id.rawValue) * 53 % 400), .reach(id, .arrived))]
            case .arrived: return [(at + .seconds(600 + Int64(id.rawValue) * 71 % 900), .reach(id, .cleared))]
            default:
                order(.close(id, disposition: "report"), at: at, keys: ["x", "Enter"])
                return []
            }
        }
    }
}
