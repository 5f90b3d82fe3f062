import DispatchModel

/// An interval that a report measures: its one entry, from which the tally, the table and the JSON follow.
package struct FigureInterval: Sendable {
    /// Its name in JSON.
    package let name: String
    /// What it is called, with both its ends.
    package let title: BilingualText
    /// From when to when.
    let ends: Ends

    /// Between which times an interval lies, and how often it is measured.
    enum Ends: Sendable {
        /// Once for each unit response.
        case ofResponse(from: @Sendable (ResponseTimes) -> Timestamp?, to: @Sendable (ResponseTimes) -> Timestamp?)
        /// Once for each incident, from its receipt to the response that got there first.
        case ofIncident(to: @Sendable (ResponseTimes) -> Timestamp?)
    }

    /// Every interval, in the order in which they are shown.
    package static let all: [FigureInterval] = [
        FigureInterval(
            name: "dispatch", title: BilingualText("dispatch (received → dispatched)", "派警（接警 → 派警）"),
            ends: .ofIncident { $0.assigned }),
        FigureInterval(
            name: "turnout", title: BilingualText("turn-out (dispatched → en route)", "出警（派警 → 赶赴）"),
            ends: .ofResponse(from: { $0.assigned }, to: { $0.enRoute })),
        FigureInterval(
            name: "travel", title: BilingualText("travel (en route → on scene)", "路途（赶赴 → 到场）"),
            ends: .ofResponse(from: { $0.enRoute }, to: { $0.arrived })),
        FigureInterval(
            name: "response", title: BilingualText("response (received → on scene)", "响应（接警 → 到场）"),
            ends: .ofIncident { $0.arrived }),
        FigureInterval(
            name: "busy", title: BilingualText("busy (dispatched → available)", "占用（派警 → 待命）"),
            ends: .ofResponse(from: { $0.assigned }, to: { $0.cleared })),
    ]
}
