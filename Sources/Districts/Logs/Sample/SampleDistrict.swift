import DispatchModel

/// Writes the sample: an evening of a district that does not exist, in the columns of the San Francisco fire log.
///
/// 220 calls from 16:00 to 02:00, busiest in the early evening, answered by the units of the mapping `sample-district`:
/// whoever can be there first. The same seed gives the same bytes.
package struct SampleDistrict {
    /// The seed of the sample that ships.
    package static let standardSeed: UInt64 = 2026

    private var generator: SampleGenerator
    private var units: [Unit]
    private let beats: [(code: String, centre: GeoPoint)]
    /// The Chinese words of types by what the log calls them.
    private let typeNames: [String: String]

    private struct Unit {
        var callsign: String
        var type: String
        var speed: Int
        var home: GeoPoint
        var freeAt = 0
    }

    /// A call before anybody is sent: times are seconds since 16:00.
    private struct Call {
        var number: Int
        var received: Int
        var type: SampleType
        var priority: String
        var beat: String
        var address: BilingualText
        var point: GeoPoint
        var ending: String
    }

    /// The times of one unit's part.
    private struct Times {
        var entered: Int
        var dispatched: Int
        var moving: Int
        var arrived: Int?
        var left: Int?
        var delivered: Int?
        var free: Int
    }

    private init(seed: UInt64, mapping: Mapping) {
        generator = SampleGenerator(seed: seed)
        units = mapping.roster.sorted { $0.callsign < $1.callsign }.compactMap { unit in
            unit.dutyPoint.point.map { point in
                Unit(
                    callsign: unit.callsign, type: SampleText.typeName(unit.rule.kind),
                    speed: Self.speed(unit.rule.kind), home: point)
            }
        }
        typeNames = Dictionary(
            SampleType.all.map { ($0.name, mapping.types[$0.name]?.chinese ?? $0.name) },
            uniquingKeysWith: { first, _ in first })
        beats = mapping.beats.sorted { $0.key < $1.key }.compactMap { beat, rule in
            rule.centre.map { (beat, $0) }
        }
    }

    /// The sample of a seed as a CSV file.
    /// - Throws: `MappingError` if the shipped mapping cannot be read; a test proves that it can.
    package static func csv(seed: UInt64 = standardSeed) throws(MappingError) -> String {
        guard let mapping = try Mapping.builtin("sample-district") else { return header }
        var district = SampleDistrict(seed: seed, mapping: mapping)
        var text = header
        for call in district.calls() {
            for row in district.respond(to: call) { text += row + "\n" }
        }
        return text
    }

    private static let header = """
        Call Number,Unit ID,Incident Number,Call Type,Call Date,Watch Date,Received DtTm,Entry DtTm,Dispatch DtTm,\
        Response DtTm,On Scene DtTm,Transport DtTm,Hospital DtTm,Call Final Disposition,Available DtTm,Address,City,\
        Zipcode of Incident,Battalion,Station Area,Box,Original Priority,Priority,Final Priority,ALS Unit,\
        Call Type Group,Number of Alarms,Unit Type,Unit sequence in call dispatch,Fire Prevention District,\
        Supervisor District,Neighborhood  District,Location,RowID,\
        Address zh,Report zh\n
        """

    /// Calls an hour from 16:00 on.
    private static let demand = [20, 26, 30, 29, 27, 25, 22, 18, 14, 9]

    private mutating func calls() -> [Call] {
        var times: [Int] = []
        for (hour, count) in Self.demand.enumerated() {
            for _ in 0..<count { times.append(hour * 3600 + generator.number(0...3599)) }
        }
        var calls: [Call] = []
        for time in times.sorted() { calls.append(call(number: 261_350_001 + calls.count, received: time)) }
        return calls
    }

    private mutating func call(number: Int, received: Int) -> Call {
        let type = type(isNight: received >= 5 * 3600)
        let beat = generator.pick(beats)
        let street = generator.pick(SampleStreets.byBeat[beat.code] ?? [BilingualText("Wuming Rd", "无名路")])
        let block = generator.number(1...40) * 10
        let point = GeoPoint(
            latitudeMicrodegrees: beat.centre.latitudeMicrodegrees + Int64(generator.number(-12_000...12_000)),
            longitudeMicrodegrees: beat.centre.longitudeMicrodegrees + Int64(generator.number(-9_500...9_500)))
        return Call(
            number: number, received: received, type: type, priority: generator.pick(type.priorities), beat: beat.code,
            address: BilingualText("\(block) Block of \(street.english)", "\(street.chinese)\(block)号"), point: point,
            ending: generator.pick(type.endings))
    }

    private mutating func type(isNight: Bool) -> SampleType {
        let total = SampleType.all.reduce(0) { $0 + (isNight ? $1.night : $1.evening) }
        var draw = generator.number(0...total - 1)
        for type in SampleType.all {
            draw -= isNight ? type.night : type.evening
            if draw < 0 { return type }
        }
        return SampleType.all[0]
    }

    /// Sends units and writes a row for each.
    private mutating func respond(to call: Call) -> [String] {
        let entered = call.received + generator.number(15...70)
        var rows: [String] = []
        var sent: Set<Int> = []
        for types in call.type.sent {
            guard let slot = choose(types, call, at: entered, without: sent) else { continue }
            sent.insert(slot)
            let times = times(call, slot, entered: entered, isFirst: sent.count == 1)
            units[slot].freeAt = times.free
            rows.append(row(call, units[slot], times, sequence: sent.count))
        }
        return rows
    }

    /// The unit that can be there first.
    private func choose(_ types: [String], _ call: Call, at time: Int, without taken: Set<Int>) -> Int? {
        func arrival(_ slot: Int) -> Int { max(time, units[slot].freeAt) + travel(units[slot], to: call.point) }
        return units.indices.filter { types.contains(units[$0].type) && !taken.contains($0) }
            .min { (arrival($0), $0) < (arrival($1), $1) }
    }

    private mutating func times(_ call: Call, _ slot: Int, entered: Int, isFirst: Bool) -> Times {
        let unit = units[slot]
        let dispatched = max(entered + generator.number(8...75), unit.freeAt + generator.number(5...30))
        let moving = dispatched + generator.number(20...95)
        let arrived = moving + travel(unit, to: call.point) * generator.number(85...130) / 100
        let done = arrived + generator.number(call.type.minutes) * 60 + generator.number(0...59)
        var times = Times(entered: entered, dispatched: dispatched, moving: moving, arrived: arrived, free: done)
        if !isFirst, generator.number(1...100) <= 6 {
            // Called off on the way.
            times.arrived = nil
            times.free = min(arrived, moving + generator.number(30...200))
        } else if unit.type == "AMBULANCE", call.ending.hasPrefix("Taken to hospital") {
            let delivered = done + generator.number(300...900)
            times.left = done
            times.delivered = delivered
            times.free = delivered + generator.number(600...1800)
        }
        return times
    }

    private func row(_ call: Call, _ unit: Unit, _ times: Times, sequence: Int) -> String {
        func clock(_ seconds: Int?) -> String { seconds.map(SampleText.clock) ?? "" }
        let date = SampleText.date(call.received)
        return [
            "\(call.number)", unit.callsign, "\(call.number - 261_000_000)", call.type.name, date, date,
            clock(call.received), clock(times.entered), clock(times.dispatched), clock(times.moving),
            clock(times.arrived), clock(times.left), clock(times.delivered), call.ending,
            clock(times.free), call.address.english, "Made-up district 虚构城区", "000000", call.beat, call.beat, "",
            call.priority, call.priority, call.priority, "false", "Made up", "1", unit.type, "\(sequence)", "",
            "", call.beat, SampleText.point(call.point), "\(call.number)-\(unit.callsign)",
            call.address.chinese, (typeNames[call.type.name] ?? call.type.name) + "（虚构）",
        ].joined(separator: ",")
    }

    /// Seconds on the way; here a microdegree of longitude is 0.0958 m, of latitude 0.1112 m.
    private func travel(_ unit: Unit, to point: GeoPoint) -> Int {
        let north = Double(point.latitudeMicrodegrees - unit.home.latitudeMicrodegrees) * 0.1112
        let east = Double(point.longitudeMicrodegrees - unit.home.longitudeMicrodegrees) * 0.0958
        let metres = (north * north + east * east).squareRoot() * 1.3
        return max(20, Int(metres * 3.6) / unit.speed)
    }

    /// Kilometres an hour.
    private static func speed(_ kind: UnitKind) -> Int {
        switch kind {
        case .footPatrol, .gridWorker, .patrolVolunteer, .auxiliaryPolice: 6
        case .bicyclePatrol: 15
        default: 40
        }
    }
}

/// How the sample writes times and numbers.
enum SampleText {
    /// Friday 15 May 2026, or the day after behind midnight; seconds count from 16:00.
    static func date(_ seconds: Int) -> String {
        "05/\(15 + (seconds + 16 * 3600) / 86_400)/2026"
    }

    static func clock(_ seconds: Int) -> String {
        let time = (seconds + 16 * 3600) % 86_400
        let hour = time / 3600
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        return "\(date(seconds)) \(two(twelve)):\(two(time / 60 % 60)):\(two(time % 60)) \(hour < 12 ? "AM" : "PM")"
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    static func point(_ point: GeoPoint) -> String {
        "\"(\(degrees(point.latitudeMicrodegrees)), \(degrees(point.longitudeMicrodegrees)))\""
    }

    /// Degrees with six places; the district lies north and east.
    private static func degrees(_ microdegrees: Int64) -> String {
        let fraction = String(microdegrees % 1_000_000)
        return "\(microdegrees / 1_000_000).\(String(repeating: "0", count: 6 - fraction.count))\(fraction)"
    }

    /// The unit type as the log writes it.
    static func typeName(_ kind: UnitKind) -> String {
        switch kind {
        case .vehiclePatrol: "VEHICLE PATROL"
        case .footPatrol: "FOOT PATROL"
        case .bicyclePatrol: "BICYCLE PATROL"
        case .quickResponse: "QUICK RESPONSE"
        case .gridWorker: "GRID WORKER"
        case .patrolVolunteer: "PATROL VOLUNTEER"
        case .auxiliaryPolice: "AUXILIARY POLICE"
        case .ambulance: "AMBULANCE"
        case .engine: "ENGINE"
        case .truck: "TRUCK"
        default: "COMMAND"
        }
    }
}

/// Random numbers for the sample: SplitMix64. Whole numbers only, so that every machine writes the same bytes.
struct SampleGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of a range, by remainder: the library's own way may change between versions.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[number(0...elements.count - 1)]
    }
}
