import DispatchModel
import DispatchPolicy
import Formats
import Gazetteer
import Testing
import Wording

@Suite("Places that the room knows by name, on the line and in fields")
struct NamedPlaceTests {
    private static func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude) ?? GeoPoint()
    }

    private static func record(
        _ kind: PlaceKind, _ english: String, _ chinese: String = "", _ beat: String, _ latitude: Double,
        numbers: HouseNumbers? = nil
    ) -> PlaceRecord {
        PlaceRecord(
            kind: kind, names: BilingualText(recorded: english, chinese), numbers: numbers,
            point: point(latitude, -122.4), beat: beat)
    }

    private static let places: Gazetteer = {
        var builder = GazetteerBuilder()
        for record in [
            record(.street, "PINE ST", "", "B02", 37.79, numbers: HouseNumbers(from: 1200, to: 1299)),
            record(.crossing, "MISSION ST / 5TH ST", "", "B07", 37.78), record(.street, "MAIN ST", "", "B02", 37.70),
            record(.street, "MAIN ST", "", "B07", 37.71), record(.compound, "Sunshine Garden", "阳光花园", "B07", 37.72),
        ] { builder.add(record) }
        let hazard = PlaceHazard(
            place: BilingualText("1250 Pine St", "1250 Pine St"), words: BilingualText("gas bottles", "有煤气罐"),
            source: "survey", until: CivilDate(year: 2023, month: 11, day: 14))
        return builder.build(hazards: PlaceHazards([hazard]))
    }()

    private static func context(_ language: Language = .english) -> LineContext {
        var context = City.context(language)
        context.places = places
        return context
    }

    private func created(_ line: String, _ context: LineContext = context()) -> NewIncident? {
        guard case .commands(let commands, _) = LineGrammar.parse(line, in: context),
            case .create(let new)? = commands.first
        else { return nil }
        return new
    }

    @Test(
        "A name, a house number, a crossing and a point bring their point and beat",
        arguments: [
            ("1250 pine street", "1250 PINE ST", "B02"), ("5th & mission", "MISSION ST / 5TH ST", "B07"),
            ("阳光花园", "Sunshine Garden", "B07"), ("37.72, -122.40", "37.72, -122.40", "B07"),
        ])
    func taken(text: String, name: String, beat: String) throws {
        let new = try #require(created("n robbery @\"\(text)\" p2"))
        #expect(new.place.text == name && new.place.point != nil && new.beat == beat)
    }

    @Test("One name in two beats is asked, and each answer makes it", arguments: Language.allCases)
    func asked(language: Language) throws {
        let context = Self.context(language)
        guard case .ambiguous(let asked) = LineGrammar.parse("n robbery @main st p1", in: context) else {
            return #expect(Bool(false))
        }
        let made = asked.choices.compactMap { created($0.line, context) }
        #expect(made.map(\.beat).sorted() == ["B02", "B07"] && Set(made.map(\.place.point)).count == 2)
        #expect(created("n robbery @main st p1 b:B07")?.place.point == Self.point(37.71, -122.4))
        guard case .choices(_, let texts) = FieldReader(context).place("Main Street") else {
            return #expect(Bool(false))
        }
        for text in texts {
            guard case .value(let known) = FieldReader(context).place(text) else {
                return #expect(Bool(false), "\(text)")
            }
            #expect(known.place.point != nil && text.contains(known.beat))
        }
    }

    @Test("What comes near a name is asked with what it could be; in quotes it stays as typed")
    func near() throws {
        guard case .ambiguous(let asked) = LineGrammar.parse("n robbery @1250 pyne st", in: Self.context()) else {
            return #expect(Bool(false))
        }
        let first = try #require(asked.choices.first)
        #expect(created(first.line)?.place.point != nil && first.label.contains("1250 PINE ST"))
        #expect(created("n robbery @\"1250 pyne st\"")?.place == Place(text: "1250 pyne st"))
        #expect(created("n robbery @zzzzz qqqqq")?.place == Place(text: "zzzzz qqqqq"))
    }

    @Test("They are offered while they are typed, with beat and kind; of one name in two beats each")
    func offered() {
        func offers(_ line: String) -> [Completion] {
            LineGrammar.completions(line, cursor: line.count, in: Self.context())
        }
        #expect(offers("n robbery @1250 pi").first?.text == "@\"1250 PINE ST\"")
        #expect(offers("n robbery @mis").first?.description.contains("crossing") == true)
        let main = offers("n robbery @main").map(\.text)
        #expect(main.contains("@\"MAIN ST\" b:B02") && main.contains("@\"MAIN ST\" b:B07"))
        #expect(offers("PL 4805 yghy").isEmpty, "initials are of the language that is shown")
        #expect(FieldReader(Self.context(.chinese)).places(beginning: "yghy").first == "阳光花园")
        #expect(FieldReader(Self.context()).places(beginning: "1250 pine").first == "1250 PINE ST")
    }

    @Test("The line's preview begins with a hazard of the place, until its last day", arguments: Language.allCases)
    func hazard(language: Language) {
        let context = Self.context(language)
        guard case .commands(_, let preview) = LineGrammar.parse("n robbery @1250 pine st", in: context) else {
            return #expect(Bool(false))
        }
        #expect(preview.text.hasPrefix(language == .english ? "HAZARD" : "地点隐患"), "\(preview.text)")
        var later = context
        later.now = City.now + .seconds(86_400)
        guard case .commands(_, let after) = LineGrammar.parse("n robbery @1250 pine st", in: later) else {
            return #expect(Bool(false))
        }
        #expect(!after.text.contains("gas") && !after.text.contains("煤气"))
    }
}
