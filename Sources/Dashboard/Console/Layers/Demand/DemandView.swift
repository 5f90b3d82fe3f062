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
    /// The page that is seen where there is no room for all of it.
    var page = Page.hours
    /// Something to say in the last line in place of the hints.
    var message: Notice?
    /// The keys that help here.
    var hints: [KeyHint] = []
    /// What units meant when their offers came on the screen.
    private var drawn: [UnitID: DrawnMeaning] = [:]
    /// When it was looked at last, by time that never steps.
    private var lookedAt: Timestamp?

    /// The pages of a narrow screen.
    enum Page: Int, CaseIterable {
        case hours, beats, standing
    }

    /// The columns from which on everything is seen at once.
    static let wide = 116

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
        // Nobody is asked by a key on a page that does not show whom.
        if showsOffers(on: console) { ask(on: console) } else { page = .standing }
        return .stays
    }

    mutating func take(_ key: Key, on console: Console) -> LayerAnswer {
        guard !Self.isWide(console), picture != nil else { return .passes }
        let pages = Page.allCases.count
        let isBack = key.code == .left || key.code == .tab && key.modifiers == .shift
        guard isBack || key.modifiers.isEmpty && [.tab, .right].contains(key.code) else { return .passes }
        message = nil
        page = Page(rawValue: (page.rawValue + (isBack ? pages - 1 : 1)) % pages) ?? .hours
        return .stays
    }

    private static func isWide(_ console: Console) -> Bool { console.painter.grid.size.columns >= wide }

    private func showsOffers(on console: Console) -> Bool { Self.isWide(console) || page == .standing }

    mutating func move(by distance: Int, on console: Console) {
        message = nil
        guard showsOffers(on: console) else { return }
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
            let why = picture.flatMap { Self.why($0, console.words) }
            message = Notice(.info, meant.isEmpty ? why ?? console.words.allStandWell : console.words.allAsked)
            return
        }
        let offers = asked.map {
            StandingOffer(unit: $0.unit, place: Place(Self.name($0.place), point: $0.place.point))
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
        let words = console.words
        let entering = showsOffers(on: console) ? words.askHint : words.toStandingHint
        hints = console.keyHints.hints(entering: entering, digits: nil)
        if !Self.isWide(console), picture != nil { hints.insert(KeyHint("tab", words.pageHint), at: 1) }
    }

    /// What a place is called in both languages: its own name, or where it lies from what has one.
    static func name(_ place: StandingPlan.Place) -> BilingualText {
        guard let near = place.near else { return BilingualText(place.name, place.name) }
        func said(_ language: Language) -> String {
            Words(language).place(near: near.name, metres: near.metres, direction: near.direction)
        }
        return BilingualText(said(.english), said(.chinese))
    }

    /// Why nobody is asked to stand elsewhere; nil when somebody is.
    static func why(_ picture: DemandPicture, _ words: Words) -> String? {
        switch picture.idle {
        case nil: nil
        case .noUnits?: words.noUnitsToStand
        case .little(let hours, let calls)?:
            words.littleToStand(
                hours: hours, of: DemandPicture.known.hours, calls: calls, of: DemandPicture.known.calls)
        case .noPlaces?: words.noPlacesToStand
        case .allStandWell?: words.allStandWell
        }
    }
}
