import DispatchModel
import Formats

/// How the rows of a log are told apart, the same at every reading.
struct RowIdentities {
    /// How the journal knows a row and its incident.
    struct Identity {
        var incident: String
        var row: String
    }

    /// What a row says of a unit's being sent, or of a call where there is no unit.
    struct Sending: Hashable {
        /// -1 for none.
        var unit: Int32
        var at: Timestamp
        var received: Timestamp
        /// Everything that the row says, where there is no unit; 0 with a unit, whose row may say more later on.
        var content: UInt64 = 0
    }

    /// What a row is beside those before it.
    enum Standing {
        case new
        /// It says what one before it said.
        case repeated
        /// It has the identity of another, and this one from here on.
        case another(String)
    }

    private struct Known {
        var first: Sending
        var count: Int32 = 1
    }

    private struct Later: Hashable {
        var row: String
        var sending: Sending
    }

    private var known: [String: Known] = [:]
    /// Those beyond the first of an identity; few logs have any.
    private var later: Set<Later> = []
    private var occurrences: [UInt64: Int32] = [:]

    /// Tells a row from those before it that have its identity.
    mutating func takeRow(_ row: String, _ sending: Sending) -> Standing {
        guard let before = known[row] else {
            known[row] = Known(first: sending)
            return .new
        }
        guard before.first != sending, later.insert(Later(row: row, sending: sending)).inserted else {
            return .repeated
        }
        known[row]?.count = before.count &+ 1
        return .another("\(row)/\(before.count &+ 1)")
    }

    /// An identity from what the row says and how often the log has said it so far.
    mutating func synthesised(_ reader: CSVReader) -> String {
        let hash = reader.contentHash
        let occurrence = (occurrences[hash] ?? 0) + 1
        occurrences[hash] = occurrence
        return "\(String(hash, radix: 36))-\(occurrence)"
    }
}

extension CSVReader {
    /// A number of everything that the row just found says (FNV-1a).
    var contentHash: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in 0..<fieldCount {
            withField(index) { bytes, _ in
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
                hash = (hash ^ 0x1F) &* 0x100_0000_01b3
            }
        }
        return hash
    }
}

extension CallLogLoader {
    /// The identity of a row; nil, and noted, when it lacks one or came before.
    mutating func identity(
        _ reader: CSVReader, unit: String, _ sending: RowIdentities.Sending
    ) -> RowIdentities.Identity? {
        var incident = reader.joined(plan.incident, by: "-")
        if incident.isEmpty, let column = plan.incident.first {
            problems.add(reader.line, .missing(column: plan.header[column]))
            return nil
        }
        if let column = plan.incident.first, plan.incident.count == 1, RawText.isCutNumber(incident) {
            problems.add(reader.line, .cutNumber(column: plan.header[column], text: incident))
            incident = apart(reader, incident, sending.received)
        }
        var row = reader.joined(plan.row, by: "-")
        if RawText.isCutNumber(row) { row = "" }
        if row.isEmpty, incident.isEmpty { row = identities.synthesised(reader) }
        if row.isEmpty { row = unit.isEmpty ? incident : "\(incident)-\(unit)" }
        if incident.isEmpty { incident = row }
        switch identities.takeRow(row, sending) {
        case .new: break
        case .another(let own) where sending.unit >= 0:
            problems.add(reader.line, .sentAgain(id: row))
            row = own
        case .another(let own) where plan.unit.isEmpty && plan.row.isEmpty: row = own
        case .another, .repeated:
            problems.add(reader.line, .duplicate(id: row))
            return nil
        }
        return RowIdentities.Identity(incident: incident, row: row)
    }

    /// What stands for a call whose number is lost: rows of one number, time and place are of one call.
    private func apart(_ reader: CSVReader, _ number: String, _ received: Timestamp) -> String {
        let place = reader.joined(plan.place, by: ", ")
        let hash = place.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "\(number)/\(String(received.rawValue, radix: 36))-\(String(hash, radix: 36))"
    }
}
