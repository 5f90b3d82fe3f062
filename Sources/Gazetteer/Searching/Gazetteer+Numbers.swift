import DispatchModel
import DispatchPolicy

extension Gazetteer {
    /// The places of a name: one for each beat it lies in, at a house number where one was typed.
    func matches(
        of name: UInt32, _ number: PlaceQuery.HouseNumber?, _ reason: PlaceReason, _ score: Int
    ) -> [PlaceMatch] {
        guard let number else { return plain(name, reason, score) }
        let parts = entries(of: name)
        let inside = parts.filter { $0.hasNumbers && $0.from <= number.to && number.from <= $0.to && $0.has(number) }
        if !inside.isEmpty { return inside.map { match(name, number, $0, at: $0.point(of: number), reason, score) } }
        guard parts.contains(where: \.hasNumbers) else {
            return plain(name, reason, score + 10).map { plain in
                var match = plain
                match.names = shown(name, number)
                match.isStreetOnly = true
                return match
            }
        }
        return beside(name, number, parts.filter(\.hasNumbers), reason, score + 6)
    }

    /// A number that no range has lies between the ones before and behind it, or at the street's end. Where these are in
    /// two beats it could be either.
    private func beside(
        _ name: UInt32, _ number: PlaceQuery.HouseNumber, _ parts: [Entry], _ reason: PlaceReason, _ score: Int
    ) -> [PlaceMatch] {
        let before = parts.filter { $0.to < number.from || $0.from <= number.from }.max { $0.to < $1.to }
        let behind = parts.filter { $0.from > number.from }.min { $0.from < $1.from }
        var point = before?.endPoint ?? behind?.point
        if let low = before?.endPoint, let high = behind?.point, let before, let behind, behind.from > before.to {
            let middle = Double(number.from + number.to) / 2
            point = Self.between(low, high, (middle - Double(before.to)) / Double(behind.from - before.to))
        }
        var found: [PlaceMatch] = []
        for part in [before, behind].compactMap(\.self)
        where !found.contains(where: { $0.beat == beats[Int(part.beat)] }) {
            var match = match(name, number, part, at: point, reason, score)
            match.isEstimated = true
            found.append(match)
        }
        return found
    }

    /// A name without a number: for each beat the place in the middle of its parts there.
    private func plain(_ name: UInt32, _ reason: PlaceReason, _ score: Int) -> [PlaceMatch] {
        let parts = entries(of: name)
        var (order, groups): ([UInt16], [UInt16: [Entry]]) = ([], [:])
        for part in parts {
            if groups[part.beat] == nil { order.append(part.beat) }
            groups[part.beat, default: []].append(part)
        }
        let isStreet = names[Int(name)].kind == .street
        return order.flatMap { beat -> [PlaceMatch] in
            let own = groups[beat] ?? []
            // Parts of a street are one place in a beat; what else is called the same and lies apart is not.
            let shown = isStreet ? [own[own.count / 2]] : Self.apart(own)
            return shown.map { part in
                PlaceMatch(
                    kind: names[Int(name)].kind, names: text(name), beat: beats[Int(beat)], point: part.middle,
                    reason: reason, isEstimated: false, isStreetOnly: false, score: score, name: name)
            }
        }
    }

    private func match(
        _ name: UInt32, _ number: PlaceQuery.HouseNumber, _ part: Entry, at point: GeoPoint?, _ reason: PlaceReason,
        _ score: Int
    ) -> PlaceMatch {
        PlaceMatch(
            kind: .street, names: shown(name, number), beat: beats[Int(part.beat)], point: point, reason: reason,
            isEstimated: false, isStreetOnly: false, score: score, name: name)
    }

    /// A street with a house number, as each language writes it.
    private func shown(_ name: UInt32, _ number: PlaceQuery.HouseNumber) -> BilingualText {
        let text = text(name)
        return BilingualText(Self.written(text.english, number), Self.written(text.chinese, number))
    }

    private static func written(_ street: String, _ number: PlaceQuery.HouseNumber) -> String {
        let isHan = street.unicodeScalars.contains { $0.value >= 0x3400 && $0.value < 0xA000 }
        if isHan { return "\(street)\(number.shown)号" }
        return number.isBlock ? "\(number.from) BLOCK OF \(street)" : "\(number.shown) \(street)"
    }

    /// Those of some places that lie apart from each other.
    private static func apart(_ parts: [Entry]) -> [Entry] {
        var found: [Entry] = []
        for part in parts {
            guard let point = part.point else { continue }
            let isNew = found.allSatisfy { other in
                other.point.map { TravelModel.metres(from: $0, to: point) > sameWithin } ?? true
            }
            if isNew { found.append(part) }
        }
        return found.isEmpty ? Array(parts.prefix(1)) : found
    }

    /// Points of one name this near, in metres, are one place.
    private static let sameWithin = 250.0

    /// The point so far along the way from one to another.
    static func between(_ low: GeoPoint, _ high: GeoPoint, _ part: Double) -> GeoPoint {
        func along(_ from: Int64, _ to: Int64) -> Int64 { from + Int64((Double(to - from) * part).rounded()) }
        return GeoPoint(
            latitudeMicrodegrees: along(low.latitudeMicrodegrees, high.latitudeMicrodegrees),
            longitudeMicrodegrees: along(low.longitudeMicrodegrees, high.longitudeMicrodegrees))
    }
}

extension Gazetteer.Entry {
    /// True when a number is on its side of the street.
    func has(_ number: PlaceQuery.HouseNumber) -> Bool {
        switch side {
        case .both: true
        case .odd: number.isBlock || number.from % 2 == 1
        case .even: number.isBlock || number.from % 2 == 0
        }
    }

    /// Where its highest number is.
    var endPoint: GeoPoint? {
        hasPoint
            ? GeoPoint(latitudeMicrodegrees: Int64(endLatitude), longitudeMicrodegrees: Int64(endLongitude)) : nil
    }

    /// Where its middle is.
    var middle: GeoPoint? {
        guard let point, let endPoint else { return nil }
        return Gazetteer.between(point, endPoint, 0.5)
    }

    /// Where a number of its range lies; of a block the middle of what lies in the range.
    func point(of number: PlaceQuery.HouseNumber) -> GeoPoint? {
        guard let point, let endPoint else { return nil }
        guard to > from else { return middle }
        let (low, high) = (max(from, number.from), min(to, number.to))
        let place = Double(low + high) / 2
        return Gazetteer.between(point, endPoint, (place - Double(from)) / Double(to - from))
    }
}
