import DispatchModel

/// What a deadline profile measures: from when to when.
package enum ProfileMeasure: UInt8, CaseIterable, Sendable {
    /// Ring → answer, a call. Its times come from the telephone system: a sender states them with its report.
    case answer = 1
    /// First report → first unit sent, an incident.
    case process
    /// Sent → read by the crew (签收), a response.
    case acknowledged
    /// Sent → under way (出警), a response.
    case enRoute
    /// Sent → on scene (到场), a response.
    case arrived
    /// Sent → feedback from the scene (反馈), a response.
    case feedback
    /// Sent → on scene, a response of a unit that waits at a duty point (快反).
    case quickResponse

    /// True for what every journal has the times of; see ``TargetAttainment/isRecorded``.
    package var isRecorded: Bool { self != .answer }

    /// The milestone that ends it; nil for what is not a response.
    package var milestone: Milestone? {
        switch self {
        case .answer, .process: nil
        case .acknowledged: .acknowledged
        case .enRoute: .enRoute
        case .arrived, .quickResponse: .arrived
        case .feedback: .feedback
        }
    }
}

/// A limit of a profile, and the share of cases that should keep within it.
package struct ProfileLimit: Hashable, Sendable {
    /// The limit; a case that lasts exactly as long is within.
    package var within: Span
    /// The wanted share in percent, 1 to 100; nil for a limit that only divides the cases.
    package var wanted: Int64?

    /// Creates a limit.
    package init(_ within: Span, wanted: Int64? = nil) {
        self.within = within
        self.wanted = wanted
    }
}

/// One measure of a profile with its limits and what it is about.
package struct ProfileTarget: Hashable, Sendable {
    /// What is measured.
    package var measure: ProfileMeasure
    /// The limits, the shortest first; at least one.
    package var limits: [ProfileLimit]
    /// The priorities that count; empty for all.
    package var priorities: Set<Priority>
    /// The kinds of unit that count; empty for all. Says nothing about a measure of whole incidents.
    package var kinds: Set<UnitKind>
    /// The panes whose units count; empty for all. Says nothing about a measure of whole incidents.
    package var panes: Set<UnitPane>
    /// Which of the limits the status strip shows, from 0; nil for none.
    package var headline: Int?

    /// Creates a target; the strip shows the first limit unless told otherwise.
    package init(
        _ measure: ProfileMeasure, _ limits: [ProfileLimit], priorities: Set<Priority> = [], kinds: Set<UnitKind> = [],
        panes: Set<UnitPane> = [], headline: Int? = 0
    ) {
        self.measure = measure
        self.limits = limits
        self.priorities = priorities
        self.kinds = kinds
        self.panes = panes
        self.headline = headline
    }
}

/// The clocks that a command room is judged by, as a standard or a bulletin sets them.
package struct DeadlineProfile: Hashable, Sendable {
    /// The name by which it is chosen.
    package var name: String
    /// What it is called in English.
    package var english: String
    /// What it is called in Chinese.
    package var chinese: String
    /// The standard or bulletin that it comes from, in English.
    package var source: String
    /// The same in Chinese.
    package var sourceChinese: String
    /// What it measures.
    package var targets: [ProfileTarget]

    /// Creates a profile. What it comes from is called alike in both languages unless the Chinese is given.
    package init(
        name: String, english: String, chinese: String, source: String, sourceChinese: String? = nil,
        targets: [ProfileTarget]
    ) {
        self.name = name
        self.english = english
        self.chinese = chinese
        self.source = source
        self.sourceChinese = sourceChinese ?? source
        self.targets = targets
    }
}
