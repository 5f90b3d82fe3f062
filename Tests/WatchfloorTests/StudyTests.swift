import Foundation
import TestSupport
import Testing

/// Simulating and comparing districts from the command line.
@Suite(.tags(.process), .full) struct StudyTests {
    private let place = Workplace()

    private func json(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("a district is simulated, the same twice, in words and as JSON")
    func simulates() throws {
        let arguments = ["simulate", "linjiang", "--days", "1", "--replications", "2"]
        let first = try place.start(arguments).wait()
        #expect(first.status == 0, "\(first)")
        #expect(first.errors.isEmpty, "no bar where there is no terminal: \(first)")
        #expect(first.text.contains("Erlang"))
        #expect(first.output == (try place.start(arguments).wait().output))
        let chinese = try place.start(arguments, with: ["LC_ALL": "zh_CN.UTF-8"]).wait()
        #expect(chinese.text.contains("接警至到场"), "\(chinese)")
        let result = try json(Data(try place.start(arguments + ["--json"]).wait().output))
        let measures = try #require(result["measures"] as? [String: Any])
        let response = try #require(measures["response.mean"] as? [String: Double])
        #expect((60...3600).contains(response["value"] ?? 0), "\(response)")
        #expect(result["formula"] is [String: Any])
    }

    @Test("a study says which is better, and writes table, JSON, CSV and page")
    func study() throws {
        let (csv, html) = ("\(place.path)/s.csv", "\(place.path)/s.html")
        let outcome = try place.start([
            "study", "linjiang", "--variant", "half the cars <b>: units.vehiclePatrol=-6", "--days", "2",
            "--replications",
            "3", "--csv", csv, "--html", html,
        ]).wait()
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.text.contains("is worse"), "\(outcome)")
        let lines = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\r\n")
        #expect(lines.first == "variant,measure,value,halfWidth95,difference,differenceHalfWidth95,replications")
        #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 7 })
        #expect(lines.contains { $0.hasPrefix("half the cars <b>,response.mean,") })
        let page = try String(contentsOfFile: html, encoding: .utf8)
        #expect(page.contains("<svg") && page.contains("half the cars &lt;b&gt;"))
        #expect(!page.contains("<b>:") && !page.contains("cars <b>"), "names from outside are escaped")
    }

    @Test("the JSON of a study holds every variant with its differences")
    func studyJSON() throws {
        let outcome = try place.start([
            "study", "linjiang", "--variant", "preempt=on", "--days", "1", "--replications", "2", "--json",
        ]).wait()
        let variants = try #require(try json(Data(outcome.output))["variants"] as? [[String: Any]])
        #expect(variants.count == 2)
        let measures = try #require(variants[1]["measures"] as? [String: [String: Any]])
        #expect(measures["calls.perDay"]?["difference"] is [String: Any])
    }

    @Test(
        "what cannot be simulated is refused with 2 and a remedy",
        arguments: [
            ["simulate", "atlantis"], ["study", "linjiang"], ["study", "linjiang", "--variant", "units.boat=+1"],
            ["study", "linjiang", "--variant", ""], ["study", "linjiang", "--variant", " , "],
            ["study", "linjiang", "--variant", "A: rule=coverage", "--variant", "A: preempt=on"],
            ["study", "linjiang", "--variant", "rule=luck"], ["simulate", "linjiang", "--days", "0"],
            ["simulate", "linjiang", "--replications", "1"],
        ])
    func refuses(_ arguments: [String]) throws {
        let outcome = try place.start(arguments).wait()
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
    }

    @Test("a faulty district file is refused by line")
    func faultyFile() throws {
        let file = "\(place.path)/d.toml"
        try "name = [\"A\", \"甲\"]\nzone = \"Nowhere/Land\"\n".write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try place.start(["simulate", file]).wait()
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.errors.contains("d.toml:2"), "\(outcome)")
    }
}
