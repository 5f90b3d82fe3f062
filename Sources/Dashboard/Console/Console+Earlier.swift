import DispatchModel
import DispatchPolicy

/// Every incident on the board by its place, kept in step with the board a little at a time, and what was last looked up.
struct PlacesSeen {
    var history = PlaceHistory()
    /// Incidents that are still to be looked at, after opening a board or moving in time.
    private var waiting: ArraySlice<IncidentID> = []
    /// What the list in the detail was made for.
    var shownFor: (incident: IncidentID, place: Place, version: Int)?

    /// The most incidents looked at between two frames: a millisecond's work.
    private static let step = 500

    /// True while some of the board has not been looked at.
    var isBehind: Bool { !waiting.isEmpty }

    /// Takes notice of what has changed.
    mutating func note(_ touched: Touched, board: Board) {
        // What has left the board leaves no event: when that has piled up, everything is looked at anew.
        if touched.everything || history.count > 2 * board.incidents.count + 1000 {
            history = PlaceHistory()
            waiting = board.incidents.elements.map(\.id)[...]
        } else {
            for id in touched.incidents { history.note(id, board.incidents[id]) }
        }
    }

    /// Looks at some of what has not been looked at.
    mutating func catchUp(board: Board) {
        guard isBehind else { return }
        for id in waiting.prefix(PlacesSeen.step) { history.note(id, board.incidents[id]) }
        waiting = waiting.dropFirst(PlacesSeen.step)
    }
}

extension Console {
    /// Looks up what happened at the place of the selected incident before: only when the selection, its place or what
    /// is known of places has changed.
    func refreshEarlier() {
        places.catchUp(board: board)
        guard case .incident(let id)? = view.subject, let incident = board.incidents[id] else {
            view.earlier = nil
            places.shownFor = nil
            return
        }
        let version = places.history.version
        if let last = places.shownFor, last == (id, incident.place, version) { return }
        places.shownFor = (id, incident.place, version)
        let found = places.history.earlier(than: incident, on: board, limit: Console.earlierLimit)
        view.earlier = EarlierHere(incident: id, shown: found.shown, more: found.more)
    }

    /// The most earlier incidents that the detail names.
    static let earlierLimit = 5
}
