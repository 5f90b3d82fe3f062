/// Requests that sent something and were not taken, since no feed's sender made them: how many, and which was the last.
public struct RequestsOfStrangers: Hashable, Sendable {
    /// How many.
    public var count: Int64 = 0
    /// The address from which the last one came.
    public var peer = ""
    /// Why it was not taken, in English.
    public var english = ""
    /// The same in Chinese.
    public var chinese = ""

    /// None so far.
    public init() {}
}
