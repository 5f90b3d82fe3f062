import DispatchModel
import Ground

extension DistrictModel {
    /// What lies under a map of the district: its beats by their outlines, or by the places that are nearest to each middle where
    /// it has none; the duty points of its units, and its blind spots.
    package var ground: Ground {
        var builder = GroundBuilder(name: name.both)
        if beats.contains(where: { !$0.outline.isEmpty }) {
            for beat in beats { builder.add(beat: beat.code, rings: beat.outline.map { $0.map { WorldPoint($0) } }) }
        } else {
            let centres = beats.map { MadeUpGround.Centre(code: $0.code, at: WorldPoint($0.centre)) }
            for cell in MadeUpGround.cells(of: centres, within: beats.flatMap(\.corners)) {
                builder.add(beat: cell.code, rings: [cell.ring])
            }
        }
        for spot in radio.blindSpots { builder.add(blindSpot: WorldPoint(spot.centre), metres: spot.metres) }
        var seen: Set<GeoPoint> = []
        for unit in units {
            guard let point = unit.dutyPoint.point, seen.insert(point).inserted else { continue }
            builder.posts.append(Ground.Site(name: unit.dutyPoint.allWords, at: WorldPoint(point)))
        }
        return builder.build(sources: [Array("\(id)\n\(beats)\n\(radio)".utf8)])
    }
}

extension DistrictBeat {
    /// The corners of its box.
    fileprivate var corners: [WorldPoint] {
        let box = box
        return [(box.north, box.west), (box.north, box.east), (box.south, box.west), (box.south, box.east)].map {
            WorldPoint(GeoPoint(latitudeMicrodegrees: $0.0, longitudeMicrodegrees: $0.1))
        }
    }
}
