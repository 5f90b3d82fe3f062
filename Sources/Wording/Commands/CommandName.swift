/// A named command. The raw value is what `keys.toml` and the `:` line call it.
///
/// Each is declared at the end of the file that has its entry in ``Catalogue``, and nowhere else.
package struct CommandName: RawRepresentable, CaseIterable, Sendable, Hashable, Codable {
    /// What `keys.toml` and the `:` line call it.
    package let rawValue: String

    /// The command of this name; nil when there is none.
    package init?(rawValue: String) {
        self.rawValue = rawValue
        guard Catalogue.isKnown(self) else { return nil }
    }

    /// Declares a command.
    init(_ rawValue: String) { self.rawValue = rawValue }

    /// Every command, in the order in which help shows them.
    package static let allCases = Catalogue.entries.map(\.name)

    /// The number a `pick-N` command picks, 1 to 9; nil for every other command.
    package var pickedNumber: Int? {
        guard rawValue.hasPrefix("pick-") else { return nil }
        return Int(rawValue.dropFirst(5))
    }
}
