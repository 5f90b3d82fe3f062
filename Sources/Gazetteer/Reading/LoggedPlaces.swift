import DispatchModel
import Formats

/// Makes places out of the addresses of recorded calls: blocks of streets with their house numbers, crossings, and whatever
/// else has a name, each where its calls lie in the middle and in the beat that most of them name.
package struct LoggedPlaces {
    private struct Key: Hashable {
        var kind: PlaceKind
        var name: String
        var numbers: HouseNumbers?
    }

    private struct Sum {
        var north: Int64 = 0
        var east: Int64 = 0
        var points: Int64 = 0
        var chinese = ""
        var beats: [String: Int] = [:]
    }

    private var sums: [Key: Sum] = [:]
    private var order: [Key] = []

    /// No call taken in.
    package init() {}

    /// Takes the place of a call in.
    package mutating func add(_ place: Place, beat: String) {
        guard let address = LoggedAddress(place.text) else { return }
        let key = Key(kind: address.kind, name: address.name, numbers: address.numbers)
        if sums[key] == nil { order.append(key) }
        var sum = sums[key] ?? Sum()
        if let point = place.point, !point.isAtZero {
            sum.north += point.latitudeMicrodegrees
            sum.east += point.longitudeMicrodegrees
            sum.points += 1
        }
        if address.numbers == nil, !place.chinese.isEmpty { sum.chinese = place.chinese }
        if !beat.isEmpty { sum.beats[beat, default: 0] += 1 }
        sums[key] = sum
    }

    /// The places, in the order of their names and numbers.
    package var records: [PlaceRecord] {
        order.sorted {
            ($0.name, $0.kind.rawValue, $0.numbers?.from ?? -1) < ($1.name, $1.kind.rawValue, $1.numbers?.from ?? -1)
        }.map { key in
            let sum = sums[key] ?? Sum()
            let point =
                sum.points == 0
                ? nil
                : GeoPoint(
                    latitudeMicrodegrees: sum.north / sum.points, longitudeMicrodegrees: sum.east / sum.points)
            let beat = sum.beats.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
            return PlaceRecord(
                kind: key.kind, names: BilingualText(recorded: key.name, sum.chinese), numbers: key.numbers,
                point: point, beat: beat)
        }
    }
}

/// An address as call logs write it.
package struct LoggedAddress: Hashable, Sendable {
    /// What it is of.
    package var kind: PlaceKind
    /// The street, the crossing or the name.
    package var name: String
    /// The numbers of its block; nil for none.
    package var numbers: HouseNumbers?

    /// Takes `92XX BLOCK OF RAINIER AV S`, `1200 Block of PINE ST`, `S KING ST / 8 AV S`, `POWELL ST & E SPRUCE ST`, `12 Elm St`
    /// and any other name apart; nil for none.
    package init?(_ text: String) {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !trimmed.isEmpty, trimmed.utf8.count <= PlaceReader.nameLimit else { return nil }
        let words = trimmed.split(separator: " ").map(String.init)
        if trimmed.contains("/") || trimmed.contains("&") {
            let streets = trimmed.split { $0 == "/" || $0 == "&" }.map { String($0.trimmingBlanks) }.filter {
                !$0.isEmpty
            }
            (kind, name, numbers) = (.crossing, streets.joined(separator: " / "), nil)
            return
        }
        let isBlock = words.count > 3 && words[1].lowercased() == "block" && words[2].lowercased() == "of"
        let rest = words.dropFirst(isBlock ? 3 : 1).joined(separator: " ")
        if words.count > 1, let range = Self.range(words[0], isBlock: isBlock), !rest.isEmpty {
            (kind, name, numbers) = (.street, rest, range)
            return
        }
        let isStreet = words.count > 1 && PlaceWords.isStreetWord(words[words.count - 1])
        (kind, name, numbers) = (isStreet ? .street : .landmark, trimmed, nil)
    }

    private static func range(_ word: String, isBlock: Bool) -> HouseNumbers? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard let value = Int(digits) else { return nil }
        let rest = word.dropFirst(digits.count).lowercased()
        if rest == "xx" { return HouseNumbers(from: value * 100, to: value * 100 + 99) }
        guard rest.isEmpty else { return nil }
        // 7 Av is a street, 7 Elm St a house; a block says so.
        return isBlock ? HouseNumbers(from: value / 100 * 100, to: value / 100 * 100 + 99) : nil
    }
}

/// Writes places as the CSV that ``PlaceReader`` reads.
package enum PlaceCSV {
    /// The first line and one for each place.
    package static func text(_ records: [PlaceRecord]) -> String {
        var lines = [PlaceTable.header]
        lines.reserveCapacity(records.count + 1)
        for record in records {
            let fields =
                names(record) + numbers(record.numbers) + point(record.point) + point(record.end) + [record.beat]
            lines.append(fields.map(quoted).joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func names(_ record: PlaceRecord) -> [String] {
        let isOne = record.names.english == record.names.chinese
        let chinese = isOne ? "" : record.names.chinese
        return [record.kind.word, record.names.english, chinese, record.aliases.joined(separator: ";")]
    }

    private static func numbers(_ numbers: HouseNumbers?) -> [String] {
        guard let numbers else { return ["", "", ""] }
        return ["\(numbers.from)", "\(numbers.to)", side(numbers.side)]
    }

    private static func point(_ point: GeoPoint?) -> [String] {
        [degrees(point?.latitudeMicrodegrees), degrees(point?.longitudeMicrodegrees)]
    }

    private static func side(_ side: HouseNumbers.Side) -> String {
        switch side {
        case .both: ""
        case .odd: "odd"
        case .even: "even"
        }
    }

    private static func degrees(_ value: Int64?) -> String {
        guard let value else { return "" }
        let rest = String(value.magnitude % 1_000_000)
        let padded = String(repeating: "0", count: 6 - rest.count) + rest
        return "\(value < 0 ? "-" : "")\(value.magnitude / 1_000_000).\(padded)"
    }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
