import DispatchModel

/// What wears on units: failures and breaks.
package struct DistrictWear: Hashable, Sendable {
    /// Mean hours of work between two failures of a unit; nil for none.
    package var failureHours: Double?
    /// How long a failed unit is out of service.
    package var repair: DurationLaw
    /// Hours of work after which a unit takes its break; nil for no breaks.
    package var breakAfterHours: Double?
    /// How long a break is.
    package var pause: DurationLaw

    /// Creates wear; nothing fails and nobody rests unless it is said.
    package init(
        failureHours: Double? = nil, repair: DurationLaw = .lognormal(mean: 2400, variation: 0.6),
        breakAfterHours: Double? = nil, pause: DurationLaw = .fixed(1800)
    ) {
        self.failureHours = failureHours
        self.repair = repair
        self.breakAfterHours = breakAfterHours
        self.pause = pause
    }
}

/// Where and when radio fails.
package struct DistrictRadio: Hashable, Sendable {
    /// A circle in which units are never heard.
    package struct BlindSpot: Hashable, Sendable {
        /// What people call it.
        package var name: BilingualText
        /// Its middle.
        package var centre: GeoPoint
        /// Its radius in metres, above 0.
        package var metres: Double

        /// Creates a blind spot.
        package init(name: BilingualText, centre: GeoPoint, metres: Double) {
            self.name = name
            self.centre = centre
            self.metres = metres
        }
    }

    /// The blind spots.
    package var blindSpots: [BlindSpot]
    /// Mean hours between two outages of the whole district's radio; nil for none.
    package var outageHours: Double?
    /// How long an outage lasts.
    package var outage: DurationLaw

    /// Creates the state of radio; it always works unless something is said.
    package init(
        blindSpots: [BlindSpot] = [], outageHours: Double? = nil,
        outage: DurationLaw = .lognormal(mean: 600, variation: 0.8)
    ) {
        self.blindSpots = blindSpots
        self.outageHours = outageHours
        self.outage = outage
    }
}

/// How the staffing simulator sends units.
package struct DispatchRule: Hashable, Sendable {
    /// Which free unit goes.
    package enum Choice: String, CaseIterable, Hashable, Sendable {
        /// Whoever is there first.
        case nearest
        /// A unit of the incident's own beat if one is free, else whoever is there first.
        case beatFirst = "beat-first"
        /// Whoever is there first after a malus in travel time for each beat or response circle that sending opens.
        case coverage
    }

    /// Which free unit goes.
    package var choice: Choice
    /// True when a P1 may take a unit that is under way to something less urgent.
    package var preempts: Bool
    /// The malus of `coverage` in seconds.
    package var coverageSeconds: Double

    /// Creates a rule.
    package init(choice: Choice = .nearest, preempts: Bool = false, coverageSeconds: Double = 180) {
        self.choice = choice
        self.preempts = preempts
        self.coverageSeconds = coverageSeconds
    }
}
