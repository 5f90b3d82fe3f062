import DispatchModel
import DispatchPolicy
import Testing
import Wording

/// One name, two places: no first match is taken in silence.
@Suite struct PlaceTests {
    static let north = GeoPoint(latitudeMicrodegrees: 37_800_000, longitudeMicrodegrees: -122_400_000)
    static let south = GeoPoint(latitudeMicrodegrees: 37_700_000, longitudeMicrodegrees: -122_400_000)

    private static let context: LineContext = {
        var context = City.context()
        for (number, beat, point) in [(5001, "B02", north), (5002, "B07", south), (5003, "B07", south)] {
            let reported = IncidentReported(
                incident: IncidentID(rawValue: UInt32(number)), type: "063", priority: .p4,
                place: Place(text: "Elm St 12", point: point), beat: beat, received: City.now,
                report: Report(number: Int64(number)))
            context.board.apply(
                EventRecord(
                    position: context.board.position + 1, at: City.now, actor: .dispatcher("wl"),
                    body: .incidentReported(reported)))
        }
        return context
    }()

    private func created(_ line: String) -> NewIncident? {
        guard case .commands(let commands, _) = LineGrammar.parse(line, in: PlaceTests.context),
            case .create(let new)? = commands.first
        else { return nil }
        return new
    }

    @Test func theBeatTellsThemApart() {
        #expect(created("n robbery @elm st 12 b:B02")?.place.point == PlaceTests.north)
        #expect(created("n robbery @elm st 12 b:B07")?.place.point == PlaceTests.south)
        guard
            case .ambiguous(let asked) = LineGrammar.parse(
                "n robbery @elm st 12 p2", in: PlaceTests.context)
        else {
            return #expect(Bool(false))
        }
        #expect(asked.choices.count == 2)
        for choice in asked.choices {
            let new = created(choice.line)
            #expect(
                new?.place.point == (new?.beat == "B02" ? PlaceTests.north : PlaceTests.south),
                "\(choice.line)")
        }
    }

    @Test("A beat's name or code as a place is its middle, in that beat", arguments: ["Harbour", "B11", "b11"])
    func beats(text: String) {
        var context = City.context()
        let beat = BeatDefined(beat: "B11", name: "Harbour", centre: PlaceTests.south)
        context.board.apply(
            EventRecord(
                position: context.board.position + 1, at: City.now, actor: .system, body: .beatDefined(beat)))
        guard case .commands(let commands, _) = LineGrammar.parse("n robbery @\(text)", in: context),
            case .create(let new)? = commands.first
        else { return #expect(Bool(false)) }
        #expect(new.place == Place(text: "Harbour", point: PlaceTests.south))
        #expect(new.beat == "B11")
    }

    @Test func whereNoBeatFitsThereIsNoPoint() {
        #expect(
            created("n robbery @elm st 12 b:B39") == nil
                || created("n robbery @elm st 12 b:B39")?.place.point == nil)
        guard
            case .commands(let commands, _) = LineGrammar.parse(
                "PL 4805 elm st 12", in: PlaceTests.context),
            case .triage(_, let change)? = commands.first
        else { return #expect(Bool(false)) }
        #expect(change.place?.point == PlaceTests.north, "the incident's own beat is B02")
    }

    @Test func theFormReadsThemAlike() {
        let reader = FieldReader(PlaceTests.context)
        guard case .choices(_, let texts) = reader.place("Elm St 12") else {
            return #expect(Bool(false))
        }
        #expect(texts.count == 2)
        for text in texts {
            guard case .value(let known) = reader.place(text) else { return #expect(Bool(false)) }
            #expect(known.place.point == (known.beat == "B02" ? PlaceTests.north : PlaceTests.south))
            #expect(known.place.text.lowercased() == "elm st 12")
        }
        guard case .value(let known) = reader.place("Elm St 12", beat: "B07") else {
            return #expect(Bool(false))
        }
        #expect(known.place.point == PlaceTests.south)
    }
}
