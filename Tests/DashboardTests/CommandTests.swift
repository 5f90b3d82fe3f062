import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Core
@testable import Dashboard

/// Ways to get the console into each mode by keys.
enum Somewhere: String, CaseIterable, Sendable {
    case dispatch, patrol, quickResponse, alerts, activity, feeds, scorecard, map, detail, detailOverlay, assign,
        pickIncident, confirm,
        line
    case note, filter, menu, help, palette, form, chord, frozen, zoomed, letters, letter, duplicates, handover
    case rollCall, timers

    /// The keys that lead there from the queue.
    var keys: String {
        switch self {
        case .dispatch: "1"
        case .patrol: "2"
        case .quickResponse: "3"
        case .alerts: "4"
        case .activity: "5"
        case .feeds: "6"
        case .scorecard: "7"
        case .map: "M"
        case .detail: "d"
        case .detailOverlay: "\n"
        case .assign: "a"
        case .pickIncident: "2a"
        case .confirm: ":D 3A07 4821\n"
        case .line: ":D 3A"
        case .note: "nhalf a no"
        case .filter: "/p1"
        case .menu: "x"
        case .help: "?"
        case .palette: "\u{10}"
        case .form: "crobb"
        case .chord: "v"
        case .frozen: "z"
        case .zoomed: "Z"
        case .letters: "E"
        case .letter: "D\n"
        case .duplicates: "~"
        case .handover: ":handover\n"
        case .rollCall: "vr"
        case .timers: ":TM 10m look\n:TM 20m again\n:timers\n"
        }
    }

    /// Goes there with the robbery selected.
    func enter(_ desk: Desk) {
        desk.goTo(District.robbery)
        desk.type(keys)
    }

    /// Goes there, as far as that is possible, from wherever the console is.
    func enterAtOnce(_ desk: Desk) {
        desk.screen.feed([("\u{1B}\u{1B}\u{1B}1" + keys).unicodeScalars.map { .key(Desk.key($0)) }])
        desk.step()
    }
}

@Suite("Every command everywhere")
struct CommandTests {
    @Test("Every command runs from every place, without and with an argument", arguments: Somewhere.allCases)
    func everywhere(place: Somewhere) throws {
        for argument in place == .dispatch ? ["", "4821", "3A12", "nonsense \u{202E}"] : ["", "3A12"] {
            let clock = BoardClock(start: District.now, speed: 1, wall: District.now)
            let events = District.events + [District.proposal]
            let desk = try Desk(size: Size(columns: 80, rows: 24), clock: clock, events: events)
            let offset = Somewhere.allCases.firstIndex(of: place) ?? 0
            for entry in Catalogue.entries.tiered(from: offset) where entry.name != .quit {
                desk.screen.feed([[Key(.escape), Key(.escape), Key(.escape)].map { .key($0) }])
                desk.step()
                place.enterAtOnce(desk)
                desk.console.run(entry.name, argument: argument)
                desk.screen.feed([[.key(Key(.enter))]])
                desk.settle()
                // The palette's last command quits.
                desk.console.ended = nil
            }
            desk.settle()
            #expect(desk.console.keyboard.untaken == nil, "no part takes it")
            try desk.checkFold()
        }
    }

    @Test("Every command by its name and aliases after the colon", .full)
    func byName() throws {
        for entry in Catalogue.entries {
            for name in [entry.name.rawValue] + entry.aliases {
                let desk = try Desk()
                desk.line(name)
                let answered =
                    desk.console.teller.notice != nil || desk.console.prompt != nil || !desk.console.layers.hasNoPopup
                    || desk.console.ended != nil || desk.console.view.banner != nil
                // Moving and the like shows in itself.
                let isSilent =
                    [.navigation, .view, .map].contains(entry.group) || name == "redraw" || name == "suspend"
                #expect(answered || isSilent, ":\(name) says nothing\n\(desk.text)")
                #expect(entry.name != .quit || desk.console.ended == .quit)
            }
        }
    }

    @Test("What cannot be done says why", arguments: Language.allCases)
    func reasons(language: Language) throws {
        let live = try Desk(language: language)
        for name in Catalogue.entries.filter({ $0.group == .replay }).map(\.name) {
            live.line(name.rawValue)
            let reason = try #require(live.console.disabledReason(name))
            live.shows(reason)
        }
    }

    @Test("Nothing quits but :q and :quit", arguments: ["q", "\u{1B}", "qqqq", "\u{1B}\u{1B}\u{1B}q\n", "x\u{1B}q"])
    func neverQuits(keys: String) throws {
        let desk = try Desk()
        desk.type(keys)
        #expect(desk.console.ended == nil)
        desk.type("\u{1B}\u{1B}:q\n")
        #expect(desk.console.ended == .quit)
    }

    @Test("Esc and q lead back to the panes from everywhere, and the focus with them", arguments: Somewhere.allCases)
    func back(place: Somewhere) throws {
        let desk = try Desk()
        place.enter(desk)
        for _ in 0..<3 { desk.type("\u{1B}") }
        #expect(desk.console.layers.hasNoPopup && desk.console.prompt == nil, "\(desk.text)")
        #expect(desk.console.view.zoomed == nil)
        #expect(desk.console.view.focus != .detail)
    }

    @Test("Closing the detail or the log gives the keys back to the pane they came from", arguments: ["d", "A", "5"])
    func focusReturns(key: String) throws {
        let desk = try Desk()
        desk.type("3" + key)
        #expect(desk.console.view.focus != .quickResponse)
        desk.type("\u{1B}")
        #expect(desk.console.view.focus == .quickResponse)
    }

    @Test(
        "Paging and going to the ends stays within what lies over the panes",
        arguments: [
            Somewhere.assign, .menu, .help, .palette, .detailOverlay,
        ])
    func pagingStays(place: Somewhere) throws {
        let desk = try Desk()
        place.enter(desk)
        for key in [Key(.pageDown), Key(.pageUp), Key(.end), Key(.home), Key(.pageDown)] { desk.press(key) }
        #expect(desk.selected == District.robbery)
        #expect(!desk.console.layers.hasNoPopup)
    }

    @Test("Unknown keys and chords are said to do nothing; digits beyond a menu too")
    func unbound() throws {
        let desk = try Desk()
        desk.type("%")
        desk.shows("% does nothing here")
        desk.type("v%")
        desk.shows("v % does nothing here")
        desk.type("v\u{1B}")
        desk.hides("does nothing")
        desk.type("s9")
        #expect(desk.console.teller.notice?.kind == .warning)
    }
}
