import DispatchModel
import TestSupport
import Testing

@testable import Gazetteer

@Suite("Places found as somebody types")
struct PlaceSearchTests {
    @Test(
        "The right one stands first",
        arguments: [
            ("p", "PINE ST"), ("pin", "PINE ST"), ("pine st", "PINE ST"), ("Pine Street", "PINE ST"),
            ("pine stre", "PINE ST"),
            ("pine av", "PINE AVE"), ("pine lo", "Pine Lodge"), ("1250 Pine St", "1250 PINE ST"),
            ("1250 pine", "1250 PINE ST"), ("12XX BLOCK OF PINE ST", "1200 BLOCK OF PINE ST"),
            ("1200 block of pine st", "1200 BLOCK OF PINE ST"), ("Pine St 1250", "1250 PINE ST"),
            ("o'farrell", "O'FARRELL ST"), ("ofarrell st", "O'FARRELL ST"), ("cafe muller", "Café Müller"),
            ("5th st", "5TH ST"), ("fifth st", "5TH ST"), ("5 st", "5TH ST"), ("12 5th St", "12 5TH ST"),
            ("pier 39", "Pier 39"),
            ("5th / mission", "MISSION ST / 5TH ST"), ("mission & 5th", "MISSION ST / 5TH ST"),
            ("Mission St at 5th St", "MISSION ST / 5TH ST"), ("5TH ST @ MISSION ST", "MISSION ST / 5TH ST"),
            ("mission and fifth", "MISSION ST / 5TH ST"), ("8th ave s / king", "S KING ST / 8 AV S"),
            ("rainier ave south", "RAINIER AV S"), ("city hall", "City Hall / 市政厅"), ("civic cen", "City Hall / 市政厅"),
            ("老市府", "City Hall / 市政厅"), ("市政", "City Hall / 市政厅"), ("滨河", "Riverside Rd / 滨河路"),
            ("滨河路12号", "12 Riverside Rd / 滨河路12号"), ("12 riverside", "12 Riverside Rd / 滨河路12号"),
            ("bhl", "Riverside Rd / 滨河路"), ("bhl12", "12 Riverside Rd / 滨河路12号"), ("yghy", "Sunshine Garden / 阳光花园"),
            ("花园", "Sunshine Garden / 阳光花园"), ("cqds", "重庆大厦"), ("zqds", "重庆大厦"), ("ＰＩＮＥ ＳＴ", "PINE ST"),
        ])
    func first(typed: String, name: String) {
        #expect(City.names(typed).first == name, "\(City.names(typed, 6))")
    }

    @Test(
        "Slips are forgiven: a letter left out, put in, replaced, swapped, all vowels, the wrong sort of street",
        arguments: [
            ("mision st", "MISSION ST"), ("misssion st", "MISSION ST"), ("mizsion st", "MISSION ST"),
            ("imssion st", "MISSION ST"),
            ("mssn st", "MISSION ST"), ("ranier av s", "RAINIER AV S"), ("rainier st s", "RAINIER AV S"),
            ("9234 ranier ave", "9234 RAINIER AV S"), ("piine av", "PINE AVE"), ("farrell", "O'FARRELL ST"),
            ("ofarel st", "O'FARRELL ST"), ("5th / mision", "MISSION ST / 5TH ST"),
            ("harbuor school", "Harbour School"),
            ("阳光花苑", "Sunshine Garden / 阳光花园"), ("sunshien garden", "Sunshine Garden / 阳光花园"),
        ])
    func slips(typed: String, name: String) {
        #expect(City.names(typed).contains(name), "\(City.names(typed, 6))")
    }

    @Test("What is called just so stands before what begins so, and that before slips; the order is always the same")
    func order() {
        let found = City.gazetteer.search("pine", limit: 20)
        #expect(found.prefix(3).map(\.names.english) == ["PINE ST", "PINE ST", "PINE AVE"])
        #expect(found == City.gazetteer.search("pine", limit: 20))
        for typed in ["p", "pine", "mision", "5th / mis", "阳光", "bhl", "12 main"] {
            let scores = City.gazetteer.search(typed, limit: 20).map(\.score)
            #expect(scores == scores.sorted(), "\(typed)")
        }
        let exact = City.gazetteer.search("main st", limit: 20)
        #expect(exact.first?.reason == .whole)
        #expect(City.gazetteer.search("mani st", limit: 20).first?.reason == .slip)
        #expect(City.gazetteer.search("bhl", limit: 20).first?.reason == .initials)
    }

    @Test(
        "Nothing is found for nothing, signs and hostile text, and nothing breaks",
        arguments: [
            "", " ", "/", "&&&", "+", "\u{0}", "\u{1B}[31m", String(repeating: "a", count: 5000), "号", "12号",
            "\u{FFFD}",
            String(repeating: "st ", count: 200), "é", "🚒", "1", "'", "的", "zzzzzzzz qqqqqqq",
        ])
    func nothing(typed: String) {
        let found = City.gazetteer.search(typed)
        #expect(found.count <= 8)
        _ = City.gazetteer.answer(typed)
    }

    @Test("An empty gazetteer finds nothing")
    func empty() {
        let none = GazetteerBuilder().build()
        #expect(none.isEmpty && none.search("pine").isEmpty && none.answer("pine") == .none)
    }

    @Test("Every beginning of every name finds it")
    func everyKey() {
        for record in City.records {
            let name = record.names.english
            for length in 3...max(3, name.count) {
                let typed = String(name.prefix(length))
                #expect(
                    City.gazetteer.search(typed, limit: 24).contains { $0.names.english == name }, "\(typed) of \(name)"
                )
            }
        }
    }
}

@Suite("House numbers")
struct HouseNumberTests {
    private func first(_ typed: String) -> PlaceMatch? { City.gazetteer.search(typed).first }

    @Test("A number in a range lies where the range says, its beginning to its end")
    func interpolated() throws {
        let low = try #require(first("1200 pine st")?.point)
        let high = try #require(first("1299 pine st")?.point)
        let middle = try #require(first("1250 pine st")?.point)
        #expect(low == City.point(37.790, -122.410) && high == City.point(37.790, -122.409))
        #expect(low.longitudeMicrodegrees < middle.longitudeMicrodegrees)
        #expect(middle.longitudeMicrodegrees < high.longitudeMicrodegrees)
        let block = try #require(first("12XX block of pine st")?.point)
        #expect(abs(block.longitudeMicrodegrees + 122_409_500) <= 10)
    }

    @Test(
        "A number between two ranges lies between them, and is said to be estimated; of either beat where they differ")
    func between() throws {
        let found = City.gazetteer.search("1450 pine st").filter { $0.names.english == "1450 PINE ST" }
        #expect(found.map(\.beat) == ["B1", "B2"] && found.allSatisfy(\.isEstimated))
        let point = try #require(found.first?.point)
        #expect(point.longitudeMicrodegrees > -122_408_000 && point.longitudeMicrodegrees < -122_407_000)
    }

    @Test("A number beyond the last range lies at its end; a street without numbers gives its own point")
    func beyond() {
        #expect(first("9999 pine st")?.isEstimated == true && first("9999 pine st")?.beat == "B2")
        var builder = GazetteerBuilder()
        builder.add(City.place(.street, "Long Rd", "", "B1", 1, 2))
        let found = builder.build().search("12 long rd").first
        #expect(found?.isStreetOnly == true && found?.point == City.point(1, 2) && found?.names.english == "12 Long Rd")
    }

    @Test("A number is looked for on its side of the street")
    func sides() {
        #expect(first("120 pine ave")?.isEstimated == false)
        #expect(first("121 pine ave")?.isEstimated == true)
    }
}

@Suite("What a place is meant by a text")
struct PlaceAnswerTests {
    private func answer(_ text: String, _ beat: String = "") -> PlaceAnswer { City.gazetteer.answer(text, beat: beat) }

    @Test(
        "A name that lies in one beat is that place, with its point and beat",
        arguments: [
            ("1250 Pine Street", "B1"), ("5th & Mission", "B1"), ("city hall", "B2"), ("市政厅", "B2"), ("滨河路12号", "L1"),
            ("1250 pine", "B1"), ("rainier", "S3"),
        ])
    func one(text: String, beat: String) {
        guard case .one(let match) = answer(text) else { return #expect(Bool(false), "\(text): \(answer(text))") }
        #expect(match.beat == beat && match.point != nil)
    }

    @Test(
        "A name in two beats always asks, and names both; the beat beside it answers",
        arguments: [
            ("main st", ["N1", "N2"]), ("12 MAIN ST", ["N1", "N2"]), ("harbour school", ["A1", "A2"]),
            ("pine st", ["B1", "B2"]),
            ("Main Street", ["N1", "N2"]), ("main", ["N1", "N2"]), ("1450 pine st", ["B1", "B2"]),
        ])
    func which(text: String, beats: [String]) {
        guard case .which(let matches) = answer(text) else { return #expect(Bool(false), "\(text): \(answer(text))") }
        #expect(matches.map(\.beat).sorted() == beats)
        for beat in beats {
            guard case .one(let match) = answer(text, beat) else { return #expect(Bool(false), "\(text) \(beat)") }
            #expect(match.beat == beat)
        }
        guard case .which = answer(text, "Z9") else { return #expect(Bool(false), "a beat it does not lie in") }
    }

    @Test("Every name that lies in two beats asks, in a town made up of them")
    func always() {
        var builder = GazetteerBuilder()
        var random = Seeded(5)
        var names: [String] = []
        for index in 0..<200 {
            let name =
                "\(["Oak", "Elm", "Ash", "Fir"][index % 4])\(["ton", "ley", "field", "wood", "by"][index / 4 % 5]) \(index) St"
            names.append(name)
            for beat in ["X1", "X2"] {
                let degrees = Double.random(in: 0...1, using: &random)
                builder.add(City.place(index % 2 == 0 ? .landmark : .street, name, "", beat, 40 + degrees, 10))
            }
        }
        let gazetteer = builder.build()
        for name in names {
            for written in [name, name.lowercased(), name.uppercased(), name.replacing(" St", with: " Street")] {
                guard case .which(let matches) = gazetteer.answer(written) else {
                    #expect(Bool(false), "\(written): \(gazetteer.answer(written))")
                    continue
                }
                #expect(Set(matches.map(\.beat)) == ["X1", "X2"])
            }
        }
    }

    @Test("What is called like nothing is told what is near it")
    func near() {
        guard case .near(let matches) = answer("mision st") else { return #expect(Bool(false)) }
        #expect(matches.first?.names.english == "MISSION ST")
        #expect(answer("qqqqqqqq") == .none)
    }

    @Test(
        "A door behind the address stays with it",
        arguments: [
            ("1250 Pine St apt 5", "1250 PINE ST, apt 5"), ("1250 pine street, Apt. 5B", "1250 PINE ST, Apt. 5B"),
            ("1250 Pine St #12", "1250 PINE ST, #12"), ("滨河路12号3栋201室", "滨河路12号3栋201室"),
            ("city hall room 200", "City Hall, room 200"),
        ])
    func doors(text: String, name: String) {
        guard case .one(let match) = answer(text) else { return #expect(Bool(false), "\(text): \(answer(text))") }
        #expect([match.names.english, match.names.chinese].contains(name), "\(match.names)")
        #expect(match.point != nil)
    }

    @Test("A point that is typed is a place, with the beat nearby")
    func points() {
        guard case .one(let match) = answer("37.7901, -122.4100") else { return #expect(Bool(false)) }
        #expect(match.point == City.point(37.7901, -122.41) && match.beat == "B1")
    }
}
