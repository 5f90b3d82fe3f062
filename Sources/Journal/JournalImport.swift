import DispatchModel

extension JournalExport {
    /// Takes an export into an empty journal, all or nothing. Returns the last position.
    ///
    /// `next` gives line after line as bytes, with or without a line feed, and nil at the end. The error names the
    /// line and the field; a journal that is not empty throws `.positionMoved`.
    @discardableResult
    public static func read(
        into journal: some EventJournal, from next: () throws(JournalError) -> [UInt8]?
    ) throws(JournalError) -> JournalPosition {
        guard let header = try next() else {
            throw error(1, "", BilingualText(english: "the file is empty", chinese: "文件为空"))
        }
        _ = try readHeader(header)
        var line = 1
        var position: JournalPosition = 0
        var sources: [SourceKey: Int] = [:]
        return try journal.append(expecting: 0) { () throws(JournalError) in
            var batch: [PendingEvent] = []
            while batch.count < 1000, let bytes = try next() {
                line += 1
                if isBlank(bytes) { continue }
                let record = try record(line: bytes, number: line)
                guard record.position == position + 1 else { throw misplaced(record.position, position + 1, line) }
                position += 1
                if let key = record.source, let earlier = sources.updateValue(line, forKey: key) {
                    throw repeated(key, line, earlier)
                }
                batch.append(PendingEvent(record))
            }
            return batch.isEmpty ? nil : batch
        }
    }

    private static func isBlank(_ line: [UInt8]) -> Bool {
        line.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    private static func misplaced(_ found: Int64, _ wanted: Int64, _ line: Int) -> JournalError {
        error(
            line, "position",
            BilingualText(
                english: "\(wanted) expected, found \(found): a line is missing, repeated or out of order",
                chinese: "应为 \(wanted)，实为 \(found)：有行缺失、重复或顺序错误"))
    }

    private static func repeated(_ key: SourceKey, _ line: Int, _ earlier: Int) -> JournalError {
        error(
            line, "source",
            BilingualText(
                english: "record \(key.id) of \(key.source) stands on line \(earlier) already",
                chinese: "\(key.source) 的记录 \(key.id) 已见于第 \(earlier) 行"))
    }
}
