import Formats

/// What `config.toml` says about a room.
///
/// ```toml
/// profile = "110"   # the deadline profile: nena, nfpa, 110, 1-3-5, or one of profiles.toml
/// ```
package struct RoomConfiguration: Hashable, Sendable {
    /// The deadline profile's name; nil when the file names none.
    package var profile: String?

    /// Nothing said.
    package init() {}

    /// What a file says.
    /// - Throws: `SettingsError` with every problem of the file, at least one.
    package static func read(text: String, file: String) throws(SettingsError) -> RoomConfiguration {
        let root = try SettingsTable(text: text, file: file)
        root.expect(["profile"])
        var configuration = RoomConfiguration()
        configuration.profile = root.string("profile")
        guard root.problems.all.isEmpty else { throw SettingsError(problems: root.problems.all) }
        return configuration
    }
}
