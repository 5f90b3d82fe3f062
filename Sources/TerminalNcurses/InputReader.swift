import Glibc
import TerminalKit

/// Reads what the terminal sends and decodes it; keeps the times that tell Escape from a sequence and a double press from two.
struct InputReader {
    /// A paste whose end did not come for so many milliseconds is ended. Long, because what came after it would be keys.
    static let pastePatience = 5000

    /// How long a sequence that has begun is waited for, in milliseconds.
    let escapeDelay: Int
    private let descriptor: Int32
    private var decoder = KeyDecoder()
    private var lastByte = 0
    private var lastPress: (event: MouseEvent, time: Int)?

    /// A reader of a terminal; ESCDELAY in the environment sets the delay, 0 to 1000 ms, else it is 25.
    init(descriptor: Int32, environment: [String: String]) {
        self.descriptor = descriptor
        escapeDelay = environment["ESCDELAY"].flatMap { Int($0) }.map { min(max($0, 0), 1000) } ?? 25
    }

    /// Milliseconds until what is pending counts as complete; nil when nothing is pending.
    var patience: Int? {
        guard decoder.isPending else { return nil }
        let limit = decoder.isPasting ? InputReader.pastePatience : escapeDelay
        return max(0, lastByte + limit - InputReader.now())
    }

    /// Ends what has been pending for too long.
    mutating func timeOut() -> [TerminalInput] {
        patience == 0 ? decoder.timeOut() : []
    }

    /// Takes in what is there, at most 64 KiB a call so that a flood of input cannot hold up the screen. Only to be called
    /// when there is something.
    mutating func read() -> [TerminalInput] {
        var result: [TerminalInput] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        for _ in 0..<16 {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else {
                if count < 0, errno == EINTR || errno == EAGAIN { break }
                return result + [.ended(signal: SIGHUP)]
            }
            lastByte = InputReader.now()
            for input in decoder.feed(buffer[..<count]) {
                if case .mouse(let event) = input { result.append(.mouse(paired(event))) } else { result.append(input) }
            }
            var more = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&more, 1, 0) > 0, more.revents & Int16(POLLIN) != 0 else { break }
        }
        return result
    }

    /// The second of two presses within 0.4 s at one place is a double press.
    private mutating func paired(_ event: MouseEvent) -> MouseEvent {
        guard event.action == .press else { return event }
        if let last = lastPress, last.event == event, lastByte - last.time < 400 {
            lastPress = nil
            return MouseEvent(action: .doublePress, column: event.column, row: event.row)
        }
        lastPress = (event, lastByte)
        return event
    }

    /// Milliseconds of a clock that only runs forward.
    private static func now() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
