import Foundation
import TestSupport
import Testing

/// The measures of the house. They are printed, so that whoever runs `.ci/measures` sees where it stands, and held.
@Suite("The measures of the house")
struct MeasureTests {
    private static let files = SourceFile.all
    private static let switches = files.map { (file: $0, switches: $0.switches) }

    /// Targets in which functions are still called `take` alone. They may only become fewer.
    private static let takingAlone: Set<String> = ["Dashboard"]

    private func tell(_ measure: String) { print("measure: \(measure)") }

    private func list(_ places: [(place: String, found: SourceFile.Switch)]) -> String {
        places.isEmpty ? "none" : places.map(\.place).joined(separator: ", ")
    }

    private func cases(of type: String) -> Set<String> {
        MeasureTests.files.reduce(into: []) { $0.formUnion($1.cases(of: type).union($1.names(of: type))) }
    }

    /// The switches whose cases are all those of an enumeration, with one among them that is its own.
    private func switches(over type: String, named own: Set<String>) -> [(place: String, found: SourceFile.Switch)] {
        let all = cases(of: type)
        return MeasureTests.switches.flatMap { file, switches in
            switches.filter { $0.cases.count > 1 && $0.cases.isSubset(of: all) && !$0.cases.isDisjoint(with: own) }
                .map { ("\(file.path):\($0.line)", $0) }
        }
    }

    @Test("Files hold a thing, functions fit in a hand")
    func sizes() {
        let files = MeasureTests.files.map(\.length)
        let functions = MeasureTests.files.flatMap(\.functionLengths)
        tell("files \(files.count), median \(rank(0.5, of: files)), p95 \(rank(0.95, of: files)) lines")
        tell("functions \(functions.count), median \(rank(0.5, of: functions)), p95 \(rank(0.95, of: functions)) lines")
        #expect(functions.count > 1000)
        #expect((100...250).contains(rank(0.5, of: files)))
        #expect(rank(0.95, of: files) < 400)
        #expect(rank(0.95, of: functions) < 30)
    }

    @Test("The console is a coordinator of few parts")
    func console() throws {
        let stored = try #require(MeasureTests.files.lazy.compactMap { $0.storedProperties(of: "Console") }.first)
        tell("Console has \(stored.count) stored properties: \(stored.joined(separator: ", "))")
        #expect(stored.count <= 10)
    }

    @Test("What works on the console is a reference to it and nothing else")
    func parts() {
        let parts = MeasureTests.files.flatMap { file in
            file.lines.lazy.filter { $0.hasSuffix("Part {") }.compactMap {
                $0.firstMatch(of: /^(?:package )?struct (\w+): (?:ConsolePart|CommandPart) \{$/)
            }
            .map { (name: String($0.1), stored: file.storedProperties(of: String($0.1))) }
        }
        tell("parts of the console: \(parts.map(\.name).sorted().joined(separator: ", "))")
        #expect(parts.count > 15)
        for part in parts { #expect(part.stored == ["console"], "\(part.name) has a state of its own") }
    }

    @Test("No type is written in more than six files")
    func types() {
        var places: [String: Set<String>] = [:]
        for file in MeasureTests.files {
            for type in file.types { places["\(file.target).\(type)", default: []].insert(file.path) }
        }
        let widest = places.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.prefix(12)
        tell("widest types: " + widest.map { "\($0.key) \($0.value.count)" }.joined(separator: ", "))
        for type in widest {
            #expect(type.value.count <= 6, "\(type.key) is written in too many files")
        }
    }

    @Test("A function that takes something says of what")
    func taking() {
        let found = MeasureTests.files.flatMap { file in
            file.lines.indices.filter { file.lines[$0].contains("take") && file.lines[$0].contains(/\bfunc take[(<]/) }
                .map { (target: file.target, place: "\(file.path):\($0 + 1)") }
        }
        tell("functions called take alone: \(found.isEmpty ? "none" : found.map(\.place).joined(separator: ", "))")
        for take in found where !MeasureTests.takingAlone.contains(take.target) {
            Issue.record("\(take.place) takes something and does not say of what")
        }
    }

    @Test("One switch over panes, none over what lies over them")
    func panes() {
        let panes = switches(over: "PaneName", named: ["dispatch", "scorecard", "activity", "feeds"])
        tell("switches over panes: \(list(panes))")
        // The one list of them is a table.
        #expect(panes.isEmpty)
        // What lies over the panes is never told apart by its type: a layer does what is its own.
        let asked = MeasureTests.files.filter { $0.target == "Dashboard" }.flatMap { file in
            file.lines.indices.filter { file.lines[$0].contains(/\s(?:is|as\?)\s\w+(?:View|Layer|Form|Line)\b/) }
                .map { "\(file.path):\($0 + 1)" }
        }
        tell("places that ask which layer is open: \(asked.joined(separator: ", "))")
        // A chord's list goes with the next key, whoever takes that; a call for help is asked for once.
        #expect(asked.count <= 2)
    }

    @Test("Nothing is passed over in silence: commands, events, alerts, panes")
    func defaults() {
        let kinds: [(type: String, own: Set<String>)] = [
            ("CommandName", cases(of: "CommandName")), ("EventBody", cases(of: "EventBody")),
            ("PaneName", ["dispatch", "scorecard", "activity", "feeds"]), ("Command", cases(of: "Command")),
        ]
        for (type, own) in kinds {
            #expect(!own.isEmpty, "no enumeration \(type)")
            let silent = switches(over: type, named: own).filter { $0.found.isSilent }
            tell("silent defaults over \(type): \(list(silent))")
            #expect(silent.isEmpty)
        }
    }
}
