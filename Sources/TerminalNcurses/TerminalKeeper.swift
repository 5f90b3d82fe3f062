import CNcursesw
import Formats
import Glibc

/// A process beside a screen's own, which gives the terminal back when that was killed and could not do so itself, and covers
/// its picture while it is stopped. It needs no thread, no memory and no file of this program.
struct TerminalKeeper {
    /// What is said to it, a byte each.
    enum Word: UInt8 {
        /// The terminal was taken.
        case taken = 0x68
        /// The terminal was given back, for a while.
        case released = 0x72
        /// The program lives.
        case beat = 0x62
        /// It is not needed any more.
        case done = 0x71
    }

    /// Where it hears; closed with the program, however that ends.
    let line: Int32

    /// Starts one for the terminal of ``signalState``; nil when the system does not let it: then a screen does without.
    init?(_ wanted: NcursesScreen.Keeper, isUnicode: Bool) {
        let state = signalState.pointee
        var ends: [Int32] = [-1, -1]
        guard let restore = state.restore, Glibc.pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // A keeper that was stopped holds nobody up.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let message = Array("\r\n\(Sanitiser.visible(wanted.message))\r\n".utf8)
        let plate = TerminalKeeper.plate(wanted.plate.filter { isUnicode || $0.utf8.allSatisfy { $0 < 0x80 } })
        let failure = message.withUnsafeBufferPointer { message in
            plate.withUnsafeBufferPointer { plate in
                var keeper = watchfloor_keeper(
                    line: ends[0], output: state.terminal, input: state.input, settings: state.settings,
                    restore: restore, restore_count: state.restoreCount, message: message.baseAddress,
                    message_count: message.count, plate: plate.baseAddress, plate_count: plate.count,
                    patience: wanted.patience)
                return watchfloor_start_keeper(&keeper)
            }
        }
        Glibc.close(ends[0])
        guard failure == 0 else {
            Glibc.close(ends[1])
            return nil
        }
        line = ends[1]
    }

    /// Says something to it; false when it is gone.
    @discardableResult
    func say(_ word: Word) -> Bool {
        var byte = word.rawValue
        return write(line, &byte, 1) == 1 || errno != EPIPE
    }

    /// Lines at the top of an empty screen, whatever the terminal was in the midst of; nothing for none.
    private static func plate(_ lines: [String]) -> [UInt8] {
        guard !lines.isEmpty else { return [] }
        let cancel: [UInt8] = [0x18]
        let start = cancel + ["sgr0", "op", "clear", "bold", "rev"].flatMap { Capability.string($0) }
        return start + lines.map { " \(Sanitiser.visible($0)) " }.joined(separator: "\r\n").utf8
            + Capability.string("sgr0")
    }
}

extension NcursesScreen {
    /// What a keeper of the terminal says and shows.
    package struct Keeper: Sendable {
        /// What is written on standard error after the terminal was given back for a program that was killed.
        package var message: String
        /// What stands in place of the picture of a program that does not give its ``NcursesScreen/beat()`` any more, a line
        /// each; nothing for a program that gives none. A line beyond ASCII is left out where the locale is not UTF-8.
        package var plate: [String]
        /// How long it may give none, in milliseconds.
        package var patience: Int32

        /// Creates one.
        package init(message: String, plate: [String] = [], patience: Int32 = 0) {
            self.message = message
            self.plate = plate
            self.patience = patience
        }
    }

    /// Says that the program lives. A keeper that was killed is followed by another.
    package func beat() {
        guard isOpen, let keeper, !keeper.say(.beat) else { return }
        startKeeper()
    }

    /// Starts a keeper where one is wanted.
    func startKeeper() {
        guard let wanted = options.keeper else { return }
        if let keeper { Glibc.close(keeper.line) }
        keeper = TerminalKeeper(wanted, isUnicode: unicode)
        signalState.pointee.keeper = keeper?.line ?? -1
    }

    /// Lets the keeper go.
    func dismissKeeper() {
        guard let keeper else { return }
        keeper.say(.done)
        signalState.pointee.keeper = -1
        Glibc.close(keeper.line)
        self.keeper = nil
    }
}
