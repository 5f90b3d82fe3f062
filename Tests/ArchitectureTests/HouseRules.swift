import Foundation

/// What a target of the house may import, as `Package.swift` declares it.
struct HouseRule {
    /// The target.
    var target: String
    /// The targets of the house that it uses.
    var house: Set<String>
    /// The products of other packages that it uses.
    var products: Set<String>
    /// The modules of the system that it uses.
    var system: Set<String>
    /// The folder of its sources.
    var folder: String
    /// True for a name that the package gives to a library of the system.
    var isSystemLibrary = false
    /// True for a program.
    var isExecutable = false

    /// Everything that it may import.
    var allowed: Set<String> { house.union(products).union(system) }
}

/// Reads the targets out of the text of `Package.swift`, in the order in which they stand there: the lowest first.
///
/// A target is a call of `house`, `.systemLibrary` or `.executableTarget`; what it uses are the texts in its lists, and
/// lists of products that have a name of their own, such as `nio`.
struct HouseReader {
    private let lines: String
    private var lists: [String: [String]] = [:]

    init(_ package: String) {
        lines = package.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        for match in lines.matches(of: /let (\w+): \[Target\.Dependency\] = (\[[^\]]*\])/) {
            lists[String(match.1)] = HouseReader.products(in: match.2)
        }
    }

    /// The rules, one a target that is no test.
    var rules: [HouseRule] {
        lines.matches(of: /( house|\.systemLibrary|\.executableTarget)\(/).compactMap { match in
            let call = HouseReader.call(in: lines[match.range.upperBound...])
            guard let name = call.firstMatch(of: /^\s*(?:name: )?"(\w+)"/) else { return nil }
            let target = String(name.1)
            let uses = HouseReader.list(after: match.1 == " house" ? "uses:" : "dependencies:", in: call)
            let named = lists.filter { uses.contains("+ \($0.key)") }.flatMap(\.value)
            let folder = call.firstMatch(of: /path: "([\w\/]+)"/).map { String($0.1) } ?? "Sources/\(target)"
            return HouseRule(
                target: target, house: HouseReader.texts(in: uses.replacing(/\.product\([^)]*\)/, with: "")),
                products: Set(HouseReader.products(in: uses) + named),
                system: match.1 == ".executableTarget"
                    ? HouseReader.everything : HouseReader.texts(in: HouseReader.list(after: "system:", in: call)),
                folder: folder, isSystemLibrary: match.1 == ".systemLibrary",
                isExecutable: match.1 == ".executableTarget")
        }
    }

    /// What an executable may use of the system.
    private static let everything: Set<String> = ["Dispatch", "Foundation", "Glibc", "Synchronization"]

    /// What stands between a call's brackets.
    private static func call(in text: Substring) -> Substring {
        var depth = 1
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth == 0 { return text[..<index] }
        }
        return text
    }

    /// A list after its label, with what is added to it; empty when there is no such label.
    private static func list(after label: String, in call: Substring) -> Substring {
        guard let start = call.range(of: label)?.upperBound else { return "" }
        var depth = 0
        for index in call[start...].indices {
            if "[(".contains(call[index]) { depth += 1 }
            if "])".contains(call[index]) { depth -= 1 }
            if depth == 0, call[index] == "," { return call[start..<index] }
        }
        return call[start...]
    }

    private static func texts(in list: Substring) -> Set<String> {
        Set(list.matches(of: /"(\w+)"/).map { String($0.1) })
    }

    private static func texts(in list: String) -> Set<String> { texts(in: list[...]) }

    private static func products(in list: Substring) -> [String] {
        list.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) }
    }
}
