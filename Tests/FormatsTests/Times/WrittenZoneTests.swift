import Testing

@testable import Formats

@Suite struct WrittenZoneTests {
    @Test("Names of places are looked up, hours from UTC are written in one way")
    func names() {
        let cases = [
            ("Asia/Shanghai", "Asia/Shanghai"), ("UTC", "UTC"), ("GMT", "UTC"), ("UTC+8", "GMT+0800"),
            ("UTC-3:30", "GMT-0330"), ("UTC+08:00", "GMT+0800"), ("GMT-0500", "GMT-0500"), ("UTC −5", "GMT-0500"),
            ("Etc/GMT+5", "Etc/GMT+5"), ("PRC", "PRC"), ("Nowhere", "Nowhere"),
        ]
        for (text, name) in cases { #expect(WrittenZone(text) == .name(name), "\(text)") }
    }

    @Test("Letters that several zones go by are told with what they may mean")
    func letters() {
        for text in ["CST", "cst", "EST", "BST", "CET", "MST"] {
            guard case .ambiguous(let names) = WrittenZone(text) else {
                Issue.record("\(text) was taken")
                continue
            }
            #expect(names.count >= 1 && names.allSatisfy { $0.contains("/") || $0.hasPrefix("UTC") }, "\(text)")
        }
        #expect(WrittenZone("XYZ") == .ambiguous([]))
        // What only looks like hours from UTC is no zone, and found to be none where it is looked up.
        for text in ["UTC+", "UTC+25", "UTC+8:5", "UTC+8:99", "UTC+123456", "UTC+1:2:3", "UTC+x"] {
            #expect(WrittenZone(text) == .name(text) || WrittenZone(text) == .ambiguous([]), "\(text)")
        }
    }
}
