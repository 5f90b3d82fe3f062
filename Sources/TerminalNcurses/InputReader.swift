import Glibc
import TerminalKit

/// Reads what the terminal sends and decodes it; keeps the times that tell Escape from a sequence and a double press from two.
struct InputReader {
    /// A sequence, string or paste of which nothing came for so many milliseconds is ended. Long, because what came after it
    /// would be keys.
    static let begunPatience = 10_000
    /// How long the second byte of a string's end is waited for, in milliseconds.
    static let stringEndPatience = 1000
    /// A string that goes on for longer than so many milliseconds is told.
    static let stringNotice = 1000
    /// For so many milliseconds after an Escape key the rest of a sequence may still come: a line that stands still for seconds
    /// is not rare where the room is far from its terminals.
    static let escapeMemory = 5000
    /// What comes so many milliseconds after everything before it comes after a pause.
    static let pause = 1000

    /// How long a sequence that has begun is waited for, in milliseconds.
    let escapeDelay: Int
    private let descriptor: Int32
    private var decoder = KeyDecoder()
    private var lastByte = 0
    /// When the string began that is under way, and whether it has been told that it does not end.
    private var string: (began: Int, isTold: Bool)?
    private var lastPress: (event: MouseEvent, time: Int)?

    /// A reader of a terminal; ESCDELAY in the environment sets the delay, 0 to 1000 ms, else it is 25.
    init(descriptor: Int32, environment: [String: String]) {
        self.descriptor = descriptor
        escapeDelay = environment["ESCDELAY"].flatMap { Int($0) }.map { min(max($0, 0), 1000) } ?? 25
    }

    /// Milliseconds until ``timeOut()`` has something to do; nil when nothing is pending.
    var patience: Int? {
        guard let limit else { return nil }
        var due = lastByte + limit
        if let string, !string.isTold { due = min(due, string.began + InputReader.stringNotice) }
        return max(0, due - InputReader.now())
    }

    /// How long what is pending is waited for after its last byte, in milliseconds.
    private var limit: Int? {
        switch decoder.pending {
        case .escape?: escapeDelay
        case .stringEnd?: InputReader.stringEndPatience
        case .sequence?, .string?, .paste?: InputReader.begunPatience
        case nil: nil
        }
    }

    /// Ends what has been pending for too long, and tells of a string that does not end.
    mutating func timeOut() -> [TerminalInput] {
        guard let limit else { return [] }
        if InputReader.now() - lastByte >= limit {
            string = nil
            return decoder.timeOut()
        }
        return toldString()
    }

    /// Says once that a string does not end.
    private mutating func toldString() -> [TerminalInput] {
        guard let known = string, !known.isTold,
            decoder.isStringTooLong || InputReader.now() - known.began >= InputReader.stringNotice
        else { return [] }
        string?.isTold = true
        return [.ignored(.unendedString)]
    }

    /// Notes when a string began that is still under way.
    private mutating func followString() {
        switch decoder.pending {
        case .string?, .stringEnd?: string = string ?? (lastByte, false)
        default: string = nil
        }
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
            let before = lastByte
            lastByte = InputReader.now()
            if lastByte - before > InputReader.escapeMemory { decoder.forgetEscape() }
            let isAfterPause = lastByte - before >= InputReader.pause
            for input in decoder.feed(buffer[..<count], isAfterPause: isAfterPause) {
                if case .mouse(let event) = input { result.append(.mouse(paired(event))) } else { result.append(input) }
            }
            followString()
            result += toldString()
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
