import Demand
import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// What is asked for, what is to be expected, and where free units would stand best for it.
struct DemandView: Sendable {
    /// What is seen.
    var look: DemandLook
    /// The line of where to stand that the cursor is on; 0 means all of them.
    var cursor = 0
    /// Something to say in the last line in place of the hints.
    var message: Notice?
    /// The keys that help here.
    var hints: [KeyHint] = []
    /// What units meant when their offers came on the screen.
    private var drawn: [UnitID: DrawnMeaning] = [:]
    /// When it was looked at last, by time that never steps.
    private var lookedAt: Timestamp?

    /// How long a unit may answer.
    private static let answerTime = Span.minutes(15)

    /// What is seen, with the cursor on all of them.
    init(_ look: DemandLook) {
        self.look = look
    }

    /// The picture; nil while the journal is being read.
    var picture: DemandPicture? {
        if case .picture(let picture) = look { picture } else { nil }
    }

    /// The offers that a key means.
    private var meant: [DemandPicture.Offer] {
        guard let offers = picture?.offers else { return [] }
        return cursor == 0 ? offers : offers.indices.contains(cursor - 1) ? [offers[cursor - 1]] : []
    }
}

extension DemandView: Layer {
    var mode: Mode? { .menu }
    func page(of rows: Int) -> Int? { 5 }

    /// Opens it; says why not where there is nothing to read.
    static func open(on console: Console) {
        guard let look = console.surroundings.demand(console.core.shown, console.presentNow) else {
            return console.say(.info, console.words.demandElsewhere)
        }
        var view = DemandView(look)
        view.note(on: console)
        console.layers.open(view)
    }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        guard name == .accept else { return runCommon(name, on: console) }
        ask(on: console)
        return .stays
    }

    mutating func move(by distance: Int, on console: Console) {
        message = nil
        cursor = moved(cursor, distance, (picture?.offers.count ?? 0) + 1)
    }

    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        move(by: row - cursor, on: console)
        return .stays
    }

    /// Enter: what is under the cursor becomes proposals, which units answer or let lapse. No status changes by it.
    private mutating func ask(on console: Console) {
        let now = console.now
        let asked = meant.filter { console.board.units[$0.unit]?.standing?.isOpen(at: now) != true }
        guard !asked.isEmpty else {
            message = Notice(.info, meant.isEmpty ? console.words.nobodyToStand : console.words.allAsked)
            return
        }
        let offers = asked.map {
            StandingOffer(unit: $0.unit, place: Place(text: $0.place.name, point: $0.place.point))
        }
        let command = Command.proposeStanding(offers, until: now + Self.answerTime)
        let verdict = console.order([
            CommandRequest(command, by: console.actor, drawn: asked.compactMap { drawn[$0.unit] })
        ])
        message = verdict.isDone ? Notice(.good, console.words.allAsked) : verdict.notice
        note(on: console)
    }

    /// Remembers what the units mean that are offered something.
    private mutating func note(on console: Console) {
        drawn = [:]
        for offer in picture?.offers ?? [] { drawn[offer.unit] = console.meaning(.unit(offer.unit)).first }
        lookedAt = console.surroundings.steady()
    }

    /// Looked at every ten seconds, and at once while the journal is being read.
    mutating func look(on console: Console) {
        let steady = console.surroundings.steady()
        let isDue = lookedAt.map { steady - $0 >= .seconds(10) } ?? true
        guard isDue || picture == nil,
            let new = console.surroundings.demand(console.core.shown, console.presentNow)
        else { return }
        lookedAt = steady
        guard new != look else { return }
        look = new
        cursor = min(cursor, picture?.offers.count ?? 0)
        note(on: console)
        console.isDirty = true
    }

    mutating func refresh(on console: Console) {
        hints = console.keyHints.hints(entering: console.words.askHint, digits: nil)
    }
}
