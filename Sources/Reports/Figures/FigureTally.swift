import DispatchModel
import DispatchPolicy

/// An incident that counts, with every response to it that counts.
struct CountedIncident {
    var type: String
    var priority: Priority
    var beat: String
    var received: Timestamp
    var isClosed: Bool
    var responses: [ResponseTimes] = []
    /// The calls of its reports, of which somebody says when they rang, by the number of the report.
    private var rung: [Int64: CallCase] = [:]
    /// Those calls, in the order of their reports.
    var calls: [CallCase] { rung.sorted { $0.key < $1.key }.map(\.value) }

    init(_ facts: IncidentFacts) {
        type = facts.type
        priority = facts.priority
        beat = facts.beat
        received = facts.firstReceived
        isClosed = facts.isClosed
    }

    mutating func takeFacts(_ facts: IncidentFacts) {
        received = min(received, facts.firstReceived)
        responses.append(contentsOf: facts.responses.lazy.filter { !$0.withdrawn })
        for report in facts.reports where report.call != nil { rung[report.number] = report.call }
    }
}

/// Counts and lengths of time while they are being gathered.
struct FigureTally {
    private var incidents = 0
    private var unitResponses = 0
    private var units: Set<UnitID> = []
    private var lengths = Array(repeating: LengthList(), count: FigureInterval.all.count)

    /// Adds an incident and those of its responses that belong here. An interval of the whole incident counts where
    /// the response that came first counts.
    mutating func add(_ incident: CountedIncident, where belongs: (ResponseTimes) -> Bool = { _ in true }) {
        incidents += 1
        let own = incident.responses.filter(belongs)
        unitResponses += own.count
        for times in own { units.insert(times.unit) }
        for (slot, interval) in FigureInterval.all.enumerated() {
            switch interval.ends {
            case .ofResponse(let start, let end):
                for times in own { lengths[slot].add(from: start(times), to: end(times)) }
            case .ofIncident(let end):
                guard let first = FigureTally.first(of: incident.responses, by: end), belongs(first) else { continue }
                lengths[slot].add(from: incident.received, to: end(first))
            }
        }
    }

    /// The response with the earliest time; of equal ones the one assigned first.
    private static func first(
        of responses: [ResponseTimes], by time: (ResponseTimes) -> Timestamp?
    ) -> ResponseTimes? {
        var best: (response: ResponseTimes, at: Timestamp)?
        for response in responses {
            guard let at = time(response) else { continue }
            if let best, (best.at, best.response.id) <= (at, response.id) { continue }
            best = (response, at)
        }
        return best?.response
    }

    var figures: Figures {
        Figures(
            incidents: incidents, unitResponses: unitResponses, units: units.count, intervals: lengths.map(\.figure))
    }
}

/// Lengths of one interval.
struct LengthList {
    private var milliseconds: [Int64] = []
    private var invalid = 0

    mutating func add(from start: Timestamp?, to end: Timestamp?) {
        guard let start, let end else { return }
        if end < start {
            invalid += 1
        } else {
            milliseconds.append((end - start).milliseconds)
        }
    }

    var figure: IntervalFigure {
        let sorted = milliseconds.sorted()
        let seconds = sorted.map { Double($0) / 1000 }
        return IntervalFigure(
            count: sorted.count, p50: Percentile.value(0.5, of: seconds), p90: Percentile.value(0.9, of: seconds),
            mean: seconds.isEmpty ? nil : seconds.reduce(0, +) / Double(seconds.count), invalid: invalid)
    }
}

/// Percentiles as numpy computes them by default (method 7 of Hyndman and Fan, 1996).
enum Percentile {
    /// The value below which the fraction lies, interpolated linearly between the closest ranks; nil of nothing.
    static func value(_ fraction: Double, of sorted: [Double]) -> Double? {
        guard let last = sorted.last else { return nil }
        let rank = fraction * Double(sorted.count - 1)
        let below = Int(rank)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (sorted[below + 1] - sorted[below]) * (rank - Double(below))
    }
}
