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

/// What the detail shows beside the board: the events of the selected thing, and what happened at its place before.
struct DetailLookup {
    /// Every incident on the board by its place.
    var places = PlacesSeen()
    /// What the timeline was last read for.
    private var timeline: (subject: Subject?, last: JournalPosition, count: Int) = (nil, -1, 0)

    /// True, once, when the timeline is to be read: of another thing, or since something happened to it. `isOther` tells
    /// the two apart.
    mutating func isNew(_ subject: Subject?, _ positions: [JournalPosition]) -> (isNew: Bool, isOther: Bool) {
        let wanted = (subject, positions.last ?? 0, positions.count)
        guard wanted != timeline else { return (false, false) }
        defer { timeline = wanted }
        return (true, subject != timeline.subject)
    }

    /// The timeline is read anew, as in another language.
    mutating func forgetTimeline() { timeline = (nil, -1, 0) }
}

extension Console {
    /// Looks up what happened at the place of the selected incident before: only when the selection, its place or what
    /// is known of places has changed.
    func refreshEarlier() {
        detail.places.catchUp(board: board)
        guard case .incident(let id)? = view.subject, let incident = board.incidents[id] else {
            view.earlier = nil
            detail.places.shownFor = nil
            return
        }
        let version = detail.places.history.version
        if let last = detail.places.shownFor, last == (id, incident.place, version) { return }
        detail.places.shownFor = (id, incident.place, version)
        let found = detail.places.history.earlier(than: incident, on: board, limit: Console.earlierLimit)
        view.earlier = EarlierHere(incident: id, shown: found.shown, more: found.more)
    }

    /// The most earlier incidents that the detail names.
    static let earlierLimit = 5
}
