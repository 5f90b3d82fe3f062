import DispatchModel
import DispatchPolicy
import Formats
import Gazetteer
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("Places of the room on the console")
struct RoomPlaceTests {
    private static func place(
        _ kind: PlaceKind, _ english: String, _ chinese: String = "", _ beat: String, _ north: Int64, _ east: Int64
    ) -> PlaceRecord {
        PlaceRecord(
            kind: kind, names: BilingualText(recorded: english, chinese), point: District.point(north, east), beat: beat
        )
    }

    private static let places: Gazetteer = {
        var builder = GazetteerBuilder()
        for record in [
            place(.crossing, "OAK ST / 1ST AVE", "", "B07", 290, 10),
            place(.crossing, "ELM ST / 9TH AVE", "", "B02", 3990, 2990),
            place(.street, "MAIN ST", "", "B02", 3000, 2000), place(.street, "MAIN ST", "", "B07", 0, 0),
            place(.compound, "Sunshine Garden", "阳光花园", "B07", 0, 100),
        ] { builder.add(record) }
        let hazard = PlaceHazard(
            place: BilingualText("Sunshine Garden", "阳光花园"), words: BilingualText("gas bottles in the yard", "院内有煤气罐"),
            source: "survey", until: CivilDate(year: 2023, month: 12, day: 31))
        return builder.build(hazards: PlaceHazards([hazard]))
    }()

    private func newest(_ desk: Desk) -> Incident? { desk.board.incidents.elements.max { $0.id < $1.id } }

    @Test(
        "A typed crossing ranks units by travel time: whoever is nearest stands first",
        arguments: [("1st & oak", "3A12"), ("oak street / first avenue", "3A12"), ("9th ave at elm", "Q5")])
    func ranked(text: String, nearest: String) throws {
        let desk = try Desk(places: Self.places)
        desk.line("n noise @\(text) p3")
        let incident = try #require(newest(desk), "\(desk.text)")
        #expect(incident.place.point != nil && !incident.beat.isEmpty, "\(desk.text)")
        desk.goTo(incident.id)
        desk.type("a")
        guard let assign = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
        let times = assign.ranked.prefix(3).compactMap(\.travelSeconds)
        #expect(times.count == 3)
        let first = try #require(assign.ranked.first)
        #expect(desk.unit(first.unit)?.callsign == nearest, "\(desk.text)")
        #expect(
            first.travelSeconds == assign.ranked.filter { $0.divertedFrom == nil }.compactMap(\.travelSeconds).min())
    }

    @Test(
        "The form offers places while they are typed, takes the chosen one's point and beat",
        arguments: Language.allCases)
    func form(language: Language) throws {
        let desk = try Desk(language: language, places: Self.places)
        desk.type("c")
        desk.typeAtOnce(language == .english ? "Noise" : "噪声")
        desk.press(Key(.down))
        desk.typeAtOnce(language == .english ? "sunshi" : "ygh")
        desk.shows(language == .english ? "Sunshine Garden" : "阳光花园")
        desk.type("\t")
        desk.press(Key(.enter))
        let incident = try #require(newest(desk))
        #expect(
            incident.place == Place(text: "Sunshine Garden", point: District.point(0, 100), chinese: "阳光花园"),
            "\(desk.text)")
        #expect(incident.beat == "B07")
        try desk.checkFold()
    }

    @Test("A name in two beats is asked in the form and makes nothing until one is chosen")
    func which() throws {
        let desk = try Desk(places: Self.places)
        let before = desk.board.incidents.count
        desk.type("c")
        desk.typeAtOnce("Noise")
        desk.press(Key(.down))
        desk.typeAtOnce("main street")
        desk.press(Key(.enter))
        #expect(desk.board.incidents.count == before)
        desk.shows("b:B02")
        desk.shows("b:B07")
        desk.press(Key(.down))
        desk.press(Key(.down))
        desk.typeAtOnce("B07")
        desk.press(Key(.enter))
        #expect(newest(desk)?.beat == "B07" && newest(desk)?.place.point == District.point(0, 0), "\(desk.text)")
    }

    @Test(
        "A hazard of the place is shown in the form, in the detail and over the ranked units",
        arguments: Language.allCases)
    func shown(language: Language) throws {
        let words = language == .english ? "gas bottles" : "煤气罐"
        let desk = try Desk(language: language, places: Self.places)
        desk.type("c")
        desk.typeAtOnce(language == .english ? "Noise" : "噪声")
        desk.press(Key(.down))
        desk.typeAtOnce(language == .english ? "Sunshine Garden" : "阳光花园")
        desk.shows(words)
        desk.press(Key(.enter))
        let incident = try #require(newest(desk))
        desk.goTo(incident.id)
        desk.shows(words)
        desk.type("a")
        desk.shows(words)
        desk.type("1")
        #expect(desk.units(on: incident.id).count == 1, "\(desk.text)")
    }

    @Test("Before the first units go without having seen it, the hazard is asked about; further ones go at once")
    func asked() throws {
        let desk = try Desk(places: Self.places)
        desk.line("n noise @sunshine garden p1")
        let incident = try #require(newest(desk))
        desk.line("D 3A12 \(incident.id.rawValue)")
        #expect(desk.units(on: incident.id).isEmpty)
        desk.shows("gas bottles")
        desk.type("n")
        #expect(desk.units(on: incident.id).isEmpty)
        desk.line("D 3A12 \(incident.id.rawValue)")
        desk.type("y")
        #expect(desk.units(on: incident.id) == [District.a12], "\(desk.text)")
        desk.line("D 3A14 \(incident.id.rawValue)")
        #expect(desk.units(on: incident.id) == [District.a12, District.a14], "\(desk.text)")
        try desk.checkFold()
    }

    @Test("What has ended is not shown, and without places nothing is asked")
    func ended() throws {
        let desk = try Desk(places: Self.places)
        desk.line("n noise @sunshine garden p1")
        desk.pass(.seconds(60 * 86_400))
        let incident = try #require(newest(desk))
        desk.line("D 3A12 \(incident.id.rawValue)")
        #expect(desk.units(on: incident.id) == [District.a12], "\(desk.text)")
        desk.hides("gas bottles")
    }
}
