import Dispatch
import DispatchModel
import Foundation
import Gazetteer
import Ground
import Shell
import Synchronization

/// The places of the room. They are read beside the console, which is up at once; their files are looked at every few seconds,
/// read again once they have changed, and the last good places stay while a file cannot be read.
final class WatchedPlaces: Sendable {
    private struct State {
        var places: Gazetteer?
        /// Something to be said once.
        var note: String?
        var isFirst = true
        var isLooking = false
        var lookedAt: Timestamp?
        /// The files that were read, by what each was known by before it was.
        var marks: [String: FileMark] = [:]
    }

    /// How often the files are looked at.
    private static let every = Span.seconds(5)

    private let file: String?
    private let ground: Ground?
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "watchfloor.places")

    /// The places of a file that was named; nil for those of the configuration folder. Over a ground places get its beats.
    init(_ file: String?, ground: Ground?) {
        (self.file, self.ground) = (file, ground)
    }

    /// The last good places; nil before they have been read, and where there are none. Looks at the files where it is time to.
    func newest(at steady: Timestamp) -> Gazetteer? {
        let isDue = state.withLock { state in
            guard !state.isLooking, state.lookedAt.map({ steady - $0 >= Self.every }) ?? true else { return false }
            (state.isLooking, state.lookedAt) = (true, steady)
            return true
        }
        if isDue { queue.async { self.look() } }
        return state.withLock { $0.places }
    }

    /// What went wrong with the files, once.
    func takeNote() -> String? {
        state.withLock { state in
            defer { state.note = nil }
            return state.note
        }
    }

    /// Reads the files where they are not as they were.
    private func look() {
        let (marks, isFirst) = state.withLock { ($0.marks, $0.isFirst) }
        let isChanged = marks.contains { FileMark(of: $0.key) != $0.value } || marks.isEmpty && !isFirst && isThere
        guard isFirst || isChanged else { return state.withLock { $0.isLooking = false } }
        let read = Mutex<[String: FileMark]>([:])
        var (places, note): (Gazetteer?, String?) = (nil, nil)
        var isRead = true
        do {
            let found = try readPlaces(file, folders: Folders(), ground: ground) { name in
                // Before it is read, the first time that it is: what is saved meanwhile is read the next time.
                let mark = FileMark(of: name)
                read.withLock { marks in marks[name] = marks[name] ?? mark }
            }
            places = found?.gazetteer
            if let found, let first = found.problemLines.first {
                note = say(
                    "places: \(found.problemCount) could not be taken; \(first); watchfloor places check tells all",
                    "地点：\(found.problemCount) 处未能采用；\(first)；可用 watchfloor places check 查看全部")
            }
        } catch let failure as Failure {
            (isRead, note) = (false, failure.message.split(separator: "\n").first.map(String.init))
        } catch {
            (isRead, note) = (false, "\(error)")
        }
        let now = read.withLock { $0 }
        let last = (places, note, isRead)
        state.withLock { state in
            if last.2 { state.places = last.0 }
            state.note = last.1
            (state.marks, state.isFirst, state.isLooking) = (now, false, false)
        }
    }

    /// True when a file of places has come into the configuration folder since.
    private var isThere: Bool {
        ["places.toml", "places.csv", "places.geojson", "hazards.csv"].contains {
            Folders().configurationFile($0) != nil
        }
    }
}
