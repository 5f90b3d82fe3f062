import DispatchModel
import Foundation
import Wording

/// How a program of a command line ends: with its exit code, once all that it printed is out.
package struct Program {
    /// What is said goes under this name.
    package var name: String
    /// What the reader of arguments makes of an error of its own.
    package var reading: (any Error) -> Reading

    /// An error of the reader of arguments: its text, and the code with it.
    package struct Reading {
        /// What it says; empty for nothing.
        package var text: String
        /// The exit code.
        package var code: Int32

        /// Creates one.
        package init(text: String, code: Int32) {
            (self.text, self.code) = (text, code)
        }
    }

    /// A program of a name.
    package init(name: String, reading: @escaping (any Error) -> Reading) {
        (self.name, self.reading) = (name, reading)
    }

    /// Runs the work and what was printed to the end; says what went wrong and gives the exit code.
    package func end(_ work: () throws -> Void) -> Int32 {
        do {
            try work()
            try StandardOutput.finish()
            return ExitStatus.ok.rawValue
        } catch let failure as Failure {
            failure.tell(as: name)
            return failure.code.rawValue
        } catch is ReaderGone {
            return ExitStatus.ok.rawValue
        } catch {
            var reading = reading(error)
            reading.text = ArgumentWords.said(reading.text, in: shellLanguage)
            // What was asked for, such as help, is an answer like any other.
            guard reading.code != ExitStatus.ok.rawValue else {
                return end { if !reading.text.isEmpty { print(reading.text) } }
            }
            if !reading.text.isEmpty { printError(inOwnName(reading.text)) }
            return reading.code
        }
    }

    /// What the reader of arguments says, under the name that everything else is said under.
    private func inOwnName(_ text: String) -> String {
        text.hasPrefix("Error: ") ? "\(name): " + text.dropFirst("Error: ".count) : text
    }
}

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

/// The language of the command line, before any option is read: `--locale` wins over the environment.
package let shellLanguage: Language =
    LocaleArgument.names(in: CommandLine.arguments).lazy.compactMap(Language.init(localeName:)).first
    ?? Language(environment: ProcessInfo.processInfo.environment)

/// The option `--locale`, which is the same for every command.
package enum LocaleArgument {
    /// What arguments give it, in their order; what stands behind `--` is no option.
    package static func names(in arguments: [String]) -> [String] {
        let options = arguments.prefix { $0 != "--" }
        return options.indices.compactMap { index in
            if options[index].hasPrefix("--locale=") { return String(options[index].dropFirst("--locale=".count)) }
            return options[index] == "--locale" && index + 1 < options.endIndex ? options[index + 1] : nil
        }
    }

    /// Refuses a language that the program does not speak, whichever command it is given to.
    package static func check(_ arguments: [String]) throws {
        guard let name = names(in: arguments).first(where: { Language(localeName: $0) == nil }) else { return }
        throw Failure(
            .usage, say("--locale \(name): not en or zh-Hans", "--locale \(name)：须为 en 或 zh-Hans"))
    }
}

/// The text in the language of the command line.
package func say(_ english: String, _ chinese: String) -> String {
    shellLanguage == .chinese ? chinese : english
}
