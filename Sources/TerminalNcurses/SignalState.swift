import CNcursesw
import Glibc

/// What signal handlers need, in memory that never moves. Handlers only read it, write to the pipe and call functions that
/// POSIX lists as async-signal-safe.
struct SignalState {
    /// The end of the pipe that handlers write signal numbers to; -1 while no screen is open.
    var pipe: Int32 = -1
    /// Where the terminal is given back; -1 while no screen is open.
    var terminal: Int32 = -1
    /// Whether that descriptor never waits.
    var isOwn = false
    /// The terminal whose settings are put back.
    var input: Int32 = -1
    /// The terminal's settings before the screen was opened.
    var settings = termios()
    /// The bytes that give the terminal back.
    var restore: UnsafeMutablePointer<UInt8>?
    /// How many they are.
    var restoreCount = 0
    /// What follows them, so that the reason is seen after the screen is gone.
    var message: UnsafeMutablePointer<UInt8>?
    /// How many bytes the message has.
    var messageCount = 0
    /// Where the keeper of the terminal is told that it is not needed; -1 for none.
    var keeper: Int32 = -1
    /// Whether somebody asked for a backtrace, by `SWIFT_BACKTRACE`.
    var wantsBacktrace = false
    /// The handlers before ours, by signal number.
    var previous: UnsafeMutablePointer<sigaction>
}

/// The one state of the process, because signals belong to the process. A constant pointer, made before a handler is installed,
/// because a handler must not run any code that may allocate or lock; that is also why no lock guards it. It is written while
/// a screen opens and closes, and handlers read it.
nonisolated(unsafe) let signalState: UnsafeMutablePointer<SignalState> = {
    let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    previous.initialize(repeating: sigaction(), count: 65)
    let state = UnsafeMutablePointer<SignalState>.allocate(capacity: 1)
    state.initialize(to: SignalState(previous: previous))
    return state
}()

/// Installs and removes the handlers.
enum Signals {
    /// Reported through the pipe: what the terminal and its user have to say, and every signal that would end the program
    /// without being a fault of its own. Those end it in order, with everything recorded and the terminal given back.
    static let reported =
        [SIGWINCH, SIGTSTP, SIGCONT, SIGUSR1, SIGTERM, SIGHUP, SIGINT, SIGQUIT]
        + [SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGSTKFLT, SIGPOLL, SIGPWR]
        + Array(__libc_current_sigrtmin()...__libc_current_sigrtmax())
    /// The program is at its end: the terminal is given back at once.
    static let fatal = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]
    /// What tells of a write that also fails with an error: nothing is to be done. Not ignored but taken, so that programs we
    /// start find them as they were.
    static let passed = [SIGPIPE, SIGXFSZ]

    /// Takes over the signals. A signal that was ignored, as under nohup, stays ignored.
    static func install() {
        for signal in reported { install(signal, report) }
        for signal in passed { install(signal, pass) }
        installStack()
        // Without being asked Swift's own handler would stay on the terminal with a question, for half a minute.
        signalState.pointee.wantsBacktrace = getenv("SWIFT_BACKTRACE") != nil
        for signal in fatal {
            watchfloor_handle(
                signal, die, Int32(SA_NODEFER) | Int32(SA_ONSTACK), signalState.pointee.previous + Int(signal))
        }
    }

    /// Gives them back.
    static func remove() {
        for signal in reported + passed + fatal {
            watchfloor_restore_handler(signal, signalState.pointee.previous + Int(signal))
        }
    }

    /// Lets SIGTSTP stop the process, and returns after it was continued.
    static func stop() {
        watchfloor_default(SIGTSTP)
        raise(SIGTSTP)
        watchfloor_handle(SIGTSTP, report, SA_RESTART, nil)
    }

    private static func install(_ signal: Int32, _ handler: @convention(c) (Int32) -> Void) {
        let previous = signalState.pointee.previous + Int(signal)
        sigaction(signal, nil, previous)
        if watchfloor_is_ignored(signal) == 0 { watchfloor_handle(signal, handler, SA_RESTART, nil) }
    }

    /// A stack of its own for the handlers of fatal signals, which may come because the stack is full.
    private static func installStack() {
        let size = 64 * 1024
        var stack = stack_t()
        var present = stack_t()
        guard sigaltstack(nil, &present) == 0, present.ss_flags & Int32(SS_DISABLE) != 0 else { return }
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        stack.ss_size = size
        sigaltstack(&stack, nil)
    }
}

/// Sends the signal's number down the pipe.
private let report: @convention(c) (Int32) -> Void = { signal in
    let saved = errno
    var number = UInt8(truncatingIfNeeded: signal)
    if signalState.pointee.pipe >= 0 { _ = write(signalState.pointee.pipe, &number, 1) }
    errno = saved
}

/// Does nothing.
private let pass: @convention(c) (Int32) -> Void = { _ in }

/// Gives the terminal back, says so, and lets the system end the process; before it the handler that makes backtraces, if
/// somebody asked for one.
private let die: @convention(c) (Int32) -> Void = { signal in
    let state = signalState
    let terminal = state.pointee.terminal
    if terminal >= 0 {
        state.pointee.terminal = -1
        if let bytes = state.pointee.restore {
            writeAtLast(terminal, bytes, state.pointee.restoreCount, isOwn: state.pointee.isOwn)
        }
        tcsetattr(state.pointee.input, TCSANOW, &state.pointee.settings)
        if let bytes = state.pointee.message { writeAtLast(2, bytes, state.pointee.messageCount, isOwn: false) }
        if state.pointee.keeper >= 0 {
            var word = TerminalKeeper.Word.done.rawValue
            _ = write(state.pointee.keeper, &word, 1)
        }
    }
    if state.pointee.wantsBacktrace {
        sigaction(signal, state.pointee.previous + Int(signal), nil)
    } else {
        watchfloor_default(signal)
    }
    raise(signal)
}

/// Writes what must be written although the program is ending, and waits a second for a terminal that takes nothing; then what
/// the system holds for it makes room. Calls nothing that a signal handler may not call.
private func writeAtLast(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int, isOwn: Bool) {
    var written = max(0, writeAtOnce(descriptor, bytes, count, isOwn: isOwn))
    for _ in 0..<10 where written < count {
        var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&polled, 1, 100) > 0 else { continue }
        written += max(0, writeAtOnce(descriptor, bytes + written, count - written, isOwn: isOwn))
    }
    guard written < count else { return }
    tcflush(descriptor, TCOFLUSH)
    _ = writeAtOnce(descriptor, bytes, count, isOwn: isOwn)
}
