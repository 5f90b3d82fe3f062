import DispatchModel
import DispatchPolicy

@testable import Districts

/// A board with crews, decided by the policy as in the console, without journal and screen.
struct Room {
    var board = Board()
    var crews: CrewModel
    var records: [EventRecord] = []
    /// Everything the crews said.
    var said: [Observation] = []
    let start = Timestamp(seconds: 1_700_000_000)

    init(seed: UInt64) {
        crews = CrewModel(seed: seed)
    }

    mutating func record(_ body: EventBody, at: Timestamp, by actor: Actor = .dispatcher("d")) {
        let record = EventRecord(position: board.position + 1, at: at, actor: actor, body: body)
        board.apply(record)
        records.append(record)
        crews.observe(record, board: board)
    }

    mutating func observe(_ content: Observation.Content, at: Timestamp) {
        take(Observation(at: at, actor: .feed("test"), content: content))
    }

    /// Decides an observation and records what it means; positions are telemetry.
    mutating func take(_ observation: Observation) {
        if case .position(let callsign, let point, let at) = observation.content {
            guard let unit = board.unit(callsign: callsign) else { return }
            board.hear(unit.id, at: point, when: at)
            return
        }
        guard case .success(let events) = ObservationDecider().decide(observation, board: board) else { return }
        for event in events { record(event, at: observation.at, by: observation.actor) }
    }

    /// Lets the crews speak until an instant.
    mutating func run(until end: Timestamp) {
        while let next = crews.nextDue, next <= end {
            for observation in crews.due(until: next, board: board) {
                said.append(observation)
                take(observation)
            }
        }
    }

    mutating func order(_ command: Command, at: Timestamp) throws(Refused) {
        let actor = Actor.dispatcher("d")
        switch CommandDecider().decide(CommandRequest(command, by: actor), board: board, now: at) {
        case .success(let events): for event in events { record(event, at: at, by: actor) }
        case .failure(let rejection): throw Refused(text: "\(rejection)")
        }
    }

    /// What the crews said about assignments: callsign, milestone, seconds after the start.
    var milestones: [String] {
        said.compactMap { observation in
            guard case .milestone(let milestone) = observation.content else { return nil }
            return "\(milestone.callsign) \(milestone.milestone)"
        }
    }

    func time(_ callsign: String, _ milestone: Milestone) -> Span? {
        for observation in said {
            if case .milestone(let said) = observation.content, said.callsign == callsign, said.milestone == milestone {
                return observation.at - start
            }
        }
        return nil
    }
}

/// A command was refused.
struct Refused: Error {
    var text: String
}

extension Room {
    /// Units at home on a line, 1 km apart, and incidents in their midst.
    static func filled(seed: UInt64, units: Int = 3) -> Room {
        var room = Room(seed: seed)
        for number in 1...units {
            let home = GeoPoint(latitudeMicrodegrees: Int64(number) * 9000, longitudeMicrodegrees: 0)
            let unit = UnitRegistered(
                callsign: "A\(number)", kind: .vehiclePatrol, homeBeat: "B1", dutyPoint: Place(text: "", point: home))
            room.observe(.unit(unit), at: room.start)
        }
        for number in 1...3 {
            let point = GeoPoint(latitudeMicrodegrees: Int64(number) * 9000, longitudeMicrodegrees: 20_000)
            let incident = IncidentReported(
                type: "fight", priority: .p2, place: Place(text: "x", point: point), received: room.start,
                stage: .triaged,
                source: SourceKey(source: "t", id: "\(number)"))
            room.observe(.incident(incident), at: room.start)
        }
        return room
    }

    func unit(_ number: UInt32) -> UnitID { UnitID(rawValue: number) }
    func incident(_ number: UInt32) -> IncidentID { IncidentID(rawValue: number) }
}
