import DispatchModel
import TerminalKit
import Wording

/// A key and its label in the bar at the bottom.
package struct CommandHint: Hashable, Sendable {
    /// The command.
    package var command: CommandName
    /// The key or chord in key notation.
    package var keys: String
    /// A label of a word or two.
    package var label: String

    /// Creates a hint.
    package init(command: CommandName, keys: String, label: String) {
        self.command = command
        self.keys = keys
        self.label = label
    }
}

extension Keymap {
    /// The keys worth showing in a chain of modes, the most important first; show as many as there is room for.
    ///
    /// - Parameters:
    ///   - chain: The modes keys are looked up in now.
    ///   - language: The language of the labels.
    ///   - enabled: Whether a command can run now; others are left out.
    package func hints(
        chain: [Mode], language: Language, enabled: (CommandName) -> Bool = { _ in true }
    ) -> [CommandHint] {
        var ranked: [(importance: Int, hint: CommandHint)] = []
        for entry in Catalogue.entries {
            guard let hint = entry.hint, entry.makesSense(in: chain), enabled(entry.name),
                let keys = keys(for: entry.name, chain: chain).first
            else { continue }
            let shown = CommandHint(command: entry.name, keys: KeyNotation.text(of: keys), label: hint.label[language])
            ranked.append((hint.importance, shown))
        }
        // Equal importance keeps the catalogue's order.
        let order = ranked.indices.sorted { (ranked[$0].importance, $0) < (ranked[$1].importance, $1) }
        return order.map { ranked[$0].hint }
    }
}
