import DispatchModel

extension DrillScore {
    /// The score of a drill.
    /// - Parameters:
    ///   - scenario: What was played.
    ///   - records: The journal's records from its beginning, in order.
    public init(scenario: Scenario, records: some Sequence<EventRecord>) {
        self.init(scenario: scenario, records: records, end: nil)
    }

    /// The score of a drill.
    /// - Parameters:
    ///   - scenario: What was played.
    ///   - records: The journal's records from its beginning, in order.
    ///   - end: When it ended; nil for the time of the last record, at most the scenario's own end.
    public init(scenario: Scenario, records: some Sequence<EventRecord>, end: Timestamp?) {
        var fold = ScoreFold(scenario: scenario)
        for record in records { fold.fold(record) }
        let last = min(max(fold.board.lastEventAt, scenario.start), scenario.start + scenario.end.after)
        let stop = end ?? last
        let injects = scenario.injects.map { InjectResult($0, fold, end: stop) }
        let judge = ObjectiveJudge(
            start: scenario.start, end: stop, incidents: fold.incidents, alerts: fold.alerts, coverage: fold.coverage,
            injects: injects)
        self.init(
            scenario: scenario.id, start: scenario.start, end: stop,
            objectives: scenario.objectives.map(judge.result), injects: injects, incidents: fold.incidents,
            alerts: fold.alerts, coverage: fold.coverage, priorities: PriorityFigures.all(of: fold.incidents))
    }
}

extension InjectResult {
    init(_ inject: Inject, _ fold: ScoreFold, end: Timestamp) {
        let fired = fold.situation.fired[inject.id]
        let answered = fold.situation.answered[inject.id]
        let incident = fold.situation.incidents[inject.id]
        let done = incident.flatMap { fold.actions[$0] } ?? []
        self.init(
            inject: inject, fired: fired, position: fold.situation.positions[inject.id], incident: incident,
            answered: answered, answerPosition: fold.answers[inject.id],
            delay: answered.flatMap { answered in fired.map { answered - $0 } },
            actions: done.filter { $0.at >= fired ?? $0.at }.prefix(Self.actionLimit).map(\.position),
            outcome: Self.outcome(inject, fired: fired, answered: answered, end: end))
    }

    private static func outcome(
        _ inject: Inject, fired: Timestamp?, answered: Timestamp?, end: Timestamp
    ) -> Outcome {
        guard let fired else { return .notFired }
        guard let expected = inject.expected else { return .nothingExpected }
        if let answered { return answered - fired <= expected.within ? .inTime : .late }
        return end - fired < expected.within ? .open : .missed
    }
}

extension PriorityFigures {
    /// The figures of every priority that came.
    static func all(of incidents: [IncidentTimes]) -> [PriorityFigures] {
        Priority.allCases.compactMap { priority in
            let own = incidents.filter { $0.priority == priority && !$0.isMerged }
            guard !own.isEmpty else { return nil }
            return PriorityFigures(
                priority: priority, count: own.count, dispatch: Quantiles(own.map { $0.span(.dispatch) }),
                response: Quantiles(own.map { $0.span(.response) }))
        }
    }
}

extension PriorityFigures.Quantiles {
    /// The quantiles of times of which some were never reached.
    init(_ spans: [Span?]) {
        let reached = spans.compactMap { $0 }.sorted()
        func quantile(_ hundredths: Int) -> Span? {
            let rank = (spans.count * hundredths + 99) / 100
            return rank >= 1 && rank <= reached.count ? reached[rank - 1] : nil
        }
        self.init(reached: reached.count, p50: quantile(50), p90: quantile(90), longest: quantile(100))
    }
}
