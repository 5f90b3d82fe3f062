import Core
import Foundation

/// A small text file of the journal's folder whose last line is the SHA-256 of the lines before it, so that damage to
/// the file itself is not taken for damage to the journal.
enum SealedFile {
    /// The text with its seal.
    static func seal(_ text: String) -> String {
        text + Digest.hex(of: Data(text.utf8)) + "\n"
    }

    /// The lines of a sealed file without the seal; nil when there is no file, `.some(nil)` when it is damaged.
    static func lines(_ path: String) -> [String]?? {
        guard access(path, F_OK) == 0 else { return .none }
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else {
            return .some(nil)
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 3, lines.removeLast().isEmpty, let found = lines.popLast() else { return .some(nil) }
        let sealed = lines.map { $0 + "\n" }.joined()
        return Digest.hex(of: Data(sealed.utf8)) == found ? .some(lines) : .some(nil)
    }
}
