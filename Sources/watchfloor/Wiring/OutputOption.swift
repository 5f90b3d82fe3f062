import ArgumentParser
import Shell

/// The file that a command writes, the same for all that write one.
struct OutputOption: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            say("File to write (default, and -: standard output).", "输出文件（默认及 - 为标准输出）。"), valueName: "file"))
    var output: String?

    /// Where it is written, by a command that reads these files and data folders.
    func target(reading inputs: [String?] = []) throws -> NamedOutput {
        try NamedOutput(output, reading: inputs)
    }
}
