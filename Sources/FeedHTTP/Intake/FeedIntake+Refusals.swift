import FeedTransports
import Feeds
import Formats
import Synchronization

/// What of a feed was not taken: kept as letters, and seen.
extension FeedIntake {
    /// A part that could not be taken. `isTold` when that is told alone, and no letter kept.
    struct Refused {
        var piece: Piece
        var fault: MessageFault
        var isTold: Bool
    }

    /// Keeps parts that could not be taken, together; gives the numbers of their letters. Of one request only so many are
    /// kept; of the same part that comes again, as of a sender that retries for ever, one.
    func keep(_ refused: [Refused], _ parcel: RequestParcel) -> [Int64?] {
        var numbers: [Int64?] = refused.map { _ in nil }
        var fresh: [(place: Int, mark: String, letter: DeadLetter)] = []
        for (place, part) in refused.enumerated().prefix(TakingReport.listLimit) where !part.isTold {
            let bytes = reader.kept(part.piece, parcel.request.kind, parcel.body)
            let mark = RecentLetters.mark(bytes, part.fault)
            if let number = work.withLock({ $0.kept[mark] }), letters.letter(number) != nil {
                numbers[place] = number
                continue
            }
            var letter = DeadLetter(feed: settings.name, at: around.now(), fault: part.fault, bytes: bytes)
            letter.format = parcel.request.kind.format
            fresh.append((place, mark, letter))
        }
        let kept = letters.numbers(keeping: fresh.map(\.letter))
        for (part, number) in zip(fresh, kept ?? []) {
            numbers[part.place] = number
            work.withLock { $0.kept[part.mark] = number }
        }
        let lost = (kept == nil ? fresh.count : 0) + refused.dropFirst(TakingReport.listLimit).count { !$0.isTold }
        if lost > 0 { counted.withLock { $0.lostLetters += Int64(lost) } }
        return numbers
    }

    /// A request of the feed's sender was not read at all.
    func noteLoss(_ english: String, _ chinese: String) {
        counted.withLock { counts in
            counts.faults += 1
            counts.lostLetters += 1
        }
        noteRefused(english, chinese)
    }

    /// Sees to it that somebody sees that something of the feed was not taken.
    func noteRefused(_ english: String, _ chinese: String) {
        let now = around.now()
        work.withLock { work in
            if let word = work.intake.refuse(english, chinese, now: now) { work.unsaid.append(word) }
        }
        speak()
    }
}
