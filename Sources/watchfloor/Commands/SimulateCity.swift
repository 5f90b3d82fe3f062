import ArgumentParser
import Foundation
import Reports
import Shell
import SimulationKit
import Wording

extension City.Variant: ExpressibleByArgument {
    /// Takes the letter in either case.
    package init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

/// The comparison city: its measures over replications, or what it decides for calls that are given.
struct CityMode: SimulateMode {
    @Flag(help: ArgumentHelp(say("Simulate the built-in comparison city.", "仿真内置对照城市。")))
    var city = false

    @Option(
        help: ArgumentHelp(
            say("CSV of calls; print what the city decides for each.", "警情 CSV；输出城市对每起警情的调度决定。"), valueName: "calls.csv"
        ))
    var cityTrace: String?

    @Option(help: ArgumentHelp(say("Staffing of the city: A, B or C.", "城市警力方案：A、B 或 C。")))
    var variant: City.Variant?

    private var staffing: City.Variant { variant ?? .a }

    var isAsked: Bool { city || cityTrace != nil }
    var given: [String] { variant == nil ? [] : ["--variant"] }
    var unused: [String] { city && cityTrace != nil ? ["--city"] : [] }
    // What is decided for given calls leaves nothing to chance.
    var takes: Set<String> { cityTrace == nil ? SimulateOptions.all : [] }

    func run(_ shared: SimulateOptions) throws {
        if let cityTrace { return try trace(cityTrace) }
        let days = shared.days ?? 365
        guard days >= 2 else {
            throw ValidationError(
                say("the city needs at least 2 days: the first is not measured", "城市仿真至少需要 2 天：首日不计入统计"))
        }
        let model = CityCase(city: City(variant: staffing, days: days), replications: shared.replications ?? 10)
        let measured = model.simulate(seed: shared.seed)
        let printer = MeasurePrinter(table: "city", label: staffing.rawValue, words: Words(shellLanguage))
        let lines = shared.json ? measured.map(printer.json) : printer.lines(measured, exact: [])
        try writeOutput((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func trace(_ path: String) throws {
        let reader = try LineReader(file: path)
        var calls: [CityCall] = []
        var number = 0
        while let line = reader.next() {
            number += 1
            let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            if text.isEmpty || number == 1 && text.hasPrefix("t,") { continue }
            calls.append(try call(text, after: calls.last?.time ?? 0, place: "\(path):\(number)"))
        }
        if let failure = reader.failure { throw failure }
        guard !calls.isEmpty else { throw Failure(.failure, say("\(path) holds no call", "\(path) 中没有警情")) }
        var run = CityRun(staffing, calls: calls)
        _ = run.run()
        var text = "call,unit,backup,dispatched,onscene\n"
        for (index, one) in run.decisions.enumerated() {
            let times = String(format: "%.6f,%.6f", one.dispatched, one.onScene)
            text += "\(index),\(one.unit),\(one.backup),\(times)\n"
        }
        try writeOutput(text.utf8)
    }

    /// One line: t, priority, x, y, service, backup service.
    private func call(_ text: String, after last: Double, place: String) throws -> CityCall {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        func fail(_ english: String, _ chinese: String) -> Failure {
            Failure(
                .failure, say("\(place): \(english)", "\(place)：\(chinese)"),
                remedy: say(
                    "a line is t,priority,x,y,service,backup_service in minutes and kilometres",
                    "每行应为 t,priority,x,y,service,backup_service，单位为分钟与千米"))
        }
        guard fields.count == 6, fields.allSatisfy(\.isFinite) else { throw fail("six numbers are needed", "需要六个数值") }
        guard fields[0] >= last, fields[0] < 1e6 else {
            throw fail("the time must not go back, nor pass 1000000", "时间不得倒退，也不得超过 1000000")
        }
        guard (1...5).contains(fields[1]), fields[1] == fields[1].rounded() else {
            throw fail("the priority must be 1 to 5", "优先级须为 1 至 5")
        }
        guard (0...16).contains(fields[2]), (0...10).contains(fields[3]) else {
            throw fail("the place must lie in 16 by 10 km", "地点须在 16×10 千米范围内")
        }
        guard (0...1e5).contains(fields[4]), (0...1e5).contains(fields[5]) else {
            throw fail("service times must be 0 to 100000", "处置时长须为 0 至 100000")
        }
        return CityCall(
            time: fields[0], priority: Int(fields[1]), x: fields[2], y: fields[3], service: fields[4],
            backupService: fields[5])
    }
}
