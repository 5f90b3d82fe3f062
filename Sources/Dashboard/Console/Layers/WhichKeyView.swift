import Wording

/// What may follow the keys pressed so far. It takes no keys: what they mean stays with the pane beneath.
package struct WhichKeyView: Sendable {
    /// The keys pressed so far.
    package var keys: String
    /// What may follow.
    package var rows: [KeyHint]

    /// Creates the view.
    package init(keys: String, rows: [KeyHint]) {
        self.keys = keys
        self.rows = rows
    }
}

extension WhichKeyView: Layer {
    var mode: Mode? { nil }
    var isModal: Bool { false }
    func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer { .passes }
    func draw(into frame: inout Frame) { frame.drawChord(self) }
}
