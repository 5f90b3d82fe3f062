import Core
import DispatchModel
import TerminalKit
import Themes
import Wording

extension Console {
    /// Draws what is recorded as it stands now.
    func draw() {
        let now = now
        let wall = surroundings.wall()
        settleText()
        if grid.size != screen.size { grid = Grid(size: screen.size) }
        if held == nil { refreshLists() }
        refreshTimeline()
        refreshEarlier()
        refreshStrip(now: now)
        refreshTrouble(now: now)
        refreshBottom(steady: surroundings.steady())
        grid.fill(Rect(grid.size), style: theme.style(.text))
        info = drawConsole(
            board: board, view: view, strip: strip, words: words, theme: theme, glyphs: screen.glyphs, now: now,
            blinkOn: wall.rawValue / 250 % 2 == 0, into: &grid)
        screen.present(grid, cursor: info.cursor.map { (column: $0.column, row: $0.row) })
        surroundings.drawn()
        rememberMeanings()
        noteHeard()
        (lastDrawn, lastDrawnWall) = (surroundings.steady(), wall)
        isUnseen = false
        isDirty = places.isBehind
    }

    /// What the last caller said stands first in the detail: whose detail was drawn, their words were heard. What has left the
    /// board or closed asks for nobody's ear.
    private func noteHeard() {
        guard !view.unheard.isEmpty else { return }
        if case .incident(let id)? = view.subject, info.visibleRows[.detail] ?? 0 > 2, view.detailOffset == 0 {
            view.unheard.remove(id)
        }
        view.unheard = view.unheard.filter { board.incidents[$0]?.isOpen == true }
    }

    /// Brings the lists up to date and keeps every selection on its thing.
    func refreshLists() {
        refreshPresentCalls()
        let now = now
        let board = board
        var shown = ListFilters()
        // The wall is for everybody in the room: nothing is left out of it.
        if view.wall != listedForWall { touched = .all }
        listedForWall = view.wall
        let filters = view.wall ? [:] : filters
        if let filter = filters[.dispatch] {
            shown.incidents = { filter.matches($0, on: board, now: now) }
        }
        if let filter = filters[.patrol] {
            shown.patrol = { filter.matches($0, on: board, now: now) }
        }
        if let filter = filters[.quickResponse] {
            shown.quickResponse = { filter.matches($0, on: board, now: now) }
        }
        if let filter = filters[.alerts] {
            shown.alerts = { filter.matches($0, on: board, now: now) }
        }
        view.refresh(board: board, touched: touched, filters: shown)
        places.note(touched, board: board)
        touched.clear()
        keepMarks()
        view.settle(size: screen.size)
        selectMade()
        showOwnCall()
        tellLostSelection()
        ownChanges.clear()
    }

    /// The selected thing went away: its neighbour is selected now, and that is said. Of a list without the keys it is said
    /// once it gets them.
    func tellLostSelection() {
        switch view.focus {
        case .dispatch:
            guard let id = take(&view.incidentList.selectionLost) else { return }
            // What an own order closed has left as it was told to.
            if ownChanges.incidents.contains(id), board.incidents[id]?.isOpen != true { return }
            selectionWasLost(words.number(id), .dispatch)
        case .patrol, .quickResponse:
            let isPatrol = view.focus == .patrol
            guard let id = isPatrol ? take(&view.patrolList.selectionLost) : take(&view.quickResponseList.selectionLost)
            else { return }
            selectionWasLost(words.callsign(id, on: board), view.focus)
        case .alerts:
            guard let id = take(&view.alertList.selectionLost), !ownChanges.alerts.contains(id) else { return }
            selectionMoved = surroundings.steady()
        case .feeds: view.feedList.selectionLost = nil
        case .activity, .scorecard, .detail: return
        }
    }

    private func take<ID>(_ lost: inout ID?) -> ID? {
        defer { lost = nil }
        return lost
    }

    /// While a filter is being typed things leave the list all the time, and nobody is surprised.
    private func selectionWasLost(_ name: String, _ pane: PaneName) {
        guard layers.isEmpty, !isInThePast else { return }
        selectionMoved = surroundings.steady()
        if message?.text.kind != .error { say(.info, words.selectionLeft(name)) }
    }

    private func refreshTimeline() {
        let subject = view.subject
        let positions = subject.map(historyPositions) ?? []
        let mark = (subject, Int(positions.last ?? 0), positions.count)
        guard mark != drawnTimeline else { return }
        if mark.0 != drawnTimeline.subject { view.detailOffset = 0 }
        drawnTimeline = mark
        view.timeline = positions.isEmpty ? [] : records(at: Array(positions.suffix(Console.timelineLimit)))
    }

    /// Events by their positions. Where what is decided is shown, the newest of them may not be on disk yet.
    private func records(at positions: [JournalPosition]) -> [EventRecord] {
        let waiting = core.unrecorded.filter { positions.contains($0.position) }
        guard let first = waiting.first?.position else { return surroundings.records(positions) }
        return surroundings.records(positions.filter { $0 < first }) + waiting
    }

    /// The most events read for one timeline.
    static let timelineLimit = 100

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

    /// Keeps the meaning of what can be acted on, as it was drawn: commands are checked against it.
    private func rememberMeanings() {
        if !core.isWriting { expected.removeAll(keepingCapacity: true) }
        drawn.removeAll(keepingCapacity: true)
        // Held in one hand: what hands out the board makes a copy of it each time.
        let board = board
        for id in view.incidentList.inSight + view.incidentList.marked { remember(.incident(id), on: board) }
        for id in view.patrolList.inSight + view.patrolList.marked { remember(.unit(id), on: board) }
        for id in view.quickResponseList.inSight + view.quickResponseList.marked { remember(.unit(id), on: board) }
        if let id = view.incidentList.selected { remember(.incident(id), on: board) }
        if let subject = view.subject { remember(subject, on: board) }
        drawnAlerts.removeAll(keepingCapacity: true)
        for id in view.alertList.inSight { drawnAlerts[id] = board.alerts[id] }
        if let id = view.alertList.selected { drawnAlerts[id] = board.alerts[id] }
    }

    private func remember(_ subject: Subject, on board: Board) {
        drawn[subject] = Console.meaning(subject, on: board)
        // A unit's key may be about its incident.
        if case .unit(let id) = subject, let incident = board.units.read(id, { $0.incident }) ?? nil {
            drawn[.incident(incident)] = Console.meaning(.incident(incident), on: board)
        }
    }

    /// A text of the journal in the language of the screen.
    func text(_ text: BilingualText) -> String {
        text[words.language]
    }
}
