import DispatchModel
import DispatchPolicy
import Ground
import Maps

@testable import Dashboard

extension Fixture {
    /// Opens the map over a ground made of the beats' middles, with a blind spot and a post.
    mutating func openMap() {
        var builder = GroundBuilder(name: "made up")
        var places: [String: [WorldPoint]] = [:]
        for incident in board.incidents.elements {
            if let point = incident.place.point { places[incident.beat, default: []].append(WorldPoint(point)) }
        }
        let centres = places.sorted { $0.key < $1.key }.map { MadeUpGround.Centre(code: $0.key, at: $0.value[0]) }
        let units = board.units.elements.compactMap { board.position(of: $0).map { WorldPoint($0.point) } }
        for cell in MadeUpGround.cells(of: centres, within: places.values.flatMap { $0 } + units) {
            builder.add(beat: cell.code, rings: [cell.ring])
        }
        if let first = centres.first?.at {
            builder.add(blindSpot: first, metres: 400)
            builder.posts = [Ground.Site(name: "Ferry gate", at: first)]
        }
        view.map.use(builder.build(sources: []), travel: TravelModel())
        view.focus = .map
        view.map.enter(from: view.incidentList.selected.map(MapThingID.incident))
        refresh()
    }
}
