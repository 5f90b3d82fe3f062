import DispatchModel
import DispatchPolicy
import Formats
import Foundation
import Wording

/// The list of a hand-over on paper: what a relief must know, and the last hand-over that was made.
package struct HandoverSheet: Sendable {
    private let list: HandoverList
    private let board: Board
    private let now: Timestamp

    /// The sheet of a list.
    package init(_ list: HandoverList, on board: Board, now: Timestamp) {
        (self.list, self.board, self.now) = (list, board, now)
    }

    /// As lines for people. Text from outside is made safe for a terminal.
    package func text(words: Words) -> String {
        let say = HandoverWords(words)
        var lines = board.mode.mode == .exercise ? [words.mode(.exercise)] : []
        let name = board.mode.titles[words.language]
        let title = name.isEmpty ? "" : " · \(name)"
        lines += ["\(say.handoverTitle) \(words.dateAndClock(now))\(title)", say.shift(list, now: now)]
        lines.append(board.handovers.last.map { told($0.handover, say) } ?? say.neverHandedOver)
        if list.items.isEmpty { lines += ["", say.nothingOpen] }
        for kind in HandoverKind.allCases {
            let items = list.items.filter { $0.kind == kind }
            guard !items.isEmpty else { continue }
            lines += ["", "\(say.heading(kind)) (\(items.count))"]
            let rows = items.map {
                ["[ ]", say.itemTime($0, on: board, now: now), say.item($0, on: board, now: now)]
            }
            lines += TextTable(heading: [], rows: rows, numeric: [], indent: 2).lines.filter { !$0.isEmpty }
        }
        if list.leftOut > 0 { lines += ["", say.leftOut(list.leftOut)] }
        return lines.map(Sanitiser.visible).joined(separator: "\n")
    }

    private func told(_ handover: ShiftHandedOver, _ say: HandoverWords) -> String {
        "\(say.dateAndClock(handover.at)) \(say.handedOver(handover))"
    }

    /// As JSON (RFC 8259), members in alphabetical order; times are milliseconds since 1970.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return JSON.harmless(
            String(decoding: try encoder.encode(HandoverDocument(list, board, now)), as: UTF8.self))
    }
}

/// What the JSON of a hand-over holds.
private struct HandoverDocument: Encodable {
    let format = "watchfloor-handover/1"
    let exercise: Bool
    let at: Int64
    let since: Int64
    let received: Int
    let receivedUrgent: Int
    let closed: Int
    let leftOut: Int
    let items: [Item]
    let last: Made?

    struct Item: Encodable {
        let kind: String
        let incident: UInt32?
        let unit: String?
        let alert: UInt32?
        let due: Int64?
        let answer: String?
        let english: String
        let chinese: String
    }

    struct Made: Encodable {
        let outgoing: String
        let incoming: String
        let at: Int64
        let since: Int64
        let items: [Item]
    }

    init(_ list: HandoverList, _ board: Board, _ now: Timestamp) {
        exercise = board.mode.mode == .exercise
        (at, since) = (now.rawValue, list.since.rawValue)
        (received, receivedUrgent, closed) = (list.received, list.receivedUrgent, list.closed)
        leftOut = list.leftOut
        items = list.items.map { Item($0, board, now) }
        last = board.handovers.last.map { memo in
            let made = memo.handover
            return Made(
                outgoing: made.outgoing, incoming: made.incoming, at: made.at.rawValue, since: made.since.rawValue,
                items: made.items.map { Item($0, board, now) })
        }
    }
}

extension HandoverDocument.Item {
    fileprivate init(_ item: HandoverItem, _ board: Board, _ now: Timestamp) {
        kind = "\(item.kind)"
        (incident, alert) = (item.incident?.rawValue, item.alert?.rawValue)
        unit = item.unit.flatMap { board.units[$0]?.callsign }
        due = item.due?.rawValue
        answer = item.answer.map { "\($0)" }
        english = HandoverWords(Words(.english)).item(item, on: board, now: now)
        chinese = HandoverWords(Words(.chinese)).item(item, on: board, now: now)
    }
}
