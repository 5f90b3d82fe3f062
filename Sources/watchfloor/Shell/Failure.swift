import DispatchModel
import Foundation
import Wording

/// The exit codes of the program.
enum ExitStatus: Int32 {
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
struct Failure: Error {
    var code: ExitStatus
    var message: String
    var remedy: String

    init(_ code: ExitStatus, _ message: String, remedy: String = "") {
        self.code = code
        self.message = message
        self.remedy = remedy
    }

    /// Says it on standard error.
    func tell() {
        printError("watchfloor: " + message)
        if !remedy.isEmpty { printError("  " + remedy) }
    }
}

/// Writes a line to standard error, made safe to show.
func printError(_ text: String) {
    writeError(withoutControls(text) + "\n")
}

/// The language of the command line, before any option is read: `--locale` wins over the environment.
let shellLanguage: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
        if argument == "--locale", index + 1 < arguments.count, let named = Language(localeName: arguments[index + 1]) {
            return named
        }
        if argument.hasPrefix("--locale="), let named = Language(localeName: String(argument.dropFirst(9))) {
            return named
        }
    }
    return Language(environment: ProcessInfo.processInfo.environment)
}()

/// The text in the language of the command line.
func say(_ english: String, _ chinese: String) -> String {
    shellLanguage == .chinese ? chinese : english
}
