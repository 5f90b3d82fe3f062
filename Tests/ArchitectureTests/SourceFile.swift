import Foundation

/// A file of sources as it is measured.
struct SourceFile {
    /// The path from the root of the repository.
    let path: String
    /// The code and the literals.
    let text: SwiftText
    /// The code, line by line; what literals say is left out.
    let lines: [Substring]
    /// The number of lines.
    let length: Int

    init(path: String, source: String) {
        self.path = path
        text = SwiftText(source)
        lines = text.code.split(separator: "\n", omittingEmptySubsequences: false)
        length = lines.count - (lines.last?.isEmpty == true ? 1 : 0)
    }

    /// The target that the file belongs to.
    var target: String { path.hasPrefix("themes") ? "Themes" : String(path.split(separator: "/")[1]) }

    /// The root of the checkout that this file lies in.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every file of the product's sources, taken apart once for all rules.
    static let all: [SourceFile] = ["Sources", "themes"].flatMap { folder in
        let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.allObjects ?? []
        return (paths as? [String] ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            (try? String(contentsOf: root.appending(path: "\(folder)/\(path)"), encoding: .utf8)).map {
                SourceFile(path: "\(folder)/\(path)", source: $0)
            }
        }
    }
}
