/// The theme files inside the program.
enum BuiltinThemes {
    /// TOML by theme name.
    static let sources: [String: String] = [
        "classic": String(decoding: PackageResources.classic_toml, as: UTF8.self),
        "contrast": String(decoding: PackageResources.contrast_toml, as: UTF8.self),
        "dark": String(decoding: PackageResources.dark_toml, as: UTF8.self),
        "light": String(decoding: PackageResources.light_toml, as: UTF8.self),
    ]
}
