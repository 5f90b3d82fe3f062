import DispatchModel
import Districts

/// An independent reading of what a log says: the figures, straight from the observations, without board or policy.
struct LogFold {
    struct Interval: Equatable {
        var count = 0
        var p50 = 0.0
        var p90 = 0.0
        var mean = 0.0
        var invalid = 0
    }

    private(set) var received: [SourceKey: Timestamp] = [:]
    private(set) var responses: [String: [Milestone: Timestamp]] = [:]
    private(set) var incidentOf: [String: SourceKey] = [:]
    private(set) var callsigns: Set<String> = []
    private(set) var closed: Set<SourceKey> = []

    init(_ observations: ObservationList) {
        for observation in observations {
            switch observation.content {
            case .incident(let incident, _):
                if let key = incident.source { received[key] = incident.received }
            case .milestone(let milestone):
                guard case .source(let incident) = milestone.incident, let id = observation.source?.id else { continue }
                let row = String(id.prefix { $0 != "/" })
                incidentOf[row] = incident
                callsigns.insert(milestone.callsign)
                responses[row, default: [:]][milestone.milestone] = milestone.stated
            case .closed(.source(let key), _, _): closed.insert(key)
            default: break
            }
        }
    }

    var unitResponses: Int { incidentOf.count }

    func interval(_ from: Milestone, _ to: Milestone) -> Interval {
        summary(responses.values.map { ($0[from], $0[to]) })
    }

    /// From the call to the first unit at a milestone.
    func firstInterval(_ to: Milestone) -> Interval {
        var first: [SourceKey: Timestamp] = [:]
        for (row, times) in responses {
            guard let time = times[to], let incident = incidentOf[row] else { continue }
            first[incident] = min(first[incident] ?? time, time)
        }
        return summary(first.map { (received[$0.key], $0.value) })
    }

    private func summary(_ pairs: [(Timestamp?, Timestamp?)]) -> Interval {
        var result = Interval()
        var values: [Double] = []
        for case (let from?, let to?) in pairs {
            if to < from { result.invalid += 1 } else { values.append(Double((to - from).milliseconds) / 1000) }
        }
        values.sort()
        result.count = values.count
        guard !values.isEmpty else { return result }
        func percentile(_ part: Double) -> Double {
            let rank = part * Double(values.count - 1)
            let low = Int(rank)
            let high = min(low + 1, values.count - 1)
            return values[low] + (values[high] - values[low]) * (rank - Double(low))
        }
        result.p50 = percentile(0.5)
        result.p90 = percentile(0.9)
        result.mean = values.reduce(0, +) / Double(values.count)
        return result
    }
}
