import Dispatch
import DispatchModel
import Foundation
import Ground
import Maps
import Shell
import Synchronization
import Wall

/// What lies under a wall's map. It is read beside the wall, which is up at once and stays whatever becomes of the files: they are
/// looked at every few seconds, read again once they have changed, and the last good ground stays while they are faulty.
final class WallGround: Sendable {
    private struct State {
        var ground = Ground()
        /// Which ground it is, by a number that changes with it.
        var number = 0
        /// Drawn lately, the newest last: the map has several places on the wall.
        var backdrops: [MapBackdrop] = []
        /// What is being drawn.
        var drawing: MapBackdrop.Key?
        var fault: String?
        /// True until the first reading has ended.
        var isFirst = true
        var isLooking = false
        var lookedAt: Timestamp?
        /// The files that were read, by what each was known by before it was.
        var marks: [String: FileMark] = [:]
    }

    /// How often the files are looked at.
    private static let every = Span.seconds(5)

    private let file: String?
    private let sections: [String?]
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "watchfloor.ground")
    private let isNamed: Bool
    private let isStill: Bool

    /// A ground of a file that was named; nil for that of the configuration folder, or of the section `[ground]` of one of the
    /// files that are used anyway, if there is one.
    init(_ file: String?, sections: [String?]) {
        (self.file, self.sections) = (file, sections)
        isStill = false
        isNamed = file != nil || Folders().configurationFile("ground.toml") != nil
    }

    /// A ground that stays as it is and is drawn at once, for a picture.
    init(still ground: Ground) {
        (file, sections, isNamed, isStill) = (nil, [], false, true)
        state.withLock { ($0.ground, $0.isFirst) = (ground, false) }
    }

    /// The last good ground, and its number.
    var newest: (number: Int, ground: Ground) { state.withLock { ($0.number, $0.ground) } }

    /// A ground as it was drawn for a view; nil while that is being done, which takes seconds for a large one.
    func backdrop(of ground: Ground, for key: MapBackdrop.Key, avoiding anchors: [WorldPoint]) -> MapBackdrop? {
        if isStill { return MapBackdrop(ground, for: key, avoiding: anchors) }
        let (known, isDue) = state.withLock { state -> (MapBackdrop?, Bool) in
            if let known = state.backdrops.last(where: { $0.key == key }) { return (known, false) }
            guard state.drawing == nil else { return (nil, false) }
            state.drawing = key
            return (nil, true)
        }
        if isDue {
            queue.async {
                let drawn = MapBackdrop(ground, for: key, avoiding: anchors)
                self.state.withLock { ($0.backdrops, $0.drawing) = ($0.backdrops.suffix(3) + [drawn], nil) }
            }
        }
        return known
    }

    /// What is to be said of it; looks at the files where it is time to.
    func note(at steady: Timestamp) -> WallGroundNote? {
        let isDue = state.withLock { state in
            guard !state.isLooking, state.lookedAt.map({ steady - $0 >= WallGround.every }) ?? true else {
                return false
            }
            (state.isLooking, state.lookedAt) = (true, steady)
            return true
        }
        if isDue { queue.async { self.look() } }
        return state.withLock { state in
            if let fault = state.fault { return .faulty(fault) }
            return state.isFirst && isNamed || state.drawing != nil ? .reading : nil
        }
    }

    /// The name of the area without radio that a place lies in.
    func blindSpot(at place: GeoPoint) -> String? {
        state.withLock { $0.ground.blindSpot(at: place)?.name }
    }

    private var path: String? { file ?? Folders().configurationFile("ground.toml") }

    /// Reads the files where they are not as they were.
    private func look() {
        let (marks, isFirst) = state.withLock { ($0.marks, $0.isFirst) }
        let files = Set(marks.keys).union([path].compactMap { $0 })
        guard isFirst || files.contains(where: { FileMark(of: $0) != marks[$0] }) else {
            return state.withLock { $0.isLooking = false }
        }
        let read = Mutex<[String: FileMark]>([:])
        var (ground, fault): (Ground?, String?) = (nil, nil)
        do {
            ground =
                try openGround(
                    file, folders: Folders(), sections: sections, isTold: false,
                    noting: { name in
                        // Before it is read, the first time that it is: what is saved meanwhile is read the next time.
                        let mark = FileMark(of: name)
                        read.withLock { marks in marks[name] = marks[name] ?? mark }
                    }) ?? Ground()
        } catch let failure as Failure {
            // The first of them is enough for a wall.
            fault = failure.message.split(separator: "\n").first.map(String.init) ?? failure.message
        } catch {
            fault = "\(error)"
        }
        let now = read.withLock { $0 }
        state.withLock { state in
            if let ground, ground.digest != state.ground.digest {
                (state.ground, state.number) = (ground, state.number + 1)
            }
            state.fault = fault
            (state.marks, state.isFirst, state.isLooking) = (now, false, false)
        }
    }
}
