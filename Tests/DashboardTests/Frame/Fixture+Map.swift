import DispatchModel
import DispatchPolicy
import Ground
import Maps

@testable import Dashboard

extension Fixture {
    /// Opens the map over a ground made of the beats' middles, with a blind spot and a post.
    mutating func openMap() {
        var builder = GroundBuilder(name: "made up")
        let centres = board.beats.elements.compactMap { beat in
            beat.centre.map { MadeUpGround.Centre(code: beat.beat, at: WorldPoint($0)) }
        }
        let things = board.incidents.elements.compactMap { $0.place.point.map { WorldPoint($0) } }
        for cell in MadeUpGround.cells(of: centres, within: things + centres.map(\.at)) {
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
