import Foundation
import SimulationKit
import TerminalKit

/// Simulated measures as lines of JSON or of a table.
struct MeasurePrinter {
    let table: String
    let label: String

    func json(_ measured: MeasuredInterval) -> String {
        "{\"table\":\(SimulatedJSON.text(table)),\"case\":\(SimulatedJSON.text(label)),"
            + "\"measure\":\(SimulatedJSON.text(measured.name)),\"value\":\(json(measured.value)),"
            + "\"halfWidth95\":\(json(measured.halfWidth)),\"method\":\"\(measured.method.rawValue)\","
            + "\"replications\":\(measured.replications)}"
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
    func lines(_ measured: [MeasuredInterval], exact: [Measure]) -> [String] {
        let formulas = Dictionary(exact.map { ($0.name, $0.tree.flat) }) { first, _ in first }
        var lines = [
            Sanitiser.visible("\(table): \(label)"),
            "  " + pad(say("measure", "指标"), 44)
                + say("simulated      ± 95 %       by formula", "仿真值        ± 95 %       公式值"),
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
        return lines + [""]
    }

    private func names(_ tree: MeasureTree) -> [String] {
        switch tree {
        case .number: [""]
        case .list(let trees):
            trees.enumerated().flatMap { index, tree in names(tree).map { "[\(index)]" + $0 } }
        case .record(let parts): parts.flatMap { part in names(part.tree).map { "." + part.name + $0 } }
        }
    }

    private func number(_ value: Double) -> String { String(format: "%.6g", value) }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
