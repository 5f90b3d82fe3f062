import Foundation
import Testing

/// The root of the checkout that this file lies in.
private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

private func folder(of target: String) -> URL {
    target == "Themes" ? root.appending(path: "themes") : root.appending(path: "Sources/\(target)")
}

private func swiftFiles(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
}

/// The modules that a file imports, whatever stands before or after the word `import`.
func imports(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { return nil }
        guard words[..<place].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains(String($0)) }) else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "typealias", "var", "let"]
        let name = kinds.contains(words[place + 1]) && place + 2 < words.count ? words[place + 2] : words[place + 1]
        return String(name.prefix { $0 != "." })
    }
}

private let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]

@Suite("The import rules of the house")
struct ImportRulesTests {
    @Test("Every target imports only what lies below it")
    func arrowsPointDown() throws {
        for rule in houseRules where !systemLibraries.contains(rule.target) {
            let files = swiftFiles(in: folder(of: rule.target))
            #expect(!files.isEmpty, "\(rule.target) has no source file")
            let allowed = rule.house.union(rule.outside)
            for file in files {
                for module in imports(in: try String(contentsOf: file, encoding: .utf8)) {
                    #expect(
                        allowed.contains(module),
                        "\(rule.target)/\(file.lastPathComponent) imports \(module), which it may not")
                }
            }
        }
    }

    @Test("The rules themselves have no arrow upwards")
    func rulesAreLayered() {
        var below: Set<String> = []
        for rule in houseRules {
            #expect(rule.house.isSubset(of: below), "\(rule.target) names a target that is not below it")
            below.insert(rule.target)
        }
    }

    @Test("Every folder of sources has a rule, and no rule lacks its folder")
    func rulesAreComplete() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
        #expect(Set(folders + ["Themes"]) == Set(houseRules.map(\.target)))
    }

    /// What others send is read by code that has no way to a file or a network.
    @Test("The decoders of feeds import nothing that could read a file or reach a network")
    func decodersReachNothing() throws {
        let files = swiftFiles(in: folder(of: "Feeds"))
        for file in files {
            let source = try String(contentsOf: file, encoding: .utf8)
            #expect(
                Set(imports(in: source)).isSubset(of: ["CheckedTOML", "DispatchModel"]), "\(file.lastPathComponent)")
            for word in ["@_silgen_name", "@_extern", "@c(", "Process", "CommandLine"] {
                #expect(!source.contains(word), "\(file.lastPathComponent): \(word)")
            }
        }
    }

    @Test("Only the ncurses backend names ncurses")
    func ncursesHasOneHome() {
        for rule in houseRules where rule.house.contains("CNcursesw") {
            #expect(rule.target == "TerminalNcurses")
        }
    }

    @Test("Only the digests name the library of the system that makes them")
    func digestsHaveOneHome() {
        for rule in houseRules where rule.house.contains("CLibcrypto") { #expect(rule.target == "Hashing") }
    }

    @Test("Only the HTTP server of feeds names the network library")
    func networkHasOneHome() {
        for rule in houseRules where rule.outside.contains(where: { $0.hasPrefix("NIO") }) {
            #expect(rule.target == "FeedHTTP")
        }
    }

    @Test(
        "The reader of imports sees every form",
        arguments: [
            ("import Panes", ["Panes"]), ("@testable import Panes", ["Panes"]), ("public import Panes", ["Panes"]),
            ("import struct Foundation.URL", ["Foundation"]), ("// nothing to import here", []),
        ])
    func readsImports(line: String, modules: [String]) {
        #expect(imports(in: line) == modules)
    }
}

@Suite("The shape of the repository")
struct RepositoryTests {
    @Test("The top level holds what it should and nothing else")
    func topLevel() throws {
        let allowed: Set<String> = ["Package.swift", "Sources", "Tests", "themes", "README.md"]
        let made: Set<String> = ["Package.resolved"]
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
        for name in names where !name.hasPrefix(".") && !made.contains(name) {
            #expect(allowed.contains(name), "\(name) does not belong at the top level")
        }
    }

    @Test("Every target has a test target of its own")
    func everyTargetIsTested() throws {
        let tests = Set(try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Tests").path))
        for rule in houseRules where !systemLibraries.contains(rule.target) {
            let name = rule.target == "watchfloor" ? "WatchfloorTests" : rule.target + "Tests"
            #expect(tests.contains(name), "\(rule.target) has no test target")
        }
    }
}
