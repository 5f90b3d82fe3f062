/// Requests that sent something and were not taken, since no feed's sender made them: how many, and which was the last.
package struct RequestsOfStrangers: Hashable, Sendable {
    /// How many.
    package var count: Int64 = 0
    /// The address from which the last one came.
    package var peer = ""
    /// Why it was not taken, in English.
    package var english = ""
    /// The same in Chinese.
    package var chinese = ""

    /// None so far.
    package init() {}
}
