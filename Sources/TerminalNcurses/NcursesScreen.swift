import CNcursesw
import Glibc
import TerminalKit

/// A terminal through ncurses: the only place that touches ncurses, the tty and signals.
///
/// One at a time: ncurses and signal handlers belong to the process. All calls come from one thread.
package final class NcursesScreen: Screen {
    /// What can be chosen when a screen is opened.
    package struct Options: Sendable {
        /// The environment; TERM, COLORTERM, NO_COLOR, ESCDELAY, TMUX, STY and the locale are read from it.
        package var environment: [String: String]
        /// Reports presses and the wheel; takes the terminal's own selecting of text away.
        package var mouse: Bool
        /// Sixteen colours of `RRGGBB` for the Linux console (`TERM=linux`, console_codes(4)), set while the screen is open and
        /// given back with it, however that ends; nil to leave its own.
        package var palette: [String]?
        /// What is written after the terminal was given back because of a crash.
        package var crashMessage: String
        /// What a process beside this one does for a terminal whose program was killed; nil for none.
        package var keeper: Keeper?

        /// Creates options.
        package init(
            environment: [String: String], mouse: Bool = false, palette: [String]? = nil, keeper: Keeper? = nil,
            crashMessage: String =
                "watchfloor ended because of an error in the program; nothing that was recorded is lost."
        ) {
            self.environment = environment
            self.mouse = mouse
            self.palette = environment["TERM"] == "linux" ? palette : nil
            self.crashMessage = crashMessage
            self.keeper = keeper
        }
    }

    /// The present size; it changes only together with a `.resized` input.
    package private(set) var size: Size
    /// How many colours it shows; none when NO_COLOR asks for none.
    package let depth: ColourDepth
    /// False where the locale is not UTF-8.
    package let unicode: Bool

    let options: Options
    let input: Int32
    /// What is sent to the terminal and not taken yet.
    var output: TerminalOutput
    var writer: CellWriter
    var cursor: (column: Int, row: Int)?
    /// What a terminal that takes nothing is owed once it does.
    var owed = Owed()
    /// How long the end of a terminal's use waits for it, in milliseconds.
    var lastPatience = 1000
    var isOpen = true
    var reportsMouse: Bool
    private let screen: OpaquePointer
    private let files: (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)
    /// What happened outside `inputs` and is still to be reported by it.
    private var waiting: [TerminalInput] = []
    private var reader: InputReader
    /// True until there is a whole frame to see: what is typed before it is meant for something else.
    var awaitsFrame = true
    /// True once a whole frame was handed to the terminal since it was taken.
    var hasFrame = false
    /// Keys and pastes that came before the frame.
    private var typedAhead = 0
    let pipe: (read: Int32, write: Int32)
    /// Who gives the terminal back for a program that was killed.
    var keeper: TerminalKeeper?

    /// Throws unless a screen can be opened there, as far as can be seen without opening it.
    package static func check(
        input: Int32 = 0, output: Int32 = 1, environment: [String: String]
    ) throws(TerminalError) {
        guard isatty(input) == 1, isatty(output) == 1 else { throw TerminalError(.notATerminal) }
        _ = try TerminalDescription(environment: environment, output: output)
    }

    /// Opens the terminal: full screen, keys as they come, our signal handlers.
    package init(input: Int32 = 0, output: Int32 = 1, options: Options) throws(TerminalError) {
        guard isatty(input) == 1, isatty(output) == 1 else { throw TerminalError(.notATerminal) }
        self.options = options
        reportsMouse = options.mouse
        self.input = input
        unicode = CharacterSet.adopt(options.environment)
        let description = try TerminalDescription(environment: options.environment, output: output)
        pipe = try NcursesScreen.makePipe()
        self.output = try TerminalOutput(terminal: output)
        signalState.pointee.pipe = pipe.write
        tcgetattr(input, &signalState.pointee.settings)
        let opened = try NcursesScreen.open(description.name, input: input, output: self.output.memory)
        screen = opened.screen
        files = (opened.input, opened.output)
        writer = CellWriter(isDirect: description.isDirect, unicode: unicode)
        depth = NcursesScreen.depth(options.environment, isDirect: description.isDirect)
        reader = InputReader(descriptor: input, environment: options.environment)
        size = Size(columns: 0, rows: 0)
        // Nothing has reached the terminal so far.
        prepareRestore()
        Signals.install()
        startKeeper()
        takeKeys()
        size = measured()
        resizeterm(Int32(size.rows), Int32(size.columns))
        send(modesOn)
    }

    deinit {
        close()
    }

    /// The first whole frame is out: what had been typed by then is dropped, and that is told.
    func dropTypedAhead() {
        var polled = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        if poll(&polled, 1, 0) > 0, polled.revents & Int16(POLLIN) != 0 { waiting += withoutTyped(reader.read()) }
        awaitsFrame = false
        if typedAhead > 0 { waiting.append(.ignored(.typedAhead(typedAhead))) }
        typedAhead = 0
    }

    /// What is no key and no paste; those are counted.
    private func withoutTyped(_ inputs: [TerminalInput]) -> [TerminalInput] {
        inputs.filter { input in
            switch input {
            case .key, .paste: typedAhead += 1
            case .mouse: break
            case .resized, .resumed, .reload, .ignored, .ended: return true
            }
            return false
        }
    }

    /// Waits for input and returns all there is.
    package func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput] {
        guard isOpen else { return [.ended(signal: SIGHUP)] }
        if !waiting.isEmpty {
            defer { waiting.removeAll() }
            return waiting
        }
        let patience = milliseconds.map { Int32(clamping: $0) } ?? -1
        var result = wait(shorter(patience, reader.patience), wake: descriptor)
        // A sequence that has begun is waited for here, so that a lone Escape is answered without another round.
        while result.isEmpty, let left = reader.patience, left <= reader.escapeDelay {
            result = left > 0 ? wait(Int32(left), wake: nil) : reader.timeOut()
            if left == 0 { break }
        }
        return awaitsFrame ? withoutTyped(result) : result
    }

    private func shorter(_ milliseconds: Int32, _ other: Int?) -> Int32 {
        guard let other else { return milliseconds }
        return milliseconds < 0 ? Int32(clamping: other) : min(milliseconds, Int32(clamping: other))
    }

    /// One round of poll; takes in whatever is ready.
    private func wait(_ milliseconds: Int32, wake descriptor: Int32?) -> [TerminalInput] {
        var polled = [
            pollfd(fd: input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipe.read, events: Int16(POLLIN), revents: 0),
            pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: output.isBehind ? output.descriptor : -1, events: Int16(POLLOUT), revents: 0),
        ]
        let count = poll(&polled, nfds_t(polled.count), milliseconds)
        guard count > 0 else { return [] }
        if polled[3].revents != 0 {
            // It may read what was typed, so what poll said of that holds no longer.
            catchUp()
            return []
        }
        var result: [TerminalInput] = []
        if polled[1].revents != 0 { result += takeSignals() }
        if polled[0].revents & Int16(POLLIN) != 0 {
            // A report that nobody asked for is another program's.
            let read = reader.read().filter { if case .mouse = $0 { reportsMouse } else { true } }
            result += awaitsFrame ? withoutTyped(read) : read
        } else if polled[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
            result.append(.ended(signal: SIGHUP))
        }
        return result
    }

    private func takeSignals() -> [TerminalInput] {
        var numbers = [UInt8](repeating: 0, count: 64)
        let count = read(pipe.read, &numbers, numbers.count)
        guard count > 0 else { return [] }
        var result: [TerminalInput] = []
        for number in Set(numbers[..<count]).sorted() {
            switch Int32(number) {
            case SIGWINCH:
                if let size = resize() { result.append(.resized(size)) }
            case SIGTSTP: result += suspended()
            case SIGCONT: result += resume()
            case SIGUSR1: result.append(.reload)
            default: result.append(.ended(signal: Int32(number)))
            }
        }
        return result
    }

    /// Gives the terminal back and stops the process as Ctrl-Z does; returns after it was continued. The next `inputs` says
    /// `.resumed`, and `.resized` if the terminal has a new size.
    package func suspend() {
        guard isOpen else { return }
        waiting += suspended()
    }

    private func suspended() -> [TerminalInput] {
        giveBack()
        keeper?.say(.released)
        Signals.stop()
        keeper?.say(.taken)
        return resume()
    }

    /// Takes the terminal again after the process was stopped.
    private func resume() -> [TerminalInput] {
        takeKeys()
        (awaitsFrame, hasFrame) = (true, false)
        let new = resize()
        invalidate()
        cursor = nil
        curs_set(0)
        watchfloor_leave_cursor(1)
        owed.modes = true
        catchUp()
        return [.resumed] + (new.map { [.resized($0)] } ?? [])
    }

    /// Takes the real size over; nil when it is the same.
    private func resize() -> Size? {
        let new = measured()
        guard new != size else { return nil }
        resizeterm(Int32(new.rows), Int32(new.columns))
        size = new
        invalidate()
        return new
    }

    /// The size the kernel knows, else the one ncurses assumes.
    private func measured() -> Size {
        let window = watchfloor_window_size(output.descriptor)
        guard window.ws_col > 0, window.ws_row > 0 else {
            return Size(columns: Int(watchfloor_columns()), rows: Int(watchfloor_lines()))
        }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// Gives the terminal back.
    package func close() {
        guard isOpen else { return }
        giveBack()
        dismissKeeper()
        isOpen = false
        signalState.pointee.terminal = -1
        signalState.pointee.pipe = -1
        Signals.remove()
        delscreen(screen)
        fclose(files.input)
        fclose(files.output)
        output.close()
        Glibc.close(pipe.read)
        Glibc.close(pipe.write)
    }
}
