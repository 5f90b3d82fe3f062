import DispatchModel
import Districts
import Formats
import Foundation

/// Writes recorded shifts as scenarios.
package struct ScenarioWriter {
    /// Why there is nothing to write.
    package enum Refusal: Error, Hashable, Sendable {
        /// The recording has no call.
        case noCalls
        /// The recording is longer than a drill may be.
        case tooLong
        /// The text would be longer than a scenario file may be.
        case tooLarge
    }

    private let shift: RecordedShift
    private let title: BilingualText
    private let zone: TimeZone
    private let crews: FittedCrews?
    private var lines: [String] = []

    /// The scenario of a recorded shift as TOML text.
    /// - Parameters:
    ///   - shift: What happened.
    ///   - title: What the scenario is called.
    ///   - zone: The IANA name of its clocks' zone; one that nobody knows counts as UTC.
    ///   - crews: How its crews worked; nil for crews as everywhere, all of them always on duty.
    /// - Throws: `Refusal` when there is nothing to play, or too much for one drill.
    package static func text(
        _ shift: RecordedShift, title: BilingualText, zone: String, crews: FittedCrews? = nil
    ) throws(Refusal) -> String {
        var writer = ScenarioWriter(
            shift: shift, title: title, zone: TimeZone(identifier: zone) ?? TimeZone(identifier: "UTC") ?? .current,
            crews: crews)
        return try writer.write()
    }

    private init(shift: RecordedShift, title: BilingualText, zone: TimeZone, crews: FittedCrews?) {
        self.crews = crews
        self.shift = shift
        self.title = title
        self.zone = zone
    }

    private mutating func write() throws(Refusal) -> String {
        let calls = shift.calls.sorted { $0.at < $1.at }
        guard let first = calls.first, let last = calls.last else { throw .noCalls }
        // Whole minutes before the first call, so that the clock begins at a round time.
        let start = Timestamp(milliseconds: first.at.rawValue - first.at.rawValue % 60_000)
        let end = Span(milliseconds: (last.at - start).milliseconds + 45 * 60_000)
        guard end <= Scenario.longest else { throw .tooLong }
        head(start: start, end: end, count: calls.count)
        for (number, call) in calls.enumerated() { inject(call, number: number + 1, start: start) }
        objectives()
        district(calls, from: start, to: start + end)
        let text = lines.joined(separator: "\n") + "\n"
        guard text.utf8.count <= 1 << 20 else { throw .tooLarge }
        return text
    }

    private mutating func head(start: Timestamp, end: Span, count: Int) {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = zone
        format.dateFormat = "yyyy-MM-dd'T'HH:mm:ss"
        let date = format.string(from: Date(timeIntervalSince1970: Double(start.rawValue) / 1000))
        lines += [
            "title = \(pair(title))",
            "purpose = [\"Play a recorded shift again: \(count) calls at their own times.\", \"重演一个真实班次：\(count) 起警情，按原时间。\"]",
            "seed = 1", "start = \(quoted(date))", "", "[end]", "after = \"\(WrittenSpan.text(end.milliseconds))\"", "",
            "[demand]",
            "off = true", "",
        ]
    }

    private mutating func inject(_ call: RecordedShift.Call, number: Int, start: Timestamp) {
        let name = named(call.place.text.isEmpty ? BilingualText(call.type, call.type) : call.place.words)
        lines += [
            "[[inject]]", "id = \"call-\(number)\"", "title = \(name)",
            "at = \"\(WrittenSpan.text((call.at - start).milliseconds))\"", "[inject.report]",
            "type = \(quoted(type(call)))", "priority = \"P\(call.priority.rawValue)\"",
            "place = \(call.place.text.isEmpty ? quoted("?") : name)",
        ]
        if let point = call.place.point { lines.append("at = \(Self.point(point))") }
        if shift.beats[call.beat] != nil, centre(call.beat, shift.calls) != nil {
            lines.append("beat = \(quoted(call.beat))")
        }
        if !call.caller.isEmpty { lines.append("caller = \(quoted(Self.short(call.caller)))") }
        if !call.words.isEmpty { lines.append("text = \(named(call.words, limit: 700))") }
        if let arrived = call.arrived, let done = call.done, done > arrived {
            lines.append(
                "on_scene = \"\(WrittenSpan.text(max(60_000, min((done - arrived).milliseconds, 43_200_000))))\"")
        }
        lines.append("")
        for (index, report) in call.reports.enumerated() {
            lines += [
                "[[inject]]", "id = \"call-\(number)-again-\(index + 1)\"",
                "title = \(name)",
                "at = \"\(WrittenSpan.text((report.at - start).milliseconds))\"",
                "[inject.callback]", "of = \"call-\(number)\"", "text = \(named(report.words, limit: 700))",
            ]
            if !report.caller.isEmpty { lines.append("caller = \(quoted(Self.short(report.caller)))") }
            lines.append("")
        }
    }

    private func type(_ call: RecordedShift.Call) -> String { call.type.isEmpty ? "unknown" : call.type }

    private mutating func objectives() {
        lines += [
            "[[objective]]", "id = \"p1-dispatch\"",
            "title = [\"Nine in ten P1 get their first unit within 60 seconds\", \"九成一级警情 60 秒内派警\"]",
            "measure = \"dispatch\"", "priority = \"P1\"", "percentile = 90", "limit = \"60s\"", "", "[[objective]]",
            "id = \"p2-dispatch\"",
            "title = [\"Nine in ten P2 get a unit within three minutes\", \"九成二级警情三分钟内派警\"]",
            "measure = \"dispatch\"", "priority = \"P2\"", "percentile = 90", "limit = \"3m\"", "", "[[objective]]",
            "id = \"response\"",
            "title = [\"Nine in ten P1 and P2 have a unit there within 15 minutes\", \"九成一、二级警情 15 分钟内到场\"]",
            "measure = \"response\"", "priority = [\"P1\", \"P2\"]", "percentile = 90", "limit = \"15m\"", "",
        ]
    }
}

extension ScenarioWriter {
    private mutating func district(_ calls: [RecordedShift.Call], from start: Timestamp, to end: Timestamp) {
        let roster = roster(from: start, to: end)
        lines += ["[district]", "name = \(pair(title))", "zone = \(quoted(zone.identifier))"]
        let working = working(roster)
        lines += working.values + [""]
        for code in Set(calls.map(type)).union(["officer-emergency"]).sorted() {
            let known = shift.types[code]
            let english = known?.english ?? ""
            let chinese = known?.chinese ?? ""
            let name = BilingualText(english.isEmpty ? code : english, chinese.isEmpty ? code : chinese)
            lines += ["[district.types.\(quoted(code))]", "name = \(pair(name))", ""]
        }
        var known: Set<String> = []
        for code in shift.beats.keys.sorted() {
            guard let beat = shift.beats[code], let middle = centre(code, calls) else { continue }
            known.insert(code)
            lines += [
                "[district.beats.\(quoted(code))]",
                "name = \(named(beat.name.isEmpty ? BilingualText(code, code) : beat.names))",
                "at = \(Self.point(middle))", "",
            ]
        }
        for (unit, shift) in roster {
            let callsign = unit.callsign
            lines += [
                "[district.units.\(quoted(callsign))]", "kind = \"\(unit.kind)\"", "pane = \"\(unit.pane)\"",
            ]
            if known.contains(unit.homeBeat) { lines.append("beat = \(quoted(unit.homeBeat))") }
            if let point = unit.dutyPoint.point { lines.append("at = \(Self.point(point))") }
            if !unit.dutyPoint.text.isEmpty { lines.append("place = \(named(unit.dutyPoint.words))") }
            if !unit.skills.isEmpty { lines.append("skills = [\(unit.skills.map(quoted).joined(separator: ", "))]") }
            if unit.circleMinutes > 0 { lines.append("circle = \(min(unit.circleMinutes, 60))") }
            if let shift { lines.append("shifts = [\(quoted(shift.name))]") }
            lines.append("")
        }
        lines += working.sections
    }

    /// The units that were on duty, each with its shift where it had one.
    private func roster(from start: Timestamp, to end: Timestamp) -> [(unit: UnitRegistered, shift: DistrictShift?)] {
        let units = shift.units.values.sorted { $0.callsign < $1.callsign }
        guard let crews, !crews.duty.isEmpty else { return units.map { ($0, nil) } }
        return units.compactMap { unit in crews.shift(of: unit.callsign, from: start, to: end).map { (unit, $0) } }
    }

    /// How the crews work, as the district's parts say it.
    private func working(_ roster: [(unit: UnitRegistered, shift: DistrictShift?)]) -> (
        values: [String], sections: [String]
    ) {
        guard let crews else { return ([], []) }
        var model = crews.model
        model.units = roster.map { DistrictUnit(callsign: $0.unit.callsign, kind: $0.unit.kind, pane: $0.unit.pane) }
        let kinds = Set(model.units.map(\.kind))
        model.turnout = model.turnout.filter { kinds.contains($0.key) }
        model.shifts = Set(roster.compactMap(\.shift)).sorted { $0.name < $1.name }
        return WorkingSections.lines(model, prefix: "district.")
    }

    /// Where a beat lies: as stated, else in the middle of its calls.
    private func centre(_ code: String, _ calls: [RecordedShift.Call]) -> GeoPoint? {
        if let centre = shift.beats[code]?.centre { return centre }
        let points = calls.filter { $0.beat == code }.compactMap(\.place.point)
        guard !points.isEmpty else { return nil }
        let count = Int64(points.count)
        return GeoPoint(
            latitudeMicrodegrees: points.reduce(0) { $0 + $1.latitudeMicrodegrees } / count,
            longitudeMicrodegrees: points.reduce(0) { $0 + $1.longitudeMicrodegrees } / count)
    }

    private static func point(_ point: GeoPoint) -> String { "[\(point.latitude), \(point.longitude)]" }

    /// What a thing is called in each language, each of at most so many characters.
    private func named(_ words: BilingualText, limit: Int = 120) -> String {
        pair(words.map { Self.short($0, limit: limit) })
    }

    private func pair(_ text: BilingualText) -> String { "[\(quoted(text.english)), \(quoted(text.chinese))]" }

    private static func short(_ text: String, limit: Int = 120) -> String {
        text.count <= limit ? text : String(text.prefix(limit - 1)) + "…"
    }

    /// A basic string of TOML. Control characters, which have no place in a caller's words, become blanks.
    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            // Not as two: what follows might then look like an escape that no settings file may have.
            case "\\": result += "\\u005C"
            case _ where scalar.properties.generalCategory == .control: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
