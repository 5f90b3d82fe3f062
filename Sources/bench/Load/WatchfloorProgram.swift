import Foundation
import Shell

/// The program that is measured: the one that was built into the same folder as this one.
func watchfloorBeside() throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = URL(filePath: own).deletingLastPathComponent().appending(path: "watchfloor").path
    guard FileManager.default.isExecutableFile(atPath: path) else {
        throw Failure(
            .failure, say("\(path) is not there", "缺少 \(path)"),
            remedy: say(
                "build it the same way: swift build --product watchfloor",
                "请以相同方式构建：swift build --product watchfloor"))
    }
    return path
}
