/// The states of an alert that the console's own deadlines can reach (ISA-18.2, IEC 62682).
public enum AlertState: UInt8, CaseIterable, Sendable {
    /// Neither active nor unanswered; such an alert leaves the board (A).
    case normal = 1
    /// Active and unanswered (B).
    case unacknowledged
    /// Active and answered (C).
    case acknowledged
    /// The condition went away before anybody answered (D).
    case returnedUnacknowledged
}
