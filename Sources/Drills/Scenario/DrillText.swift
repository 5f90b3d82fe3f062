import Simulation

/// A text that a person reads, in both languages.
public typealias DrillText = DistrictText

extension DistrictText {
    /// No text.
    public static let none = DistrictText("", "")

    /// True when neither language has a text.
    public var isEmpty: Bool { english.isEmpty && chinese.isEmpty }
}
