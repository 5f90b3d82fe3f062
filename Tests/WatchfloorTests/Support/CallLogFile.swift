import Foundation
import TestSupport

/// A call log in the columns of the San Francisco fire department, written by a test, and its figures worked out
/// straight from the rows.
struct CallLogFile {
    /// One unit response; times are seconds after midnight, nil where the log has none.
    struct Row {
        var call: Int
        var unit: String
        var type = "Medical Incident"
        var received: Int
        var dispatched: Int?
        var enRoute: Int?
        var onScene: Int?
        var available: Int?
        var disposition = "Fire"
        var place = "100 Block of MAIN ST"
        var beat = "B01"
        var priority = "3"
    }

    var rows: [Row]

    /// A day of calls made from a seed; some responses never arrive, and some times run backwards.
    init(seed: UInt64, calls: Int) {
        var random = Seeded(seed)
        rows = []
        for call in 0..<calls {
            let received = call * 37 + Int.random(in: 0...20, using: &random)
            for unit in 0..<Int.random(in: 1...3, using: &random) {
                let dispatched = received + Int.random(in: 5...200, using: &random)
                let enRoute = dispatched + Int.random(in: -3...120, using: &random)
                let onScene = Bool.random(using: &random) ? enRoute + Int.random(in: 20...900, using: &random) : nil
                let available = max(enRoute, onScene ?? 0) + Int.random(in: 60...3000, using: &random)
                rows.append(
                    Row(
                        call: call, unit: "E\((call * 3 + unit) % 40 + 1)", received: received, dispatched: dispatched,
                        enRoute: enRoute, onScene: onScene, available: available))
            }
        }
    }

    init(rows: [Row]) {
        self.rows = rows
    }

    static let header =
        "Call Number,Unit ID,Incident Number,Call Type,Received DtTm,Dispatch DtTm,Response DtTm,On Scene DtTm,"
        + "Transport DtTm,Hospital DtTm,Call Final Disposition,Available DtTm,Address,Battalion,Station Area,Original Priority,"
        + "Priority,Final Priority,Call Type Group,Unit Type,Neighborhood  District,Location,RowID"

    /// The file.
    var csv: String {
        var lines = [CallLogFile.header]
        for row in rows {
            let fields = [
                "9\(row.call)", row.unit, "8\(row.call)", row.type, time(row.received), time(row.dispatched),
                time(row.enRoute), time(row.onScene), "", "", row.disposition, time(row.available), row.place, row.beat,
                "",
                row.priority, row.priority, row.priority, "", "ENGINE", "", "", "9\(row.call)-\(row.unit)",
            ]
            lines.append(fields.map(CallLogFile.field).joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A field, quoted where CSV (RFC 4180) asks for it.
    static func field(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
        return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    private func time(_ seconds: Int?) -> String {
        guard let seconds else { return "" }
        let day = 2 + seconds / 86_400
        let hour = seconds / 3600 % 24
        return String(
            format: "01/%02d/2017 %02d:%02d:%02d %@", day, hour % 12 == 0 ? 12 : hour % 12, seconds / 60 % 60,
            seconds % 60,
            hour < 12 ? "AM" : "PM")
    }
}

/// The figures as `report --json` prints them.
struct Figures: Decodable, Equatable {
    struct Interval: Decodable, Equatable {
        var count: Int
        var p50: Double?
        var p90: Double?
        var mean: Double?
        var invalid: Int
    }
    var incidents: Int
    var unitResponses: Int
    var units: Int
    var intervals: [String: Interval]

    init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Figures.self, from: Data(json))
    }

    /// The figures worked out from the rows of a log, without the product's help.
    init(_ rows: [CallLogFile.Row]) {
        var times: [String: [Double]] = [:]
        var invalid: [String: Int] = [:]
        func add(_ name: String, _ from: Int?, _ to: Int?) {
            guard let from, let to else { return }
            if to < from { invalid[name, default: 0] += 1 } else { times[name, default: []].append(Double(to - from)) }
        }
        for row in rows {
            add("turnout", row.dispatched, row.enRoute)
            add("travel", row.enRoute, row.onScene)
            add("busy", row.dispatched, row.available)
        }
        let calls = Dictionary(grouping: rows, by: \.call).values
        for call in calls {
            let received = call.map(\.received).min()
            add("dispatch", received, call.compactMap(\.dispatched).min())
            add("response", received, call.compactMap(\.onScene).min())
        }
        incidents = calls.count
        unitResponses = rows.count
        units = Set(rows.map(\.unit)).count
        intervals = [:]
        for name in ["dispatch", "turnout", "travel", "response", "busy"] {
            let sorted = (times[name] ?? []).sorted()
            intervals[name] = Interval(
                count: sorted.count, p50: Figures.percentile(0.5, sorted), p90: Figures.percentile(0.9, sorted),
                mean: sorted.isEmpty ? nil : sorted.reduce(0, +) / Double(sorted.count), invalid: invalid[name] ?? 0)
        }
    }

    /// Linear between the closest ranks.
    private static func percentile(_ part: Double, _ sorted: [Double]) -> Double? {
        guard let last = sorted.last else { return nil }
        let rank = part * Double(sorted.count - 1)
        let below = Int(rank)
        let above = below + 1 < sorted.count ? sorted[below + 1] : last
        return sorted[below] + (rank - Double(below)) * (above - sorted[below])
    }

    /// Where two reports differ: counts must be the same, figures within half a second.
    func differences(from other: Figures) -> [String] {
        var found: [String] = []
        if incidents != other.incidents { found.append("incidents \(incidents) \(other.incidents)") }
        if unitResponses != other.unitResponses {
            found.append("unitResponses \(unitResponses) \(other.unitResponses)")
        }
        if units != other.units { found.append("units \(units) \(other.units)") }
        for (name, mine) in intervals {
            guard let theirs = other.intervals[name] else {
                found.append("no \(name)")
                continue
            }
            if mine.count != theirs.count || mine.invalid != theirs.invalid {
                found.append("\(name) \(mine) \(theirs)")
            }
            for (a, b) in [(mine.p50, theirs.p50), (mine.p90, theirs.p90), (mine.mean, theirs.mean)] {
                if abs((a ?? 0) - (b ?? 0)) > 0.5 { found.append("\(name) \(mine) \(theirs)") }
            }
        }
        return found
    }
}
