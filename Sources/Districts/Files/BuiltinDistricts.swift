import Formats

/// The districts that ship with the program.
package enum BuiltinDistricts {
    /// Their files, by name without `.toml`.
    package static let texts: [(name: String, text: String)] = [
        ("linjiang", String(decoding: PackageResources.linjiang_toml, as: UTF8.self))
    ]

    /// The shipped district of a name, nil when there is none.
    /// - Throws: `SettingsError`; a test proves that no shipped file has one.
    package static func district(_ name: String) throws(SettingsError) -> DistrictModel? {
        guard let found = texts.first(where: { $0.name == name }) else { return nil }
        return try DistrictReader.read(text: found.text, file: "\(name).toml")
    }
}
