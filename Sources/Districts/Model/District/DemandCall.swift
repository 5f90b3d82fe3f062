import DispatchModel

/// A call that the district's demand brings. Everything about it is drawn with the call, not when somebody is sent, so
/// that whatever rule answers it meets the same call.
package struct DemandCall: Hashable, Sendable {
    /// Counts calls from 0.
    package var number: Int
    /// Milliseconds since the beginning.
    package var at: Int64
    /// Which of the model's types.
    package var type: Int
    /// How urgent it is.
    package var priority: Priority
    /// Which of the model's beats.
    package var beat: Int
    /// Where.
    package var point: GeoPoint
    /// Which of the beat's streets; 0 where it has none.
    package var street: Int
    /// The house number, 1 to 400.
    package var house: Int
    /// The first unit's time at the scene in milliseconds.
    package var onScene: Int64
    /// The time of every further unit.
    var onSceneOfOthers: Int64
    /// The time for the report after it.
    package var paperwork: Int64
    /// True when it turns out to be nothing; its times are shorter already.
    var isFalseAlarm: Bool
    /// How long after it somebody else calls about the same; nil when nobody does.
    package var duplicateAfter: Int64?
    /// True when the first unit at the scene asks for one more.
    package var asksForBackUp: Bool
    /// True when the first unit at the scene finds it more urgent.
    package var escalates: Bool
    /// A number that picks among the type's sayings and dispositions.
    package var lot: Int
}
