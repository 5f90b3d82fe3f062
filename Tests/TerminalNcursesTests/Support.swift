import Foundation
import TerminalKit

/// A small generator of repeatable random numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// A file of the shared data beside the checkout, or nil after saying loudly that it is not there.
func sharedFile(_ path: String) -> String? {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
        let file = folder.appendingPathComponent("shared/data/\(path)").path
        if FileManager.default.fileExists(atPath: file) { return file }
        folder.deleteLastPathComponent()
    }
    print("SKIPPED: there is no folder shared beside the checkout, so \(path) was not tried")
    return nil
}
