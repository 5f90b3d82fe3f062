import DispatchModel
import Formats

/// A mapping file that cannot be used, with everything that is wrong with it.
package typealias MappingError = SettingsError

extension SettingsTable {
    /// A word that stands for one of the cases of an enumeration, or the standard one.
    func choice<Value>(_ key: String, of names: [String: Value], standard: Value) -> Value {
        choice(key, of: names) ?? standard
    }

    /// A point as [latitude, longitude].
    func point(_ key: String) -> GeoPoint? {
        degrees(key).flatMap { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) }
    }
}
