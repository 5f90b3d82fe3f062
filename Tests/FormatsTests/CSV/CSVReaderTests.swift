import TestSupport
import Testing

@testable import Formats

/// Reads everything; rows as their fields, faults as text, each with its line.
private func read(_ text: String, limits: CSVLimits = CSVLimits(), expected: Int? = nil, chunk: Int? = nil) throws
    -> [String]
{
    let bytes = Array(text.utf8)
    var offset = 0
    var reader = CSVReader(limits: limits) { target in
        let count = min(chunk ?? target.count, target.count, bytes.count - offset)
        target.copyBytes(from: bytes[offset..<offset + count])
        offset += count
        return count
    }
    reader.expectedFields = expected
    var found: [String] = []
    while let step = try reader.next() {
        switch step {
        case .row:
            let fields = (0..<reader.fieldCount).map { reader.text($0) }
            found.append("\(reader.line): \(fields.joined(separator: "|"))")
        case .fault(let fault): found.append("\(reader.line)! \(fault)")
        }
    }
    return found
}

@Suite struct CSVReaderTests {
    static let table: [(name: String, text: String, rows: [String])] = [
        ("plain", "a,b\nc,d\n", ["1: a|b", "2: c|d"]),
        ("CRLF", "a,b\r\nc,d\r\n", ["1: a|b", "2: c|d"]),
        ("no last line end", "a,b\nc,d", ["1: a|b", "2: c|d"]),
        ("byte order mark", "\u{FEFF}a,b\nc,d", ["1: a|b", "2: c|d"]),
        ("blank lines", "a,b\n\n\r\nc,d\n\n", ["1: a|b", "4: c|d"]),
        ("empty fields", ",\n,\"\"\n", ["1: |", "2: |"]),
        ("quotes", "\"a,1\",\"say \"\"b\"\"\"\n", ["1: a,1|say \"b\""]),
        ("line end in quotes", "\"a\nb\",c\r\nd,e\n", ["1: a\nb|c", "3: d|e"]),
        ("blanks around", "  a , b\t\n", ["1: a|b"]),
        ("quote within", "5\" pipe,b\n", ["1: 5\" pipe|b"]),
        ("nothing", "", []),
    ]

    @Test(arguments: table) func readsRows(name: String, text: String, rows: [String]) throws {
        #expect(try read(text) == rows, "\(name)")
        for chunk in 1...3 { #expect(try read(text, chunk: chunk) == rows, "\(name), \(chunk) bytes at a time") }
    }

    static let damaged: [(name: String, text: String, rows: [String])] = [
        (
            "quote never closed", "a,b\n\"c,d\ne,f\ng,h\n",
            ["1: a|b", "2! unclosedQuote", "3: e|f", "4: g|h"]
        ),
        (
            "quote closed by a later row", "a,b\nc,\"d\ne,\"f, g\"\nh,i\n",
            ["1: a|b", "2! textAfterQuote", "3: e|f, g", "4: h|i"]
        ),
        (
            "quote swallows a row with a plausible end", "a,b\nc,\"d\ne,f\",\ng,h\n",
            ["1: a|b", "2! fieldCount(found: 3, expected: 2)", "3! fieldCount(found: 3, expected: 2)", "4: g|h"]
        ),
        ("text after a quote", "\"a\"x,b\nc,d\n", ["1! textAfterQuote", "2: c|d"]),
        (
            "too few and too many", "a\nb,c\nd,e,f\ng,h\n",
            [
                "1! fieldCount(found: 1, expected: 2)", "2: b|c", "3! fieldCount(found: 3, expected: 2)", "4: g|h",
            ]
        ),
    ]

    @Test(arguments: damaged) func goesOnBehindDamage(name: String, text: String, rows: [String]) throws {
        #expect(try read(text, expected: 2) == rows, "\(name)")
        for chunk in 1...3 { #expect(try read(text, expected: 2, chunk: chunk) == rows, "\(name), \(chunk) at a time") }
    }

    @Test func boundsFieldsAndRows() throws {
        let limits = CSVLimits(field: 10, row: 40, fields: 4)
        let long = String(repeating: "x", count: 11)
        #expect(try read("a,\(long)\nc,d\n", limits: limits) == ["1! fieldTooLong", "2: c|d"])
        #expect(try read("a,\"\(long)\"\nc,d\n", limits: limits) == ["1! fieldTooLong", "2: c|d"])
        #expect(try read("1,2,3,4,5,6\nc,d\n", limits: limits) == ["1! rowTooLong", "2: c|d"])
        let huge = String(repeating: "y", count: 3_000_000)
        #expect(try read("a,\(huge)\nc,d\n", limits: limits) == ["1! fieldTooLong", "2: c|d"])
        #expect(try read("a,\"\(huge)\nc,d\n") == ["1! fieldTooLong", "2: c|d"])
    }

    @Test func repairsText() throws {
        var reader = CSVReader(bytes: [0x61, 0xFF, 0x2C, 0x62, 0x0A, 0xE5, 0xB7, 0xB7, 0x2C, 0x0A])
        #expect(try reader.next() == .row)
        #expect(!reader.isValidText)
        #expect(reader.text(0) == "a\u{FFFD}")
        #expect(try reader.next() == .row)
        #expect(reader.isValidText)
        #expect(reader.text(0) == "巷")
    }

    /// One stray byte costs no more than the rows on the line it is put into, and those joined to it.
    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64]) func losesLittleToOneStrayByte(seed: UInt64) throws {
        print("CSV seed \(seed)")
        var generator = Seeded(seed)
        let strays: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: ","), 0xFF, 0x00]
        let lines = (1...60).map { "\($0),name \($0),\"(\($0), -\($0))\",end" }
        for _ in 0..<40 {
            var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
            let stray = strays[Int.random(in: strays.indices, using: &generator)]
            let position = Int.random(in: bytes.indices, using: &generator)
            bytes.insert(stray, at: position)
            let hit = bytes[..<position].count { $0 == 0x0A } + 1
            var reader = CSVReader(bytes: bytes)
            reader.expectedFields = 4
            var kept: Set<Int> = []
            while let step = try reader.next() {
                if step == .row, let number = Int(reader.text(0)) { kept.insert(number) }
            }
            let lost = Set(1...60).subtracting(kept)
            #expect(lost.isSubset(of: [hit]), "seed \(seed): byte \(stray) at \(position) on line \(hit) lost \(lost)")
        }
    }
}
