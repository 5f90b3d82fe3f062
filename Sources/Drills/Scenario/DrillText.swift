import Districts

/// A text that a person reads, in both languages.
package typealias DrillText = DistrictText

extension DistrictText {
    /// No text.
    package static let none = DistrictText("", "")

    /// True when neither language has a text.
    package var isEmpty: Bool { english.isEmpty && chinese.isEmpty }
}
