import Foundation

/// A file of the real data beside the checkout; nil, said loudly, when it is not there.
package func sharedData(_ name: String) -> String? {
    let checkout = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    let path = checkout.deletingLastPathComponent().appending(path: "shared/\(name)").path
    if FileManager.default.isReadableFile(atPath: path) { return path }
    print("SKIPPED: \(name) is not there; it is looked for at \(path)")
    return nil
}
