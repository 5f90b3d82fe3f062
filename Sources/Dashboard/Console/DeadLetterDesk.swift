import Wording

/// The dead letters of the data folder, as the console reaches them.
package struct DeadLetterDesk {
    /// The newest of them, at most so many. May read a few at a time: see `DeadLetterList.isComplete`.
    package var list: (Int) -> DeadLetterList
    /// The message of one as it came; nil when it is not kept any more.
    package var text: (Int64) -> [UInt8]?
    /// Puts one where its feed takes it again; false when it is not kept any more.
    package var resend: (Int64) -> Bool

    /// Creates a desk.
    package init(
        list: @escaping (Int) -> DeadLetterList, text: @escaping (Int64) -> [UInt8]?,
        resend: @escaping (Int64) -> Bool
    ) {
        self.list = list
        self.text = text
        self.resend = resend
    }
}
