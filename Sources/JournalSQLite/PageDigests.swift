import Core
import DispatchModel
import Foundation

/// Digests of the database file's bytes, written at a clean closing, so that a check can locate every changed byte, even
/// one that SQLite itself does not use.
///
/// `journal.pages` is there only while the file must be unchanged: whoever opens the journal for writing removes it.
enum PageDigests {
    /// Bytes under one digest.
    static let block = 64 << 10
    private static let title = "watchfloor-pages 1"

    /// Removes the digests, before anything is written.
    static func forget(_ folder: JournalFolder) throws(JournalError) {
        guard unlink(folder.pages) == 0 || errno == ENOENT else {
            throw JournalError(fileError: errno, path: folder.pages)
        }
    }

    /// Writes the digests of the closed file. Without them a check is just less sharp, so a failure is no error.
    static func write(_ folder: JournalFolder) {
        guard let digests = digests(of: folder.database), let size = size(of: folder.database) else { return }
        let text = SealedFile.seal("\(title)\n\(size)\n\(digests.map { $0 + "\n" }.joined())")
        let temporary = folder.pages + ".new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        let bytes = Array(text.utf8)
        let written = Foundation.write(file, bytes, bytes.count)
        Foundation.close(file)
        if written != bytes.count || rename(temporary, folder.pages) != 0 { unlink(temporary) }
    }

    /// Compares the file with its digests; nil when there are none to compare with.
    static func check(_ folder: JournalFolder) -> [JournalFinding]? {
        guard let sealed = SealedFile.lines(folder.pages) else { return nil }
        guard let lines = sealed, lines.count >= 2, lines[0] == title, let recorded = Int64(lines[1]) else {
            return [
                JournalFinding(
                    .fileChanged, file: folder.pages,
                    text: BilingualText(
                        "The digests of the last closing are damaged; not every byte could be checked",
                        "上次关闭时的摘要文件已损坏，无法逐字节核对"))
            ]
        }
        guard let found = digests(of: folder.database), let size = size(of: folder.database) else { return nil }
        var findings: [JournalFinding] = []
        if size != recorded {
            let text = BilingualText(
                "The file has \(size) bytes; it had \(recorded) when it was closed",
                "文件现为 \(size) 字节，关闭时为 \(recorded) 字节")
            findings.append(
                JournalFinding(.fileChanged, file: folder.database, offset: min(size, recorded), text: text))
        }
        for (index, pair) in zip(found, lines[2...]).enumerated() where pair.0 != pair.1 {
            findings.append(changed(folder, Int64(index * block), size))
        }
        return findings
    }

    private static func changed(_ folder: JournalFolder, _ offset: Int64, _ size: Int64) -> JournalFinding {
        let length = min(Int64(block), size - offset)
        return JournalFinding(
            .fileChanged, file: folder.database, offset: offset, length: length,
            text: BilingualText(
                "Bytes \(offset) to \(offset + length - 1) of the file were changed since it was closed",
                "文件第 \(offset) 至 \(offset + length - 1) 字节在关闭后被改动"))
    }

    private static func size(of path: String) -> Int64? {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : nil
    }

    private static func digests(of path: String) -> [String]? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var result: [String] = []
        while let bytes = try? file.read(upToCount: block), !bytes.isEmpty { result.append(Digest.hex(of: bytes)) }
        return result
    }
}

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
