import CNcursesw
import Formats
import Glibc
import TerminalKit

extension NcursesScreen {
    /// A pipe for signal handlers: neither end ever blocks, neither is inherited by a program we start.
    static func makePipe() throws(TerminalError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw TerminalError(.system(errno)) }
        for end in ends {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        return (ends[0], ends[1])
    }

    /// ncurses on two descriptors of its own, so that closing it leaves the caller's open. It writes into a file and so does
    /// not touch the terminal's settings, which are ours.
    static func open(
        _ name: String, input: Int32, output: Int32
    ) throws(TerminalError) -> (
        screen: OpaquePointer, input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>
    ) {
        guard let inputFile = fdopen(dup(input), "r") else { throw TerminalError(.system(errno)) }
        guard let outputFile = fdopen(dup(output), "w") else {
            fclose(inputFile)
            throw TerminalError(.system(errno))
        }
        use_env(true)
        guard let screen = newterm(name, outputFile, inputFile) else {
            fclose(inputFile)
            fclose(outputFile)
            throw TerminalError(.unknownTerminal(name))
        }
        set_term(screen)
        nonl()
        // We read the terminal ourselves; ncurses must not look for keys while it paints.
        typeahead(-1)
        watchfloor_prepare_window()
        if has_colors() {
            start_color()
            use_default_colors()
        }
        curs_set(0)
        watchfloor_leave_cursor(1)
        return (screen, inputFile, outputFile)
    }

    /// How many colours to draw with.
    static func depth(_ environment: [String: String], isDirect: Bool) -> ColourDepth {
        guard (environment["NO_COLOR"] ?? "").isEmpty, has_colors() else { return .mono }
        if isDirect { return .direct }
        return switch watchfloor_colours() {
        case 256...: .indexed256
        case 16...: .sixteen
        case 8...: .eight
        default: .mono
        }
    }

    /// Writes down what a signal handler needs to give the terminal back.
    func prepareRestore() {
        var bytes = modesOff
        for name in ["sgr0", "op", "rmcup", "cnorm"] { bytes += Capability.string(name) }
        let message = Array("\r\n\(Sanitiser.visible(options.crashMessage))\r\n".utf8)
        // Kept for as long as the process lives: a handler may be reading it at any moment.
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + message.count)
        memory.initialize(from: bytes + message, count: bytes.count + message.count)
        signalState.pointee.restore = memory
        signalState.pointee.restoreCount = bytes.count
        signalState.pointee.message = memory + bytes.count
        signalState.pointee.messageCount = message.count
        signalState.pointee.input = input
        signalState.pointee.isOwn = output.isOwn
        signalState.pointee.terminal = output.descriptor
    }

    /// What the terminal is told beside what ncurses tells it.
    var modesOn: [UInt8] { Modes.on(mouse: reportsMouse) + (options.palette.map(Modes.palette) ?? []) }
    /// The same back to how it was.
    var modesOff: [UInt8] { Modes.off(mouse: true) + (options.palette == nil ? [] : Modes.ownPalette) }

    /// Keys come one by one and as they are, nothing is echoed, and nothing that is sent is changed on its way.
    func takeKeys() {
        var settings = signalState.pointee.settings
        settings.c_iflag &= ~tcflag_t(IXON | BRKINT | PARMRK | ICRNL | INLCR | IGNCR | ISTRIP)
        settings.c_oflag &= ~tcflag_t(OPOST)
        settings.c_lflag &= ~tcflag_t(ICANON | ISIG | IEXTEN | ECHO | ECHONL)
        // VMIN and VTIME: a read gives what there is.
        settings.c_cc.6 = 1
        settings.c_cc.5 = 0
        tcsetattr(input, TCSANOW, &settings)
    }
}

/// Modes of the terminal that ncurses does not know.
enum Modes {
    /// Bracketed paste, and reports of the mouse if wanted.
    static func on(mouse: Bool) -> [UInt8] {
        Array(("\u{1B}[?2004h" + (mouse ? "\u{1B}[?1000h\u{1B}[?1006h" : "")).utf8)
    }

    /// Back to how it was.
    static func off(mouse: Bool) -> [UInt8] {
        Array(("\u{1B}[?2004l" + (mouse ? "\u{1B}[?1006l\u{1B}[?1000l" : "")).utf8)
    }

    /// The colours of the Linux console.
    static func palette(_ colours: [String]) -> [UInt8] {
        Array(colours.prefix(16).enumerated().map { "\u{1B}]P\(String($0, radix: 16))\($1)" }.joined().utf8)
    }

    /// The colours that the Linux console has of itself.
    static let ownPalette = Array("\u{1B}]R".utf8)
}

/// Why no screen could be opened, and what to do about the terminal. What does without one only the program knows.
package struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is the matter.
    package enum Code: Hashable, Sendable {
        /// Input or output is no terminal.
        case notATerminal
        /// TERM is not set, or there is no description of such a terminal.
        case unknownTerminal(String)
        /// The terminal cannot move its cursor.
        case tooSimple(String)
        /// The system refused a descriptor or a pipe.
        case system(Int32)
    }

    /// What is the matter.
    package let code: Code

    init(_ code: Code) {
        self.code = code
    }

    /// What is the matter and what to do, in English.
    package var description: String {
        switch code {
        case .notATerminal:
            "no terminal: input and output must be a terminal, not a pipe or a file"
        case .unknownTerminal(""):
            "no terminal type: the variable TERM is not set; try `TERM=xterm-256color watchfloor`"
        case .unknownTerminal(let name):
            "unknown terminal type “\(name)”: install its description (Debian: `apt install ncurses-term`) or try "
                + "`TERM=xterm-256color watchfloor`"
        case .tooSimple(let name):
            "the terminal type “\(name)” cannot move its cursor; try `TERM=xterm-256color watchfloor`"
        case .system(let number):
            "the terminal could not be opened (error \(number)); close other programs that hold many files open and try again"
        }
    }

    /// The same in Simplified Chinese.
    package var chineseDescription: String {
        switch code {
        case .notATerminal: "没有终端：输入和输出必须是终端，而不是管道或文件"
        case .unknownTerminal(""): "未设置终端类型（环境变量 TERM）；可尝试 TERM=xterm-256color watchfloor"
        case .unknownTerminal(let name):
            "未知的终端类型“\(name)”：请安装其描述（Debian：apt install ncurses-term），或尝试 TERM=xterm-256color watchfloor"
        case .tooSimple(let name): "终端类型“\(name)”不能移动光标；可尝试 TERM=xterm-256color watchfloor"
        case .system(let number): "无法打开终端（错误 \(number)）；请关闭占用大量文件的程序后重试"
        }
    }
}
