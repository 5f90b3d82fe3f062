import DispatchModel
import Formats
import Foundation

/// The digest of a journal up to and including one event (SHA-256, FIPS 180-4).
///
/// `hash(n) = SHA-256(hash(n-1) || n as 8 bytes, big-endian || the record's bytes)`, and `hash(0)` is 32 zero bytes.
/// A change to any earlier record, its position or its absence changes every digest after it.
package struct ChainHash: Hashable, Sendable {
    /// The 32 bytes.
    package let bytes: [UInt8]

    /// The digest of the empty journal.
    package static let zero = ChainHash(unchecked: [UInt8](repeating: 0, count: 32))

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A stored digest, or nil unless it has 32 bytes.
    package init?(_ bytes: some Sequence<UInt8>) {
        let bytes = [UInt8](bytes)
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The digest after one more record.
    package func next(position: JournalPosition, record: UnsafeRawBufferPointer) -> ChainHash {
        var hasher = SHA256()
        hasher.update(bytes)
        withUnsafeBytes(of: position.bigEndian) { hasher.update($0) }
        hasher.update(record)
        return ChainHash(unchecked: hasher.digest())
    }

    /// The digest after one more record.
    package func next(position: JournalPosition, record: [UInt8]) -> ChainHash {
        record.withUnsafeBytes { next(position: position, record: $0) }
    }

    /// The digest in hexadecimal, lower case.
    package var hex: String { hexadecimal(bytes) }
}

extension Board {
    /// SHA-256 of the encoded board in hexadecimal: equal for boards that folded the same records.
    package var digest: String { hexadecimal(SHA256.digest(of: encoded())) }
}

/// Bytes as hexadecimal digits, lower case.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

/// SHA-256 (FIPS 180-4) of bytes.
package enum Digest {
    /// The digest in hexadecimal, lower case.
    package static func hex(of bytes: some DataProtocol) -> String {
        var digest = RunningDigest()
        for region in bytes.regions { region.withUnsafeBytes { digest.takeBytes($0) } }
        return digest.hex
    }
}

/// SHA-256 of bytes that come piece by piece.
package struct RunningDigest {
    private var hasher = SHA256()

    /// Of nothing yet.
    package init() {}

    /// Takes the next bytes.
    package mutating func takeBytes(_ bytes: UnsafeRawBufferPointer) {
        hasher.update(bytes)
    }

    /// The digest of what was taken so far in hexadecimal, lower case.
    package var hex: String { hexadecimal(hasher.digest()) }
}

/// Checks records one after the other: positions, hashes, readability, and snapshots against the fold.
package struct ChainCheck {
    /// What was found so far.
    package var report = JournalReport()
    private var board = Board()
    private var snapshots: [BoardSnapshot]
    private var foldable = true
    /// After a difference: the digest as computed, while `report.lastHash` is the one stored.
    private var otherHash: ChainHash?
    private var path: String

    /// Starts before the first record. Snapshots are compared with the fold at their positions.
    package init(snapshots: [BoardSnapshot], path: String = "") {
        self.snapshots = snapshots.sorted { $0.position > $1.position }
        self.path = path
        compareSnapshots()
    }

    /// Takes the next record as stored. Returns it when it could be read.
    @discardableResult
    package mutating func takeRecord(
        position: JournalPosition, record: UnsafeRawBufferPointer, hash: some Sequence<UInt8>
    ) -> EventRecord? {
        if position != report.lastPosition + 1 { noteGap(before: position) }
        checkHash(position, record, ChainHash(hash))
        report.lastPosition = position
        report.records += 1
        do throws(JournalError) {
            let read = try EventRecord(stored: record, at: position, path: path)
            if foldable { board.apply(read) }
            if case .journalFaultFound(let fault) = read.body { noteFault(position, fault) }
            compareSnapshots()
            return read
        } catch {
            noteUnreadable(position, error)
            return nil
        }
    }

    /// The report, once every record was taken. `expectedEnd` is where the journal says that it ends.
    package mutating func finish(
        expectedEnd: JournalPosition, expectedHash: (some Sequence<UInt8>)?
    ) -> JournalReport {
        let hash = expectedHash.flatMap { ChainHash($0) } ?? .zero
        if expectedEnd != report.lastPosition || (hash != report.lastHash && hash != otherHash) {
            report.note(
                JournalFinding(
                    .end, position: report.lastPosition,
                    text: BilingualText(
                        "The journal was last written at \(expectedEnd) but its records end at"
                            + " \(report.lastPosition), or the last digest differs",
                        "日志最后写至 \(expectedEnd)，但记录止于 \(report.lastPosition)，或末尾摘要不符")))
        }
        for snapshot in snapshots {
            report.note(SnapshotDefect.position(snapshot.position).finding(at: snapshot.position))
        }
        if foldable { report.boardDigest = board.digest }
        return report
    }

    /// Compares the stored digest with the one computed from the digest before it. After a difference the chain may go
    /// on from either, so that one damaged record or digest is one finding and not a thousand.
    private mutating func checkHash(_ position: JournalPosition, _ record: UnsafeRawBufferPointer, _ stored: ChainHash?)
    {
        let computed = report.lastHash.next(position: position, record: record)
        let alternative = otherHash?.next(position: position, record: record)
        otherHash = nil
        if let stored, stored == computed || stored == alternative {
            report.lastHash = stored
            return
        }
        noteHash(position)
        otherHash = computed
        report.lastHash = stored ?? computed
    }

    private mutating func compareSnapshots() {
        while let snapshot = snapshots.last, snapshot.position <= board.position {
            snapshots.removeLast()
            guard foldable, snapshot.position == board.position else { continue }
            switch snapshot.read() {
            case .failure(let defect): report.note(defect.finding(at: snapshot.position))
            case .success where snapshot.board == board.encoded(): break
            case .success:
                report.note(
                    JournalFinding(
                        .snapshotFold, position: snapshot.position,
                        text: BilingualText(
                            "The snapshot at \(snapshot.position) is not the fold of the events before it",
                            "位置 \(snapshot.position) 的快照与此前事件的推演结果不一致")))
            }
        }
    }

    /// What an opening found stays found: the files that proved it have been written on since.
    private mutating func noteFault(_ position: JournalPosition, _ fault: JournalFaultFound) {
        let kept =
            fault.evidence.isEmpty ? ("", "") : ("; files kept in \(fault.evidence)", "；原文件保存在 \(fault.evidence)")
        report.note(
            JournalFinding(
                JournalFinding.Code(rawValue: fault.code) ?? .end, position: position,
                text: BilingualText(
                    "Found at an opening: \(fault.english)\(kept.0)",
                    "打开时发现：\(fault.chinese)\(kept.1)")))
    }

    private mutating func noteGap(before position: JournalPosition) {
        foldable = false
        let first = report.lastPosition + 1
        report.note(
            JournalFinding(
                .gap, position: first,
                text: BilingualText(
                    "Position \(first) should follow \(report.lastPosition), but \(position) does",
                    "位置 \(report.lastPosition) 之后应为 \(first)，实为 \(position)")))
    }

    private mutating func noteHash(_ position: JournalPosition) {
        report.note(
            JournalFinding(
                .hash, position: position,
                text: BilingualText(
                    "The record at \(position) or its digest was changed",
                    "位置 \(position) 的记录或其摘要被改动")))
    }

    private mutating func noteUnreadable(_ position: JournalPosition, _ error: JournalError) {
        foldable = false
        report.note(
            JournalFinding(
                .record, position: position,
                text: BilingualText(
                    "The record at \(position) cannot be read: \(error.cause)",
                    "位置 \(position) 的记录无法读取：\(error.cause)")))
    }
}
