import DispatchModel

/// When two incidents are taken for one event: how far around an incident others are looked for, what each piece of
/// evidence weighs, and from how much likeness on an operator is asked.
///
/// Weights are tenths of a bit: 10 doubles the odds that both are one event, -10 halves them (the weights of record
/// linkage, Fellegi and Sunter 1969). They add up from `prior`, and the sum `s` reads as a likeness of
/// `2^(s/10) / (1 + 2^(s/10))`. The article on duplicates of this module says where each figure comes from.
package struct DuplicateRules: Hashable, Sendable {
    /// How far apart two known points may be, in metres. Dispatch systems look for duplicates within a few hundred.
    package var radius: Int64 = 300
    /// How far apart in time two reports may be, and how long ago a closed incident may have been closed.
    package var window = Span.minutes(30)
    /// From which likeness on an operator is asked, in percent, `DuplicateProposal.noticeable` to 99.
    package var threshold: Int64 = 70
    /// The odds before any evidence: of incidents so near in place and time about one pair in 23 is one event.
    package var prior: Int64 = -45

    /// For two points at most so many metres apart, the nearest first.
    package var distances = [Step(30, 30), Step(100, 15)]
    /// For points farther apart than the last of `distances`, within the radius.
    package var far: Int64 = -15
    /// For two places that are written alike and exactly: with a number, as a crossing or by name.
    package var samePlace: Int64 = 35
    /// For two places that are written alike but only name a street.
    package var sameStreet: Int64 = 10
    /// For each further incident of late at that place: a hospital has many, all of them different.
    package var busyPlace: Int64 = -8
    /// For at most so many seconds between two reports, the fewest first.
    package var times = [Step(180, 20), Step(600, 5), Step(1200, -10)]
    /// For reports farther apart than the last of `times`.
    package var late: Int64 = -20
    /// The most that the same type weighs; the more incidents have it, the less it says.
    package var sameType: Int64 = 30
    /// For types that go together: see `families`, and types whose names share a word.
    package var compatibleType: Int64 = 10
    /// For types that do not.
    package var otherType: Int64 = -25
    /// The most that one word weighs which both reports have; the more reports have it, the less it says.
    package var word: Int64 = 20
    /// The most that all shared words weigh together. Longer reports that say nearly the same throughout weigh
    /// nothing: no two people use the same words, so those were written by a form or a machine.
    package var words: Int64 = 40
    /// For two reports of several words each without one in common.
    package var noSharedWord: Int64 = -15
    /// For the same caller.
    package var sameCaller: Int64 = 25

    /// Types that say nothing of what happened.
    package var vagueTypes: Set<String> = [
        "", "other", "unknown", "assist", "assistance", "admin", "phone-report", "transferred", "mutual-aid",
    ]
    /// Types that callers and agencies give to one and the same event.
    package var families: [Set<String>] = [
        ["collision", "collision-injury", "collision-blocking", "ems-collision", "fire-collision", "hit-and-run"],
        ["fight", "fight-now", "assault", "assault-now", "disturbance", "stabbing", "weapon", "weapon-now"],
        ["shooting", "shots", "weapon", "weapon-now"],
        ["robbery", "robbery-now", "holdup-alarm", "panic-alarm", "snatching"],
        ["burglary", "burglary-now", "burglar-alarm", "intrusion-alarm", "prowler", "trespass"],
        ["structure-fire", "fire", "smoke", "alarms", "explosion", "fire-other", "electrical-fire", "appliance-fire"],
        ["outside-fire", "fire", "smoke", "wildfire", "rubbish-fire", "vehicle-fire"],
        ["gas-leak", "gas", "odour", "fuel-leak", "fuel-spill", "hazmat", "explosion"],
        ["missing-child", "missing", "missing-person"],
        ["quarrel", "dispute", "family-dispute", "disturbance", "noise"],
        ["person-down", "unconscious", "medical", "overdose", "intoxicated", "drunk"],
    ]

    /// The most incidents that a new one is compared with.
    package var comparisons = 48
    /// The most incidents of late that are kept for comparing; the oldest go first.
    package var remembered = 16_384
    /// The most proposals that one piece of evidence makes.
    package var proposalsPerEvidence = 2
    /// Once so many events are recorded about an incident, further evidence is no longer weighed.
    package var evidenceLimit = 32

    /// A weight up to a limit.
    package struct Step: Hashable, Sendable {
        /// The greatest measure that it counts for.
        package var upTo: Int64
        /// The weight, in tenths of a bit.
        package var weight: Int64

        /// Creates a step.
        package init(_ upTo: Int64, _ weight: Int64) {
            self.upTo = upTo
            self.weight = weight
        }
    }

    /// The rules that ship with the console.
    package init() {}

    /// The rules that ship with the console.
    package static let standard = DuplicateRules()
}
