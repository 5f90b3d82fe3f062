import DispatchModel
import Formats

/// A board as a journal keeps it beside the events, so that opening need not fold them all.
package struct BoardSnapshot: Sendable {
    /// The version of the snapshots that this program writes; it reads all up to it.
    static let formatVersion: Int64 = 1
    /// How many a journal keeps.
    package static let kept = 2

    /// Position of the last event folded in.
    package var position: JournalPosition
    /// The version of its format.
    package var version: Int64
    /// The encoded board.
    package var board: [UInt8]
    /// SHA-256 of `board`.
    package var digest: [UInt8]

    /// A snapshot as it was stored.
    package init(position: JournalPosition, version: Int64, board: [UInt8], digest: [UInt8]) {
        self.position = position
        self.version = version
        self.board = board
        self.digest = digest
    }

    /// A snapshot of a board.
    package init(of board: Board) {
        position = board.position
        version = BoardSnapshot.formatVersion
        self.board = board.encoded()
        digest = SHA256.digest(of: self.board)
    }

    /// The board, or what is wrong with the snapshot.
    package func read() -> Result<Board, SnapshotDefect> {
        guard version <= BoardSnapshot.formatVersion else { return .failure(.newerVersion(version)) }
        guard SHA256.digest(of: board) == digest else { return .failure(.digest) }
        do throws(RecordError) {
            let read = try Board(encoded: board)
            return read.position == position ? .success(read) : .failure(.position(read.position))
        } catch {
            return .failure(.record(error))
        }
    }
}

/// What is wrong with a snapshot.
package enum SnapshotDefect: Error, Hashable, Sendable {
    /// A newer program made it.
    case newerVersion(Int64)
    /// Its bytes are not those that were written.
    case digest
    /// It is a board of another position.
    case position(JournalPosition)
    /// It cannot be decoded.
    case record(RecordError)

    /// The finding that says so.
    package func finding(at position: JournalPosition) -> JournalFinding {
        if case .newerVersion(let version) = self {
            return JournalFinding(
                .snapshotVersion, position: position,
                text: BilingualText(
                    "The snapshot at \(position) has format \(version), made by a newer program; not used",
                    "位置 \(position) 的快照格式为 \(version)，由新版程序生成；未使用"))
        }
        let why = text
        return JournalFinding(
            .snapshot, position: position,
            text: BilingualText(
                "The snapshot at \(position) is damaged and was not used: \(why.english)",
                "位置 \(position) 的快照已损坏，未使用：\(why.chinese)"))
    }

    private var text: BilingualText {
        switch self {
        case .newerVersion(let version):
            BilingualText("it has format \(version)", "格式为 \(version)")
        case .digest:
            BilingualText("its bytes are not those that were written", "内容与写入时不符")
        case .position(let found):
            BilingualText("it is a board of position \(found)", "其看板位置为 \(found)")
        case .record(let error): error.text
        }
    }
}

extension EventJournal {
    /// Opens a board from snapshots, newest first, and the events after the first good one.
    package func openBoard(from snapshots: [BoardSnapshot]) throws(JournalError) -> OpenedBoard {
        let last = try lastPosition()
        var opened = OpenedBoard(board: Board())
        for snapshot in snapshots {
            switch snapshot.read() {
            case .success(let board) where board.position <= last:
                opened.board = board
                opened.snapshot = board.position
            case .success(let board):
                opened.warnings.append(SnapshotDefect.position(board.position).finding(at: snapshot.position))
                continue
            case .failure(let defect):
                opened.warnings.append(defect.finding(at: snapshot.position))
                continue
            }
            break
        }
        var board = opened.board
        opened.board = Board()
        try forEach(after: board.position) { record throws(JournalError) in
            board.apply(record)
            opened.replayed += 1
        }
        opened.board = board
        return opened
    }

    /// Folds in what was recorded after the board's position; returns how many events that were.
    @discardableResult
    package func catchUp(_ board: inout Board, limit: Int) throws(JournalError) -> Int {
        let records = try records(after: board.position, limit: limit)
        for record in records { board.apply(record) }
        return records.count
    }
}
