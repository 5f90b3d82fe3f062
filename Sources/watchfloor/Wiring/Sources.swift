import Core
import DispatchModel
import Districts
import Foundation
import Ground
import Shell

/// A call log, handed out by board time.
struct LogSource: ObservationSource {
    let kind = SourceKind.log
    private let observations: ObservationList
    private var position = 0

    init(_ observations: ObservationList) {
        self.observations = observations
    }

    var nextDue: Timestamp? {
        position < observations.count ? observations.time(at: position) : nil
    }

    mutating func due(at now: Timestamp, board: Board) -> [Observation] {
        var due: [Observation] = []
        while position < observations.count, observations.time(at: position) <= now, due.count < 512 {
            due.append(observations[position])
            position += 1
        }
        return due
    }

    mutating func observe(_ record: EventRecord, board: Board) {}
}

/// Crews that answer the dispatcher.
struct CrewSource: ObservationSource {
    let kind = SourceKind.crews
    private var crews: CrewModel

    init(seed: UInt64, board: Board, now: Timestamp) {
        crews = CrewModel(seed: seed, resuming: board, now: now)
    }

    var nextDue: Timestamp? { crews.nextDue }

    mutating func due(at now: Timestamp, board: Board) -> [Observation] {
        crews.due(until: now, board: board)
    }

    mutating func observe(_ record: EventRecord, board: Board) {
        crews.observe(record, board: board)
    }
}

/// The map that the room looks at, told once.
struct GroundSource: ObservationSource {
    let kind = SourceKind.roster
    private var waiting: Observation?

    /// A ground from a moment on; nil for none.
    init(_ ground: Ground?, at now: Timestamp, board: Board) {
        let adopted = ground.map { GroundAdopted(name: $0.name, digest: $0.digest) } ?? GroundAdopted()
        guard adopted != board.ground else { return }
        waiting = Observation(at: now, actor: .system, content: .ground(adopted))
    }

    var nextDue: Timestamp? { waiting?.at }

    mutating func due(at now: Timestamp, board: Board) -> [Observation] {
        defer { waiting = nil }
        return waiting.map { [$0] } ?? []
    }

    mutating func observe(_ record: EventRecord, board: Board) {}
}

/// What a live board starts from: its mode, and the units and beats of a roster file.
struct RosterSource: ObservationSource {
    let kind = SourceKind.roster
    private var waiting: [Observation]

    init(file: String?) throws {
        let now = wallTime()
        waiting = [
            Observation(at: now, actor: .system, content: .mode(ModeDeclared(mode: .live)))
        ]
        guard let file else { return }
        let text = try requireSettings(file)
        do throws(MappingError) {
            let roster = try Roster(text: text, file: file)
            waiting += roster.observations(at: now, actor: .system)
        } catch {
            throw Failure(error)
        }
    }

    var nextDue: Timestamp? { waiting.first?.at }

    mutating func due(at now: Timestamp, board: Board) -> [Observation] {
        defer { waiting = [] }
        return waiting
    }

    mutating func observe(_ record: EventRecord, board: Board) {}
}

/// Refuses a log without a call, and says why there is none; `isPicked` when a part of its time was asked for.
func requireCalls(_ open: OpenLog, isPicked: Bool) throws {
    let read = open.log
    guard read.callCount == 0 else { return }
    let what = say("\(open.name): there is no call in it", "\(open.name)：其中没有警情")
    if read.rowCount == 0 {
        throw Failure(.usage, what + say(": the log has a header and no row", "：记录仅有表头，没有数据行"))
    }
    guard isPicked else {
        throw Failure(
            .failure, what + say(": none of \(read.rowCount) rows could be read", "：\(read.rowCount) 行均无法读取"))
    }
    throw Failure(
        .failure,
        what
            + say(
                ": none of \(read.rowCount) rows was received in the time that --from and --to pick",
                "：\(read.rowCount) 行中没有在 --from 与 --to 所选时段内接报的警情"))
}
