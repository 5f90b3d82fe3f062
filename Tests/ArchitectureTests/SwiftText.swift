/// The text of a Swift file taken apart: its code without comments and without what its literals say, and its literals.
struct SwiftText {
    /// What stands in a literal in place of something that is put in.
    static let argument: Character = "§"

    /// The code; every literal is left as `""`, behind what is put into it.
    private(set) var code = ""
    /// What each literal says, with a mark where something is put in.
    private(set) var literals: [String] = []

    private let bytes: [UInt8]
    private var at = 0
    private var output: [UInt8] = []

    init(_ source: String) {
        bytes = Array(source.utf8)
        output.reserveCapacity(bytes.count)
        readCode(isArgument: false)
        code = String(decoding: output, as: UTF8.self)
        output = []
    }

    /// Code up to the end, or up to the bracket that ends an argument of a literal.
    private mutating func readCode(isArgument: Bool) {
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "/") where isNext(UInt8(ascii: "/")):
                while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
                continue
            case UInt8(ascii: "#") where isNext(UInt8(ascii: "\"")):
                at += 1
                readLiteral(isRaw: true)
                continue
            case UInt8(ascii: "\""):
                readLiteral(isRaw: false)
                continue
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if isArgument, depth == 0 { return }
                depth -= 1
            default: break
            }
            output.append(bytes[at])
            at += 1
        }
    }

    private func isNext(_ byte: UInt8, after count: Int = 1) -> Bool {
        at + count < bytes.count && bytes[at + count] == byte
    }

    private mutating func readLiteral(isRaw: Bool) {
        let quote = UInt8(ascii: "\"")
        let isLong = isNext(quote) && isNext(quote, after: 2)
        at += isLong ? 3 : 1
        var text: [UInt8] = []
        while at < bytes.count {
            if bytes[at] == quote, !isLong || (isNext(quote) && isNext(quote, after: 2)),
                !isRaw || isNext(UInt8(ascii: "#"))
            {
                at += isLong ? 3 : isRaw ? 2 : 1
                break
            }
            if !isRaw, bytes[at] == UInt8(ascii: "\\") {
                if isNext(UInt8(ascii: "(")) {
                    at += 2
                    output.append(UInt8(ascii: " "))
                    readCode(isArgument: true)
                    text += String(SwiftText.argument).utf8
                } else {
                    at += 1
                    text.append(at < bytes.count ? bytes[at] : quote)
                }
            } else {
                text.append(bytes[at])
                // Lines keep their numbers.
                if bytes[at] == UInt8(ascii: "\n") { output.append(bytes[at]) }
            }
            at += 1
        }
        literals.append(String(decoding: text, as: UTF8.self))
        output += [quote, quote]
    }
}

/// A name as it stands in code, with the label of the first argument where it is called.
struct CodeName: Hashable {
    var name: String
    /// The first label; `_` for a call whose first argument has none, empty where nothing is called.
    var label = ""
}

extension SwiftText {
    /// Everything that the code names without declaring it.
    var uses: Set<CodeName> {
        var found: Set<CodeName> = []
        let bytes = Array(code.utf8)
        var (at, previous) = (0, "")
        while at < bytes.count {
            guard SwiftText.isWord(bytes[at]) else {
                if bytes[at] > 0x20 { previous = "" }
                at += 1
                continue
            }
            let word = SwiftText.word(in: bytes, from: &at)
            if !["func", "var", "let", "case"].contains(previous) {
                found.insert(CodeName(name: word, label: SwiftText.label(in: bytes, from: at)))
            }
            previous = word
        }
        return found
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }

    private static func word(in bytes: [UInt8], from at: inout Int) -> String {
        let start = at
        while at < bytes.count, isWord(bytes[at]) { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    /// The first label of a call whose bracket stands here; empty when none does.
    private static func label(in bytes: [UInt8], from place: Int) -> String {
        var at = place
        guard at < bytes.count, bytes[at] == UInt8(ascii: "(") else { return "" }
        at += 1
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        let name = word(in: bytes, from: &at)
        return !name.isEmpty && at < bytes.count && bytes[at] == UInt8(ascii: ":") ? name : "_"
    }

    /// The functions and properties that other targets may use and that give text.
    var sentences: [CodeName] {
        code.components(separatedBy: "package ").dropFirst().compactMap { declaration in
            let head = declaration.prefix { $0 != "{" }
            let words = head.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
            guard let kind = words.first, words.count > 1 else { return nil }
            let name = String(words[1])
            switch kind {
            case "func" where ["-> String", "-> Refusal", "-> BilingualText"].contains { head.contains($0) }:
                return CodeName(
                    name: name, label: head.contains("\(name)()") ? "_" : String(words.dropFirst(2).first ?? "_"))
            case "var"
            where [": String", ": BilingualText"].contains { head.contains($0) } && declaration.contains("{"):
                return CodeName(name: name)
            default: return nil
            }
        }
    }
}
