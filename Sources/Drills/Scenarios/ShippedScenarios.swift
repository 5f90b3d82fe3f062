extension Scenario {
    /// The texts of the scenarios that ship with the program, by id, in the order in which they are best played.
    package static let shippedTexts: [(id: String, text: String)] = [
        ("quiet-night", PackageResources.quiet_night_toml),
        ("evening-peak", PackageResources.evening_peak_toml),
        ("storm", PackageResources.storm_toml),
        ("stadium", PackageResources.stadium_toml),
        ("radio-outage", PackageResources.radio_outage_toml),
        ("dispute", PackageResources.dispute_toml),
    ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }

    /// The shipped scenario of an id, nil when there is none.
    /// - Throws: `ScenarioError`; a test proves that no shipped scenario has one.
    package static func shipped(_ id: String) throws(ScenarioError) -> Scenario? {
        guard let found = shippedTexts.first(where: { $0.id == id }) else { return nil }
        return try ScenarioReader.read(text: found.text, file: "\(id).toml")
    }

    /// All shipped scenarios.
    /// - Throws: `ScenarioError`; a test proves that no shipped scenario has one.
    package static func shipped() throws(ScenarioError) -> [Scenario] {
        var scenarios: [Scenario] = []
        for (id, text) in shippedTexts {
            scenarios.append(try ScenarioReader.read(text: text, file: "\(id).toml"))
        }
        return scenarios
    }
}

extension Scenario {
    /// The names of the districts that ship with the program's scenarios.
    static let shippedDistricts = ["made-up"]

    /// The text of a shipped district.
    package static func shippedDistrict(_ name: String) -> String? {
        name == "made-up" ? String(decoding: PackageResources.made_up_toml, as: UTF8.self) : nil
    }
}
