import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// An incident beside those that seem to be the same event.
package struct DuplicatesView: Sendable {
    /// The incident.
    package var incident: IncidentID
    /// The others, the likeliest first.
    package var choices: [DuplicateProposal]
    /// Which of them the cursor is on.
    package var cursor = 0
    /// Something to say in the last line in place of the hints, such as a refusal.
    package var message: Notice?
    /// The keys that help here.
    package var hints: [KeyHint] = []
    /// What each of the incidents meant when the popup was opened.
    var drawn: [IncidentID: DrawnMeaning] = [:]

    /// Creates the view.
    package init(incident: IncidentID, choices: [DuplicateProposal]) {
        self.incident = incident
        self.choices = choices
    }

    /// The other incident that the cursor is on.
    package var chosen: DuplicateProposal? { choices.indices.contains(cursor) ? choices[cursor] : nil }

    /// Which incident goes into which when the two are merged: the one reported first survives.
    package static func direction(_ one: Incident, _ other: Incident) -> (from: Incident, into: Incident) {
        (one.received, one.id) < (other.received, other.id) ? (other, one) : (one, other)
    }
}

extension DuplicatesView: Layer {
    var mode: Mode? { .duplicates }
    var decides: Bool { true }

    /// Opens an incident beside those that seem to be the same event. After a refusal it says why, and means things as
    /// they are now.
    static func open(_ id: IncidentID, saying: Notice? = nil, on console: Console) {
        let words = console.words
        guard let incident = console.board.incidents[id] else {
            return console.say(.warning, words.notOnBoard(words.number(id)))
        }
        let open = console.board.openProposals(of: incident)
        guard !open.isEmpty else {
            return console.say(
                .info, console.core.policy.duplicates == nil ? words.duplicatesOff : words.nothingAlike(id))
        }
        var duplicates = DuplicatesView(incident: id, choices: open)
        for other in [id] + open.map(\.other) {
            let seen = saying == nil ? console.meaning(.incident(other)).first : nil
            duplicates.drawn[other] = seen ?? Orders.meaning(.incident(other), on: console.core.head)
        }
        duplicates.message = saying
        console.layers.open(duplicates)
    }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        switch name {
        case .accept: return showChosen(on: console)
        case .merge: return merge(on: console)
        case .crossReference: return chosen.map { give(.link(incident, $0.other), on: console) } ?? .stays
        case .notSame: return chosen.map { give(.dismissDuplicate(incident, with: $0.other), on: console) } ?? .stays
        default:
            // What else is done to an incident is not done under the two that are being compared.
            if name != .joinReport, Catalogue.entry(name).group == .incident { return .stays }
            return runCommon(name, on: console)
        }
    }

    mutating func move(by distance: Int, on console: Console) { cursor = moved(cursor, distance, choices.count) }

    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        if choices.indices.contains(row) { cursor = row }
        return .stays
    }

    /// Enter shows the other incident, which changes nothing.
    private func showChosen(on console: Console) -> LayerAnswer {
        guard let other = chosen?.other else { return .stays }
        console.select(.incident(other))
        return .closes
    }

    /// The younger goes into the older. Only when both have units is it asked: those come together then.
    private mutating func merge(on console: Console) -> LayerAnswer {
        let (board, words) = (console.board, console.words)
        guard let other = chosen?.other, let one = board.incidents[incident], let another = board.incidents[other]
        else {
            return .stays
        }
        let (from, into) = DuplicatesView.direction(one, another)
        if let closed = [from, into].first(where: { !$0.isOpen }) {
            message = Notice(.warning, words.mergeNeedsOpen(closed.id))
            return .stays
        }
        let command = Command.merge(from.id, into: into.id)
        guard !from.openAssignments.isEmpty, !into.openAssignments.isEmpty else { return give(command, on: console) }
        let (yes, no) = (console.keyText(.yes, in: .confirm), console.keyText(.no, in: .confirm))
        console.layers.open(
            ConfirmView(
                question: words.mergeQuestion(from.id, into: into.id, on: board),
                details: [from, into].map { words.mergeUnits($0, on: board) },
                buttons: [KeyHint(no, words.cancelButton), KeyHint(yes, words.action(command.name))],
                action: GiveOrder(request: CommandRequest(command, by: console.actor, drawn: seen))))
        return .closes
    }

    /// Refused, the popup is opened again with what has changed; given again it counts.
    private func give(_ command: Command, on console: Console) -> LayerAnswer {
        let verdict = console.order([CommandRequest(command, by: console.actor, drawn: seen)])
        if !verdict.isDone { DuplicatesView.open(incident, saying: verdict.notice, on: console) }
        return .closes
    }

    /// What the two incidents meant when the popup was drawn.
    private var seen: [DrawnMeaning] { [incident, chosen?.other].compactMap { $0.flatMap { drawn[$0] } } }

    /// The keys of the popup, what decides first.
    mutating func refresh(on console: Console) {
        let words = console.words
        let named: [(CommandName, String)] = [
            (.merge, words.action("merge")), (.crossReference, words.action("cross-reference")),
            (.notSame, words.action("dismiss-duplicate")), (.accept, words.showOther),
        ]
        let own = named.map { KeyHint(console.keyText($0, in: .duplicates), $1) }
        hints = own + console.hints().filter { hint in !own.contains { $0.key == hint.key } }
    }

    func draw(into frame: inout Frame) { frame.drawDuplicates(self) }
}
