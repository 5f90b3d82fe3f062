/// A message over the panes that takes no keys, such as the trainer's to the player.
package struct BannerView: Hashable, Sendable {
    /// Who speaks.
    package var title: String
    /// What is said, the oldest first.
    package var lines: [String]
    /// How it goes away, and what else waits to be read.
    package var hint: String

    /// Creates the message.
    package init(title: String, lines: [String], hint: String = "") {
        self.title = title
        self.lines = lines
        self.hint = hint
    }
}
