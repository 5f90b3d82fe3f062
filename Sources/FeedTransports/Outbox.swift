import Core
import DispatchModel
import Synchronization

/// The parcels of a feed on their way to the disk, in order.
///
/// The feed's thread puts them in and takes out, from the front, those of which it is certain what became; the console
/// tells that from its own thread. A parcel that failed is offered again in its turn.
final class Outbox: Sendable {
    /// The most parcels under way; beyond, the feed waits.
    static let parcelLimit = 64
    /// The most bytes of lines under way.
    static let byteLimit = 8 << 20

    /// A parcel and what became of each of its observations.
    struct Settled {
        var parcel: Parcel
        var settlements: [Settlement]
    }

    private struct Entry {
        var number: Int
        var parcel: Parcel
        /// Nil while it is with the console.
        var settlements: [Settlement]?

        /// The lines of facts that are not known to be on disk.
        var openLines: [(text: ArraySlice<UInt8>, isLetter: Bool)] {
            parcel.lines.filter { line in
                line.observations.contains { index in
                    guard !parcel.observations[index].isTelemetry else { return false }
                    return settlements.map { $0[index] != .recorded && $0[index] != .known } ?? true
                }
            }.map { (parcel.text[$0.text], $0.isLetter) }
        }
    }

    private struct State {
        var entries: [Entry] = []
        var next = 0
        var bytes = 0
    }

    private let state = Mutex(State())

    /// True when no further parcel should be put in before one is settled.
    var isFull: Bool {
        state.withLock { $0.entries.count >= Outbox.parcelLimit || $0.bytes >= Outbox.byteLimit }
    }

    /// Puts in a parcel; returns its number. One that says nothing has nothing to wait for but those before it.
    func add(_ parcel: Parcel) -> Int {
        state.withLock { state in
            defer { state.next += 1 }
            state.bytes += parcel.text.count
            let settlements: [Settlement]? = parcel.observations.isEmpty ? [] : nil
            state.entries.append(Entry(number: state.next, parcel: parcel, settlements: settlements))
            return state.next
        }
    }

    /// Notes what became of a parcel, from any thread.
    func settle(_ number: Int, _ settlements: [Settlement]) {
        state.withLock { state in
            guard let index = state.entries.firstIndex(where: { $0.number == number }) else { return }
            state.entries[index].settlements = settlements
        }
    }

    /// Takes out the first parcel when it is certain what became of it, and it did not fail.
    func takeSettled() -> Settled? {
        state.withLock { state in
            guard let first = state.entries.first, let settlements = first.settlements, !settlements.contains(.failed)
            else {
                return nil
            }
            state.entries.removeFirst()
            state.bytes -= first.parcel.text.count
            return Settled(parcel: first.parcel, settlements: settlements)
        }
    }

    /// The first parcel that failed, which counts as under way again.
    func takeFailed() -> (number: Int, parcel: Parcel)? {
        state.withLock { state in
            guard let index = state.entries.firstIndex(where: { $0.settlements?.contains(.failed) == true }) else {
                return nil
            }
            state.entries[index].settlements = nil
            return (state.entries[index].number, state.entries[index].parcel)
        }
    }

    /// Takes out everything that is left, at the end: the lines of facts that are not known to be on disk.
    func takeRest() -> [(text: ArraySlice<UInt8>, isLetter: Bool)] {
        state.withLock { state in
            defer { state.entries = [] }
            return state.entries.flatMap(\.openLines)
        }
    }
}

/// Lines that go to the console together.
struct Parcel {
    /// A line that says something to the board.
    struct Line {
        /// The line as it came, in the parcel's text; empty for telemetry, which is never needed again.
        var text: Range<Int>
        /// Its observations, of those of the parcel.
        var observations: Range<Int>
        /// True when it is a dead letter that is sent again, which the store still has.
        var isLetter: Bool
        /// True when it holds a message whose id came before.
        var isRepetition: Bool
    }

    /// What is said, in order.
    var observations: [Observation] = []
    /// The lines that say it, for those that turn out to be refused.
    private(set) var lines: [Line] = []
    /// The bytes of the lines, one after another.
    private(set) var text: [UInt8] = []
    /// Numbers of the dead letters that are sent again with it.
    var letters: [Int64] = []
    /// How far a followed file is taken once this is.
    var progress: FileProgress?

    var isEmpty: Bool { observations.isEmpty && letters.isEmpty && progress == nil }

    /// Adds the line that has said what was added to the observations from `start` on.
    mutating func add(
        _ line: UnsafeBufferPointer<UInt8>, from start: Int, isLetter: Bool, isRepetition: Bool = false
    ) {
        guard start < observations.count else { return }
        let textStart = text.count
        if !observations[start...].allSatisfy(\.isTelemetry) { text += line }
        lines.append(
            Line(
                text: textStart..<text.count, observations: start..<observations.count, isLetter: isLetter,
                isRepetition: isRepetition))
    }
}
