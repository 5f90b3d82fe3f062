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
