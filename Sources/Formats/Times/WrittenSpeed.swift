/// Speeds of a clock as people write them: `4`, `x4`, `×4`, `0.5`, `max`.
package enum WrittenSpeed {
    /// How many times as fast as the clock on the wall, more than 0; infinity for `max`, nil for what is no speed.
    ///
    /// Blanks and capitals make no difference.
    package static func factor(_ text: String) -> Double? {
        let bare = text.filter { !$0.isWhitespace }.lowercased()
        if bare == "max" { return .infinity }
        let digits = bare.hasPrefix("x") || bare.hasPrefix("×") ? String(bare.dropFirst()) : bare
        guard let number = Double(digits), number.isFinite, number > 0 else { return nil }
        return number
    }
}
