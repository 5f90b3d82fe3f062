/// In which way an alert is out of sight (ISA-18.2: shelved, suppressed by design, out of service).
package enum AlertHidingWay: UInt8, CaseIterable, Sendable {
    /// Put aside by an operator for a time, with a reason (E).
    case shelved = 1
    /// Hidden by a rule of the room (F).
    case suppressed
    /// Taken out of service by an operator, as during maintenance (G).
    case outOfService
}

/// What brought an alert back into sight.
package enum AlertShowingCause: UInt8, CaseIterable, Sendable {
    /// An operator.
    case ordered = 1
    /// The end that was set for it.
    case expired
    /// The condition ended, and with it a one-shot shelf.
    case conditionEnded
    /// The alert came to matter more, which breaks a shelf.
    case severityRose
    /// The rule no longer hides it.
    case ruleEnded
}

/// How an alert comes and goes.
///
/// Chattering: it came on three times or more within a minute (ISA-18.2). Flapping: of the last 20 steps of half a minute
/// so many saw it change, weighted from 0.8 for the oldest to 1.15 for the newest, that they make 30 % or more; it ends
/// below 25 % (after the flap detection of Nagios and its kin).
package enum AlertConduct: UInt8, CaseIterable, Sendable {
    /// As an alert should.
    case steady = 1
    /// Several times a minute.
    case chattering
    /// Again and again over minutes.
    case flapping
}
