import DispatchModel
import DispatchPolicy

/// Every incident on the board by its place, kept in step with the board a little at a time, and what was last looked up.
struct PlacesSeen {
    var history = PlaceHistory()
    /// Incidents that are still to be looked at, after opening a board or moving in time.
    private var waiting: ArraySlice<IncidentID> = []
    /// What the list in the detail was made for.
    private var shownFor: (incident: IncidentID, place: Place, version: Int)?

    /// The most incidents looked at for one frame.
    static let frameStep = 500
    /// The most incidents looked at between two looks at the keyboard.
    static let idleStep = 100

    /// True while some of the board has not been looked at.
    var isBehind: Bool { !waiting.isEmpty }
    /// True while more has not been looked at than is looked at for one frame.
    var isFarBehind: Bool { waiting.count > PlacesSeen.frameStep }

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

    /// Looks at so many of what has not been looked at.
    mutating func catchUp(_ step: Int, board: Board) {
        guard isBehind else { return }
        for id in waiting.prefix(step) { history.note(id, board.incidents[id]) }
        waiting = waiting.dropFirst(step)
    }

    /// What happened at the place of an incident before; nil when that was looked up last, and neither its place nor what is
    /// known of places has changed since.
    mutating func earlier(than incident: Incident, on board: Board) -> EarlierHere? {
        if let last = shownFor, last == (incident.id, incident.place, history.version) { return nil }
        shownFor = (incident.id, incident.place, history.version)
        let found = history.earlier(than: incident, on: board, limit: PlacesSeen.earlierLimit)
        return EarlierHere(incident: incident.id, shown: found.shown, more: found.more)
    }

    /// What happened at a place until a time, whatever is selected; nothing for a place without words.
    func earlier(at place: Place, until now: Timestamp, on board: Board, limit: Int) -> (shown: [IncidentID], more: Int)
    {
        guard !place.allWords.allSatisfy(\.isWhitespace) else { return ([], 0) }
        // What is being entered is newer than everything there is.
        let entered = Incident(id: IncidentID(rawValue: .max), place: place, received: now)
        return history.earlier(than: entered, on: board, limit: limit)
    }

    /// The list in the detail is gone.
    mutating func forgetShown() { shownFor = nil }

    /// The most earlier incidents that the detail names.
    private static let earlierLimit = 5
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

/// What the detail shows beside the board, brought up to date: events, and what happened at the place before.
struct DetailEvents: ConsolePart {
    let console: Console

    /// Reads the events of the selected thing, if it is another one or something happened to it.
    func refreshTimeline() {
        let subject = console.view.subject
        let positions = subject.map(historyPositions) ?? []
        let (isNew, isOther) = console.attention.detail.isNew(subject, positions)
        guard isNew else { return }
        if isOther { console.view.detailOffset = 0 }
        console.view.timeline =
            positions.isEmpty ? [] : records(at: Array(positions.suffix(DetailEvents.timelineLimit)))
    }

    /// Events by their positions. Where what is decided is shown, the newest of them may not be on disk yet.
    private func records(at positions: [JournalPosition]) -> [EventRecord] {
        let waiting = core.unrecorded.filter { positions.contains($0.position) }
        guard let first = waiting.first?.position else { return console.surroundings.records(positions) }
        return console.surroundings.records(positions.filter { $0 < first }) + waiting
    }

    /// The most events read for one timeline.
    private static let timelineLimit = 100

    private func historyPositions(of subject: Subject) -> [JournalPosition] {
        switch subject {
        case .incident(let id): board.incidents[id]?.history ?? []
        case .unit(let id): board.units[id]?.history ?? []
        case .alert(let id):
            board.alerts[id].flatMap { alert in
                alert.incident.flatMap { board.incidents[$0]?.history }
                    ?? alert.unit.flatMap { board.units[$0]?.history }
            } ?? []
        case .feed: []
        }
    }

    // MARK: What happened at the place before

    /// Looks up what happened at the place of the selected incident before: only when the selection, its place or what
    /// is known of places has changed.
    func refreshEarlier() {
        if !looksAtPlacesWhenIdle || !console.attention.detail.places.isFarBehind {
            console.attention.detail.places.catchUp(PlacesSeen.frameStep, board: board)
        }
        guard case .incident(let id)? = console.view.subject, let incident = board.incidents[id] else {
            console.view.earlier = nil
            console.attention.detail.places.forgetShown()
            return
        }
        if let found = console.attention.detail.places.earlier(than: incident, on: board) {
            console.view.earlier = found
        }
    }

    /// True while the run loop goes round by itself: many incidents are then looked at between the keys, which wait for
    /// none of it. Driven in steps they are looked at with each frame.
    var looksAtPlacesWhenIdle: Bool { !console.run.isStepped }

    /// Looks at some of the places that have not been looked at; the frame that tells what was found is the last one.
    func lookAtPlaces() {
        guard looksAtPlacesWhenIdle, console.attention.detail.places.isBehind else { return }
        console.attention.detail.places.catchUp(PlacesSeen.idleStep, board: board)
        if !console.attention.detail.places.isBehind { isDirty = true }
    }
}
