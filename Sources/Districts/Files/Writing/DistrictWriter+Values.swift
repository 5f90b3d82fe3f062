import DispatchModel

extension DistrictWriter {
    static func type(_ type: DistrictCallType) -> [String] {
        let perHour = type.weights.reduce(0, +) / 24
        var lines = ["", "[types.\(key(type.code))]", "name = \(both(type.name))", "per_hour = \(number(perHour))"]
        if perHour > 0 { lines.append("by_hour = \(list(type.weights.map { $0 / perHour }))") }
        lines += [
            "priorities = \(list(type.priorities))", "on_scene = \(law(type.onScene))",
            "paperwork = \(law(type.paperwork))", "false_alarms = \(number(type.falseAlarms))",
            "back_ups = \(number(type.backUp))", "escalates = \(number(type.escalates))",
        ]
        if !type.sayings.isEmpty { lines.append("reports = \(names(type.sayings))") }
        if !type.dispositions.isEmpty { lines.append("dispositions = \(names(type.dispositions))") }
        return lines
    }

    static func beat(_ beat: DistrictBeat) -> [String] {
        var lines = ["", "[beats.\(key(beat.code))]", "name = \(both(beat.name))", "at = \(point(beat.centre))"]
        if let ring = beat.outline.first, beat.outline.count == 1 {
            lines.append("corners = [\(ring.map(point).joined(separator: ", "))]")
        } else {
            lines.append("reach = [\(degrees(beat.reach.latitude)), \(degrees(beat.reach.longitude))]")
        }
        lines.append("weight = \(number(beat.weight))")
        if !beat.places.isEmpty { lines.append("places = [\(beat.places.map(point).joined(separator: ", "))]") }
        if !beat.streets.isEmpty { lines.append("streets = \(names(beat.streets))") }
        return lines
    }

    static func unit(_ unit: DistrictUnit) -> String {
        var fields = ["kind = \(quoted("\(unit.kind)"))", "pane = \(quoted("\(unit.pane)"))"]
        if !unit.homeBeat.isEmpty { fields.append("beat = \(quoted(unit.homeBeat))") }
        if let at = unit.dutyPoint.point { fields.append("at = \(point(at))") }
        if !unit.dutyPoint.text.isEmpty { fields.append("place = \(name(unit.dutyPoint.words))") }
        if !unit.skills.isEmpty { fields.append("skills = \(texts(unit.skills))") }
        if unit.circleMinutes > 0 { fields.append("circle = \(unit.circleMinutes)") }
        if !unit.shifts.isEmpty { fields.append("shifts = \(texts(unit.shifts))") }
        fields.append("patrols = \(unit.patrols)")
        return "\(key(unit.callsign)) = { \(fields.joined(separator: ", ")) }"
    }

    // MARK: Values

    static func law(_ law: DurationLaw) -> String {
        switch law {
        case .fixed(let seconds): quoted(time(seconds))
        case .exponential(let mean): "{ exponential = \(quoted(time(mean))) }"
        case .lognormal(let mean, let variation): "{ mean = \(quoted(time(mean))), cv = \(number(variation)) }"
        case .observed(let values): "{ observed = \(list(values)) }"
        }
    }

    private static func time(_ seconds: Double) -> String { "\(Int(seconds.rounded()))s" }

    /// A number to five places, without trailing zeros.
    static func number(_ value: Double) -> String {
        let scaled = Int64((value * 100_000).rounded())
        var text = "\(scaled.magnitude % 100_000 + 100_000)".dropFirst()
        while text.hasSuffix("0") { text = text.dropLast() }
        let sign = scaled < 0 ? "-" : ""
        return sign + "\(scaled.magnitude / 100_000)" + (text.isEmpty ? "" : ".\(text)")
    }

    static func list(_ values: [Double]) -> String { "[" + values.map(number).joined(separator: ", ") + "]" }

    static func texts(_ values: [String]) -> String { "[" + values.map(quoted).joined(separator: ", ") + "]" }

    static func names(_ values: [BilingualText]) -> String { "[" + values.map(name).joined(separator: ", ") + "]" }

    /// A text in one language, or in each.
    static func name(_ text: BilingualText) -> String {
        text.english == text.chinese
            ? quoted(text.english) : "{ en = \(quoted(text.english)), zh = \(quoted(text.chinese)) }"
    }

    static func both(_ text: BilingualText) -> String { "[\(quoted(text.english)), \(quoted(text.chinese))]" }

    static func point(_ point: GeoPoint) -> String {
        "[\(degrees(point.latitudeMicrodegrees)), \(degrees(point.longitudeMicrodegrees))]"
    }

    private static func degrees(_ microdegrees: Int64) -> String {
        let whole = microdegrees.magnitude / 1_000_000
        let part = "\(microdegrees.magnitude % 1_000_000 + 1_000_000)".dropFirst()
        return (microdegrees < 0 ? "-" : "") + "\(whole).\(part)"
    }

    /// A key, in quotes unless TOML takes it bare.
    static func key(_ text: String) -> String {
        let isBare =
            !text.isEmpty
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
                    || $0 == 0x5F
            }
        return isBare ? text : quoted(text)
    }

    /// A basic string of TOML.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                // Controls have no place in names; the file stays readable.
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    result += " "
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
