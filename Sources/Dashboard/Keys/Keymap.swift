import DispatchModel
import TerminalKit
import Wording

/// What keys do, mode by mode. Built once from bindings; a lookup only walks.
package struct Keymap: Sendable {
    /// What a key press comes to.
    package enum Outcome: Hashable, Sendable {
        /// The keys are complete.
        case command(CommandName)
        /// The keys begin a chord; these keys may follow.
        case pending([Continuation])
        /// The keys mean nothing here. A pending chord is at an end.
        case none
    }

    /// A key that may follow in a chord: a line of the which-key box.
    package struct Continuation: Hashable, Sendable {
        /// What the key leads to.
        package enum Target: Hashable, Sendable {
            /// A command.
            case command(CommandName)
            /// A further chord, with its title.
            case chord(BilingualText)
        }

        /// The key.
        package var key: Key
        /// What it leads to.
        package var target: Target

        /// What to show after the key.
        package func label(in language: Language) -> String {
            switch target {
            case .command(let name): Catalogue.help(of: name)[language]
            case .chord(let title): title[language]
            }
        }
    }

    /// Every binding, mode by mode and in the order given.
    package let bindings: [Binding]
    private let roots: [KeyTrie]
    private let byCommand: [CommandName: [Binding]]

    /// The bindings the program comes with.
    package static let builtIn = Keymap(bindings: Binding.builtIn)

    /// Builds a keymap. Where two bindings cannot both stand (one is the other, or its beginning) the later one does.
    package init(bindings: [Binding]) {
        var roots = [KeyTrie](repeating: KeyTrie(), count: Mode.allCases.count)
        for binding in bindings where !binding.keys.isEmpty {
            roots[binding.mode.ordinal].insert(binding.command, at: binding.keys[...])
        }
        self.roots = roots
        byCommand = Dictionary(grouping: bindings, by: \.command)
        self.bindings = bindings
    }

    /// What a key means after the keys already pending in a chain of modes, the most particular mode first.
    ///
    /// A key of `always` means its command in every chain and in the middle of every chord. In command modes a key
    /// of another keyboard layout means the Latin key at its place when it is not bound itself; in a text field that
    /// holds only together with Control or Alt.
    package func lookup(chain: [Mode], pending: [Key], key: Key) -> Outcome {
        let always = roots[Mode.always.ordinal]
        if case .command(let name)? = always.branches[key] { return .command(name) }
        let isText = chain.contains(.input)
        var nodes = [always] + chain.filter { $0 != .always }.map { roots[$0.ordinal] }
        for pendingKey in pending {
            nodes = step(nodes, pendingKey, isText: isText).compactMap { $0.chords }
        }
        let found = step(nodes, key, isText: isText)
        switch found.first {
        case .command(let name): return .command(name)
        case .chords: return .pending(continuations(of: found.compactMap { $0.chords }))
        case nil: break
        }
        // Nothing goes on with the chord; a key of another layout may still be one that is live everywhere.
        guard case .command(let name)? = step([always], key, isText: isText).first else { return .none }
        return .command(name)
    }

    /// The keys, single ones first, that run a command in a chain of modes; none that another mode hides.
    package func keys(for command: CommandName, chain: [Mode]) -> [[Key]] {
        let modes = chain.contains(.always) ? chain : chain + [.always]
        let own = byCommand[command] ?? []
        let candidates = modes.flatMap { mode in own.filter { $0.mode == mode }.map(\.keys) }
        var seen: Set<[Key]> = []
        let reachable = candidates.filter { keys in
            seen.insert(keys).inserted && isReachable(keys, command, chain: chain)
        }
        return reachable.filter { $0.count == 1 } + reachable.filter { $0.count > 1 }
    }

    /// The bindings of a command in every mode, in the order given.
    package func bindings(of command: CommandName) -> [Binding] {
        byCommand[command] ?? []
    }

    /// Whether typing keys one after the other runs the command.
    private func isReachable(_ keys: [Key], _ command: CommandName, chain: [Mode]) -> Bool {
        for (index, key) in keys.enumerated() {
            let outcome = lookup(chain: chain, pending: Array(keys[..<index]), key: key)
            if index == keys.count - 1 { return outcome == .command(command) }
            guard case .pending = outcome else { return false }
        }
        return false
    }

    /// Where a key leads from each of some nodes that knows it.
    private func step(_ nodes: [KeyTrie], _ key: Key, isText: Bool) -> [KeyTrie.Branch] {
        let found = nodes.compactMap { $0.branches[key] }
        guard found.isEmpty, !isText || !key.modifiers.isDisjoint(with: [.control, .alt]) else { return found }
        guard let latin = LatinPlace.key(for: key) else { return [] }
        return nodes.compactMap { $0.branches[latin] }
    }

    /// The which-key lines of nodes; where two know a key the earlier one counts.
    private func continuations(of nodes: [KeyTrie]) -> [Continuation] {
        var seen: Set<Key> = []
        var lines: [Continuation] = []
        for node in nodes {
            for key in node.order where seen.insert(key).inserted {
                switch node.branches[key] {
                case .command(let name): lines.append(Continuation(key: key, target: .command(name)))
                case .chords(let next): lines.append(Continuation(key: key, target: .chord(next.title)))
                case nil: break
                }
            }
        }
        return lines
    }
}
