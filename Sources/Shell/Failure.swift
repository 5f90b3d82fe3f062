/// The exit codes of the program.
package enum ExitStatus: Int32 {
    /// All is well.
    case ok = 0
    /// Something went wrong.
    case failure = 1
    /// The command line, a mapping or another setting is wrong.
    case usage = 2
    /// There is no terminal to draw on.
    case noTerminal = 3
}

/// An error that ends the program, in words, with what to do about it.
package struct Failure: Error {
    /// The code that the program ends with.
    package var code: ExitStatus
    /// What went wrong, and where.
    package var message: String
    /// What to do about it; empty when there is nothing.
    package var remedy: String

    /// Creates one.
    package init(_ code: ExitStatus, _ message: String, remedy: String = "") {
        self.code = code
        self.message = message
        self.remedy = remedy
    }

    /// Says it on standard error, under the name of the program.
    package func tell(as program: String) {
        printError("\(program): " + message)
        if !remedy.isEmpty { printError("  " + remedy) }
    }
}

/// Writes a line to standard error, made safe to show.
package func printError(_ text: String) {
    writeError(withoutControls(text) + "\n")
}
