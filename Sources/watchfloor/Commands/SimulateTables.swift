import ArgumentParser
import Foundation
import SimulationKit
import TerminalKit

/// Queueing cases from tables, simulated, with their intervals; beside them what the formulas say.
struct TablesMode: SimulateMode {
    @Option(
        help: ArgumentHelp(
            say("Folder of JSON tables of queueing cases; each is simulated.", "排队案例 JSON 表所在目录，逐一仿真。"),
            valueName: "dir"))
    var tables: String?

    var isAsked: Bool { tables != nil }

    func run(_ shared: SimulateOptions) throws {
        guard let tables else { return }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: tables).filter { $0.hasSuffix(".json") }
                .sorted()
        } catch {
            throw Failure(
                .usage,
                say(
                    "\(tables) cannot be read: \(error.localizedDescription)",
                    "无法读取 \(tables)：\(error.localizedDescription)"))
        }
        guard !names.isEmpty else {
            throw Failure(
                .usage, say("\(tables) holds no table", "\(tables) 中没有案例表"),
                remedy: say("name a folder with .json files", "请指定含 .json 文件的目录"))
        }
        var hasFailed = false
        for name in names {
            let file = TableFile(name: name, path: tables + "/" + name, options: shared)
            hasFailed = try file.run() || hasFailed
        }
        if hasFailed { throw ExitCode(ExitStatus.failure.rawValue) }
    }
}

/// One table: its cases one after the other.
struct TableFile {
    let name: String
    let path: String
    let options: SimulateOptions
    private static let sizeLimit = 16 << 20

    private var table: String { String(name.dropLast(5)) }

    /// Runs every case that is sound; true when one was not.
    func run() throws -> Bool {
        guard let members = read() else { return true }
        if let variants = members["variants"]?.object { return try runCity(variants) }
        guard let cases = members["cases"]?.list else {
            tell("", TableProblem(field: "cases", english: "must be a list of cases", chinese: "须为案例列表"))
            return true
        }
        var hasFailed = false
        for (index, value) in cases.enumerated() {
            let members = value.object ?? [:]
            let label = (members["name"] ?? members["note"])?.text ?? String(index)
            do {
                try run(members, label: label, seed: options.seed &+ UInt64(index))
            } catch let problem as TableProblem {
                tell(label, problem)
                hasFailed = true
            }
        }
        return hasFailed
    }

    private func read() -> [String: TableValue]? {
        do {
            let data = try Data(contentsOf: URL(filePath: path))
            guard data.count <= Self.sizeLimit else {
                throw TableProblem(field: "", english: "is too large", chinese: "过大")
            }
            return try JSONDecoder().decode([String: TableValue].self, from: data)
        } catch {
            tell(
                "",
                TableProblem(
                    field: "", english: "is no JSON object of cases; correct or remove the file",
                    chinese: "不是案例 JSON 对象；请更正或移除该文件"))
            return nil
        }
    }

    private func tell(_ label: String, _ problem: TableProblem) {
        let place = [name, label, problem.field].filter { !$0.isEmpty }.joined(separator: ": ")
        printError("watchfloor: " + Sanitiser.visible(place) + ": " + say(problem.english, problem.chinese))
    }

    private func run(_ members: [String: TableValue], label: String, seed: UInt64) throws {
        guard let inputs = members["inputs"]?.object else {
            throw TableProblem(field: "inputs", english: "is missing; add the case's inputs", chinese: "缺失，请补充案例输入")
        }
        let expected = members["expected"]?.object
        let model = try simulationCase(TableFields(members: inputs), expected: expected)
        try show(model, label: label, seed: seed, asked: expected.map { Set($0.keys) })
    }

    private func runCity(_ variants: [String: TableValue]) throws -> Bool {
        var hasFailed = false
        for (label, expected) in variants.sorted(by: { $0.key < $1.key }) {
            guard let variant = City.Variant(rawValue: label) else {
                tell(label, TableProblem(field: "variants", english: "must be A, B or C", chinese: "须为 A、B 或 C"))
                hasFailed = true
                continue
            }
            let model = CityCase(
                city: City(variant: variant, days: options.days ?? 365), replications: options.replications ?? 10)
            try show(model, label: label, seed: options.seed, asked: expected.object.map { Set($0.keys) })
        }
        return hasFailed
    }

    /// Simulates and prints the measures that are asked for; all when nothing is said.
    private func show(_ model: any SimulationCase, label: String, seed: UInt64, asked: Set<String>?) throws {
        let measured = model.simulate(seed: seed).filter { asked?.contains($0.name) ?? true }
        for name in (asked ?? []).subtracting(measured.map(\.name)).sorted() {
            tell(
                label,
                TableProblem(field: name, english: "is no measure of this model; left out", chinese: "不是该模型的指标，已略过"))
        }
        let printer = MeasurePrinter(table: table, label: label)
        let lines = options.json ? measured.map(printer.json) : printer.lines(measured, exact: model.exact)
        try writeOutput((lines.joined(separator: "\n") + "\n").utf8)
    }
}
