import DispatchPolicy
import TerminalKit
import Themes
import Wording

/// A figure of the deadline profile as the status strip shows it.
package struct StripAttainment: Hashable, Sendable {
    /// What is measured.
    package var measure: ProfileMeasure
    /// The limit's cases.
    package var limit: LimitAttainment

    /// Creates a figure.
    package init(measure: ProfileMeasure, limit: LimitAttainment) {
        self.measure = measure
        self.limit = limit
    }
}

extension Frame {
    /// The attainment of the chosen profile: `ack≤60s 94%▲`; ▲ where the wanted share is attained, ▼ where it is missed,
    /// neither where none is wanted, and a dash with too few cases to say anything.
    func attainmentParts() -> [StripPart] {
        strip.attainments.enumerated().map { index, figure in
            let name = words.measureShort(figure.measure)
            let below = glyphs == .ascii ? "<=" : "≤"
            let label = RichText("\(name)\(below)\(words.limit(figure.limit.limit.within)) ", .stripLabel)
            let importance = 180 - index
            guard !figure.limit.isTooFew, let percent = figure.limit.percent else {
                return StripPart(text: label.then(glyphs.dash, .stripLabel), importance: importance)
            }
            let text = "\(percent)%"
            return switch figure.limit.isAttained {
            case true?: StripPart(text: label.then(text + glyphs.moreAbove, .strip), importance: importance)
            case false?: StripPart(text: label.then(text + glyphs.moreBelow, .stripWarning), importance: importance)
            case nil: StripPart(text: label.then(text, .strip), importance: importance)
            }
        }
    }
}
