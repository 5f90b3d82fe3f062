import DispatchModel
import TerminalKit
import Wording

/// Keys bound to a command in a mode, and where that was said.
package struct Binding: Hashable, Sendable {
    /// Where a binding comes from.
    package enum Origin: Hashable, Sendable {
        /// The program's own.
        case builtIn
        /// A user's file, its line from 1 and its column in characters from 1.
        case file(String, line: Int, column: Int)
    }

    /// The mode.
    package var mode: Mode
    /// One key, or the keys of a chord.
    package var keys: [Key]
    /// The command.
    package var command: CommandName
    /// Where it was said.
    package var origin: Origin

    /// Creates a binding.
    package init(mode: Mode, keys: [Key], command: CommandName, origin: Origin) {
        self.mode = mode
        self.keys = keys
        self.command = command
        self.origin = origin
    }

    /// The default keys of the operator's commands and of the trainer's.
    static let builtIn: [Binding] =
        Catalogue.entries.flatMap { entry in
            entry.defaultKeys.flatMap { bindings(of: entry.name, $0.notations, in: $0.mode) }
        }
        + TrainerOrder.all.flatMap(\.ways).flatMap { bindings(of: $0.command, $0.keys, in: .trainer) }

    /// A notation that cannot be read would leave its command keyless; a test reads every one.
    private static func bindings(of command: CommandName, _ notations: [String], in mode: Mode) -> [Binding] {
        notations.compactMap { notation in
            (try? KeyNotation.parse(notation)).map {
                Binding(mode: mode, keys: $0, command: command, origin: .builtIn)
            }
        }
    }
}

extension Binding.Origin {
    /// The place as a person reads it: `keys.toml:3:1`, or that it is built in.
    package var description: BilingualText {
        switch self {
        case .builtIn: BilingualText("built-in default", "内置默认")
        case .file(let name, let line, let column):
            BilingualText("\(name):\(line):\(column)", "\(name):\(line):\(column)")
        }
    }
}
