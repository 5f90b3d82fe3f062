import DispatchModel

extension JournalExport {
    /// What an import took in.
    package struct Imported: Hashable, Sendable {
        /// Position of the last event.
        package var position: JournalPosition
        /// Whether the lines are those that were exported.
        package var proof: ProofResult
    }

    /// Whether an export is whole.
    package enum ProofResult: Hashable, Sendable {
        /// Count and digest are those of the header.
        case proven
        /// The header has neither: a program of before wrote it.
        case absent
        /// Count or digest differ, and it was taken in all the same.
        case broken
    }

    /// Takes an export into an empty journal, all or nothing.
    ///
    /// `next` gives line after line as bytes, with or without a line feed, and nil at the end. The error names the
    /// line and the field; a journal that is not empty throws `.positionMoved`. An export that is not whole by its own
    /// header, or ends within a line, throws `.unprovenImport` unless it is `forced`: then all whole lines are taken in.
    @discardableResult
    package static func read(
        into journal: some EventJournal, forced: Bool = false, from next: () throws(JournalError) -> [UInt8]?
    ) throws(JournalError) -> Imported {
        guard let first = try next() else {
            throw error(1, "", BilingualText("the file is empty", "文件为空"))
        }
        let header = try readHeader(first)
        var lines = Lines(proof: header.proof)
        var proof = ProofResult.absent
        let position = try journal.append(expecting: 0) { () throws(JournalError) in
            let batch = try lines.batch(next)
            if batch.isEmpty {
                proof = try lines.compare(forced: forced)
                return nil
            }
            return batch
        }
        return Imported(position: position, proof: proof)
    }

    /// The lines read so far.
    private struct Lines {
        /// What the header says of them; nil when it says nothing.
        let proof: Proof?
        /// True when the last line has no end.
        var isCut = false
        var line = 1
        var position: JournalPosition = 0
        var hash = ChainHash.zero
        var sources: [SourceKey: Int] = [:]

        /// The next thousand events, fewer at the end; none after it.
        mutating func batch(_ next: () throws(JournalError) -> [UInt8]?) throws(JournalError) -> [PendingEvent] {
            var batch: [PendingEvent] = []
            while !isCut, batch.count < 1000, let bytes = try next() {
                line += 1
                if isBlank(bytes) { continue }
                guard let record = try whole(bytes, next) else { break }
                guard record.position == position + 1 else { throw misplaced(record.position, position + 1, line) }
                position += 1
                hash = hash.next(position: position, record: record.encoded())
                if let key = record.source, let earlier = sources.updateValue(line, forKey: key) {
                    throw repeated(key, line, earlier)
                }
                batch.append(PendingEvent(record))
            }
            return batch
        }

        /// The record of a line; nil when an export that tells its count ends within the line.
        private mutating func whole(
            _ bytes: [UInt8], _ next: () throws(JournalError) -> [UInt8]?
        ) throws(JournalError) -> EventRecord? {
            do throws(JournalError) {
                return try record(line: bytes, number: line)
            } catch {
                guard let proof, position < proof.events, try next() == nil else { throw error }
                isCut = true
                return nil
            }
        }

        /// Compares what was read with what the header says.
        func compare(forced: Bool) throws(JournalError) -> ProofResult {
            guard let proof else { return .absent }
            if !isCut, proof == Proof(events: position, hash: hash.hex) { return .proven }
            guard forced else {
                throw JournalError(.unprovenImport(expected: proof.events, found: position))
            }
            return .broken
        }
    }

    private static func isBlank(_ line: [UInt8]) -> Bool {
        line.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    private static func misplaced(_ found: Int64, _ wanted: Int64, _ line: Int) -> JournalError {
        error(
            line, "position",
            BilingualText(
                "\(wanted) expected, found \(found): a line is missing, repeated or out of order",
                "应为 \(wanted)，实为 \(found)：有行缺失、重复或顺序错误"))
    }

    private static func repeated(_ key: SourceKey, _ line: Int, _ earlier: Int) -> JournalError {
        error(
            line, "source",
            BilingualText(
                "record \(key.id) of \(key.source) stands on line \(earlier) already",
                "\(key.source) 的记录 \(key.id) 已见于第 \(earlier) 行"))
    }
}
