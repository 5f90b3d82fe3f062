import DispatchModel

extension DrillScore {
    /// The score of a drill.
    /// - Parameters:
    ///   - scenario: What was played.
    ///   - records: The journal's records from its beginning, in order.
    package init(scenario: Scenario, records: some Sequence<EventRecord>) {
        self.init(scenario: scenario, records: records, end: nil)
    }

    /// The score of a drill.
    /// - Parameters:
    ///   - scenario: What was played.
    ///   - records: The journal's records from its beginning, in order.
    ///   - end: When it ended; nil for the time of the last record, at most the scenario's own end.
    ///   - unattended: What the trainer ran through.
    package init(
        scenario: Scenario, records: some Sequence<EventRecord>, end: Timestamp?,
        unattended: UnattendedTime = UnattendedTime()
    ) {
        var fold = ScoreFold(scenario: scenario)
        for record in records { fold.fold(record) }
        fold.settle(unattended)
        let last = min(max(fold.board.lastEventAt, scenario.start), scenario.start + scenario.end.after)
        let stop = end ?? last
        let injects = scenario.injects.map { InjectResult($0, fold, end: stop, unattended) }
        let judge = ObjectiveJudge(
            start: scenario.start, end: stop, incidents: fold.incidents, alerts: fold.alerts, coverage: fold.coverage,
            injects: injects, unattended: unattended, waiting: scenario.policy.deadlines.waiting)
        self.init(
            scenario: scenario.id, start: scenario.start, end: stop,
            objectives: scenario.objectives.map(judge.result), injects: injects, incidents: fold.incidents,
            alerts: fold.alerts, coverage: fold.coverage,
            priorities: PriorityFigures.all(of: fold.incidents, end: stop), standing: fold.standing)
    }
}

extension InjectResult {
    init(_ inject: Inject, _ fold: ScoreFold, end: Timestamp, _ unattended: UnattendedTime) {
        let fired = fold.situation.fired[inject.id]
        let answered = fold.situation.answered[inject.id]
        let incident = fold.situation.incidents[inject.id]
        let done = incident.flatMap { fold.actions[$0] } ?? []
        self.init(
            inject: inject, fired: fired, position: fold.situation.positions[inject.id], incident: incident,
            answered: answered, answerPosition: fold.answers[inject.id],
            delay: answered.flatMap { answered in fired.map { unattended.attended($0, answered) } },
            actions: done.filter { $0.at >= fired ?? $0.at }.prefix(Self.actionLimit).map(\.position),
            outcome: Self.outcome(inject, fired: fired, answered: answered, end: end, unattended))
    }

    private static func outcome(
        _ inject: Inject, fired: Timestamp?, answered: Timestamp?, end: Timestamp, _ unattended: UnattendedTime
    ) -> Outcome {
        guard let fired else { return .notFired }
        guard let expected = inject.expected else { return .nothingExpected }
        if let answered { return unattended.attended(fired, answered) <= expected.within ? .inTime : .late }
        // Until its last instant there is still time.
        return unattended.attended(fired, end) <= expected.within ? .open : .missed
    }
}

extension PriorityFigures {
    /// The figures of every priority that came.
    static func all(of incidents: [IncidentTimes], end: Timestamp) -> [PriorityFigures] {
        Priority.allCases.compactMap { priority in
            let own = incidents.filter { $0.priority == priority && !$0.isMerged }
            guard !own.isEmpty else { return nil }
            func quantiles(_ interval: Objective.Interval) -> Quantiles {
                Quantiles(own.map { ($0.span(interval), $0.elapsed(interval, at: end)) })
            }
            return PriorityFigures(
                priority: priority, count: own.count, dispatch: quantiles(.dispatch), response: quantiles(.response))
        }
    }
}

extension PriorityFigures.Quantiles {
    /// The quantiles of times of which some were never reached: such a case is slower than every time that it had lasted
    /// longer than when the drill ended, and says nothing about longer ones. So an objective of that limit counts too.
    init(_ cases: [(span: Span?, elapsed: Span)]) {
        let reached = cases.compactMap(\.span).sorted()
        let cutOff = cases.filter { $0.span == nil }.map(\.elapsed)
        func quantile(_ hundredths: Int) -> Span? {
            reached.indices.first { index in
                let counted = reached.count + cutOff.count { $0 > reached[index] }
                return index + 1 >= (counted * hundredths + 99) / 100
            }.map { reached[$0] }
        }
        self.init(reached: reached.count, p50: quantile(50), p90: quantile(90), longest: quantile(100))
    }
}
