import DispatchModel

/// The name of a pane of the console, with its title.
package struct PaneName: Hashable, Sendable {
    /// What the program calls it.
    package let rawValue: String
    /// Its title.
    package let title: BilingualText

    /// Declares a pane with its title.
    package init(_ rawValue: String, title: BilingualText) {
        self.rawValue = rawValue
        self.title = title
    }

    /// Declares a pane with its titles in both languages.
    package init(_ rawValue: String, _ english: String, _ chinese: String) {
        self.init(rawValue, title: BilingualText(english, chinese))
    }

    /// Names alone tell panes apart.
    package static func == (one: PaneName, other: PaneName) -> Bool { one.rawValue == other.rawValue }

    /// Hashes the name alone.
    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
