import DispatchModel
import DispatchPolicy
import Formats

extension Gazetteer {
    /// What a text means as a place; a door behind the address stays with it. What could mean several is never answered with the first of them.
    /// - Parameter beat: The beat that was given beside it; it tells places of one name apart.
    package func answer(_ text: String, beat: String = "") -> PlaceAnswer {
        if let typed = TypedPoint.read(text, in: box) { return point(typed, text) }
        let own = named(text, beat)
        switch own {
        case .one, .which: return own
        case .near, .none: break
        }
        guard let unit = HouseUnit(text) else { return own }
        switch named(unit.address, beat) {
        case .one(let match): return .one(match.with(unit))
        case .which(let matches): return .which(matches.map { $0.with(unit) })
        case .near, .none: return own
        }
    }

    private func named(_ text: String, _ beat: String) -> PlaceAnswer {
        // Typed to its end, the last word is whole.
        let found = search(text + " ", limit: 24)
        var same = Self.called(so: found)
        guard !same.isEmpty else { return found.isEmpty ? .none : .near(Array(found.prefix(8))) }
        if !beat.isEmpty {
            let own = same.filter { $0.beat.lowercased() == beat.lowercased() }
            if !own.isEmpty { same = own }
        }
        return same.count == 1 ? .one(same[0]) : .which(same)
    }

    /// Those whose name was typed, else those whose name was typed but for `St` or `Ave`; in a range of house numbers before
    /// beside one.
    private static func called(so found: [PlaceMatch]) -> [PlaceMatch] {
        let whole = found.filter { $0.reason == .whole }
        let all = whole.isEmpty ? found.filter { $0.reason == .named } : whole
        let inside = all.filter { !$0.isEstimated && !$0.isStreetOnly }
        return inside.isEmpty ? all : inside
    }

    private func point(_ typed: TypedPoint, _ text: String) -> PlaceAnswer {
        func match(_ point: GeoPoint) -> PlaceMatch {
            PlaceMatch(
                kind: .landmark, names: BilingualText(text, text), beat: beat(near: point), point: point,
                reason: .whole, isEstimated: false, isStreetOnly: false, score: 0, name: .max)
        }
        switch typed {
        case .one(let point): return .one(match(point))
        case .either(let north, let east):
            return .which(
                [north, east].map { point in
                    var match = match(point)
                    let shown = Self.written(point)
                    match.names = BilingualText(shown, shown)
                    return match
                })
        }
    }

    /// A point in an order that is read one way alone.
    package static func written(_ point: GeoPoint) -> String {
        func degrees(_ value: Int64, _ letters: (Character, Character)) -> String {
            let size = value.magnitude
            let rest = String(size % 1_000_000)
            let padded = String(repeating: "0", count: 6 - rest.count) + rest
            return "\(size / 1_000_000).\(padded)\(value < 0 ? letters.1 : letters.0)"
        }
        return degrees(point.latitudeMicrodegrees, ("N", "S")) + " " + degrees(point.longitudeMicrodegrees, ("E", "W"))
    }

    /// The beat of the outline that a point lies in, else that of the nearest place within 300 m; empty where neither is known.
    package func beat(near point: GeoPoint) -> String {
        if let own = outlines.beat(at: point) { return own }
        var (nearest, metres) = ("", 300.0)
        let reach = Int32(3000)
        let (latitude, longitude) = (
            Int32(clamping: point.latitudeMicrodegrees), Int32(clamping: point.longitudeMicrodegrees)
        )
        for entry in entries where entry.hasPoint && entry.beat != 0 {
            guard abs(entry.latitude - latitude) < reach, abs(entry.longitude - longitude) < 3 * reach,
                let own = entry.point
            else { continue }
            let distance = TravelModel.metres(from: own, to: point)
            if distance < metres { (nearest, metres) = (beats[Int(entry.beat)], distance) }
        }
        return nearest
    }
}

extension PlaceMatch {
    /// The same with the door behind its names.
    fileprivate func with(_ unit: HouseUnit) -> PlaceMatch {
        var match = self
        match.names = BilingualText(unit.added(to: names.english), unit.added(to: names.chinese))
        return match
    }
}
