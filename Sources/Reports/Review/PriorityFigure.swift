import DispatchModel
import Drills
import Wording

/// A figure of every priority in the review of a drill: its one entry for the text, the page and the comparison.
struct PriorityFigure: Sendable {
    /// Where figures stand.
    enum Place {
        case text, page, comparison
    }

    /// What it is called.
    let name: BilingualText
    /// Where it stands.
    let places: Set<Place>
    /// How it is written.
    let text: @Sendable (PriorityFigures, Words) -> String

    /// Every figure, in the order in which they are shown.
    private static let all: [PriorityFigure] = [
        time("sent p50", "派警 p50", in: [.text, .page]) { $0.dispatch.p50 },
        time("sent p90", "派警 p90", in: [.text, .page, .comparison]) { $0.dispatch.p90 },
        PriorityFigure(name: BilingualText("reached", "已到场"), places: [.page]) { figures, _ in
            "\(figures.response.reached)"
        },
        time("on scene p50", "到场 p50", in: [.text, .page, .comparison]) { $0.response.p50 },
        time("on scene p90", "到场 p90", in: [.text, .page, .comparison]) { $0.response.p90 },
        time("longest", "最长", in: [.page]) { $0.response.longest },
    ]

    /// The figures that stand in a place.
    static func all(in place: Place) -> [PriorityFigure] { all.filter { $0.places.contains(place) } }

    private static func time(
        _ english: String, _ chinese: String, in places: Set<Place>,
        _ value: @escaping @Sendable (PriorityFigures) -> Span?
    ) -> PriorityFigure {
        PriorityFigure(name: BilingualText(english, chinese), places: places) { figures, words in
            ReviewWords(words).quantile(value(figures))
        }
    }
}
