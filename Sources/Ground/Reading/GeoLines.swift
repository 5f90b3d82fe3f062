/// Where features stand in a file that is known to be JSON: a message names the line.
package enum GeoLines {
    /// A place in a text, from 1.
    package struct Place: Hashable {
        /// The line.
        package var line: Int
        /// The column in bytes.
        package var column: Int
    }

    /// The line and column of a byte.
    package static func place(of offset: Int, in bytes: [UInt8]) -> Place {
        let before = bytes.prefix(offset)
        let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        return Place(line: line, column: before.count - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1))
    }

    /// The byte at which the value of a member of the whole begins; that of the whole where it has no such member.
    static func offset(ofMember name: String, in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            let whole = Scan.skippingBlanks(from: isMarked ? 3 : 0, in: bytes)
            var (index, depth) = (whole, 0)
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "\""):
                    let end = Scan.end(ofStringAt: index, in: bytes)
                    let next = Scan.skippingBlanks(from: end + 1, in: bytes)
                    let isName = depth == 1 && next < bytes.count && bytes[next] == UInt8(ascii: ":")
                    if isName, bytes[(index + 1)..<end].elementsEqual(name.utf8) {
                        return Scan.skippingBlanks(from: next + 1, in: bytes)
                    }
                    index = end
                case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
                default: break
                }
                index += 1
            }
            return whole
        }
    }

    /// Where each of some features begins, by its number from 1. A file that is no collection has one, at its first byte.
    package static func places(of numbers: Set<Int>, in bytes: [UInt8]) -> [Int: Place] {
        var scan = Scan(wanted: numbers)
        bytes.withUnsafeBufferPointer { scan.run($0) }
        if scan.count == 0, numbers.contains(1) { return [1: Place(line: 1, column: 1)] }
        return scan.found
    }

    /// A walk through the bytes that knows strings, depth and the list of features.
    private struct Scan {
        let wanted: Set<Int>
        var found: [Int: Place] = [:]
        var count = 0
        private var depth = 0
        private var line = 1
        private var lineStart = 0
        private var isIn = false
        private var isExpecting = false
        private var name = 0..<0

        init(wanted: Set<Int>) { self.wanted = wanted }

        mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == 0x0A {
                    line += 1
                    lineStart = index + 1
                }
                if isExpecting, depth == 2, byte > 0x20, byte != UInt8(ascii: "]") { begin(at: index) }
                switch byte {
                case UInt8(ascii: "\""):
                    let end = Scan.end(ofStringAt: index, in: bytes)
                    if depth == 1 { name = (index + 1)..<end }
                    index = end
                case UInt8(ascii: "["), UInt8(ascii: "{"):
                    depth += 1
                    if depth == 2, byte == UInt8(ascii: "["), bytes[name].elementsEqual("features".utf8) {
                        (isIn, isExpecting) = (true, true)
                    }
                case UInt8(ascii: "]"), UInt8(ascii: "}"):
                    depth -= 1
                    if isIn, depth == 1 { return }
                case UInt8(ascii: ",") where isIn && depth == 2: isExpecting = true
                default: break
                }
                index += 1
            }
        }

        private mutating func begin(at index: Int) {
            isExpecting = false
            count += 1
            if wanted.contains(count) { found[count] = Place(line: line, column: index - lineStart + 1) }
        }

        /// The byte that closes a string, or the end.
        static func end(ofStringAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
            var index = start + 1
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            return min(index, bytes.count - 1)
        }

        /// The first byte from a place on that is no blank, or the end.
        static func skippingBlanks(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
            var index = start
            while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
            return index
        }
    }
}
