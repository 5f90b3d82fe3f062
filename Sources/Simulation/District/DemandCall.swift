import DispatchModel

/// A call that the district's demand brings. Everything about it is drawn with the call, not when somebody is sent, so
/// that whatever rule answers it meets the same call.
public struct DemandCall: Hashable, Sendable {
    /// Counts calls from 0.
    public var number: Int
    /// Milliseconds since the beginning.
    public var at: Int64
    /// Which of the model's types.
    public var type: Int
    /// How urgent it is.
    public var priority: Priority
    /// Which of the model's beats.
    public var beat: Int
    /// Where.
    public var point: GeoPoint
    /// Which of the beat's streets; 0 where it has none.
    public var street: Int
    /// The house number, 1 to 400.
    public var house: Int
    /// The first unit's time at the scene in milliseconds.
    public var onScene: Int64
    /// The time of every further unit.
    public var onSceneOfOthers: Int64
    /// The time for the report after it.
    public var paperwork: Int64
    /// True when it turns out to be nothing; its times are shorter already.
    public var isFalseAlarm: Bool
    /// How long after it somebody else calls about the same; nil when nobody does.
    public var duplicateAfter: Int64?
    /// True when the first unit at the scene asks for one more.
    public var asksForBackUp: Bool
    /// True when the first unit at the scene finds it more urgent.
    public var escalates: Bool
    /// A number that picks among the type's sayings and dispositions.
    public var lot: Int
}
