/// Dead letters of a feed on their way to the disk, a batch at a time. What the disk does not take is tried again, within a
/// bound.
struct LetterBurial {
    /// The most letters that wait.
    static let limit = 1024
    /// The most bytes that wait.
    static let byteLimit = 8 << 20
    /// How long after a failure the disk is tried again.
    static let pause = Duration.seconds(1)

    private let bury: @Sendable ([DeadLetter]) -> Bool
    private var waiting: [DeadLetter] = []
    private var bytes = 0
    private var failed: ContinuousClock.Instant?

    init(_ bury: @escaping @Sendable ([DeadLetter]) -> Bool) {
        self.bury = bury
    }

    /// True when every letter is on disk.
    var isEmpty: Bool { waiting.isEmpty }
    /// True when letters wait and the disk may be tried.
    var isDue: Bool { !waiting.isEmpty && failed.map { ContinuousClock.now - $0 >= LetterBurial.pause } ?? true }

    /// Takes in a letter; returns how many are lost because of it.
    mutating func gather(_ letter: DeadLetter) -> Int64 {
        if waiting.count >= LetterBurial.limit || bytes + letter.bytes.count > LetterBurial.byteLimit { keep() }
        guard waiting.count < LetterBurial.limit, bytes + letter.bytes.count <= LetterBurial.byteLimit else { return 1 }
        waiting.append(letter)
        bytes += letter.bytes.count
        return 0
    }

    /// Puts what waits on the disk.
    mutating func keep() {
        guard isDue else { return }
        guard bury(waiting) else {
            failed = .now
            return
        }
        (waiting, bytes, failed) = ([], 0, nil)
    }

    /// At the end: what the disk does not take is lost. Returns how many letters.
    mutating func giveUp() -> Int64 {
        failed = nil
        keep()
        defer { (waiting, bytes) = ([], 0) }
        return Int64(waiting.count)
    }
}
