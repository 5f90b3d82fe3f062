import DispatchModel
import Foundation

/// The types, beats and units that a log needs on the board before its calls.
struct District {
    private let loader: CallLogLoader

    init(_ loader: CallLogLoader) {
        self.loader = loader
    }

    /// Everything, each with an identity of its own so that a second replay adds only what is new.
    func observations(at: Timestamp, actor: Actor) -> [Observation] {
        let source = loader.mapping.source
        func said(_ id: String, _ content: Observation.Content) -> Observation {
            Observation(source: SourceKey(source: source, id: id), at: at, actor: actor, content: content)
        }
        return types().map { said("type/\($0.code)", .type($0)) } + beats().map { said("beat/\($0.beat)", .beat($0)) }
            + units().map { said("unit/\($0.callsign)", .unit($0)) }
    }

    private func types() -> [TypeDefined] {
        var seen: Set<String> = []
        return loader.mapping.types.values.filter { seen.insert($0.code).inserted }
            .map { TypeDefined(code: $0.code, english: $0.english, chinese: $0.chinese) }
            .sorted { $0.code < $1.code }
    }

    private func beats() -> [BeatDefined] {
        let numbers = loader.homes.beatNumbers(loader.texts).filter { !$0.key.isEmpty }
        let codes = Set(numbers.keys).union(loader.mapping.beats.keys)
        return codes.sorted().map { code in
            let rule = loader.mapping.beats[code]
            let names = rule?.name ?? Self.filled(loader.mapping.beatName, "{beat}", code)
            let centre = rule?.centre ?? numbers[code].flatMap { loader.homes.centre(beat: $0) }
            return rule?.beat(code, centre: centre) ?? BeatDefined(beat: code, names: names, centre: centre)
        }
    }

    /// The stated roster, then the log's own units, each in the order of callsigns.
    private func units() -> [UnitRegistered] {
        let stated = loader.mapping.roster.map { unit in
            UnitRegistered(
                callsign: unit.callsign, kind: unit.rule.kind, pane: unit.rule.pane, homeBeat: unit.beat,
                dutyPoint: unit.dutyPoint, skills: unit.rule.skills, circleMinutes: unit.rule.circleMinutes)
        }
        let known = Set(stated.map(\.callsign))
        let areas = loader.homes.mainAreas(loader.texts)
        let beats = loader.homes.mainBeats(loader.texts)
        let areaBeats = loader.homes.beatsOfAreas(loader.texts)
        let areaNumbers = loader.homes.areaNumbers(loader.texts)
        let logged = loader.unitTypes.keys.filter { !known.contains(loader.texts[$0]) }.map { unit in
            let numbered = numberedArea(loader.texts[unit]).flatMap { areaNumbers[$0] }
            let area = numbered ?? areas[unit]
            let beat = numbered.flatMap { areaBeats[$0] } ?? beats[unit]
            return registered(unit, area: area, beat: beat)
        }
        return stated.sorted { $0.callsign < $1.callsign } + logged.sorted { $0.callsign < $1.callsign }
    }

    /// Kinds of units that no rule is about. A unit of no kind that the log names is counted by its callsign.
    var unruledKinds: UnruledValues {
        var values = UnruledValues(.unitKind)
        let known = Set(loader.mapping.roster.map(\.callsign))
        for (unit, type) in loader.unitTypes where !known.contains(loader.texts[unit]) && rule(unit) == nil {
            values.add(type.isEmpty ? loader.texts[unit] : type)
        }
        return values
    }

    private func rule(_ unit: Int32) -> Mapping.UnitRule? {
        loader.mapping.unitTypes[loader.unitTypes[unit] ?? ""] ?? loader.mapping.callsigns[loader.texts[unit]]
    }

    private func registered(_ unit: Int32, area: Int32?, beat: Int32?) -> UnitRegistered {
        let callsign = loader.texts[unit]
        let mapping = loader.mapping
        let rule = rule(unit) ?? Mapping.UnitRule()
        var place = Place()
        if let area, let home = mapping.home {
            place = Place(
                Self.filled(home.name, "{area}", loader.texts[area]), point: loader.homes.centre(area: area))
        }
        return UnitRegistered(
            callsign: callsign, kind: rule.kind, pane: rule.pane, homeBeat: beat.map { loader.texts[$0] } ?? "",
            dutyPoint: place, skills: rule.skills, circleMinutes: rule.circleMinutes)
    }

    /// The area that a callsign such as `E39` names by its number.
    private func numberedArea(_ callsign: String) -> String? {
        for prefix in loader.mapping.home?.numbered ?? [] where callsign.hasPrefix(prefix) {
            let number = callsign.dropFirst(prefix.count)
            if !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return String(number) }
        }
        return nil
    }

    private static func filled(_ pattern: BilingualText, _ mark: String, _ text: String) -> BilingualText {
        pattern.map { $0.replacing(mark, with: text) }
    }
}

/// Estimates home positions and beats from the calls of a log.
struct HomeEstimator {
    private struct Mean {
        var latitude: Int64 = 0
        var longitude: Int64 = 0
        var count: Int64 = 0

        mutating func add(_ point: GeoPoint) {
            latitude += point.latitudeMicrodegrees
            longitude += point.longitudeMicrodegrees
            count += 1
        }

        var point: GeoPoint? {
            if count == 0 { return nil }
            return GeoPoint(latitudeMicrodegrees: latitude / count, longitudeMicrodegrees: longitude / count)
        }
    }

    private struct Pair: Hashable {
        var first: Int32
        var second: Int32
    }

    private var areas: [Int32: Mean] = [:]
    private var beats: [Int32: Mean] = [:]
    private var unitAreas: [Pair: Int] = [:]
    private var unitBeats: [Pair: Int] = [:]
    private var areaBeats: [Pair: Int] = [:]

    /// Notes a call.
    mutating func note(area: Int32, beat: Int32, point: GeoPoint?) {
        areaBeats[Pair(first: area, second: beat), default: 0] += 1
        guard let point else { return }
        areas[area, default: Mean()].add(point)
        beats[beat, default: Mean()].add(point)
    }

    /// Notes that a unit answered a call.
    mutating func note(unit: Int32, area: Int32, beat: Int32) {
        unitAreas[Pair(first: unit, second: area), default: 0] += 1
        unitBeats[Pair(first: unit, second: beat), default: 0] += 1
    }

    /// Every area of the log by its name.
    func areaNumbers(_ texts: Interner) -> [String: Int32] { Self.named(areaBeats.keys.map(\.first), texts) }
    /// Every beat of the log by its name.
    func beatNumbers(_ texts: Interner) -> [String: Int32] { Self.named(areaBeats.keys.map(\.second), texts) }

    private static func named(_ numbers: [Int32], _ texts: Interner) -> [String: Int32] {
        Dictionary(numbers.map { (texts[$0], $0) }) { first, _ in first }
    }

    /// The mean position of the calls of an area.
    func centre(area: Int32) -> GeoPoint? { areas[area]?.point }
    /// The mean position of the calls of a beat.
    func centre(beat: Int32) -> GeoPoint? { beats[beat]?.point }

    /// The area that each unit serves most; of equals the first in the order of names.
    func mainAreas(_ texts: Interner) -> [Int32: Int32] { Self.most(unitAreas, texts) }
    /// The beat that each unit serves most.
    func mainBeats(_ texts: Interner) -> [Int32: Int32] { Self.most(unitBeats, texts) }
    /// The beat that each area lies in for the most part.
    func beatsOfAreas(_ texts: Interner) -> [Int32: Int32] { Self.most(areaBeats, texts) }

    private static func most(_ counts: [Pair: Int], _ texts: Interner) -> [Int32: Int32] {
        var best: [Int32: (second: Int32, count: Int)] = [:]
        for (pair, count) in counts where !texts[pair.second].isEmpty {
            guard let known = best[pair.first] else {
                best[pair.first] = (pair.second, count)
                continue
            }
            let isBetter = count > known.count || (count == known.count && texts[pair.second] < texts[known.second])
            if isBetter { best[pair.first] = (pair.second, count) }
        }
        return best.mapValues(\.second)
    }
}
