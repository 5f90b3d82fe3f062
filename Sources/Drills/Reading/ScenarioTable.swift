import DispatchModel
import Formats

typealias ScenarioTable = SettingsTable
typealias ScenarioProblems = SettingsProblems

extension SettingsTable {
    /// A text in both languages: `["English", "中文"]`.
    func text(_ key: String, required: Bool = false) -> DrillText {
        bilingual(key, required: required).map { DrillText($0.english, $0.chinese) } ?? .none
    }

    /// A length of time such as `"90s"`, `"5m"`, `"1h30m"`, at most the longest drill.
    func span(_ key: String, required: Bool = false) -> Span? {
        milliseconds(key, limit: Scenario.longest.milliseconds, required: required).map { Span(milliseconds: $0) }
    }

    /// A point as [latitude, longitude].
    func point(_ key: String, required: Bool = false) -> GeoPoint? {
        degrees(key, required: required).flatMap { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) }
    }
}
