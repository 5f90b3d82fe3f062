import Core
import DispatchModel
import Foundation
import JournalSQLite

/// A folder of its own for a test, gone when the test lets go of it.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.path + "/journal-tests-\(UUID().uuidString)"
    }

    deinit {
        chmod(path, 0o700)
        try? FileManager.default.removeItem(atPath: path)
    }

    var folder: JournalFolder { JournalFolder(path) }

    func open() throws -> SQLiteJournal {
        try SQLiteJournal(folder, .write(as: WriterIdentity(pid: 42, host: "desk", since: Timestamp(seconds: 7))))
    }
}

/// The backends that keep the same promises.
enum Backend: CaseIterable {
    case memory
    case sqlite

    func make(_ folder: TemporaryFolder) throws -> any EventJournal {
        switch self {
        case .memory: MemoryJournal()
        case .sqlite: try folder.open()
        }
    }
}

/// An evening of events: incidents reported, units sent, advanced and cleared, incidents closed.
enum Evening {
    static let start = Timestamp(seconds: 1_750_000_000)

    static func units(_ count: UInt32) -> [PendingEvent] {
        guard count > 0 else { return [] }
        return (1...count).map { number in
            let unit = UnitRegistered(unit: UnitID(rawValue: number), callsign: "U\(number)", kind: .vehiclePatrol)
            return PendingEvent(at: start, actor: .system, body: .unitRegistered(unit))
        }
    }

    /// The events of the incident with this number, five of them.
    static func incident(_ number: UInt32, units: UInt32) -> [PendingEvent] {
        let at = start + .seconds(Int64(number) * 10)
        let incident = IncidentID(rawValue: number)
        let assignment = AssignmentID(rawValue: number)
        let unit = UnitID(rawValue: number % units + 1)
        let key = SourceKey(source: "log", id: "call-\(number)")
        let reported = IncidentReported(
            incident: incident, type: "robbery", priority: .p2, place: Place(text: "Mission St / 16th"), beat: "B02",
            received: at,
            report: Report(number: Int64(number), at: at, caller: "caller", text: "shouting", source: key),
            stage: .triaged, source: key)
        let feed = Actor.feed("log")
        func step(_ milestone: Milestone, _ seconds: Int64) -> PendingEvent {
            let advanced = AssignmentAdvanced(
                incident: incident, assignment: assignment, unit: unit, milestone: milestone, at: at + .seconds(seconds)
            )
            return PendingEvent(at: at + .seconds(seconds), actor: feed, body: .assignmentAdvanced(advanced))
        }
        let assigned = UnitAssigned(incident: incident, assignment: assignment, unit: unit, assigned: at + .seconds(60))
        return [
            PendingEvent(at: at, actor: feed, source: key, body: .incidentReported(reported)),
            PendingEvent(at: at + .seconds(60), actor: .dispatcher("lin"), body: .unitAssigned(assigned)),
            step(.enRoute, 90), step(.arrived, 400), step(.cleared, 1200),
        ]
    }

    /// Appends units and incidents; returns the last position.
    @discardableResult
    static func fill(_ journal: any EventJournal, units: UInt32 = 8, incidents: UInt32) throws -> JournalPosition {
        var last = try journal.append(Evening.units(units), expecting: 0).last?.position ?? 0
        for number in 0..<incidents {
            last = try journal.append(incident(number + 1, units: units), expecting: last).last?.position ?? last
        }
        return last
    }
}
