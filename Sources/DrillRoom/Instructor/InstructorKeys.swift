import Dashboard
import TerminalKit
import Wording

/// What the trainer's keys are for: the bar, the help and the keys that sentences name, as the table and `keys.toml` have it.
struct InstructorKeys {
    /// The keys that hold.
    let keymap: Keymap
    let words: Words

    private func keys(of command: CommandName) -> [[Key]] { keymap.keys(for: command, chain: Mode.trainer.chain) }

    /// The first key of a command in key notation; empty when it has none.
    func text(of command: CommandName, in mode: Mode = .trainer) -> String {
        keymap.keys(for: command, chain: mode.chain).first.map { KeyNotation.text(of: $0) } ?? ""
    }

    /// The bar, the most useful first.
    var bar: [KeyHint] {
        TrainerOrder.bar.compactMap { order in
            let keys = order.ways.filter(\.isInBar).map { text(of: $0.command) }.filter { !$0.isEmpty }
            guard let label = order.hint?.label, !keys.isEmpty else { return nil }
            return KeyHint(keys.joined(separator: " "), label[words.language])
        }
    }

    /// The keys that may follow in a chord.
    func bar(after continuations: [Keymap.Continuation]) -> [KeyHint] {
        continuations.map { KeyHint(KeyNotation.text(of: $0.key), $0.label(in: words.language)) }
    }

    /// Every order with its keys.
    var help: [KeyHint] {
        TrainerOrder.all.compactMap { order in
            let keys = keysText(order)
            guard let help = order.help, !keys.isEmpty else { return nil }
            return KeyHint(keys, help[words.language])
        }
    }

    /// The first keys of an order's commands, then their second ones: `j k, arrows`.
    private func keysText(_ order: TrainerOrder) -> String {
        let all = order.ways.map { keys(of: $0.command) }
        let most = all.map(\.count).max() ?? 0
        return words.list((0..<most).map { place in keysText(all.filter { place < $0.count }.map { $0[place] }) })
    }

    private func keysText(_ keys: [[Key]]) -> String {
        if Set(keys) == [[Key(.up)], [Key(.down)]] { return words.exercise.arrowKeys }
        return keys.map(keycap).joined(separator: " ")
    }

    /// A key as it stands on a keyboard: `Enter`, `F1`.
    private func keycap(_ keys: [Key]) -> String {
        if keys == [Key(.character(" "))] { return words.exercise.spaceKey }
        let text = KeyNotation.text(of: keys)
        guard text.count > 1, text.allSatisfy({ $0.isLetter || $0.isNumber }) else { return text }
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
