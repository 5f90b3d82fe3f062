import Core
import Dashboard
import DispatchModel
import Wording

/// Everything that a console shows of a journal beside its board: timelines, the past, figures, demand.
struct JournalSurroundings {
    /// The journal.
    let journal: any EventJournal
    /// The zone in which days are lived.
    let zone: Zone
    /// True for a picture, which others see: it says nothing of callers.
    var hidesCallers = false
    /// What could not be read from it.
    let trouble = JournalTrouble()

    /// The newest events up to a position, as the activity log begins with them.
    func activity(upTo position: JournalPosition) -> [EventRecord] {
        let limit = ConsoleView.activityLimit
        let records = trouble.take(.events) { () throws(JournalError) in
            try journal.records(after: max(0, position - JournalPosition(limit)), limit: limit)
        }
        return shown(records ?? [])
    }

    private func shown(_ records: [EventRecord]) -> [EventRecord] {
        hidesCallers ? records.map { $0.withoutCallers() } : records
    }

    /// The surroundings of a console that shows a board of it, at a time of its own.
    ///
    /// - Parameter readsAtOnce: True for a journal that grows no more and a console that draws once: demand is read to its end
    ///   before it is shown.
    func surroundings(
        showing board: @escaping () -> Board, wall: @escaping () -> Timestamp, steady: (() -> Timestamp)? = nil,
        readsAtOnce: Bool
    ) -> ConsoleSurroundings {
        let (journal, zone, trouble) = (journal, zone, trouble)
        var surroundings = ConsoleSurroundings(
            wall: wall, steady: steady,
            records: { positions in
                shown(trouble.take(.events) { () throws(JournalError) in try journal.records(at: positions) } ?? [])
            },
            history: { position, limit throws(JournalError) in
                shown(try journal.records(after: position, limit: limit))
            },
            report: { language in
                trouble.take(.figures) { () throws(JournalError) in
                    try reportText(of: journal, on: board(), by: nil, words: Words(language))
                } ?? ""
            })
        let figures = ScorecardReading(journal, trouble: trouble)
        surroundings.scorecard = { figures.view(Words($0, zone: zone), on: board(), now: wall()) }
        let demand = DemandReading(journal, zone: zone, trouble: trouble)
        surroundings.demand = { board, now in
            if readsAtOnce { demand.readToTheEnd(of: board) }
            return demand.look(on: board, now: now)
        }
        return surroundings
    }
}
