import DispatchModel

/// What a log says, in order. An observation is made when it is asked for, so that a large log stays small in memory.
package struct ObservationList: RandomAccessCollection, Sendable {
    /// The district first: types, beats, units; all at the time of the first call.
    let setup: [Observation]
    private let steps: [Step]
    private let calls: [LoggedCall]
    private let responses: [LoggedResponse]
    private let reports: [LoggedReport]
    private let texts: Interner
    private let source: String
    private let actor: Actor
    private let withUnits: Bool
    /// Calls and parts of units that are played.
    let callCount: Int
    let responseCount: Int

    /// One observation of the log in the shortest form; ordered by time, then by `order`.
    private struct Step {
        var at: Timestamp
        var order: UInt64

        /// `phase` sorts what has the same time: units come free first, incidents close last. Within a phase the order of
        /// the file counts, and within a row the order of milestones.
        init(_ at: Timestamp, phase: UInt64, number: Int, part: Part) {
            self.at = at
            order = phase << 60 | UInt64(number) << 8 | UInt64(part.rawValue)
        }

        var number: Int { Int(order >> 8 & (1 << 52 - 1)) }
        var part: Part? { Part(rawValue: UInt8(truncatingIfNeeded: order)) }
    }

    /// What a step says; 1 to 8 are the milestones.
    private struct Part: RawRepresentable {
        var rawValue: UInt8
        static let incident = Part(rawValue: 0)
        static let report = Part(rawValue: 16)
        static let closed = Part(rawValue: 17)
    }

    init(_ loader: CallLogLoader, way: CallLog.Way, from: Timestamp, to: Timestamp?) {
        calls = loader.calls
        responses = loader.responses
        reports = loader.reports
        texts = loader.texts
        source = loader.mapping.source
        actor = .feed(loader.mapping.source)
        withUnits = way == .asRecorded
        let end = to ?? Timestamp(rawValue: .max)
        let isPlayed = loader.calls.map { $0.received >= from && $0.received < end }
        callCount = isPlayed.count { $0 }
        responseCount = loader.responses.count { isPlayed[Int($0.call)] }
        var steps: [Step] = []
        steps.reserveCapacity(withUnits ? loader.responses.count * 6 + loader.calls.count * 2 : loader.calls.count)
        var lastClear = [Timestamp](repeating: Timestamp(rawValue: .min), count: loader.calls.count)
        // Elements are read where they lie: copies of a million of them, with their texts, would take a second.
        for number in loader.calls.indices where isPlayed[number] {
            steps.append(Step(loader.calls[number].received, phase: 1, number: number, part: .incident))
        }
        for (number, report) in loader.reports.enumerated() where isPlayed[Int(report.call)] {
            let at = Swift.max(report.received, loader.calls[Int(report.call)].received)
            steps.append(Step(at, phase: 2, number: number, part: .report))
        }
        if withUnits {
            for number in loader.responses.indices {
                let call = Int(loader.responses[number].call)
                if !isPlayed[call] { continue }
                let received = loader.calls[call].received
                Self.add(loader.responses[number].times, number, call, received, &steps, &lastClear)
            }
            Self.addClosings(loader.calls, isPlayed, lastClear, &steps)
        }
        steps.sort { ($0.at.rawValue, $0.order) < ($1.at.rawValue, $1.order) }
        self.steps = steps
        setup = District(loader).observations(at: steps.first?.at ?? .epoch, actor: actor)
    }

    private static func add(
        _ times: LoggedTimes, _ number: Int, _ call: Int, _ received: Timestamp, _ steps: inout [Step],
        _ lastClear: inout [Timestamp]
    ) {
        var previous = Timestamp(rawValue: .min)
        times.replay(received: received) { milestone, at, _, _ in
            // A unit comes free before it is sent on in the same second, unless the whole row fell into that second.
            let phase: UInt64 = milestone == .cleared && at > previous ? 0 : 2
            steps.append(Step(at, phase: phase, number: number, part: Part(rawValue: milestone.rawValue)))
            if milestone == .cleared { lastClear[call] = Swift.max(lastClear[call], at) }
            previous = at
        }
    }

    /// A call ends with its last unit; without units, when the log says so. With a unit that never came free it stays open.
    private static func addClosings(
        _ calls: [LoggedCall], _ isPlayed: [Bool], _ lastClear: [Timestamp], _ steps: inout [Step]
    ) {
        for number in calls.indices where isPlayed[number] && calls[number].clearedRows == calls[number].unitRows {
            let stated = calls[number].closed
            let end = calls[number].unitRows > 0 ? Swift.max(lastClear[number], stated ?? lastClear[number]) : stated
            guard let end else { continue }
            steps.append(Step(Swift.max(end, calls[number].received), phase: 3, number: number, part: .closed))
        }
    }

    /// Position of the first observation.
    package var startIndex: Int { 0 }
    /// Position behind the last observation.
    package var endIndex: Int { setup.count + steps.count }

    /// The observation at a position.
    package subscript(position: Int) -> Observation {
        if position < setup.count { return setup[position] }
        let step = steps[position - setup.count]
        let part = step.part?.rawValue ?? 0
        switch part {
        case Part.incident.rawValue: return incident(step)
        case Part.report.rawValue: return report(step)
        case Part.closed.rawValue: return closing(step)
        default: return milestone(step, Milestone(rawValue: part) ?? .assigned)
        }
    }

    /// When the observation at a position becomes known, without making it.
    package func time(at position: Int) -> Timestamp {
        position < setup.count ? setup[position].at : steps[position - setup.count].at
    }

    private func key(_ id: String) -> SourceKey { SourceKey(source: source, id: id) }

    private func incident(_ step: Step) -> Observation {
        let call = calls[step.number]
        let content = IncidentReported(
            type: texts[call.type], priority: call.priority, place: call.place, beat: texts[call.beat],
            received: call.received,
            report: Report(at: call.received, caller: "", words: call.report, source: key(call.id)),
            stage: texts[call.type].isEmpty ? .gathered : .triaged, source: key(call.id))
        return Observation(source: key(call.id), at: step.at, actor: actor, content: .incident(content))
    }

    private func report(_ step: Step) -> Observation {
        let report = reports[step.number]
        let key = key("\(report.id)/report")
        let content = Report(at: report.received, caller: "", words: report.words, source: key)
        return Observation(
            source: key, at: step.at, actor: actor,
            content: .report(.source(self.key(calls[Int(report.call)].id)), content))
    }

    private func closing(_ step: Step) -> Observation {
        let call = calls[step.number]
        return Observation(
            source: key("\(call.id)/closed"), at: step.at, actor: actor,
            content: .closed(.source(key(call.id)), disposition: texts[call.disposition]))
    }

    private func milestone(_ step: Step, _ milestone: Milestone) -> Observation {
        let response = responses[step.number]
        let call = calls[Int(response.call)]
        var backwards = false
        response.times.replay(received: call.received) { candidate, _, _, isBackwards in
            if candidate == milestone { backwards = isBackwards }
        }
        let content = MilestoneObservation(
            incident: .source(key(call.id)), callsign: texts[response.unit], milestone: milestone,
            stated: response.times[milestone], backwards: backwards)
        return Observation(
            source: key("\(response.id)/\(milestone.keyPart)"), at: step.at, actor: actor, content: .milestone(content))
    }
}

extension Milestone {
    /// The milestone in the key of a source; part of what the journal keeps, so never to be changed.
    fileprivate var keyPart: String {
        switch self {
        case .assigned: "assigned"
        case .acknowledged: "acknowledged"
        case .enRoute: "enRoute"
        case .arrived: "arrived"
        case .transporting: "transporting"
        case .atDestination: "atDestination"
        case .feedback: "feedback"
        case .cleared: "cleared"
        }
    }
}
