import DispatchModel
import DispatchPolicy
import Formats
import Foundation
import TestSupport
import Testing

@testable import Gazetteer

/// An address as a call named it.
struct CalledAddress: Hashable {
    var text: String
    var point: GeoPoint
    var beat: String
}

/// How callers and dispatchers get an address wrong, each the same way every time.
enum SlipRule: Int, CaseIterable {
    /// It is typed right, and its block is not in the gazetteer.
    case leftOut
    case vowelMissing
    case lettersSwapped
    case letterReplaced
    case letterDoubled
    case allVowelsMissing
    case numberDropped
    case otherStreetWord
    case writtenOut

    /// An address as it is typed under this rule.
    func typed(_ text: String, _ random: inout Seeded) -> String {
        var words = text.split(separator: " ").map(String.init)
        guard
            let place = words.indices.filter({
                words[$0].allSatisfy(\.isLetter) && !["BLOCK", "OF"].contains(words[$0].uppercased())
            })
            .max(by: { words[$0].count < words[$1].count })
        else { return text }
        var letters = Array(words[place])
        let inside = letters.indices.dropFirst()
        switch self {
        case .leftOut: return text
        case .vowelMissing:
            if let vowel = inside.filter({ "AEIOUaeiou".contains(letters[$0]) }).randomElement(using: &random) {
                letters.remove(at: vowel)
            }
        case .lettersSwapped:
            if letters.count > 3 { letters.swapAt(letters.count / 2, letters.count / 2 - 1) }
        case .letterReplaced: if letters.count > 3 { letters[letters.count / 2] = "Q" }
        case .letterDoubled: if letters.count > 2 { letters.insert(letters[letters.count / 2], at: letters.count / 2) }
        case .allVowelsMissing:
            if letters.filter({ !"AEIOUaeiou".contains($0) }).count > 3 {
                letters = [letters[0]] + letters.dropFirst().filter { !"AEIOUaeiou".contains($0) }
            }
        case .numberDropped:
            let rest = words.firstIndex { $0.uppercased() == "OF" }.map { words[($0 + 1)...] } ?? words[...]
            return rest.joined(separator: " ").lowercased()
        case .otherStreetWord:
            if let index = words.lastIndex(where: { Self.others[$0.uppercased()] != nil }) {
                words[index] = Self.others[words[index].uppercased()] ?? words[index]
            }
            return words.joined(separator: " ")
        case .writtenOut:
            return words.map { Self.long[$0.uppercased()] ?? $0 }.joined(separator: " ").lowercased()
                .replacing(" / ", with: " and ")
        }
        words[place] = String(letters)
        return words.joined(separator: " ")
    }

    private static let others = [
        "ST": "AVE", "AV": "ST", "AVE": "ST", "RD": "LN", "BLVD": "AVE", "DR": "RD", "LN": "DR", "WAY": "ST",
    ]
    private static let long = [
        "ST": "street", "AV": "avenue", "AVE": "avenue", "RD": "road", "BLVD": "boulevard", "DR": "drive", "LN": "lane",
        "PL": "place", "CT": "court", "N": "north", "S": "south", "E": "east", "W": "west",
    ]
}

/// 200 addresses of calls, typed with slips, against a gazetteer of all the calls' addresses.
struct AddressTrial {
    var right = 0
    var wrong: [String] = []

    init(_ addresses: [CalledAddress], seed: UInt64) {
        var random = Seeded(seed)
        let distinct = Dictionary(grouping: addresses) { LoggedAddress($0.text) }
        let keys = distinct.keys.compactMap(\.self).sorted {
            ($0.name, $0.numbers?.from ?? -1) < ($1.name, $1.numbers?.from ?? -1)
        }
        let blocks = Dictionary(grouping: keys) { $0.name }
        let chosen = Array(keys.shuffled(using: &random).prefix(200))
        // Left out where the rest of its street is still there.
        let leftOut = Set(
            chosen.enumerated().filter { index, key in
                index % SlipRule.allCases.count == 0 && (blocks[key.name]?.count ?? 0) > 1
            }.map(\.element))
        var places = LoggedPlaces()
        for address in addresses where LoggedAddress(address.text).map({ !leftOut.contains($0) }) ?? false {
            places.add(Place(text: address.text, point: address.point), beat: address.beat)
        }
        var builder = GazetteerBuilder()
        for record in places.records { builder.add(record) }
        let gazetteer = builder.build()
        for (index, key) in chosen.enumerated() {
            guard let address = distinct[key]?.first else { continue }
            let rule = SlipRule.allCases[index % SlipRule.allCases.count]
            let typed = rule.typed(address.text, &random)
            let found = gazetteer.search(typed, limit: 3)
            if found.contains(where: { Self.isRight($0, key, address, hasNumber: rule != .numberDropped) }) {
                right += 1
            } else {
                wrong.append(
                    "\(rule): \(typed) (\(address.text)) gave \(found.map { "\($0.names.english) \($0.score)" })")
            }
        }
    }

    /// The street, crossing or name itself, and with a number within a quarter of a mile of where the call was.
    private static func isRight(
        _ match: PlaceMatch, _ key: LoggedAddress, _ address: CalledAddress, hasNumber: Bool
    ) -> Bool {
        guard
            PlaceKey(key.name)?.hash == PlaceKey(match.names.english)?.hash
                || match.names.english.hasSuffix(" " + key.name)
        else { return false }
        guard hasNumber, key.numbers != nil else { return true }
        return match.point.map { TravelModel.metres(from: $0, to: address.point) < 400 } ?? false
    }
}

@Suite("Addresses of calls, misspelt by rule or left out")
struct AddressTests {
    private func addresses(_ file: String, place: String, latitude: String, longitude: String, beat: String) throws
        -> [CalledAddress]?
    {
        guard let path = sharedData("data/calls/" + file) else { return nil }
        var reader = CSVReader(bytes: Array(try Data(contentsOf: URL(filePath: path))))
        guard case .row? = try reader.next() else { return [] }
        let header = (0..<reader.fieldCount).map { reader.text($0) }
        let columns = try [place, latitude, longitude, beat].map { try #require(header.firstIndex(of: $0)) }
        var found: [CalledAddress] = []
        while let step = try reader.next() {
            guard case .row = step else { continue }
            let fields = columns.map { reader.text($0) }
            // One column with both, or one each.
            let pair = fields[1].filter { !"() ".contains($0) }.split(separator: ",").compactMap { Double($0) }
            let degrees = pair.count == 2 ? pair : [Double(fields[1]), Double(fields[2])].compactMap(\.self)
            guard degrees.count == 2, let point = GeoPoint(latitude: degrees[0], longitude: degrees[1]) else {
                continue
            }
            found.append(CalledAddress(text: fields[0], point: point, beat: fields[3]))
        }
        return found
    }

    @Test(
        "Of 200 addresses the right one is among the first three in 95 of 100",
        arguments: [
            ("seattle_pd_911_2016-03-25.csv", "Hundred Block Location", "Latitude", "Longitude", "Zone/Beat"),
            ("sffd_units_2016-12-31_2017-01-04.csv", "Address", "Location", "Location", "Battalion"),
            ("montgomery_pa_911_2016_2017_sample.csv", "addr", "lat", "lng", "twp"),
        ])
    func real(file: String, place: String, latitude: String, longitude: String, beat: String) throws {
        guard let all = try addresses(file, place: place, latitude: latitude, longitude: longitude, beat: beat) else {
            return
        }
        let trial = AddressTrial(all, seed: 11)
        #expect(trial.right + trial.wrong.count == 200)
        #expect(trial.right >= 190, "\(file): \(trial.right) of 200\n\(trial.wrong.joined(separator: "\n"))")
    }

    @Test("The same of a town that does not exist")
    func madeUp() {
        var random = Seeded(21)
        let begins = [
            "Bram", "Cor", "Dal", "Fen", "Gar", "Hol", "Kin", "Lang", "Mar", "Nor", "Pem", "Quin", "Ros", "Sel", "Tam",
            "Wex",
        ]
        let ends = ["ton", "field", "bury", "wick", "mont", "dale", "ridge", "ford", "stead", "view"]
        let kinds = ["ST", "AVE", "RD", "BLVD", "DR"]
        let streets = begins.flatMap { begin in ends.map { "\(begin)\($0)".uppercased() } }.shuffled(using: &random)
            .prefix(70)
            .map { "\($0) \(kinds.randomElement(using: &random) ?? "ST")" }
        var all: [CalledAddress] = []
        for (row, street) in streets.enumerated() {
            for block in 1...8 {
                let point = City.point(40 + Double(row) / 500, 10 + Double(block) / 1000)
                all.append(CalledAddress(text: "\(block)XX BLOCK OF \(street)", point: point, beat: "B\(row / 10)"))
            }
            let other = streets[(row + 7) % streets.count]
            all.append(CalledAddress(text: "\(street) / \(other)", point: City.point(41, 10), beat: "B\(row / 10)"))
        }
        let trial = AddressTrial(all, seed: 12)
        #expect(trial.right >= 190, "\(trial.right) of 200\n\(trial.wrong.joined(separator: "\n"))")
    }

    @Test(
        "Addresses are taken apart as logs write them",
        arguments: [
            ("92XX BLOCK OF RAINIER AV S", PlaceKind.street, "RAINIER AV S", 9200, 9299),
            ("1200 Block of PINE ST", .street, "PINE ST", 1200, 1299),
            ("0 Block of BALCETA AVE", .street, "BALCETA AVE", 0, 99),
            ("S KING ST / 8 AV S", .crossing, "S KING ST / 8 AV S", -1, -1),
            ("POWELL ST & E SPRUCE ST", .crossing, "POWELL ST / E SPRUCE ST", -1, -1),
            ("7 AV", .street, "7 AV", -1, -1), ("City Hall", .landmark, "City Hall", -1, -1),
        ])
    func apart(text: String, kind: PlaceKind, name: String, from: Int, to: Int) throws {
        let address = try #require(LoggedAddress(text))
        #expect(address.kind == kind && address.name == name)
        #expect(address.numbers == HouseNumbers(from: from, to: to))
    }

    @Test("Calls of one address give one place, in their middle and in the beat that most name")
    func middle() {
        var places = LoggedPlaces()
        for (latitude, beat) in [(1.0, "A"), (1.2, "B"), (1.1, "B")] {
            places.add(Place(text: "12XX BLOCK OF ELM ST", point: City.point(latitude, 5)), beat: beat)
        }
        places.add(Place(text: "12XX BLOCK OF ELM ST", point: City.point(0, 0)), beat: "")
        places.add(Place(text: "  "), beat: "A")
        #expect(
            places.records == [
                PlaceRecord(
                    kind: .street, names: BilingualText("ELM ST", "ELM ST"),
                    numbers: HouseNumbers(from: 1200, to: 1299),
                    point: City.point(1.1, 5), beat: "B")
            ])
    }
}
