import DispatchModel

/// The beats of which more is asked than there used to be, and no others: what chance does is not ranked.
package struct HotBeats: Hashable, Sendable {
    /// A beat.
    package struct Beat: Hashable, Sendable {
        /// Its code.
        package var code: String
        /// Calls in the time looked at.
        package var calls: Int
        /// Calls that were to be expected.
        package var expected: Double
        /// The rate by which they came, beside the expected one, lies between these with a probability of 90 %.
        package var low: Double
        /// The greater end of it.
        package var high: Double
        /// The probability of as many or more by chance.
        package var probability: Double
        /// The share of false ones among those told at this level or a smaller one.
        package var level: Double
        /// True when it is told as hot.
        package var isHot: Bool { level <= HotBeats.level }
    }

    /// What the counts were compared with.
    package enum Measure: Hashable, Sendable {
        /// Each beat's own last day with its days before.
        case itself
        /// The beats with one another, since there are not three days before the last one.
        case others
    }

    /// Every beat with a name, the least probable first.
    package let beats: [Beat]
    /// What they were compared with.
    package let measure: Measure
    /// Hours that were looked at.
    package let hours: Int

    /// The share of false ones that is borne among those told.
    package static let level = 0.1
    /// Hours before the last day from which a beat is compared with itself.
    static let enough = 72

    /// The beats told as hot.
    package var hot: [Beat] { beats.filter(\.isHot) }

    /// The hot beats of a history, by the hours of it that are known.
    package init(_ history: DemandHistory, _ series: HourSeries) {
        let all = series.hours
        let recent = all.suffix(24)
        let before = all.dropLast(24)
        let counts = Self.counts(history)
        let codes = history.beats.names
        let isItself = before.count >= Self.enough
        measure = isItself ? .itself : .others
        let looked = isItself ? Array(recent) : all
        hours = looked.count
        let numbers = Set(looked.map(\.number))
        let days = isItself ? Self.days(Array(before)) : []
        let named = codes.indices.filter { !codes[$0].isEmpty && codes[$0] != DemandNames.others }
        let sums = named.map { beat in
            counts[beat, default: [:]].reduce(0) { $0 + (numbers.contains($1.key) ? $1.value : 0) }
        }
        let mean = named.isEmpty ? 0 : Double(sums.reduce(0, +)) / Double(named.count)
        let scatter = Self.scatter(named.map { counts[$0, default: [:]] }, days)
        var found: [Beat] = []
        for (beat, calls) in zip(named, sums) {
            let own = days.joined().reduce(0) { $0 + (counts[beat]?[$1] ?? 0) }
            let usual = GammaPoisson(
                calls: Double(own), hours: Double(days.count), prior: isItself ? mean : 0,
                strength: isItself ? 0.5 : 0)
            let law =
                isItself
                ? usual.predictive(hours: Double(looked.count) / 24, dispersion: scatter)
                : NegativeBinomial(mean: mean, dispersion: 0)
            found.append(Self.beat(codes[beat], calls, law))
        }
        let levels = FalseDiscoveries.levels(found.map(\.probability))
        for index in found.indices { found[index].level = levels[index] }
        beats = found.sorted { ($0.probability, $0.code) < ($1.probability, $1.code) }
    }

    private static func beat(_ code: String, _ calls: Int, _ law: NegativeBinomial) -> Beat {
        let rate = GammaPoisson(calls: Double(calls), hours: 1, prior: 0.5, strength: 1e-9)
        return Beat(
            code: code, calls: calls, expected: law.mean, low: rate.quantile(0.05), high: rate.quantile(0.95),
            probability: calls > 0 ? law.tail(from: calls) : 1, level: 1)
    }

    /// Calls by beat and hour.
    private static func counts(_ history: DemandHistory) -> [Int: [Int: Int]] {
        var counts: [Int: [Int: Int]] = [:]
        for (cell, count) in history.cells {
            counts[Int(cell.beat), default: [:]][Int(cell.hour), default: 0] += Int(count)
        }
        return counts
    }

    /// The hours in whole days of 24, from the last one back.
    private static func days(_ hours: [HourSeries.Hour]) -> [[Int]] {
        var days: [[Int]] = []
        var end = hours.count
        while end >= 24 {
            days.append(hours[(end - 24)..<end].map(\.number))
            end -= 24
        }
        return days
    }

    /// How much days of a beat scatter beyond chance, by moments over all beats; 0 when they do not.
    private static func scatter(_ counts: [[Int: Int]], _ days: [[Int]]) -> Double {
        guard days.count >= 2 else { return 0 }
        var (beyond, squares) = (0.0, 0.0)
        for beat in counts {
            let sums = days.map { day in Double(day.reduce(0) { $0 + (beat[$1] ?? 0) }) }
            let mean = sums.reduce(0, +) / Double(sums.count)
            let variance = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sums.count - 1)
            beyond += variance - mean
            squares += mean * mean
        }
        return squares > 0 ? min(1, max(0, beyond / squares)) : 0
    }
}
