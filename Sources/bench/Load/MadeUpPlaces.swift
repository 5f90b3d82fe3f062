import DispatchModel
import Gazetteer
import SimulationKit

/// A made-up country of places, two fifths of them parts of streets, a fifth each crossings, landmarks and compounds with Chinese
/// names; some names are frequent and most are rare.
struct MadeUpPlaces {
    /// The places.
    private(set) var records: [PlaceRecord] = []
    private var stream: RandomStream
    private var words: [String] = []

    /// The same seed, the same places.
    init(count: Int, seed: UInt64) {
        stream = RandomStream(seed: seed)
        words = (0..<max(100, count / 16)).map { _ in word() }
        let streets = (0..<max(1, count / 20)).map { _ in
            Self.directions[whole(7)] + words[skewed(words.count)] + " " + Self.kinds[skewed(8)]
        }
        records.reserveCapacity(count)
        for index in 0..<count { records.append(record(index, of: count, streets)) }
    }

    private mutating func record(_ index: Int, of count: Int, _ streets: [String]) -> PlaceRecord {
        let beat = "B\(whole(60))"
        let point = GeoPoint(
            latitudeMicrodegrees: Int64(47_500_000 + whole(200_000)),
            longitudeMicrodegrees: Int64(-122_400_000 + whole(200_000)))
        func record(_ kind: PlaceKind, _ name: String, _ numbers: HouseNumbers? = nil) -> PlaceRecord {
            PlaceRecord(kind: kind, names: BilingualText(name, name), numbers: numbers, point: point, beat: beat)
        }
        switch index % 5 {
        case 0, 1:
            let street = index * streets.count / count
            let block = 100 * (1 + index % 8)
            return record(.street, streets[street], HouseNumbers(from: block, to: block + 99))
        case 2: return record(.crossing, streets[whole(streets.count)] + " / " + streets[whole(streets.count)])
        case 3:
            let name = words[skewed(words.count)] + " " + words[whole(words.count)] + " " + Self.things[whole(10)]
            return record(.landmark, name)
        default:
            let name = (0..<(3 + whole(3))).map { _ in String(Self.characters[whole(Self.characters.count)]) }.joined()
            return record(.compound, name + "小区")
        }
    }

    /// Names and addresses as they are typed, every third with a slip, every fifth as the initials of a Chinese name.
    mutating func typed(_ count: Int) -> [String] {
        (0..<count).map { index in
            let record = records[whole(records.count)]
            if index % 5 == 4 { return (0..<4).map { _ in String(Self.initials[whole(Self.initials.count)]) }.joined() }
            let number = record.numbers.map { "\($0.from + 12) " } ?? ""
            let name = number + record.names.english
            return index % 3 == 1 ? slipped(name) : name
        }
    }

    private mutating func slipped(_ text: String) -> String {
        var letters = Array(text)
        guard letters.count > 3 else { return text }
        let place = 1 + whole(letters.count - 2)
        switch whole(4) {
        case 0: letters.remove(at: place)
        case 1: letters.swapAt(place, place - 1)
        case 2: letters[place] = "x"
        default: letters.insert("e", at: place)
        }
        return String(letters)
    }

    private mutating func word() -> String {
        var word = ""
        for _ in 0..<(2 + whole(2)) { word += Self.consonants[whole(21)] + Self.vowels[whole(8)] }
        if whole(2) == 0 { word += Self.ends[whole(6)] }
        return word.capitalized
    }

    private mutating func whole(_ limit: Int) -> Int { min(limit - 1, Int(stream.uniform() * Double(limit))) }

    /// The smaller of two: the first ones are the frequent ones.
    private mutating func skewed(_ limit: Int) -> Int { min(whole(limit), whole(limit)) }

    private static let consonants = [
        "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w",
    ]
    private static let vowels = ["a", "e", "i", "o", "u", "ai", "ea", "oo"]
    private static let ends = ["n", "r", "s", "ton", "ley", "field"]
    private static let kinds = ["St", "Ave", "Rd", "Blvd", "Dr", "Ln", "Ct", "Way"]
    private static let directions = ["", "", "", "N ", "S ", "E ", "W "]
    private static let things = [
        "School", "Park", "Station", "Hospital", "Market", "Tower", "Library", "Church", "Hotel", "Bank",
    ]
    private static let characters = Array("滨河路解放和平人民建设中山北京上海东西南大江湖山花园新村苑城华金银龙凤福禄寿春夏秋冬阳光明珠翠竹兰桂松柏")
    private static let initials = Array("bhljfpszxdnq")
}
