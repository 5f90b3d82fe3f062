import Foundation
import TestSupport
import Testing

@testable import Formats

/// The rules by which `ScalarRanges.swift` was made, and comparisons of it with other people's tables.
@Suite struct ScalarRangesTests {
    /// What the generator calls a scalar; `narrow` is what remains.
    enum Class: String {
        case narrow
        case wide
        case mark
        case selector
        case hidden
        case none
        case space
        case joiner
    }

    /// Where Debian's package unicode-data puts its files, or where UNICODE_DATA says they are.
    static let folder = ProcessInfo.processInfo.environment["UNICODE_DATA"] ?? "/usr/share/unicode"

    /// Reads one property file of the Unicode Character Database: the scalars whose second field is one of the values.
    static func scalars(_ file: String, _ values: Set<String>) throws -> Set<UInt32> {
        var result: Set<UInt32> = []
        for line in try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).split(separator: "\n") {
            let fields = line.prefix { $0 != "#" }.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard fields.count >= 2, values.contains(fields[1]) else { continue }
            let ends = fields[0].components(separatedBy: "..").compactMap { UInt32($0, radix: 16) }
            if let first = ends.first, let last = ends.last { result.formUnion(first...last) }
        }
        return result
    }

    /// The general category of every assigned scalar.
    static func categories() throws -> [UInt32: String] {
        var result: [UInt32: String] = [:]
        var first: UInt32 = 0
        for line in try String(contentsOfFile: "\(folder)/UnicodeData.txt", encoding: .utf8).split(separator: "\n") {
            let fields = line.split(separator: ";", omittingEmptySubsequences: false)
            guard let value = UInt32(fields[0], radix: 16) else { continue }
            if fields[1].hasSuffix("First>") { first = value }
            for scalar in (fields[1].hasSuffix("Last>") ? first : value)...value { result[scalar] = String(fields[2]) }
        }
        return result
    }

    /// The rules.
    static func classify(_ value: UInt32, _ category: String?, isWide: Bool, isIgnorable: Bool) -> Class {
        switch (value, category) {
        case (0xFE00...0xFE0F, _), (0xE0100...0xE01EF, _), (0x180B...0x180D, _), (0x180F, _): .selector
        case (0x200D, _): .joiner
        case (_, "Cc"), (_, "Cf"), (_, "Zl"), (_, "Zp"): .hidden
        case (_, let known?) where isIgnorable && known != "Cn": .hidden
        case (_, nil), (_, "Co"), (_, "Cs"): .none
        case (_, "Mn"), (_, "Me"), (0x1160...0x11FF, _), (0xD7B0...0xD7FB, _): .mark
        case (_, "Zs") where !isWide: .space
        default: isWide ? .wide : .narrow
        }
    }

    @Test func tablesAreWhatTheRulesMake() throws {
        guard FileManager.default.fileExists(atPath: "\(ScalarRangesTests.folder)/UnicodeData.txt") else {
            print("SKIPPED: Debian's package unicode-data is not installed, so the width tables were not made anew")
            return
        }
        let categories = try ScalarRangesTests.categories()
        let wide = try ScalarRangesTests.scalars("EastAsianWidth.txt", ["W", "F"])
        let ignorable = try ScalarRangesTests.scalars("DerivedCoreProperties.txt", ["Default_Ignorable_Code_Point"])
        var ranges: [Class: [UInt32]] = [:]
        var current: Class?
        for value in UInt32(0x7F)..<0x11_0000 {
            let found = ScalarRangesTests.classify(
                value, categories[value], isWide: wide.contains(value), isIgnorable: ignorable.contains(value))
            if found == current {
                ranges[found, default: []].removeLast()
                ranges[found, default: []].append(value)
            } else {
                ranges[found, default: []] += [value, value]
            }
            current = found
        }
        #expect(ranges[.wide] == ScalarRanges.wide)
        #expect(ranges[.mark] == ScalarRanges.mark)
        #expect(ranges[.selector] == ScalarRanges.selector)
        #expect(ranges[.hidden] == ScalarRanges.hidden)
        #expect(ranges[.none] == ScalarRanges.none)
        #expect(ranges[.space] == ScalarRanges.space)
    }

    @Test func rangesAscendAndTheTableHoldsThem() {
        let all: [([UInt32], (Glyph) -> Bool)] = [
            (ScalarRanges.wide, { $0.kind == .wide }), (ScalarRanges.mark, { $0.kind == .mark }),
            (ScalarRanges.selector, { $0.kind == .selector }), (ScalarRanges.space, { $0.scalar == 0x20 }),
            (ScalarRanges.hidden, { $0.scalar == Glyph.hiddenSymbol || $0.scalar == 0x2421 }),
            (ScalarRanges.none, { $0.scalar == Glyph.noCharacter }),
        ]
        for (ranges, holds) in all {
            #expect(ranges.count.isMultiple(of: 2) && ranges == ranges.sorted())
            for pair in stride(from: 0, to: ranges.count, by: 2) {
                for value in [ranges[pair], (ranges[pair] + ranges[pair + 1]) / 2, ranges[pair + 1]] {
                    #expect(holds(Glyph(value)), "U+\(String(value, radix: 16))")
                }
            }
        }
    }

    @Test func widthsAgreeWithAnotherTableWhereBothKnowTheScalar() throws {
        guard let file = sharedData("data/terminal/wcwidth_tables.json") else { return }
        let data = try Data(contentsOf: URL(fileURLWithPath: file))
        let tables = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: [[Int]]]])
        func scalars(_ name: String) -> Set<UInt32> {
            var result: Set<UInt32> = []
            for version in tables[name] ?? [:] {
                for pair in version.value where pair.count == 2 {
                    result.formUnion(UInt32(pair[0])...UInt32(pair[1]))
                }
            }
            return result
        }
        let wide = scalars("WIDE_EASTASIAN")
        let zero = scalars("ZERO_WIDTH")
        let spacing = scalars("CATEGORY_MC")
        #expect(wide.count > 100_000 && zero.count > 1000)
        // Unicode 16 made these wide, which the terminals and the C library of today do not know yet; and a regional indicator
        // is one column here, so that a flag of two is as wide as its two letters.
        let differing: [ClosedRange<UInt32>] = [
            0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D376, 0x1F1E6...0x1F1FF,
        ]
        var compared = 0
        var different: [String] = []
        for value in UInt32(0x20)..<0x11_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let glyph = Glyph(value)
            // Ours to decide: what is hidden or no character gets a symbol, and a spacing mark has a column of its own.
            guard glyph.kind != .selector, glyph.kind != .joiner, glyph.scalar == value, !spacing.contains(value),
                !differing.contains(where: { $0.contains(value) })
            else { continue }
            let theirs = zero.contains(value) ? 0 : wide.contains(value) ? 2 : 1
            let ours = TextWidth.columns(of: scalar)
            compared += 1
            if ours != theirs {
                different.append("U+\(String(value, radix: 16)): \(ours) columns here, \(theirs) there")
            }
        }
        #expect(different.isEmpty, "\(different.prefix(40))")
        #expect(compared > 140_000)
    }
}
