import Foundation

/// A value of a table of cases.
indirect enum TableValue: Decodable {
    case number(Double)
    case text(String)
    case list([TableValue])
    case object([String: TableValue])
    case other

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let number = try? single.decode(Double.self) {
            self = .number(number)
        } else if let text = try? single.decode(String.self) {
            self = .text(text)
        } else if let list = try? single.decode([TableValue].self) {
            self = .list(list)
        } else if let object = try? single.decode([String: TableValue].self) {
            self = .object(object)
        } else {
            self = .other
        }
    }

    var object: [String: TableValue]? { if case .object(let members) = self { members } else { nil } }
    var list: [TableValue]? { if case .list(let elements) = self { elements } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// What is wrong with a table: where, and what to do.
struct TableProblem: Error {
    var field: String
    var english: String
    var chinese: String
}

/// The inputs of a case, read field by field.
struct TableFields {
    let members: [String: TableValue]

    func has(_ name: String) -> Bool { members[name] != nil }

    private func problem(_ name: String, _ english: String, _ chinese: String) -> TableProblem {
        TableProblem(field: name, english: english, chinese: chinese)
    }

    func value(_ name: String) throws(TableProblem) -> TableValue {
        guard let value = members[name] else { throw problem(name, "is missing; add it", "缺失，请补充") }
        return value
    }

    /// A number not below zero, or above zero.
    func number(_ name: String, orZero: Bool = false) throws(TableProblem) -> Double {
        guard let number = try value(name).number, number.isFinite, number > 0 || (orZero && number == 0), number < 1e12
        else {
            throw orZero
                ? problem(name, "must be a number not below 0", "须为不小于 0 的数")
                : problem(name, "must be a number above 0", "须为大于 0 的数")
        }
        return number
    }

    func count(_ name: String, upTo limit: Int) throws(TableProblem) -> Int {
        guard let number = try value(name).number, number >= 1, number <= Double(limit), number == number.rounded()
        else {
            throw problem(name, "must be a whole number from 1 to \(limit)", "须为 1 至 \(limit) 的整数")
        }
        return Int(number)
    }

    func numbers(_ name: String, count: Int? = nil, limit: Int = 1_000, orZero: Bool = false) throws(TableProblem)
        -> [Double]
    {
        let list = try value(name).list ?? []
        let numbers = list.compactMap(\.number).filter { $0.isFinite && ($0 > 0 || (orZero && $0 == 0)) && $0 < 1e12 }
        guard !list.isEmpty, numbers.count == list.count, list.count <= limit, list.count == count ?? list.count else {
            let size = count.map { "\($0)" } ?? "1…\(limit)"
            throw problem(
                name, "must be a list of \(size) numbers \(orZero ? "not below" : "above") 0",
                "须为 \(size) 个\(orZero ? "不小于" : "大于") 0 的数组成的列表")
        }
        return numbers
    }

    func matrix(_ name: String, rows: Int, columns: Int) throws(TableProblem) -> [[Double]] {
        let list = try value(name).list ?? []
        let matrix = list.map { ($0.list ?? []).compactMap(\.number).filter { $0.isFinite && $0 >= 0 } }
        guard matrix.count == rows, matrix.allSatisfy({ $0.count == columns }) else {
            throw problem(
                name, "must be \(rows) rows of \(columns) numbers not below 0", "须为 \(rows) 行、每行 \(columns) 个不小于 0 的数")
        }
        return matrix
    }
}
