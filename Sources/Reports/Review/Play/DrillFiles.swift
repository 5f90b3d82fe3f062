import DispatchModel
import Drills
import Foundation

/// Reads the files that a drill's folder keeps beside its journal.
///
/// A line that cannot be read is left out and named; the rest goes on. Nothing is trusted: a file may have been written by
/// anybody and cut off anywhere.
package enum DrillFiles {
    /// What `drill.json` says about a play.
    package struct Card: Hashable, Sendable {
        /// The scenario's id.
        package var scenario: String
        /// The seed it was played with.
        package var seed: UInt64
        /// Who played; empty when nobody said.
        package var trainee: String
        /// Hours after which it ended in place of the scenario's own end; nil for that.
        package var hours: Double?
    }

    /// A list with what could not be read of it.
    package struct Reading<Element: Sendable>: Sendable {
        /// What could be read, in the order of the file.
        package var elements: [Element]
        /// Lines that could not, from 1, at most `problemLimit`.
        package var badLines: [Int]
        /// All lines that could not be read.
        package var badCount: Int
    }

    /// The most bad lines that are named.
    package static let problemLimit = 5
    /// The most lines read of a file, a bound on what a damaged or hostile one can cost.
    package static let lineLimit = 2_000_000

    /// Reads `drill.json`; nil when it is not what it should be.
    package static func card(_ data: Data) -> Card? {
        struct File: Decodable {
            var scenario: String
            var seed: UInt64
            var trainee: String?
            var hours: Double?
        }
        guard let file = try? JSONDecoder().decode(File.self, from: data) else { return nil }
        return Card(scenario: file.scenario, seed: file.seed, trainee: file.trainee ?? "", hours: file.hours)
    }

    /// Reads `keys.jsonl`. Sizes of the terminal are no doing of the trainee's and are passed over.
    package static func keys(_ data: Data) -> Reading<PressedKey> {
        lines(data) { (line: InputLine) in
            guard let key = line.key ?? (line.paste == nil ? line.mouse.map { _ in "click" } : "paste") else {
                return nil
            }
            return PressedKey(
                at: Timestamp(milliseconds: line.at), position: JournalPosition(line.position), key: key,
                command: line.command)
        }
    }

    /// When the drill ended, as the last line of `keys.jsonl` says; nil when it does not.
    package static func end(_ data: Data) -> Timestamp? {
        lines(data) { (line: InputLine) in line.end.map { _ in Timestamp(milliseconds: line.at) } }.elements.last
    }

    /// How the trainee held the clock, as the lines of `keys.jsonl` say.
    package static func held(_ data: Data) -> HeldClock {
        let lengths = lines(data) { (line: InputLine) in line.held }.elements
        return lengths.filter { (1...604_800_000).contains($0) }.reduce(into: HeldClock()) {
            $0.add(Span(milliseconds: $1))
        }
    }

    /// What the trainer ordered about the clock, as the lines of `control.jsonl` say.
    package static func clockOrders(_ data: Data) -> [ClockOrder] {
        struct Line: Decodable {
            var at: Int64
            var order: String
            var by: Int64?
            var to: Int64?
            var speed: Double?

            enum CodingKeys: String, CodingKey {
                case at, by, to, speed
                case order = "do"
            }
        }
        return lines(data) { (line: Line) -> ClockOrder? in
            guard line.at.magnitude < 1 << 50 else { return nil }
            let at = Timestamp(milliseconds: line.at)
            switch line.order {
            case "jump", "step":
                let target = line.to ?? line.by.map { line.at + min(max($0, 0), 1 << 40) }
                return target.map { ClockOrder(at: at, kind: .ahead(to: Timestamp(milliseconds: $0))) }
            case "speed":
                let speed = line.speed ?? 1
                return ClockOrder(at: at, kind: .speed(speed == 0 ? .infinity : speed))
            default: return nil
            }
        }.elements
    }

    private struct InputLine: Decodable {
        var at: Int64
        var position: Int64
        var key: String?
        var paste: String?
        var mouse: [Int]?
        var end: String?
        var command: String?
        var held: Int64?
    }

    /// Reads `control.jsonl`. Whatever a line holds beside its time and its verb is told as it stands.
    package static func interventions(_ data: Data) -> Reading<Intervention> {
        struct Line: Decodable {
            var at: Int64
            var fields: [String: Field]

            init(from decoder: any Decoder) throws {
                fields = try decoder.singleValueContainer().decode([String: Field].self)
                guard case .number(let at) = fields["at"], at.magnitude < 9e15, fields["do"] != nil else {
                    throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no time or no verb"))
                }
                self.at = Int64(at)
            }

            func milliseconds(_ name: String) -> Int64? {
                guard case .number(let number)? = fields[name], number.magnitude < 9e15 else { return nil }
                return Int64(number)
            }
        }
        return lines(data) { (line: Line) in
            let details = ["id", "callsign", "name", "text"].compactMap { line.fields[$0]?.text }
            var order = Intervention(
                at: Timestamp(milliseconds: line.at), verb: line.fields["do"]?.text ?? "",
                details: details.filter { !$0.isEmpty }.joined(separator: " "))
            order.to = line.milliseconds("to").map(Timestamp.init(milliseconds:))
            order.by = line.milliseconds("by").map(Span.init(milliseconds:))
            if case .number(let speed)? = line.fields["speed"] { order.speed = speed }
            return order
        }
    }

    private static func lines<Line: Decodable, Element: Sendable>(
        _ data: Data, _ make: (Line) -> Element?
    ) -> Reading<Element> {
        var reading = Reading<Element>(elements: [], badLines: [], badCount: 0)
        let decoder = JSONDecoder()
        for (number, line) in data.split(separator: 0x0A, maxSplits: lineLimit, omittingEmptySubsequences: false)
            .prefix(lineLimit).enumerated() where !line.isEmpty
        {
            if let value = try? decoder.decode(Line.self, from: Data(line)) {
                if let element = make(value) { reading.elements.append(element) }
            } else {
                reading.badCount += 1
                if reading.badLines.count < problemLimit { reading.badLines.append(number + 1) }
            }
        }
        return reading
    }
}

/// A plain value of a JSON object.
private enum Field: Decodable {
    case text(String)
    case number(Double)
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .other
        }
    }

    /// The value in words.
    var text: String {
        switch self {
        case .text(let text): text
        case .number(let number):
            number == number.rounded() && number.magnitude < 1e15 ? "\(Int64(number))" : "\(number)"
        case .other: ""
        }
    }
}
