import DispatchModel
import TerminalKit
import Wording

/// A node of the tree of chords.
struct KeyTrie: Sendable {
    /// What a key leads to.
    indirect enum Branch: Sendable {
        /// A command.
        case command(CommandName)
        /// Further keys.
        case chords(KeyTrie)

        /// The further keys, if it leads to some.
        var chords: KeyTrie? {
            if case .chords(let node) = self { node } else { nil }
        }
    }

    /// What each key leads to.
    private(set) var branches: [Key: Branch] = [:]
    /// The keys in the order they were bound.
    private(set) var order: [Key] = []
    /// What the chords below are about.
    private(set) var title = BilingualText("more…", "更多…")

    /// Binds a chord below this node; `path` is what was typed to come here.
    mutating func insert(_ command: CommandName, at keys: ArraySlice<Key>, path: [String] = []) {
        guard let key = keys.first else { return }
        if branches[key] == nil { order.append(key) }
        guard keys.count > 1 else {
            branches[key] = .command(command)
            return
        }
        var next = branches[key]?.chords ?? KeyTrie()
        let nextPath = path + [KeyNotation.text(of: key)]
        if let title = Catalogue.chordTitle(nextPath) { next.title = title }
        next.insert(command, at: keys.dropFirst(), path: nextPath)
        branches[key] = .chords(next)
    }
}
