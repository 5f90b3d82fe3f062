import Foundation
import Testing

@testable import Formats

/// The cases of toml-test, the conformance suite of TOML's own authors, as Debian ships them.
@Suite("Conformance with TOML")
struct ConformanceTests {
    private static let folder = "/usr/share/gocode/src/github.com/BurntSushi/toml/internal/toml-test/tests"

    /// What only TOML 1.1 allows, of which there is no release yet: `\e` in texts.
    private static let later = ["valid/string/escape-esc"]

    /// True when the suite is installed; says loudly when it is not.
    static let isAvailable: Bool = {
        let isThere = FileManager.default.fileExists(atPath: folder)
        if !isThere {
            print("SKIPPED: the conformance suite of TOML: apt-get install golang-github-burntsushi-toml-dev")
        }
        return isThere
    }()

    /// The files of a kind, `valid` or `invalid`, without their ending.
    private static func cases(_ kind: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(kind)").sorted()
            .filter { $0.hasSuffix(".toml") }.map { "\(kind)/\($0.dropLast(5))" }
            .filter { !later.contains($0) }.map { "\(folder)/\($0)" }
    }

    /// The text of a file; nil when it is not UTF-8, which is refused before it is read as TOML.
    private func text(_ name: String) throws -> String? {
        String(validating: try Data(contentsOf: URL(filePath: name + ".toml")), as: UTF8.self)
    }

    @Test("What is TOML means what its authors say", .enabled(if: ConformanceTests.isAvailable))
    func valid() throws {
        let names = try Self.cases("valid")
        #expect(names.count >= 90)
        for name in names {
            let table = try CheckedTOML.table(try #require(try text(name), "\(name)"))
            let wanted = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: name + ".json")))
            let found = tagged(TOMLValue(content: .table(table), place: TextPlace(line: 1, column: 1)))
            #expect(isSame(found, wanted), "\(name): \(found)")
        }
    }

    @Test("What is not TOML is refused, at a place", .enabled(if: ConformanceTests.isAvailable))
    func invalid() throws {
        let names = try Self.cases("invalid")
        #expect(names.count >= 200)
        for name in names {
            guard let text = try text(name) else { continue }
            #expect(throws: TOMLProblem.self, "\(name)") { try CheckedTOML.table(text) }
        }
    }

    /// A value as toml-test writes it: every leaf with its type and its text.
    private func tagged(_ value: TOMLValue) -> Any {
        switch value.content {
        case .string(let text): ["type": "string", "value": text]
        case .integer(let number): ["type": "integer", "value": "\(number)"]
        case .float(let number): ["type": "float", "value": "\(number)"]
        case .bool(let flag): ["type": "bool", "value": "\(flag)"]
        case .time(let text): ["type": kind(ofTime: text), "value": text]
        case .array(let elements): elements.map(tagged)
        case .table(let table): Dictionary(uniqueKeysWithValues: table.keys.map { ($0, tagged(table[$0]!)) })
        }
    }

    private func kind(ofTime text: String) -> String {
        guard text.contains("-"), text.contains(":") else {
            return text.contains(":") ? "time-local" : "date-local"
        }
        return text.firstMatch(of: /([Zz]|[+-]\d\d:\d\d)$/) == nil ? "datetime-local" : "datetime"
    }

    private func isSame(_ found: Any, _ wanted: Any) -> Bool {
        if let found = found as? [Any], let wanted = wanted as? [Any] {
            return found.count == wanted.count && zip(found, wanted).allSatisfy(isSame)
        }
        guard let found = found as? [String: Any], let wanted = wanted as? [String: Any],
            found.keys.sorted() == wanted.keys.sorted()
        else { return false }
        if let type = wanted["type"] as? String, let value = wanted["value"] as? String {
            return found["type"] as? String == type && isSame(type, found["value"] as? String ?? "", value)
        }
        return wanted.allSatisfy { isSame(found[$0.key]!, $0.value) }
    }

    /// Two leaves of a type: numbers are compared as numbers, times without regard to case, blank and trailing zeros.
    private func isSame(_ type: String, _ found: String, _ wanted: String) -> Bool {
        switch type {
        case "float":
            guard let found = Double(found), let wanted = Double(wanted) else { return false }
            return found == wanted || found.isNaN && wanted.isNaN
        case "datetime", "datetime-local", "date-local", "time-local": return plain(found) == plain(wanted)
        default: return found == wanted
        }
    }

    private func plain(_ time: String) -> String {
        time.uppercased().replacing(" ", with: "T").replacing(/\.(\d*?)0+(?=\D|$)/) { ".\($0.output.1)" }
    }
}
