import Feeds
import Formats
import Foundation
import Reports
import SimulationKit
import TestSupport
import Testing

@testable import watchfloor

@Suite(.tags(.process), .full) struct SimulateTests {
    private let place = Workplace()

    @Test(
        "a wrong command line ends with 2 and says why",
        arguments: [
            ["simulate"], ["simulate", "--rate", "45"], ["simulate", "--rate", "0", "--service", "60m"],
            ["simulate", "--rate", "4", "--service", "1h", "--mix", "0.3,0.3"],
            ["simulate", "--city", "--days", "1"], ["simulate", "--city", "--variant", "D"],
            ["simulate", "--rate", "45", "--service", "60"],
            ["simulate", "--rate", "45", "--service", "1h", "--within", "60"],
            ["simulate", "--rate", "45", "--service", "m"], ["simulate", "--rate", "45", "--service", "1h30"],
            ["simulate", "--tables", "/no/such/folder"],
        ])
    func usage(_ arguments: [String]) throws {
        let outcome = try place.start(arguments).wait()
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
    }

    @Test(
        "an option that the simulation does not use is refused by its name",
        arguments: [
            (["linjiang", "--variant", "B"], "--variant"), (["linjiang", "--mix", "0.5,0.5"], "--mix"),
            (["linjiang", "--within", "60s"], "--within"), (["linjiang", "--units", "5"], "--units"),
            (["--staffing", "--rate", "4", "--service", "1h", "--seed", "4"], "--seed"),
            (["--staffing", "--rate", "4", "--service", "1h", "--days", "4"], "--days"),
            (["--staffing", "--rate", "4", "--service", "1h", "--replications", "4"], "--replications"),
            (["--tables", "t", "--variant", "B"], "--variant"),
            (["--city-trace", "calls.csv", "--days", "4"], "--days"),
        ])
    func unused(_ arguments: [String], _ option: String) throws {
        let outcome = try place.start(["simulate"] + arguments).wait()
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errors.contains("\(option) is not used"), "\(outcome)")
    }

    @Test("a length is written with its units")
    func lengths() throws {
        for (text, seconds) in [("60s", 60.0), ("60m", 3600), ("1h30m", 5400), ("1.5h", 5400)] {
            #expect(try PlannedTime(typed: text).seconds == seconds)
        }
    }

    @Test("a table without a case is told", arguments: ["{\"cases\": []}", "{\"variants\": {}}"])
    func noCases(_ text: String) throws {
        try place.write("tables/a.json", text)
        let outcome = try place.run("simulate", "--tables", place.file("tables"))
        #expect(outcome.status == 2 && outcome.errors.contains("a.json:1"), "\(outcome)")
    }

    @Test("units for a load are Erlang's, in both languages and as JSON")
    func staffing() throws {
        let question = ["simulate", "--staffing", "--rate", "45", "--service", "60m", "--units", "50"]
        let english = try place.start(question).wait()
        #expect(english.text.contains("50 units: busy 90.0 %, calls that wait 36.39 %"), "\(english)")
        #expect(english.text.contains("57 units are needed"), "\(english)")
        let chinese = try place.start(question, with: ["LC_ALL": "zh_CN.UTF-8"]).wait()
        #expect(chinese.text.contains("需要 57 个警力单元"), "\(chinese)")
        let object = try JSONSerialization.jsonObject(with: Data(place.start(question + ["--json"]).wait().output))
        #expect((object as? [String: Any])?["unitsNeeded"] as? Int == 57)
    }

    @Test("a malformed table is told with file, case, field and remedy, and the others go on")
    func malformed() throws {
        let sound = """
            {"inputs": {"grid": [2, 1], "weights": [0.25, 0.5], "units": 1, "radius_manhattan": 0},
             "expected": {"optimal_value": 0.5}}
            """
        try place.write(
            "tables/a.json",
            """
            {"cases": [{"name": "first", "inputs": {"arrival_rate": -1, "service_rate": 1, "servers": 2}},
             {"inputs": {"arrival_rate": 9, "service_rate": 1, "servers": 2}}, {"inputs": 7}, \(sound)]}
            """)
        try place.write("tables/b.json", "no table")
        try place.write("tables/c.json", "{\"cases\": [\(sound)]}")
        try place.write("tables/ignored.txt", "")
        let outcome = try place.run("simulate", "--tables", place.file("tables"), "--json")
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.errors.contains("a.json:1: first: arrival_rate: must be a number above 0"), "\(outcome)")
        #expect(outcome.errors.contains("a.json:2: 1: servers: too few for the load"), "\(outcome)")
        #expect(outcome.errors.contains("a.json:2: 2: inputs: is missing"), "\(outcome)")
        #expect(outcome.errors.contains("b.json:1: is no JSON object"), "\(outcome)")
        let lines = outcome.text.split(separator: "\n")
        #expect(lines.count == 2)
        for (line, table) in zip(lines, ["a", "c"]) {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["table"] as? String == table)
            #expect(object?["value"] as? Double == 0.5)
            #expect(object?["halfWidth95"] as? Double == 0)
        }
    }

    @Test(
        "an input that is not known is refused with file, line, field and remedy, never answered as another model",
        arguments: [
            (#""arrival_rates": [1, 1], "service_rate": 1, "servers": 3, "reserve": [0, 1]"#, "reserve"),
            (#""arrival_rate": 1, "service_rate": 1, "servers": 3, "queue_limit": 4"#, "queue_limit"),
            (#""offered_load": 1, "servers": 3, "waiting_room": 4"#, "waiting_room"),
            (
                #""arrival_rate": 1, "service_rate": 1, "servers": 3, "abandonment_rate": 1, "waiting_room": 4"#,
                "waiting_room"
            ),
            (#""arrival_rates": [1, 1], "service_rate": 1, "servers": 3, "discipline": "fifo""#, "discipline"),
            (
                #""hourly_rates": [1, 2], "service_rate_per_hour": 1, "servers": 3, "abandonment_rate": 2"#,
                "abandonment_rate"
            ),
            (#""arrival_rates": [1], "service": [{"kind": "exponential", "mean": 0.1, "cv": 2}]"#, "service[0].cv"),
            (#""arrival_rates": [1], "service": [{"kind": "exponential", "mean": 0.1, "rate": 2}]"#, "service[0].rate"),
            (#""arrival_rates": [1, 1], "service_rate": 1, "servers": 3, "reserves": [1, 0]"#, "reserves"),
            (#""arrival_rates": [1, 1], "service_rate": 1, "servers": 3, "reserves": [0, 3]"#, "reserves"),
            (
                #""grid": [2, 1], "weights": [1, 1], "units": 1, "radius_manhattan": 0, "node_order": "x*1+y""#,
                "node_order"
            ),
        ])
    func unknown(inputs: String, field: String) throws {
        try place.write("tables/a.json", "{\"cases\": [\n {\"inputs\": {\n \(inputs)\n}}]}")
        let outcome = try place.run("simulate", "--tables", place.file("tables"), "--json")
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errors.contains("a.json:3: 0: \(field): "), "\(outcome)")
    }

    @Test("a row or a file with a part that is not known is refused")
    func unknownRow() throws {
        let inputs = #""inputs": {"grid": [2, 1], "weights": [0.25, 0.5], "units": 1, "radius_manhattan": 0}"#
        for (text, told) in [
            ("{\"cases\": [{\(inputs),\n \"rule\": \"reserve\"}]}", "a.json:2: 0: rule: is not known"),
            ("{\"cases\": [{\"kind\": \"p-median\",\n \(inputs)}]}", "a.json:1: 0: kind: must be MCLP"),
            ("{\"priorities\": 2,\n\"cases\": [{\(inputs)}]}", "a.json:1: priorities: is not known"),
            ("{\"cases\":\n [{\(inputs)},]}", "a.json:2: is no JSON object"),
        ] {
            try place.write("tables/a.json", text)
            let outcome = try place.run("simulate", "--tables", place.file("tables"))
            #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.errors.contains(told), "\(outcome)")
        }
    }

    @Test("no case under one seed has the luck of another under the next")
    func seeds() {
        var seen: Set<UInt64> = []
        for table in ["a", "b", "a/1"] {
            for index in 0..<20 { for seed: UInt64 in 0..<20 { seen.insert(TableFile.seed(seed, table, index)) } }
        }
        #expect(seen.count == 1_200)
    }

    @Test("a call that cannot be is told with its line")
    func badCall() throws {
        let path = try place.write("calls.csv", "t,priority,x,y,service,backup_service\n1,5,1,1,10,0\n0.5,5,1,1,10,0\n")
        let outcome = try place.run("simulate", "--city-trace", path)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("calls.csv:3: the time must not go back"), "\(outcome)")
    }

    /// A file of the reference cases beside the checkout; nil, said loudly, when it is not there.
    private func reference(_ name: String) -> String? {
        sharedData("bench/sim/tables/\(name)")
    }

    @Test("the city decides the reference day as it was decided")
    func referenceDay() throws {
        guard let calls = reference("city_trace_calls.csv"), let decided = reference("city_trace_A.csv") else { return }
        let outcome = try place.run("simulate", "--city-trace", calls, "--variant", "A")
        let expected = try String(contentsOfFile: decided, encoding: .utf8).split(separator: "\n")
        let found = outcome.text.split(separator: "\n")
        #expect(found.first == expected.first && found.count == expected.count)
        for (one, other) in zip(found, expected).dropFirst() {
            let (left, right) = (one.split(separator: ","), other.split(separator: ","))
            #expect(left[0...2] == right[0...2], "\(one) instead of \(other)")
            for field in 3...4 {
                let (time, other) = (try #require(Double(left[field])), try #require(Double(right[field])))
                #expect(abs(time - other) < 1e-5)
            }
        }
    }

    @Test(
        "the formulas give the reference answers",
        arguments: [
            "erlang_a", "erlang_b", "erlang_c", "priority_mg1", "priority_mmc", "hypercube", "mtmc_daily", "coverage",
        ])
    func referenceAnswers(table: String) throws {
        guard let path = reference(table + ".json") else { return }
        var limits = JSONLimits()
        (limits.bytes, limits.values) = (16 << 20, 4_000_000)
        let decoded = try JSONReader.read(Data(contentsOf: URL(filePath: path)), limits: limits)
        // The hourly means there were taken over steps of time; ours do not change when the steps are made finer.
        let absolute = table == "mtmc_daily" ? 6e-5 : 0
        for value in decoded["cases"]?.elements ?? [] {
            let expected = try #require(value["expected"])
            let inputs = try #require(value["inputs"])
            let exact = try simulationCase(TableFields(inputs), kind: value["kind"], expected: expected).exact
            for member in expected.members ?? [] {
                let (name, answer) = (member.name, member.value)
                let found = try #require(exact.first { $0.name == name }, "\(name)").tree
                let numbers = answer.flat(like: found)
                #expect(found.flat.count == numbers.count, "\(table) \(name)")
                for (one, other) in zip(found.flat, numbers) {
                    #expect(abs(one - other) <= max(absolute, 2e-7 * abs(other)), "\(table) \(name): \(one), \(other)")
                }
            }
        }
    }
}

extension JSON {
    /// All numbers in the order of a tree of the same shape.
    fileprivate func flat(like tree: MeasureTree) -> [Double] {
        switch tree {
        case .number: double.map { [$0] } ?? []
        case .list(let trees): zip(elements ?? [], trees).flatMap { $0.flat(like: $1) }
        case .record(let parts): parts.flatMap { self[$0.name]?.flat(like: $0.tree) ?? [] }
        }
    }
}
