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
            let reading = reading(error)
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
