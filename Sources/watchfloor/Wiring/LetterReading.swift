import Dashboard
import DispatchModel
import FeedTransports
import Wording

/// Reads dead letters for a console: each once, and a few at a time, so that no look takes long.
final class LetterReading {
    /// The most letters read in one look.
    private static let batch = 32

    private let store: DeadLetterStore
    private var known: [Int64: DeadLetterSummary] = [:]

    init(_ store: DeadLetterStore) {
        self.store = store
    }

    /// What the console is given.
    var desk: DeadLetterDesk {
        DeadLetterDesk(
            list: { self.list($0) }, text: { self.store.letter($0)?.bytes },
            resend: { self.store.resend($0) })
    }

    private func list(_ limit: Int) -> DeadLetterList {
        let kept = store.kept
        let wanted = kept.suffix(limit).reversed()
        let unread = wanted.filter { known[$0] == nil }
        for number in unread.prefix(LetterReading.batch) { known[number] = summary(number) }
        let inList = Set(wanted)
        known = known.filter { inList.contains($0.key) }
        return DeadLetterList(
            letters: wanted.compactMap { known[$0] }, kept: kept.count, removed: store.removed,
            isComplete: unread.count <= LetterReading.batch)
    }

    private func summary(_ number: Int64) -> DeadLetterSummary {
        guard let letter = store.letter(number) else {
            return DeadLetterSummary(
                number: number, at: .epoch, feed: "",
                reason: BilingualText("its file cannot be read", "其文件无法读取"))
        }
        return DeadLetterSummary(
            number: number, at: letter.at, feed: letter.feed,
            reason: BilingualText(letter.english, letter.chinese))
    }
}
