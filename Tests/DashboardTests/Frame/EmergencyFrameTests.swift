import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("An officer's call for help on the screen")
struct EmergencyFrameTests {
    private static let call = IncidentID(rawValue: 4900)
    private static let second = IncidentID(rawValue: 4901)

    private static func evening(answered: Bool = false) -> Fixture {
        var fixture = Fixture.evening()
        fixture.callForHelp(call, alert: 500, by: "3A12", ago: 42)
        if answered {
            fixture.apply(
                .alertAcknowledged(AlertAcknowledged(alert: AlertID(rawValue: 500), occurrence: 1, severity: .high)))
        }
        fixture.strip.emergencyKeys = [".", "!"]
        fixture.refresh()
        return fixture
    }

    @Test(
        "Its incident stands first in every order, either way round, whatever is filtered",
        arguments: IncidentSort.allCases)
    func incidentFirst(sort: IncidentSort) {
        for reversed in [false, true] {
            var fixture = Self.evening(answered: true)
            fixture.view.incidents.sort = sort
            fixture.view.incidents.reversed = reversed
            fixture.view.refresh(board: fixture.board, touched: Touched())
            #expect(fixture.view.incidents.id(at: 0) == Self.call, "\(sort) \(reversed)")
            #expect(fixture.view.incidents.row(of: Self.call) == 0)
            #expect(Set(fixture.view.incidents.ids).count == fixture.view.incidents.count)
            fixture.view.refresh(
                board: fixture.board, touched: .all, filters: ListFilters(incidents: { _ in false }))
            #expect(fixture.view.incidents.ids == [Self.call])
        }
    }

    @Test("Its alert stands first, answered, shelved or filtered away, in a flood too", arguments: [false, true])
    func alertFirst(isFlood: Bool) {
        var fixture = Self.evening(answered: true)
        if isFlood { fixture.addFlood() }
        #expect(fixture.view.alerts.id(at: 0)?.rawValue == 500)
        fixture.apply(
            .alertHidden(
                AlertHidden(
                    alert: AlertID(rawValue: 500), hiding: AlertHiding(way: .shelved, since: fixture.now, reason: "x")))
        )
        fixture.refresh()
        #expect(fixture.view.alerts.id(at: 0)?.rawValue == 500)
        fixture.view.refresh(board: fixture.board, touched: .all, filters: ListFilters(alerts: { _ in false }))
        #expect(fixture.view.alerts.ids.map(\.rawValue) == [500])
    }

    @Test(
        "It lasts until the unit has another status and the incident is closed, in either order",
        arguments: [false, true])
    func resolved(unitFirst: Bool) throws {
        var fixture = Self.evening(answered: true)
        let unit = try #require(fixture.board.unit(callsign: "3A12"))
        let ends: [EventBody] = [
            .unitStatusChanged(UnitStatusChanged(unit: unit.id, status: .available, since: fixture.now)),
            .incidentClosed(IncidentClosed(incident: Self.call, disposition: "report", at: fixture.now)),
        ]
        for (step, end) in (unitFirst ? ends : ends.reversed()).enumerated() {
            #expect(fixture.view.emergencies.calls.count == 1, "\(step)")
            fixture.apply(end)
            fixture.refresh()
        }
        #expect(fixture.view.emergencies.isEmpty)
        #expect(fixture.view.incidents.id(at: 0) != Self.call)
    }

    @Test("Merged into another incident it is a call for help under that number")
    func merged() {
        var fixture = Self.evening()
        let into = IncidentID(rawValue: 4823)
        fixture.apply(.incidentMerged(IncidentMerged(incident: Self.call, into: into, at: fixture.now)))
        fixture.refresh()
        #expect(fixture.view.emergencies.pinnedIncidents == [into])
        #expect(fixture.view.incidents.id(at: 0) == into)
    }

    @Test("What is touched gives what everything gives")
    func incremental() throws {
        var fixture = Self.evening()
        var index = fixture.view.emergencies
        fixture.callForHelp(Self.second, alert: 501, by: "Q5", ago: 5)
        let before = fixture.records.count
        fixture.fold()
        var touched = Touched()
        for record in fixture.records[before...] { touched.note(record) }
        index.refresh(board: fixture.board, touched: touched)
        var anew = EmergencyIndex()
        anew.refresh(board: fixture.board, touched: .all)
        #expect(index.calls == anew.calls)
        #expect(index.pinnedIncidents == [Self.call, Self.second])
        #expect(index.calls.allSatisfy { $0.alerts.count == 1 && $0.isUnitInDanger })
    }

    @Test(
        "A line over the whole width names it in every layout, under whatever is open",
        arguments: [(60, 16), (80, 24), (110, 28), (160, 48), (240, 67), (40, 10)].tiered(), Language.allCases)
    func banner(size: (columns: Int, rows: Int), language: Language) {
        let words = Words(language)
        for answered in [false, true] {
            for overlay in Self.overlays {
                var fixture = Self.evening(answered: answered)
                if let overlay { fixture.view.layers.open(overlay) }
                let grid = fixture.draw(size.columns, size.rows, language)
                let line = grid.text().split(separator: "\n", omittingEmptySubsequences: false)[1]
                #expect(line.contains("\(words.emergencyMark) 3A12"), "\(grid.text())")
                let ground = Fixture.theme("dark").style(.emergency).background
                #expect((0..<size.columns).allSatisfy { grid[$0, 1].style.background == ground || $0 == 1 })
            }
        }
    }

    @Test("Two calls have two lines; more than there is room for are counted")
    func several() {
        var fixture = Self.evening()
        fixture.callForHelp(Self.second, alert: 501, by: "Q5", ago: 5)
        fixture.refresh()
        let both = fixture.draw(80, 24).text()
        #expect(both.contains("EMERGENCY 3A12") && both.contains("EMERGENCY Q5"), "\(both)")
        let small = fixture.draw(70, 18).text()
        #expect(small.contains("EMERGENCY 3A12") && small.contains("+1 MORE"), "\(small)")
    }

    @Test("Without colours, and in ASCII, it differs from everything else", arguments: Language.allCases)
    func mono(language: Language) {
        var fixture = Self.evening()
        let grid = fixture.draw(
            80, 24, language, theme: Fixture.theme("dark", depth: .mono, noColour: true), glyphs: .ascii)
        let line = grid.text().split(separator: "\n", omittingEmptySubsequences: false)[1]
        #expect(line.contains(Words(language).emergencyMark), "\(grid.text())")
        #expect(line.contains("4900"), "\(grid.text())")
    }

    private static let overlays: [(any Layer)?] = [
        nil, DetailLayer(), MenuView(title: "menu", rows: (1...60).map { KeyHint("", "row \($0)") }),
        ConfirmView(question: "?", details: Array(repeating: "detail", count: 60), buttons: []),
    ]
}

extension Fixture {
    /// A unit calls for help.
    mutating func callForHelp(_ incident: IncidentID, alert: UInt32, by callsign: String, ago: Int64) {
        guard let unit = board.unit(callsign: callsign) else { return }
        let at = now - .seconds(ago)
        apply(.unitStatusChanged(UnitStatusChanged(unit: unit.id, status: .emergency, since: at)), ago: ago)
        apply(
            .incidentReported(
                IncidentReported(
                    incident: incident, type: "officer-emergency", priority: .p1, place: Place(text: "Pier 39"),
                    received: at, report: Report(number: Int64(incident.rawValue), at: at, caller: callsign),
                    stage: .triaged)), ago: ago)
        apply(
            .alertRaised(
                AlertRaised(
                    alert: AlertID(rawValue: alert), kind: .emergency, severity: .high, incident: incident,
                    unit: unit.id, at: at)), ago: ago)
    }
}
