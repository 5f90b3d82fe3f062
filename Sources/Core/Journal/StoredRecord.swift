import DispatchModel

extension EventRecord {
    /// Reads a stored record; what cannot be read is a damaged journal, or one of a newer program.
    package init(stored bytes: [UInt8], at position: JournalPosition, path: String) throws(JournalError) {
        let result = bytes.withUnsafeBytes { buffer -> Result<EventRecord, JournalError> in
            do throws(JournalError) {
                return .success(try EventRecord(stored: buffer, at: position, path: path))
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }

    /// Reads a stored record; what cannot be read is a damaged journal, or one of a newer program.
    package init(
        stored bytes: UnsafeRawBufferPointer, at position: JournalPosition, path: String
    ) throws(JournalError) {
        do throws(RecordError) {
            try self.init(position: position, encoded: bytes)
        } catch {
            if case .unknownVersion(let version) = error, version > EventRecord.encodingVersion {
                let known = Int64(EventRecord.encodingVersion)
                throw JournalError(.newerVersion(found: Int64(version), known: known), path: path, cause: "\(error)")
            }
            let why = error.text
            let what = BilingualText(
                "the record cannot be read: \(why.english)", "记录无法读取：\(why.chinese)")
            throw JournalError(.damaged(position: position, what: what), path: path, cause: "\(error)")
        }
    }
}
