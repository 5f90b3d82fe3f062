import Formats
import Foundation
import SimulationKit
import Wording

/// Simulated measures as lines of JSON or of a table.
package struct MeasurePrinter {
    private let table: String
    private let label: String
    private let words: Words

    /// A printer for a case of a table.
    package init(table: String, label: String, words: Words) {
        (self.table, self.label, self.words) = (table, label, words)
    }

    /// A measure, on one line.
    package func json(_ measured: MeasuredInterval) -> String {
        "{\"table\":\(SimulatedJSON.text(table)),\"case\":\(SimulatedJSON.text(label)),"
            + "\"measure\":\(SimulatedJSON.text(measured.name)),\"value\":\(json(measured.value)),"
            + "\"halfWidth95\":\(json(measured.halfWidth)),\"method\":\"\(measured.method.rawValue)\","
            + "\"replications\":\(measured.replications),\"precise\":\(measured.isPrecise)"
            + (measured.endless.isEmpty ? "}" : ",\"saturated\":\(measured.endless)}")
    }

    private func json(_ tree: MeasureTree) -> String {
        switch tree {
        case .number(let value): SimulatedJSON.number(value)
        case .list(let trees): "[" + trees.map(json).joined(separator: ",") + "]"
        case .record(let parts):
            "{" + parts.map { "\(SimulatedJSON.text($0.name)):\(json($0.tree))" }.joined(separator: ",") + "}"
        }
    }

    /// A heading, then a line for every number: simulated, interval, by formula.
    package func lines(_ measured: [MeasuredInterval], exact: [Measure]) -> [String] {
        let formulas = Dictionary(exact.map { ($0.name, $0.tree.flat) }) { first, _ in first }
        var lines = [
            Sanitiser.visible("\(table): \(label)"),
            "  " + pad(words.pick("measure", "指标"), 44)
                + words.pick("simulated      ± 95 %       by formula", "仿真值        ± 95 %       公式值"),
        ]
        for one in measured {
            let names = names(one.value)
            let (values, halves) = (one.value.flat, one.halfWidth.flat)
            for (index, name) in names.enumerated() where !name.hasSuffix(".t") {
                let formula = formulas[one.name].map { number($0[index]) } ?? "-"
                lines.append(
                    "  " + pad(one.name + name, 44) + pad(number(values[index]), 15) + pad(number(halves[index]), 13)
                        + formula)
            }
        }
        return lines + notes(measured) + [""]
    }

    /// What a reader has to know beside the numbers.
    private func notes(_ measured: [MeasuredInterval]) -> [String] {
        var notes: [String] = []
        if measured.contains(where: { !$0.endless.isEmpty }) {
            notes.append(
                words.pick(
                    "  saturated: more comes than is served, the line grows without end; the other classes are answered as"
                        + " they stand beside it",
                    "  饱和：到达多于服务，队列无限增长；其余等级为与其并存时的结果"))
        }
        if measured.contains(where: { !$0.isPrecise }) {
            notes.append(
                words.pick(
                    "  stopped after the work that a case may take, before every interval was as narrow as aimed at",
                    "  已达单个案例的工作量上限，部分区间未达目标精度"))
        }
        if measured.contains(where: { $0.method == .analytic }) {
            notes.append(
                words.pick("  an interval of 0 is a formula's: not simulated", "  区间为 0 者由公式得出，未经仿真"))
        }
        return notes
    }

    private func names(_ tree: MeasureTree) -> [String] {
        switch tree {
        case .number: [""]
        case .list(let trees):
            trees.enumerated().flatMap { index, tree in names(tree).map { "[\(index)]" + $0 } }
        case .record(let parts): parts.flatMap { part in names(part.tree).map { "." + part.name + $0 } }
        }
    }

    private func number(_ value: Double) -> String {
        value == .infinity ? words.pick("saturated", "饱和") : String(format: "%.6g", value)
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}

/// Numbers and texts of simulated results as JSON (RFC 8259).
package enum SimulatedJSON {
    /// A number with all its digits; null where JSON has no word for it.
    package static func number(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        return value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : value.description
    }

    /// A text in quotes.
    package static func text(_ text: String) -> String {
        JSON.harmless(JSON.quoted(text, lineFeed: .number))
    }
}
