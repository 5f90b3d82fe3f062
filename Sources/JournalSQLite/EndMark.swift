import Core
import DispatchModel
import Foundation
import Synchronization

/// Notes beside the database where the journal ended after the last append.
///
/// When SQLite finds a damaged page in its write-ahead log it takes the log as ending there, silently: the database is
/// then whole but shorter than what was recorded. The mark is what tells. It is written without waiting for the disk,
/// so after a power failure it may lie behind; it never lies ahead.
final class EndMark: Sendable {
    private let descriptor: Mutex<Int32>

    init(_ folder: JournalFolder) {
        descriptor = Mutex(open(folder.mark, O_RDWR | O_CREAT | O_CLOEXEC, 0o600))
    }

    deinit {
        close()
    }

    /// Notes the journal's end. A mark that cannot be written is left as it is: it then lies behind.
    func write(_ position: JournalPosition, _ hash: ChainHash) {
        let digits = "\(position)"
        let padded = String(repeating: "0", count: max(0, 20 - digits.count)) + digits
        let text = SealedFile.seal("watchfloor-end 1\n\(padded)\n\(hash.hex)\n")
        descriptor.withLock { file in
            guard file >= 0 else { return }
            _ = text.withCString { pwrite(file, $0, strlen($0), 0) }
        }
    }

    /// Lets go of the file.
    func close() {
        descriptor.withLock { file in
            if file >= 0 { Foundation.close(file) }
            file = -1
        }
    }

    /// What a mark says.
    enum Reading: Equatable {
        case none
        case unreadable
        case end(JournalPosition)
    }

    /// Reads the mark. Read it before the journal: a writer may go on meanwhile.
    static func read(_ folder: JournalFolder) -> Reading {
        var status = stat()
        // An empty mark is one whose writer was stopped before it had appended anything.
        guard stat(folder.mark, &status) == 0, status.st_size > 0 else { return .none }
        guard let sealed = SealedFile.lines(folder.mark) else { return .none }
        guard let lines = sealed, lines.count == 3, let end = JournalPosition(lines[1]) else { return .unreadable }
        return .end(end)
    }

    /// What is wrong with a journal that ends at `position`, as far as its mark tells.
    static func findings(_ mark: Reading, _ folder: JournalFolder, end position: JournalPosition) -> [JournalFinding] {
        switch mark {
        case .end(let marked) where marked > position:
            let text = BilingualText(
                "Events \(position + 1) to \(marked) were recorded but are not there any more",
                "事件 \(position + 1) 至 \(marked) 曾被记录，现已不存在")
            return [JournalFinding(.end, position: position + 1, file: folder.log, text: text)]
        case .end: return []
        case .none where position == 0: return []
        case .none:
            let text = BilingualText(
                "The mark of the journal's end is missing; whether events after \(position) are lost cannot be told",
                "缺少日志末尾标记，无法判断位置 \(position) 之后是否有事件丢失")
            return [JournalFinding(.unchecked, file: folder.mark, text: text)]
        case .unreadable:
            let text = BilingualText(
                "The mark of the journal's end cannot be read; the end was not checked against it",
                "日志末尾标记无法读取，未据此核对末尾")
            return [JournalFinding(.unchecked, file: folder.mark, text: text)]
        }
    }
}
