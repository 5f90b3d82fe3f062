import DispatchModel
import SimulationKit
import TestSupport
import Testing

@testable import Districts

/// Whatever a log says, a fit ends in a district that can be read and simulated, or in words.
@Suite("A fit of anything")
struct FitDamageTests {
    private static let columns = [
        "incident", "unit", "received", "assigned", "acknowledged", "en_route", "arrived", "cleared", "type",
        "priority",
        "beat", "latitude", "longitude", "unit_type",
    ]

    @Test("Seeded logs with anything in any column", .full, arguments: Array(1...12 as ClosedRange<UInt64>).tiered())
    func anything(seed: UInt64) throws {
        var random = Seeded(seed)
        let lacks = ["beat", "latitude", "type", "priority", "unit_type", "en_route", "assigned"].filter { _ in
            random.once(in: 4)
        }
        let mapping = try Mapping(text: Self.mapping(without: lacks, random.once(in: 2)), file: "any.toml")
        let log = try CallLog(
            bytes: Array(Self.csv(rows: Int.random(in: 0...40, using: &random), &random).utf8), name: "any.csv",
            mapping: mapping)
        let fit: DistrictFit
        do throws(FitError) {
            fit = try DistrictFit(log, id: "any", title: BilingualText("Any", "任意"))
        } catch {
            #expect(!error.english.isEmpty && !error.chinese.isEmpty)
            return
        }
        let model = try DistrictReader.read(text: DistrictWriter.text(fit.model, remarks: []), file: "any.toml")
        #expect(!model.beats.isEmpty && !model.types.isEmpty)
        _ = StaffingSimulation(model).run(Replication(index: 0, seed: seed), length: .init(days: 2))
    }

    private static func mapping(without lacks: [String], _ hasBeats: Bool) -> String {
        let named = columns.filter { !lacks.contains($0) && !($0 == "longitude" && lacks.contains("latitude")) }
        return """
            title = "Any"
            source = "any"
            [time]
            format = "ISO 8601"
            zone = "UTC"
            [columns]
            \(named.map { "\($0) = \"\($0)\"" }.joined(separator: "\n"))
            [priority.values]
            1 = "P1"
            2 = "P2"
            [units.types]
            ENGINE = { kind = "engine", pane = "patrol" }
            \(hasBeats ? "[beats]\nB1 = { name = \"One\", at = [48.1, 11.5] }" : "")
            """
    }

    private static func csv(rows: Int, _ random: inout Seeded) -> String {
        var text = columns.joined(separator: ",") + "\n"
        let odd = ["", "NULL", "0", "-1", "nan", "1e308", "90", "-180", "\"a\"\"b\"", "汉字", "[x.y]", "\\u0000"]
        for number in 0..<rows {
            let start = random.once(in: 40) ? "0001-01-01" : "2024-03-0\(Int.random(in: 1...9, using: &random))"
            let fields = columns.map { column -> String in
                if random.once(in: 12) { return random.pick(odd) }
                switch column {
                case "incident": return "\(number / 2)"
                case "unit": return "E\(Int.random(in: 1...4, using: &random))"
                case "latitude": return "48.\(Int.random(in: 100...199, using: &random))"
                case "longitude": return "11.\(Int.random(in: 100...199, using: &random))"
                case "type", "unit_type": return random.pick(["Fire", "ENGINE", "a b.c", "\"x,y\""])
                case "priority": return random.pick(["1", "2", "9"])
                case "beat": return random.pick(["B1", "B2", ""])
                default:
                    let minutes = Int.random(in: 10...59, using: &random)
                    return "\(start)T\(Int.random(in: 10...23, using: &random)):\(minutes):00Z"
                }
            }
            text += fields.joined(separator: ",") + "\n"
        }
        return text
    }
}
