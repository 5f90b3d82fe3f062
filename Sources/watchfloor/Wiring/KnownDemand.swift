import Core
import Demand
import DispatchModel
import Districts
import Shell
import Wording

/// What is known of demand from a call log, a journal or an exported one.
struct KnownDemand {
    /// The calls.
    var history: DemandHistory
    /// Whether they come from a journal or a log.
    var kind: HourSeries.Kind
    /// What it is called.
    var name: String
    /// The zone by whose clock days are lived.
    var zone: Zone
    /// The posts and middles of beats that are known.
    var places: StandingPlaces

    /// Reads what a path means; without one the journal of the data folder.
    init(path: String?, folder: String, options: DemandLogOptions) throws {
        if let path, let open = try openRecorded(path) {
            try self.init(open, name: path)
        } else if let path {
            let log = try openLog(
                LogChoice(
                    file: path, mapping: options.mapping, from: options.from, to: options.to, asRecorded: false))
            try requireCalls(log, isPicked: options.from != nil || options.to != nil)
            self.init(log)
        } else {
            try self.init(try openJournal(folder, watching: true), name: folder)
        }
    }

    private init(_ open: OpenJournal, name: String) throws {
        let board = open.opened.board
        let zone = Shell.zone(named: board.mode.timeZone)
        defer { open.journal.close() }
        var fold = DemandFold(strays: StrayTimes(), secondsEast: zone.secondsEast)
        try Self.read(open.journal, into: &fold)
        if let corrected = fold.corrected() {
            fold = corrected
            try Self.read(open.journal, into: &fold)
        }
        (history, kind, self.name, self.zone) = (fold.history, fold.kind, name, zone)
        places = StandingPlaces(board)
    }

    private static func read(_ journal: any EventJournal, into fold: inout DemandFold) throws {
        try journalStep { () throws(JournalError) in
            try journal.forEach(after: 0) { record throws(JournalError) in fold.apply(record) }
        }
    }

    private init(_ log: OpenLog) {
        let zone = Shell.zone(named: log.log.mode.timeZone)
        var history = DemandHistory(weeks: DemandHistory.logWeeks, secondsEast: zone.secondsEast)
        var places = StandingPlaces()
        let strays = StrayTimes(
            log.log.observations.compactMap {
                if case .incident(let event, _) = $0.content { event.received } else { nil }
            })
        for observation in log.log.observations {
            switch observation.content {
            case .incident(let event, _):
                let call = ReceivedCall(event, by: observation.actor)
                if strays.contains(call.received) { history.leaveOut(call.received) } else { history.add(call) }
            case .beat(let event): places.add(event)
            case .unit(let event): places.add(event.dutyPoint)
            case .mode, .type, .report, .milestone, .status, .standing, .position, .doubtfulPosition, .graded, .closed,
                .reopened,
                .revised, .caller, .disputeGraded, .alert, .exercise, .clock, .ground:
                break
            }
        }
        (self.history, kind, name, self.zone) = (history, .log, log.name, zone)
        self.places = places
    }
}
