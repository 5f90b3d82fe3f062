import DispatchModel

/// The board of any moment of a journal: boards kept at intervals, and the records between them folded on demand.
///
/// Going to a moment for the first time reads the journal up to it once, in slices as large as the caller likes
/// (`index`). From then on any moment costs at most the records between two kept boards, and going back one event
/// after another costs next to nothing. At most `keyframeLimit` boards are kept evenly and `trailLimit` before the
/// last moment asked for, however long the journal is. Reads alone; a journal that grows meanwhile is read further.
package struct BoardHistory {
    /// Gives up to so many records after a position, in order; fewer only where the journal ends.
    package typealias Reader = (_ after: JournalPosition, _ limit: Int) throws(JournalError) -> [EventRecord]

    /// The most boards kept at even intervals.
    static let keyframeLimit = 32
    /// The most boards kept on the way to the last moment asked for.
    static let trailLimit = 10
    /// Events between two of the marks by which a time is found.
    static let markSpacing = 256

    private let read: Reader
    /// The board of the last event that was looked at; boards are kept from here on back.
    private var front = Board()
    private var keyframes: [Board] = []
    private var spacing: JournalPosition = 1024
    /// Board time at every `markSpacing` events; never goes back, see `Board.lastEventAt`.
    private var marks: [Timestamp] = []
    /// Boards on the way to the last moment asked for, denser towards it.
    private var trail: [Board] = []

    /// The history of a journal by its records.
    package init(read: @escaping Reader) {
        self.read = read
    }

    /// Position up to which the journal has been looked at.
    package var indexed: JournalPosition { front.position }
    /// Board time up to which the journal has been looked at.
    package var indexedTime: Timestamp { front.lastEventAt }
    /// Number of boards held; at most `keyframeLimit + trailLimit`.
    var boardsHeld: Int { keyframes.count + trail.count }

    /// Looks at up to `limit` more records; false when the journal has no more now.
    ///
    /// Throws the journal's error, or `.damaged` when a record is missing.
    package mutating func index(limit: Int) throws(JournalError) -> Bool {
        let records = try read(front.position, limit)
        for record in records {
            try BoardHistory.fold(record, into: &front)
            if front.position.isMultiple(of: JournalPosition(BoardHistory.markSpacing)) {
                marks.append(front.lastEventAt)
            }
            if front.position.isMultiple(of: spacing) { keep(front) }
        }
        return !records.isEmpty
    }

    /// The last position whose board is not of after a time, among what has been indexed; 0 when everything is.
    ///
    /// A record whose clock went back counts at the latest time before it, as on the board.
    package func position(asOf time: Timestamp) throws(JournalError) -> JournalPosition {
        if front.lastEventAt <= time { return front.position }
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle] <= time { low = middle + 1 } else { high = middle }
        }
        var position = JournalPosition(low * BoardHistory.markSpacing)
        for record in try read(position, BoardHistory.markSpacing) {
            guard record.at <= time, record.position <= front.position else { break }
            position = record.position
        }
        return position
    }

    /// The board as it stood right after a position; 0 gives the empty one. What has not been indexed yet is read first.
    ///
    /// Throws the journal's error, `.damaged` when the journal has no such position or a record is missing.
    package mutating func board(at position: JournalPosition) throws(JournalError) -> Board {
        while front.position < position {
            guard try index(limit: Int(min(position - front.position, 4096))) else {
                throw BoardHistory.missing(front.position + 1)
            }
        }
        trail.removeAll { $0.position > position }
        let kept = (keyframes + trail + [front]).filter { $0.position <= position }
        var board = kept.max { $0.position < $1.position } ?? Board()
        try fold(upTo: position, into: &board)
        leave(board)
        return board
    }

    /// Folds records into a board up to a position, and leaves boards on the way: one event before it, four, sixteen…
    private mutating func fold(upTo position: JournalPosition, into board: inout Board) throws(JournalError) {
        while board.position < position {
            let records = try read(board.position, Int(min(position - board.position, 2048)))
            guard !records.isEmpty else { throw BoardHistory.missing(board.position + 1) }
            for record in records where record.position <= position {
                try BoardHistory.fold(record, into: &board)
                let ahead = position - board.position
                if ahead > 0, ahead & (ahead - 1) == 0, ahead.trailingZeroBitCount.isMultiple(of: 2) { leave(board) }
            }
        }
    }

    private mutating func leave(_ board: Board) {
        guard board.position > 0, !trail.contains(where: { $0.position == board.position }) else { return }
        trail.append(board)
        trail.sort { $0.position < $1.position }
        if trail.count > BoardHistory.trailLimit { trail.removeFirst() }
    }

    /// Keeps a board; when there are too many, every second one goes.
    private mutating func keep(_ board: Board) {
        keyframes.append(board)
        guard keyframes.count > BoardHistory.keyframeLimit else { return }
        spacing *= 2
        let wider = spacing
        keyframes.removeAll { !$0.position.isMultiple(of: wider) }
    }

    /// Folds the next record in; a journal whose records do not follow each other is damaged.
    private static func fold(_ record: EventRecord, into board: inout Board) throws(JournalError) {
        guard record.position == board.position + 1 else { throw missing(board.position + 1) }
        board.apply(record)
    }

    private static func missing(_ position: JournalPosition) -> JournalError {
        let what = BilingualText("the record \(position) is missing", "缺少记录 \(position)")
        return JournalError(.damaged(position: position, what: what))
    }
}
