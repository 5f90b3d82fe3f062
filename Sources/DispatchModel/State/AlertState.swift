/// The states of an alert (ISA-18.2, IEC 62682).
package enum AlertState: UInt8, CaseIterable, Sendable {
    /// Neither active nor unanswered; such an alert leaves the board (A).
    case normal = 1
    /// Active and unanswered (B).
    case unacknowledged
    /// Active and answered (C).
    case acknowledged
    /// The condition went away before anybody answered (D).
    case returnedUnacknowledged
    /// The condition went away, the latch holds, nobody has answered (BL).
    case latchedUnacknowledged
    /// The condition went away, the latch holds until it is reset (L).
    case latchedAcknowledged
    /// Put aside for a time (E).
    case shelved
    /// Hidden by a rule (F).
    case suppressed
    /// Out of service (G).
    case outOfService
}
