import Core
import Dashboard
import Demand
import DispatchModel
import Wording

/// Reads demand from the journal for a console: a batch a look, and only what is new.
///
/// No snapshot holds it: it is folded from the records when it is first looked at, and from new ones after that.
final class DemandReading {
    /// The most events read in one look.
    private static let batch = 20_000

    private let journal: any EventJournal
    private let zone: Zone
    private let trouble: JournalTrouble
    private var fold: DemandFold
    private var following = FollowingForecaster()
    /// The picture made last.
    private var last: (position: JournalPosition, hour: Int, picture: DemandPicture)?
    /// The numbers counted last.
    private var counted: (position: JournalPosition, minute: Int64, numbers: DemandNow)?

    /// Of a journal; what cannot be read is noted.
    init(_ journal: any EventJournal, zone: Zone, trouble: JournalTrouble) {
        (self.journal, self.zone, self.trouble) = (journal, zone, trouble)
        fold = DemandFold(strays: StrayTimes(), secondsEast: zone.secondsEast)
    }

    /// The picture on a board at a time; nil when the journal cannot be read.
    func look(on board: Board, now: Timestamp) -> DemandLook? {
        guard let isWhole = read(to: board.position) else { return nil }
        guard isWhole else { return .reading(percent: min(99, Int(fold.position * 100 / max(1, board.position)))) }
        let hour = fold.history.hour(of: now)
        if let last, last.position == fold.position, last.hour == hour { return .picture(last.picture) }
        let series = HourSeries(fold.history, as: kind)
        following.follow(series)
        let picture = DemandPicture(fold.history, series, following.forecaster, on: board, at: now)
        last = (fold.position, hour, picture)
        return .picture(picture)
    }

    /// The numbers of now alone, for those who ask at every turn; nil until the journal was read to its end.
    func numbers(on board: Board, now: Timestamp) -> DemandNow? {
        guard read(to: board.position) ?? true else { return nil }
        let minute = now.rawValue / 60_000
        if let counted, counted.position == fold.position, counted.minute == minute { return counted.numbers }
        let series = HourSeries(fold.history, as: kind)
        following.follow(series)
        let numbers = DemandNow(fold.history, series, following.forecaster, at: now)
        counted = (fold.position, minute, numbers)
        return numbers
    }

    /// Reads everything up to a board's position, as far as the journal can be read.
    func readToTheEnd(of board: Board) {
        while read(to: board.position) == false {}
    }

    /// Reads what is new up to a board's position; false when there is more, nil when the journal cannot be read. Whoever looks
    /// back is told nothing of what came later: what is known by then is folded anew.
    private func read(to position: JournalPosition) -> Bool? {
        if fold.position > position { startAnew(DemandFold(strays: StrayTimes(), secondsEast: zone.secondsEast)) }
        let missing = Int(clamping: position - fold.position)
        guard missing > 0 else { return true }
        let limit = min(missing, Self.batch)
        let records = trouble.take(.demand) { () throws(JournalError) in
            try journal.records(after: fold.position, limit: limit)
        }
        guard let records else { return nil }
        for record in records where record.position <= position { fold.apply(record) }
        guard records.isEmpty || fold.position >= position else { return false }
        guard let corrected = fold.corrected() else { return true }
        startAnew(corrected)
        return false
    }

    /// On a board a log that is played is still under way.
    private var kind: HourSeries.Kind { fold.kind == .log ? .played : fold.kind }

    private func startAnew(_ fold: DemandFold) {
        self.fold = fold
        following = FollowingForecaster()
        (last, counted) = (nil, nil)
    }
}
