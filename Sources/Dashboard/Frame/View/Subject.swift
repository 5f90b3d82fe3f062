import DispatchModel
import Wording

/// A thing on the board, as a row or a detail shows it.
package enum Subject: Hashable, Sendable {
    /// An incident.
    case incident(IncidentID)
    /// A unit.
    case unit(UnitID)
    /// An alert.
    case alert(AlertID)
    /// A feed of this console, by its name.
    case feed(String)

    /// True for what events are about: a feed has counts instead.
    var hasTimeline: Bool { if case .feed = self { false } else { true } }
}

extension PaneName {
    /// The digit that goes to the pane; nil for one that has none.
    package var digit: Int? { PaneName.numbered.firstIndex(of: self).map { $0 + 1 } }

    /// The panes that have a digit, in its order.
    package static let numbered: [PaneName] = [
        .dispatch, .patrol, .quickResponse, .alerts, .activity, .feeds, .scorecard,
    ]
}
