import DispatchModel
import Formats

extension Span {
    /// A length of time as people write it: `90s`, `15m`, `1h30m`, `2d`, `15分钟`; nil for what is none.
    ///
    /// - Parameter bare: What a number that stands alone counts; nil where it must have a unit.
    package init?(written text: String, bare: Span? = nil) {
        guard let milliseconds = WrittenSpan.milliseconds(text, bare: bare?.milliseconds) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}
