import DispatchModel
import Formats

/// The form of a journal for people and other programs: a header line and one JSON object a line for each event.
///
/// `{"format":"watchfloor-journal","version":1,"mode":"replay","events":2,"hash":"9f86…"}`, then for example
/// `{"position":1,"at":1483228800000,"actor":{"kind":"feed","name":"log"},"kind":"unitAssigned","event":{...}}`.
/// `events` and `hash`, the digest of the chain, prove that the lines are all and unchanged; older programs wrote
/// neither.
/// In an exercise every line says so: `"mode":"exercise"`. Lines end with a line feed. Taking the lines in again gives identical records, hashes and board.
package enum JournalExport {
    /// The name of the format in the header line.
    package static let format = "watchfloor-journal"
    /// The version of the form that this program writes; it reads all up to it.
    package static let version: Int64 = 1
    /// The longest line that an import takes, in bytes.
    package static let lineLimit = 16 << 20

    /// What an export says about itself in its header.
    package struct Header: Hashable, Sendable {
        /// The mode of the board.
        package var mode: BoardMode
        /// How many events follow, and the digest of the chain up to the last; nil when the export has no proof.
        package var proof: Proof?
    }

    /// What proves that an export is whole.
    package struct Proof: Hashable, Sendable {
        /// How many events there are.
        package var events: JournalPosition
        /// The digest of the chain up to the last one, in hexadecimal.
        package var hash: String

        /// Creates a proof.
        package init(events: JournalPosition, hash: String) {
            self.events = events
            self.hash = hash
        }
    }

    /// The header line, without a line feed.
    package static func header(mode: BoardMode, proof: Proof? = nil) -> String {
        var writer = JSONRecordWriter()
        var mode = mode
        writer.object { writer in
            writer.member("format")
            writer.string(format)
            writer.member("version")
            writer.number(version)
            writer.visit(0, "mode", &mode)
            guard let proof else { return }
            writer.member("events")
            writer.number(proof.events)
            writer.member("hash")
            writer.string(proof.hash)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The line of a record, without a line feed. Every line of an exercise says that it is one.
    package static func line(of record: EventRecord, mode: BoardMode = .live) -> String {
        var writer = JSONRecordWriter()
        var marked = mode
        var (actor, source, kind) = (record.actor, record.source, record.body.kind)
        writer.object { writer in
            writer.member("position")
            writer.number(record.position)
            if mode == .exercise { writer.visit(0, "mode", &marked) }
            writer.member("at")
            writer.number(record.at.rawValue)
            writer.visit(0, "actor", nested: &actor)
            writer.visit(0, "source", optional: &source)
            writer.visit(0, "kind", &kind)
            writer.member("event")
            writer.object { record.body.write(to: &$0) }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Gives every line of a journal's export, each with its line feed.
    package static func export(
        _ journal: some EventJournal, _ write: (String) throws(JournalError) -> Void
    ) throws(JournalError) {
        // The mode as it stands last: what the board that the lines fold into will show.
        var mode = BoardMode.live
        var (events, hash) = (JournalPosition(0), ChainHash.zero)
        try journal.forEach(after: 0) { record in
            if case .modeDeclared(let declared) = record.body { mode = declared.mode }
            events = record.position
            hash = hash.next(position: record.position, record: record.encoded())
        }
        try write(header(mode: mode, proof: Proof(events: events, hash: hash.hex)) + "\n")
        // What is recorded meanwhile is not part of it.
        try journal.forEach(after: 0) { record throws(JournalError) in
            if record.position <= events { try write(line(of: record, mode: mode) + "\n") }
        }
    }

    /// Reads the line of a record. `number` counts lines from 1, for the error.
    package static func record(line: [UInt8], number: Int) throws(JournalError) -> EventRecord {
        var reader = JSONRecordReader(try members(line, number))
        let position = reader.number("position")
        let at = reader.number("at")
        var (actor, source) = (Actor(), SourceKey?.none)
        var kind: EventBody.Kind?
        var mode: BoardMode?
        reader.visit(0, "mode", &mode)
        reader.visit(0, "actor", nested: &actor)
        reader.visit(0, "source", optional: &source)
        reader.visit(0, "kind", &kind)
        let body = kind.flatMap { kind in reader.members(of: "event") { EventBody(kind: kind, from: &$0) } }
        if kind != nil { reader.finish() }
        if let defect = reader.defect { throw error(number, defect.field, defect.what) }
        let missing = BilingualText("the field is missing", "缺少该字段")
        guard let position else { throw error(number, "position", missing) }
        guard let at else { throw error(number, "at", missing) }
        guard let body else { throw error(number, "kind", missing) }
        return EventRecord(position: position, at: Timestamp(rawValue: at), actor: actor, source: source, body: body)
    }

    /// Reads the header line.
    package static func readHeader(_ line: [UInt8]) throws(JournalError) -> Header {
        var reader = JSONRecordReader(try members(line, 1))
        let name = reader.text("format")
        let found = reader.number("version")
        var mode = BoardMode.live
        guard name == format, let found else {
            let what = BilingualText(
                "this is not the header of an exported journal", "这不是日志导出文件的首行")
            throw error(1, "format", what)
        }
        guard found <= version else { throw JournalError(.newerVersion(found: found, known: version)) }
        reader.visit(0, "mode", &mode)
        let (events, hash) = (reader.number("events"), reader.text("hash"))
        if let defect = reader.defect { throw error(1, defect.field, defect.what) }
        var proof: Proof?
        if events != nil || hash != nil { proof = Proof(events: events ?? -1, hash: hash ?? "") }
        return Header(mode: mode, proof: proof)
    }

    /// What a line may hold: whole numbers alone, and no more levels than a record has.
    private static let limits: JSONLimits = {
        var limits = JSONLimits()
        (limits.bytes, limits.values, limits.members) = (.max, .max, .max)
        limits.depth = 32
        limits.wholeNumbers = true
        return limits
    }()

    private static func members(_ line: [UInt8], _ number: Int) throws(JournalError) -> [JSON.Member] {
        do throws(MessageFault) {
            if case .object(let members) = try JSONReader.read(line, limits: limits) { return members }
        } catch {
            var fault = error
            fault.path = ""
            let column = (fault.offset ?? 0) + 1
            throw JournalExport.error(
                number, "",
                BilingualText("column \(column): \(fault.english)", "第 \(column) 列：\(fault.chinese)"))
        }
        throw error(number, "", BilingualText("an object expected", "应为对象"))
    }

    static func error(_ line: Int, _ field: String, _ what: BilingualText) -> JournalError {
        JournalError(.malformedImport(line: line, field: field, what: what))
    }
}
