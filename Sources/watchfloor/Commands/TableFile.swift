import Feeds
import Formats
import Foundation
import Reports
import Shell
import SimulationKit
import Wording

/// One table: its cases one after the other.
struct TableFile {
    let name: String
    let path: String
    let options: SimulateOptions
    /// Whether it holds answers of the comparison city.
    private(set) var isCity = false
    /// The text, for the lines of what is wrong with it.
    private var bytes: [UInt8] = []

    init(name: String, path: String, options: SimulateOptions) {
        self.name = name
        self.path = path
        self.options = options
    }

    private static let limits: JSONLimits = {
        var limits = JSONLimits()
        (limits.bytes, limits.values) = (16 << 20, 4_000_000)
        return limits
    }()
    /// What may stand beside a case's inputs without meaning anything to the model.
    private static let remarks = ["name", "note", "source", "published", "comment"]
    private var table: String { String(name.dropLast(5)) }

    /// Runs every case that is sound; true when one was not.
    mutating func run() throws -> Bool {
        guard let content = read() else { return true }
        let fields = TableFields(content)
        do throws(TableProblem) {
            try fields.only(["model", "cases", "variants", "replications"] + Self.remarks, "a table")
        } catch {
            tell(error)
            return true
        }
        if let variants = fields["variants"] {
            isCity = true
            return try runCity(variants.members ?? [])
        }
        guard let cases = fields["cases"]?.elements else {
            tell(TableProblem(field: "cases", english: "must be a list of cases", chinese: "须为案例列表"))
            return true
        }
        guard !cases.isEmpty else {
            tell(TableProblem(field: "cases", english: "holds no case", chinese: "没有案例"))
            return true
        }
        var hasFailed = false
        for (index, value) in cases.enumerated() {
            do {
                try run(TableFields(value), index, Self.label(value, index))
            } catch let problem as TableProblem {
                tell(problem, in: index, Self.label(value, index))
                hasFailed = true
            }
        }
        return hasFailed
    }

    private static func label(_ value: JSON, _ index: Int) -> String {
        (value["name"] ?? value["note"])?.text ?? String(index)
    }

    private mutating func read() -> JSON? {
        do {
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            bytes = Array(try file.read(upToCount: Self.limits.bytes + 1) ?? Data())
            let content = try JSONReader.read(bytes, limits: Self.limits)
            if content.members != nil { return content }
            tell(
                TableProblem(
                    field: "", english: "is no JSON object of cases; correct or remove the file",
                    chinese: "不是案例 JSON 对象；请更正或移除该文件"))
        } catch let fault as MessageFault {
            // A fault of syntax names its byte.
            let byte = Int(fault.path.drop { !$0.isNumber }) ?? 1
            tell(
                TableProblem(
                    field: "", english: "is no JSON object of cases: \(fault.english); correct or remove the file",
                    chinese: "不是案例 JSON 对象：\(fault.chinese)；请更正或移除该文件"),
                line: TablePlace.line(ofByte: max(0, byte - 1), in: bytes))
        } catch {
            let cause = SystemCause(error)
            tell(
                TableProblem(
                    field: "", english: "cannot be read: \(cause.english)", chinese: "无法读取：\(cause.chinese)"))
        }
        return nil
    }

    private func tell(_ problem: TableProblem, in index: Int, _ label: String) {
        let path = [.member("cases"), .element(index)] + (problem.isInput ? [TablePlace.Step.member("inputs")] : [])
        tell(problem, label: label, line: TablePlace.line(of: path + Self.steps(problem.field), in: bytes))
    }

    private func tell(_ problem: TableProblem, label: String = "", line: Int? = nil) {
        let line = line ?? TablePlace.line(of: Self.steps(problem.field), in: bytes)
        let place = ["\(name):\(line)", label, problem.field].filter { !$0.isEmpty }.joined(separator: ": ")
        printError("watchfloor: " + Sanitiser.visible(place + ": " + say(problem.english, problem.chinese)))
    }

    /// `service[1].kind` as a path.
    private static func steps(_ field: String) -> [TablePlace.Step] {
        field.split { ".[]".contains($0) }.map { part in
            Int(part).map(TablePlace.Step.element) ?? .member(String(part))
        }
    }

    private func run(_ fields: TableFields, _ index: Int, _ label: String) throws {
        guard let inputs = fields["inputs"], inputs.members != nil else {
            throw TableProblem(
                field: "inputs", english: "is missing; add the case's inputs", chinese: "缺失，请补充案例输入", isInput: false)
        }
        let isCoverage = inputs["radius_manhattan"] != nil
        do throws(TableProblem) {
            try fields.only(["inputs", "expected"] + (isCoverage ? ["kind"] : []) + Self.remarks, "a case")
        } catch {
            throw TableProblem(field: error.field, english: error.english, chinese: error.chinese, isInput: false)
        }
        let expected = fields["expected"]
        let model = try simulationCase(TableFields(inputs), kind: fields["kind"], expected: expected)
        let seed = Self.seed(options.seed, table, index)
        let asked = expected?.members.map { Set($0.map(\.name)) }
        try show(model, label: label, seed: seed, asked: asked) { tell($0, in: index, label) }
    }

    /// The seed of a case, which has luck of its own: its neighbour's under this seed is not its own under the next.
    static func seed(_ seed: UInt64, _ table: String, _ index: Int) -> UInt64 {
        StreamName.number("\(seed)/\(index)/\(table)")
    }

    private func runCity(_ variants: [JSON.Member]) throws -> Bool {
        guard !variants.isEmpty else {
            tell(TableProblem(field: "variants", english: "holds no variant", chinese: "没有方案"))
            return true
        }
        var hasFailed = false
        for member in variants.sorted(by: { $0.name < $1.name }) {
            guard let variant = City.Variant(rawValue: member.name) else {
                tell(
                    TableProblem(field: "variants.\(member.name)", english: "must be A, B or C", chinese: "须为 A、B 或 C"))
                hasFailed = true
                continue
            }
            let model = CityCase(
                city: City(variant: variant, days: options.days ?? 365), replications: options.replications ?? 10)
            let asked = member.value.members.map { Set($0.map(\.name)) }
            try show(model, label: member.name, seed: options.seed, asked: asked) { tell($0, label: member.name) }
        }
        return hasFailed
    }

    /// Simulates and prints the measures that are asked for; all when nothing is said.
    private func show(
        _ model: any SimulationCase, label: String, seed: UInt64, asked: Set<String>?, _ tell: (TableProblem) -> Void
    ) throws {
        let measured = model.simulate(seed: seed).filter { asked?.contains($0.name) ?? true }
        for name in (asked ?? []).subtracting(measured.map(\.name)).sorted() {
            tell(
                TableProblem(
                    field: "expected.\(name)", english: "is no measure of this model; left out",
                    chinese: "不是该模型的指标，已略过", isInput: false))
        }
        let printer = MeasurePrinter(table: table, label: label, words: Words(shellLanguage))
        let lines = options.json ? measured.map(printer.json) : printer.lines(measured, exact: model.exact)
        guard !lines.isEmpty else { return }
        try writeOutput((lines.joined(separator: "\n") + "\n").utf8)
    }
}
