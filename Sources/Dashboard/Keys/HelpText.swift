import DispatchModel
import TerminalKit
import Wording

/// Help made from the keymap and the catalogue, so that it always says what the keys do.
package struct HelpText: Hashable, Sendable, Codable {
    /// A key or chord of a command.
    package struct Keys: Hashable, Sendable, Codable {
        /// The key in key notation.
        package var keys: String
        /// The modes in which it runs the command.
        package var modes: [Mode]
    }

    /// A command's line.
    package struct Row: Hashable, Sendable, Codable {
        /// The command; it runs as `:name` too.
        package var name: CommandName
        /// Its keys, the user's own first.
        package var keys: [Keys]
        /// What may follow `:name`, if anything may.
        package var argument: String?
        /// Other names on the `:` line.
        package var aliases: [String]
        /// One line of help.
        package var help: String
        /// Why it cannot run now, if it cannot.
        package var disabledReason: String?
    }

    /// The commands of a group.
    package struct Section: Hashable, Sendable, Codable {
        /// The group.
        package var group: CommandGroup
        /// Its heading.
        package var title: String
        /// Its commands.
        package var rows: [Row]
    }

    /// The language of the texts.
    package var language: Language
    /// The groups that have commands.
    package var sections: [Section]

    /// Help on every command, or on those that have a key in a chain of modes.
    ///
    /// - Parameters:
    ///   - keymap: The keys that hold.
    ///   - language: The language of the texts.
    ///   - chain: The modes to explain; nil for all modes and for the commands that have no key.
    ///   - disabledReason: Why a command cannot run now; nil when it can.
    package init(
        keymap: Keymap, language: Language, chain: [Mode]? = nil,
        disabledReason: (CommandName) -> String? = { _ in nil }
    ) {
        self.language = language
        sections = CommandGroup.allCases.compactMap { group in
            let entries = Catalogue.entries.filter { $0.group == group }
            let rows = entries.compactMap { entry -> Row? in
                let keys = Self.keys(of: entry.name, keymap: keymap, chain: chain)
                guard chain == nil || !keys.isEmpty else { return nil }
                return Row(
                    name: entry.name, keys: keys, argument: entry.argument?[language], aliases: entry.aliases,
                    help: entry.help[language], disabledReason: disabledReason(entry.name))
            }
            return rows.isEmpty ? nil : Section(group: group, title: group.title[language], rows: rows)
        }
    }

    /// A command's keys, each once, with the modes it holds in.
    private static func keys(of name: CommandName, keymap: Keymap, chain: [Mode]?) -> [Keys] {
        let reachable = chain.map { Set(keymap.keys(for: name, chain: $0)) }
        var lines: [Keys] = []
        for binding in keymap.bindings(of: name) {
            if let chain, let reachable {
                let isInChain = chain.contains(binding.mode) || binding.mode == .always
                guard isInChain, reachable.contains(binding.keys) else { continue }
            }
            let text = KeyNotation.text(of: binding.keys)
            if let index = lines.firstIndex(where: { $0.keys == text }) {
                lines[index].modes.append(binding.mode)
            } else {
                lines.append(Keys(keys: text, modes: [binding.mode]))
            }
        }
        return lines
    }
}

extension HelpText.Row {
    /// The keys in one text: `r (dispatch, detail); p (assign)`. Keys of every pane have no mode beside them.
    package func keysText(in language: Language) -> String {
        let (comma, stop) = language == .chinese ? ("、", "；") : (", ", "; ")
        var parts: [(keys: [String], place: String)] = []
        for key in keys {
            let isGeneral = key.modes.contains(.normal) || key.modes.contains(.always)
            let place = isGeneral ? "" : key.modes.map { $0.title[language] }.joined(separator: comma)
            if let last = parts.indices.last, parts[last].place == place {
                parts[last].keys.append(key.keys)
            } else {
                parts.append(([key.keys], place))
            }
        }
        return parts.map { part in
            let keys = part.keys.joined(separator: ", ")
            if part.place.isEmpty { return keys }
            return language == .chinese ? "\(keys)（\(part.place)）" : "\(keys) (\(part.place))"
        }.joined(separator: stop)
    }

    /// The command as typed on the `:` line, with what may follow.
    package var commandText: String {
        ":" + name.rawValue + (argument.map { " " + $0 } ?? "")
    }
}
