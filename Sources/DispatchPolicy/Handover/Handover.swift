import DispatchModel

/// Who hands a shift over to whom, with what was said to each thing on the list.
package struct Handover: Hashable, Sendable {
    /// Who hands over, by name.
    package var outgoing: String
    /// Who takes over, by name.
    package var incoming: String
    /// The list as it was shown, each thing with its answer.
    package var items: [HandoverItem]

    /// Creates a hand-over.
    package init(outgoing: String, incoming: String, items: [HandoverItem]) {
        self.outgoing = outgoing
        self.incoming = incoming
        self.items = items
    }

    /// The longest name of a person, in bytes of UTF-8.
    package static let nameLimit = 120
}

extension Handover {
    /// A shift is handed over: everything on the list was answered, and nothing on it has changed since.
    func decide(_ draft: inout Draft, on board: Board, _ shifts: Shifts, now: Timestamp) throws(Rejection) {
        let outgoing = try name(outgoing, .outgoing)
        let incoming = try name(incoming, .incoming)
        guard outgoing != incoming else { throw .handoverToOneself }
        let list = HandoverList(on: board, shifts: shifts, now: now)
        let shown = Set(items.map(\.unanswered))
        let changed = list.items.count { !shown.contains($0) }
        guard changed == 0, shown.count == list.items.count else {
            throw .handoverChanged(max(changed, 1))
        }
        let open = items.count { $0.answer == nil }
        guard open == 0 else { throw .handoverUnanswered(open) }
        draft.add(
            .shiftHandedOver(
                ShiftHandedOver(
                    outgoing: outgoing, incoming: incoming, since: list.since, at: now, items: items)))
    }

    private func name(_ text: String, _ field: RequiredField) throws(Rejection) -> String {
        let name = try required(text, field)
        guard name.utf8.count <= Handover.nameLimit else { throw .tooLong(field, limit: Handover.nameLimit) }
        return name
    }
}
