import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Core
@testable import Dashboard

/// What the table of commands promises is kept by the console: each command is somebody's, wherever it makes sense.
@Suite("Every command is taken by somebody")
struct TakenCommandTests {
    /// The places of `Somewhere` by the modes that hold there.
    private static func places(of mode: Mode) throws -> [Somewhere] {
        try chains.get().filter { $0.chain.contains(mode) }.map(\.place)
    }

    private static let chains = Result {
        try Somewhere.allCases.map { place in
            let desk = try desk()
            place.enterAtOnce(desk)
            return (place: place, chain: desk.console.mode.chain)
        }
    }

    /// A desk with two incidents that may be one, an alert and dead letters, in a recording that can be slowed.
    private static func desk() throws -> Desk {
        let more: [EventBody] = [
            District.proposal,
            .duplicateProposed(
                DuplicateProposed(
                    incident: District.robbery, proposal: DuplicateProposal(other: District.noise, likeness: 70))),
            .alertRaised(
                AlertRaised(
                    alert: AlertID(rawValue: 1), kind: .waitingTooLong, severity: .high, incident: District.robbery,
                    at: District.now, limit: 60)),
        ]
        let clock = BoardClock(start: District.now, speed: 1, wall: District.now)
        let desk = try Desk(clock: clock, events: District.events + more)
        // The log of events has something to go through.
        for text in ["first", "second"] { _ = desk.other(.note(District.noise, text: text)) }
        desk.settle()
        desk.goTo(District.robbery)
        return desk
    }

    /// All that a person could notice of a command.
    private struct Picture: Equatable {
        var grid: Grid?
        var focus: PaneName
        var message: String?
        var ended: Bool
        var counts: [Int]

        init(_ desk: Desk) {
            grid = desk.screen.frame
            focus = desk.console.view.focus
            message = desk.console.teller.notice?.text
            ended = desk.console.ended != nil
            counts = [
                desk.screen.invalidations, desk.screen.suspensions, desk.screen.clipboard.count,
                desk.screen.cursor?.column ?? -1, desk.screen.cursor?.row ?? -1,
            ]
        }
    }

    /// What is done beforehand, so that there is something to take back, to go on from, or to leave: commands, then keys.
    private static let preparations: [(commands: [CommandName], keys: String)] = [
        ([], ""), ([.down], ""), ([.right], ""), ([.bottom], ""), ([.nextField], ""), ([.cursorStart], ""),
        ([.left], ""), ([.mark], ""), ([.pause], ""), ([.zoomPane], ""), ([.sort, .accept], ""), ([.filter], "e\n"),
        ([.acknowledgeItem, .up], ""), ([.crewAnswers, .up], ""),
    ]

    private static func isNoticed(
        _ name: CommandName, at place: Somewhere, after before: (commands: [CommandName], keys: String)
    ) throws -> Bool {
        let desk = try desk()
        place.enterAtOnce(desk)
        for name in before.commands { desk.console.run(name) }
        desk.type(before.keys)
        desk.settle()
        desk.console.teller.hush()
        desk.console.draw()
        let before = Picture(desk)
        desk.console.run(name)
        desk.settle()
        return Picture(desk) != before
    }

    @Test("In every mode that it names, a command does something or says why not", arguments: Mode.allCases)
    func taken(mode: Mode) throws {
        let places = try Self.places(of: mode)
        let offset = Mode.allCases.firstIndex(of: mode) ?? 0
        for entry in Catalogue.entries.filter({ $0.modes.contains(mode) }).tiered(from: offset) {
            let isTaken = try Self.preparations.contains { before in
                try places.contains { try Self.isNoticed(entry.name, at: $0, after: before) }
            }
            #expect(isTaken, "\(entry.name.rawValue) does nothing in \(mode)")
        }
    }

    @Test("The table that runs every command everywhere reaches every mode that a command names")
    func everyModeIsReached() throws {
        for mode in Set(Catalogue.entries.flatMap(\.modes)) {
            #expect(try !Self.places(of: mode).isEmpty, "nothing leads to \(mode)")
        }
    }
}
