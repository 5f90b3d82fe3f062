/// The lines that a person is asked to type.
package enum PromptName: Hashable, Sendable, CaseIterable {
    /// A note.
    case note
    /// How an incident ended.
    case disposition
    /// For how long an incident is held.
    case hold
    /// The incident to merge into.
    case merge
    /// The incident to cross-reference with.
    case crossReference
    /// The reports to split off.
    case split
    /// Why an incident is opened again.
    case reopen
    /// Why the status rules are overridden.
    case statusReason
    /// Whose emergency it is.
    case emergency
    /// Where to go.
    case goTo
    /// What to look for.
    case find
}

/// The fields of the forms for incidents.
package enum FormField: Hashable, Sendable, CaseIterable {
    /// The incident's type.
    case type
    /// Its place.
    case place
    /// Its priority.
    case priority
    /// Its beat.
    case beat
    /// What was reported.
    case text
    /// The number by which the caller is called back.
    case callback
    /// Who reported.
    case caller
    /// The caller's flat or room.
    case flat
    /// How the report came in.
    case way
    /// Which of an incident's reports.
    case report
}
