import Formats

/// What is wrong with a table: where, and what to do.
package struct TableProblem: Error {
    /// The field, such as `service[1].kind`; empty for the whole.
    package var field: String
    /// In English.
    package var english: String
    /// In Chinese.
    package var chinese: String
    /// Whether the field is one of a case's inputs, and not beside them.
    package var isInput = true

    /// A problem of a field.
    package init(field: String, english: String, chinese: String, isInput: Bool = true) {
        self.field = field
        self.english = english
        self.chinese = chinese
        self.isInput = isInput
    }
}

/// The inputs of a case, read field by field.
package struct TableFields {
    private let value: JSON

    /// The members of an object; none of anything else.
    package init(_ value: JSON) { self.value = value }

    var names: [String] { value.members?.map(\.name) ?? [] }

    /// A member; nil when it is not there or is `null`.
    package subscript(name: String) -> JSON? { value[name] == .null ? nil : value[name] }

    func has(_ name: String) -> Bool { self[name] != nil }

    private func problem(_ name: String, _ english: String, _ chinese: String) -> TableProblem {
        TableProblem(field: name, english: english, chinese: chinese)
    }

    /// Refuses every member but these: one that is not understood could mean another model.
    package func only(_ known: [String], _ whose: String) throws(TableProblem) {
        guard let strange = names.first(where: { !known.contains($0) }) else { return }
        let list = known.joined(separator: ", ")
        throw problem(
            strange, "is not known to \(whose), which takes \(list); correct or remove it",
            "\(whose) 不认识此项，可用：\(list)；请更正或移除")
    }

    /// The one that is there of several names for the same; the first of them when none is.
    func one(of names: [String]) throws(TableProblem) -> String {
        let present = names.filter(has)
        guard present.count <= 1 else {
            throw problem(present[1], "says the same as \(present[0]); remove one", "与 \(present[0]) 重复，请移除其一")
        }
        return present.first ?? names[0]
    }

    func value(_ name: String) throws(TableProblem) -> JSON {
        guard let value = self[name] else { throw problem(name, "is missing; add it", "缺失，请补充") }
        return value
    }

    /// A number not below zero, or above zero.
    func number(_ name: String, orZero: Bool = false) throws(TableProblem) -> Double {
        guard let number = try value(name).double, number.isFinite, number > 0 || (orZero && number == 0),
            number < 1e12
        else {
            throw orZero
                ? problem(name, "must be a number not below 0", "须为不小于 0 的数")
                : problem(name, "must be a number above 0", "须为大于 0 的数")
        }
        return number
    }

    func count(_ name: String, from least: Int = 1, upTo limit: Int) throws(TableProblem) -> Int {
        guard let number = Self.whole(try value(name), least...limit) else {
            throw problem(
                name, "must be a whole number from \(least) to \(limit)", "须为 \(least) 至 \(limit) 的整数")
        }
        return number
    }

    /// One whole number for each of so many.
    func counts(_ name: String, count: Int, _ range: ClosedRange<Int>) throws(TableProblem) -> [Int] {
        let list = try value(name).elements ?? []
        let numbers = list.compactMap { Self.whole($0, range) }
        guard numbers.count == list.count, list.count == count else {
            throw problem(
                name, "must be a list of \(count) whole numbers from \(range.lowerBound) to \(range.upperBound)",
                "须为 \(count) 个 \(range.lowerBound) 至 \(range.upperBound) 的整数组成的列表")
        }
        return numbers
    }

    private static func whole(_ value: JSON, _ range: ClosedRange<Int>) -> Int? {
        guard let number = value.double, number == number.rounded(), number >= Double(range.lowerBound),
            number <= Double(range.upperBound)
        else { return nil }
        return Int(number)
    }

    func numbers(_ name: String, count: Int? = nil, limit: Int = 1_000, orZero: Bool = false) throws(TableProblem)
        -> [Double]
    {
        let list = try value(name).elements ?? []
        let numbers = list.compactMap(\.double).filter { $0.isFinite && ($0 > 0 || (orZero && $0 == 0)) && $0 < 1e12 }
        guard !list.isEmpty, numbers.count == list.count, list.count <= limit, list.count == count ?? list.count else {
            let size = count.map { "\($0)" } ?? "1…\(limit)"
            throw problem(
                name, "must be a list of \(size) numbers \(orZero ? "not below" : "above") 0",
                "须为 \(size) 个\(orZero ? "不小于" : "大于") 0 的数组成的列表")
        }
        return numbers
    }

    func matrix(_ name: String, rows: Int, columns: Int) throws(TableProblem) -> [[Double]] {
        let list = try value(name).elements ?? []
        let matrix = list.map { ($0.elements ?? []).compactMap(\.double).filter { $0.isFinite && $0 >= 0 } }
        guard matrix.count == rows, matrix.allSatisfy({ $0.count == columns }) else {
            throw problem(
                name, "must be \(rows) rows of \(columns) numbers not below 0", "须为 \(rows) 行、每行 \(columns) 个不小于 0 的数")
        }
        return matrix
    }
}

/// Finds the line on which a member of a JSON text stands, for a message about it. The text is one that was read already.
package struct TablePlace {
    /// A step from a value to one inside it.
    package enum Step {
        /// The member of an object with this name.
        case member(String)
        /// The element of a list with this index, from 0.
        case element(Int)
    }

    private let bytes: [UInt8]
    private var offset = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The line, counted from 1, of the deepest value on a path that is there.
    package static func line(of path: [Step], in bytes: [UInt8]) -> Int {
        var place = TablePlace(bytes)
        for step in path { guard place.enter(step) else { break } }
        return 1 + bytes.prefix(place.offset).count { $0 == 0x0A }
    }

    /// The line of a byte, counted from 1.
    package static func line(ofByte offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes.prefix(offset).count { $0 == 0x0A }
    }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") { offset += 1 }
    }

    /// Goes to a member's or an element's value; false, and back where it was, when there is none.
    private mutating func enter(_ step: Step) -> Bool {
        let start = offset
        skipBlanks()
        let opening: UInt8 = if case .member = step { UInt8(ascii: "{") } else { UInt8(ascii: "[") }
        guard next == opening else { return back(start) }
        offset += 1
        var index = 0
        while true {
            skipBlanks()
            guard let byte = next, byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") else { return back(start) }
            switch step {
            case .element(let wanted):
                if index == wanted { return true }
            case .member(let name):
                let key = offset
                skipValue()
                if String(decoding: bytes[key..<offset], as: UTF8.self) == "\"\(name)\"" { return true }
                skipBlanks()
            }
            skipValue()
            index += 1
        }
    }

    private mutating func back(_ start: Int) -> Bool {
        offset = start
        return false
    }

    /// Goes behind a value.
    private mutating func skipValue() {
        var depth = 0
        repeat {
            skipBlanks()
            switch next {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                offset += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                offset += 1
            case UInt8(ascii: "\""): skipText()
            default: while let byte = next, byte > 0x20, !",]}".utf8.contains(byte) { offset += 1 }
            }
        } while depth > 0 && offset < bytes.count
    }

    private mutating func skipText() {
        offset += 1
        while let byte = next, byte != UInt8(ascii: "\"") { offset += byte == UInt8(ascii: "\\") ? 2 : 1 }
        offset = min(offset + 1, bytes.count)
    }
}
