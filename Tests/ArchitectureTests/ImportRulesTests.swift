import Foundation
import Testing

/// The root of the checkout that this file lies in.
private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// What the package says of its targets.
private let house = HouseReader(
    (try? String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)) ?? ""
).rules

private func folder(of target: String) -> URL {
    root.appending(path: house.first { $0.target == target }?.folder ?? "Sources/\(target)")
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
    @Test("Every target imports only what the package declares for it, and nothing is declared in vain")
    func arrowsPointDown() throws {
        for rule in house where !rule.isSystemLibrary {
            let files = swiftFiles(in: folder(of: rule.target))
            #expect(!files.isEmpty, "\(rule.target) has no source file")
            var used: Set<String> = []
            for file in files {
                for module in imports(in: try String(contentsOf: file, encoding: .utf8)) {
                    used.insert(module)
                    #expect(
                        rule.allowed.contains(module),
                        "\(rule.target)/\(file.lastPathComponent) imports \(module), which it may not")
                }
            }
            #expect(
                rule.isExecutable || rule.allowed.isSubset(of: used),
                "\(rule.target) says that it uses \(rule.allowed.subtracting(used).sorted()), and does not")
        }
    }

    @Test("The targets stand in their order: each uses only what stands above it in the package")
    func rulesAreLayered() {
        #expect(house.count > 10)
        var below: Set<String> = []
        for rule in house {
            #expect(rule.house.isSubset(of: below), "\(rule.target) names a target that is not below it")
            below.insert(rule.target)
        }
    }

    @Test("Every folder of sources is a target, and every target has its folder")
    func rulesAreComplete() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
        #expect(Set(folders + ["Themes"]) == Set(house.map(\.target)))
    }

    @Test(
        "What takes feeds in without a screen uses nothing of one",
        arguments: [
            "Commands/IngestCommand", "Wiring/FeedIngest", "Wiring/FeedReporter", "Wiring/FeedStatus+Reading",
            "Wiring/FeedOptions", "Wiring/RunningFeeds", "Wiring/Sources",
        ])
    func headless(file: String) throws {
        let source = try String(contentsOf: folder(of: "watchfloor").appending(path: file + ".swift"), encoding: .utf8)
        let screen: Set<String> = ["Dashboard", "DrillRoom", "TerminalNcurses", "Themes"]
        #expect(screen.isDisjoint(with: imports(in: source)))
    }

    /// What others send is read by code that has no way to a file or a network.
    @Test("The decoders of feeds import nothing that could read a file or reach a network")
    func decodersReachNothing() throws {
        let files = swiftFiles(in: folder(of: "Feeds"))
        for file in files {
            let source = try String(contentsOf: file, encoding: .utf8)
            #expect(
                Set(imports(in: source)).isSubset(of: ["DispatchModel", "Formats"]), "\(file.lastPathComponent)")
            for word in ["@_silgen_name", "@_extern", "@c(", "Process", "CommandLine"] {
                #expect(!source.contains(word), "\(file.lastPathComponent): \(word)")
            }
        }
    }

    @Test(
        "What comes from outside has one home; the reader of arguments is in programs alone",
        arguments: [
            (["CNcursesw"], ["TerminalNcurses"]), (["CLibcrypto"], ["Formats"]),
            (["GRDBSQLite"], ["JournalSQLite"]), (["GRDB"], ["JournalSQLite", "bench"]),
            (["NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL"], ["FeedHTTP"]),
            (["ArgumentParser"], ["watchfloor", "bench"]),
        ])
    func oneHome(modules: [String], homes: [String]) {
        let users = house.filter { !$0.allowed.isDisjoint(with: modules) }.map(\.target)
        #expect(users == homes)
    }

    /// Swift's own `print` passes text on as it is, and nobody hears when it could not be written.
    @Test("A file of a program that prints uses the shell's print, which is safe and whose failures are told")
    func printing() throws {
        for rule in house where rule.isExecutable {
            for file in swiftFiles(in: folder(of: rule.target)) {
                let source = try String(contentsOf: file, encoding: .utf8)
                guard source.contains(/\bprint\(/) else { continue }
                #expect(imports(in: source).contains("Shell"), "\(file.lastPathComponent)")
            }
        }
    }

    @Test(
        "What knows no clock, no file and no network",
        arguments: ["Formats", "DispatchModel", "DispatchPolicy", "Feeds", "Wording", "TerminalKit", "Dashboard"])
    func pure(target: String) throws {
        let rule = try #require(house.first { $0.target == target })
        #expect(rule.system.isEmpty)
    }

    @Test(
        "The reader of imports sees every form",
        arguments: [
            ("import Panes", ["Panes"]), ("@testable import Panes", ["Panes"]), ("package import Panes", ["Panes"]),
            ("import struct Foundation.URL", ["Foundation"]), ("// nothing to import here", []),
        ])
    func readsImports(line: String, modules: [String]) {
        #expect(imports(in: line) == modules)
    }
}

@Suite("The names of types")
struct TypeNameTests {
    /// Names that two targets have for things of their own, and why.
    private static let known: [String: String] = [
        "Draft": "the events that a decision adds, within the rules; what was typed and left, within the console"
    ]

    /// A name that stands for two things makes a reader look up which one is meant.
    @Test("No two targets declare a type of the same name outside of any other")
    func namesAreApart() throws {
        var homes: [String: Set<String>] = [:]
        for rule in house where !rule.isSystemLibrary {
            for file in swiftFiles(in: folder(of: rule.target)) {
                for name in types(in: try String(contentsOf: file, encoding: .utf8)) {
                    homes[name, default: []].insert(rule.target)
                }
            }
        }
        #expect(homes.count > 500)
        let twice = homes.filter { $0.value.count > 1 }
        for (name, targets) in twice where TypeNameTests.known[name] == nil {
            Issue.record("\(name) is declared in \(targets.sorted().joined(separator: " and "))")
        }
        #expect(Set(TypeNameTests.known.keys).isSubset(of: twice.keys), "an exception is no longer one")
    }

    /// The types and aliases that a file declares at its own level.
    private func types(in source: String) -> [String] {
        source.split(separator: "\n").compactMap { line in
            let words = line.split { " :<{=".contains($0) }
            guard let first = line.first, first != " ", first != "/",
                let kind = words.firstIndex(where: TypeNameTests.kinds.contains), kind + 1 < words.count,
                words[..<kind].allSatisfy({ $0.hasPrefix("@") || TypeNameTests.modifiers.contains($0) })
            else { return nil }
            return String(words[kind + 1])
        }
    }

    private static let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    private static let modifiers: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private", "final", "indirect",
    ]
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
        for rule in house where !rule.isSystemLibrary {
            let name = rule.target.prefix(1).uppercased() + rule.target.dropFirst() + "Tests"
            #expect(tests.contains(name), "\(rule.target) has no test target")
        }
    }
}

@Suite("The README's picture of the house")
struct PictureTests {
    private let readme = (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? ""

    /// The lines of the picture, the highest first, each with the targets named on it.
    private var levels: [[String]] {
        let part = readme.split(separator: "## Architecture", maxSplits: 1).last ?? ""
        let block = part.split(separator: "```\n", omittingEmptySubsequences: false).dropFirst().first ?? ""
        return block.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }

    @Test("Every target stands in the picture once, above all that it uses")
    func pictureIsTrue() {
        #expect(levels.joined().sorted() == house.map(\.target).sorted())
        for rule in house {
            let own = levels.firstIndex { $0.contains(rule.target) } ?? levels.count
            for used in rule.house {
                let other = levels.firstIndex { $0.contains(used) } ?? -1
                #expect(other > own, "\(rule.target) stands above \(used)")
            }
        }
    }

    @Test("The table says of every target what it holds and what it may not do")
    func tableIsWhole() {
        let rows = readme.matches(of: /(?m)^\| \[?`(\w+)`(?:\]\(([^)]*)\))? \| .+ \| .+ \|$/)
        #expect(Set(rows.map { String($0.1) }).isSuperset(of: house.filter { !$0.isSystemLibrary }.map(\.target)))
        for row in rows {
            guard let page = row.2 else { continue }
            #expect(FileManager.default.fileExists(atPath: root.appending(path: String(page)).path), "\(page)")
        }
    }
}
