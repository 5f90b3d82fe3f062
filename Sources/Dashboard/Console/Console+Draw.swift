import Core
import DispatchModel
import TerminalKit
import Themes
import Wording

extension Console {
    /// Draws what is recorded as it stands now. Painting changes nothing but the screen: what is painted is brought up to
    /// date before it, and what the person has seen is noted behind it.
    func draw() {
        let (now, wall) = (now, surroundings.wall())
        refresh(now: now)
        painter.paint(board: board, view: view, words: words, now: now, wall: wall)
        surroundings.drawn()
        rememberMeanings()
        view.paneWidths.merge(painter.info.paneWidths) { $1 }
        noteHeard()
        painter.painted(
            steady: surroundings.steady(), wall: wall,
            isBehind: attention.detail.places.isBehind && !detailEvents.looksAtPlacesWhenIdle)
    }

    /// Brings everything that is drawn up to date. Where the console is driven in steps the lists follow each step instead.
    private func refresh(now: Timestamp) {
        settleText()
        if !run.isStepped { refreshLists() }
        detailEvents.refreshTimeline()
        detailEvents.refreshEarlier()
        hazardsHere.refresh()
        statusRefresh.refreshStrip(now: now)
        statusRefresh.refreshTrouble(now: now)
        refreshBottom(steady: surroundings.steady())
    }

    /// What the bottom line says: what is being typed, what was said, or the keys that help.
    private func refreshBottom(steady: Timestamp) {
        if let prompt {
            view.bottom = .input(prompt.line)
        } else {
            teller.refresh(at: steady)
            view.bottom = teller.notice.map { .message($0) } ?? .hints(keyHints.hints())
        }
        let waits =
            view.banner.map(\.isOfTour) ?? true || layers.hasNoPopup
            ? [] : [Notice(.warning, words.exercise.messageWaits)]
        let open = openNotices
        let found = open.prefix(1).map {
            Notice($0.kind, words.fault($0.text, of: open.count))
        }
        view.notices = waits + orders.lost + found
        guard var popup = layers.popup else { return }
        popup.refresh(on: self)
        layers.open(popup)
        if !popup.hints.isEmpty, view.bottom.isHints { view.bottom = .hints(popup.hints) }
    }

    /// What the last caller said stands first in the detail: whose detail was drawn, their words were heard. What has left the
    /// board or closed asks for nobody's ear.
    private func noteHeard() {
        guard !view.unheard.isEmpty else { return }
        if case .incident(let id)? = view.subject, painter.info.visibleRows[.detail] ?? 0 > 2, view.detailOffset == 0 {
            view.unheard.remove(id)
        }
        view.unheard = view.unheard.filter { board.incidents[$0]?.isOpen == true }
    }

    /// Brings the lists up to date and keeps every selection on its thing.
    func refreshLists() {
        journey.refreshPresentCalls()
        let now = now
        let board = board
        view.map.stands = Layout.hasMap(screen.size)
        var shown = ListFilters()
        let filters = view.filters
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
        view.incidents.language = words.language
        view.refresh(board: board, touched: view.touched, filters: shown)
        attention.detail.places.note(view.touched, board: board)
        attention.attainment.note(view.touched, board: board)
        view.touched.clear()
        view.keepMarks(on: board)
        view.settle(size: screen.size)
        orderOutcomes.selectMade()
        emergencyCalls.showOwn()
        tellLostSelection()
        orders.changes.clear()
    }

    /// The selected thing went away: its neighbour is selected now, and that is said. Of a list without the keys it is said
    /// once it gets them.
    func tellLostSelection() {
        let lost = view.focus.room.takeLost(in: &view)
        // The detail of what is gone does not become that of its neighbour.
        if lost != nil, view.focus != .detail { layers.closeDetail() }
        switch lost {
        case .incident(let id)?:
            // What an own order closed has left as it was told to.
            if orders.changes.incidents.contains(id), board.incidents[id]?.isOpen != true { return }
            selectionWasLost(words.number(id))
        case .unit(let id)?: selectionWasLost(words.callsign(id, on: board))
        case .alert(let id)?:
            if !orders.changes.alerts.contains(id) { keyboard.selectionMoved(at: surroundings.steady()) }
        case .feed?, nil: return
        }
    }

    /// While a filter is being typed things leave the list all the time, and nobody is surprised.
    private func selectionWasLost(_ name: String) {
        guard layers.asksNothing, !isInThePast else { return }
        keyboard.selectionMoved(at: surroundings.steady())
        if teller.notice?.kind == .error { return }
        say(.info, view.focus == .map ? words.map.leftTheMap(name) : words.selectionLeft(name))
    }

    /// Keeps the meaning of what can be acted on, as it was drawn: commands are checked against it.
    private func rememberMeanings() {
        orders.forgetDrawn(isWriting: core.isWriting)
        // Held in one hand: what hands out the board makes a copy of it each time.
        let board = board
        for id in view.incidentList.inSight + view.incidentList.marked { orders.noteDrawn(.incident(id), on: board) }
        for id in view.patrolList.inSight + view.patrolList.marked { orders.noteDrawn(.unit(id), on: board) }
        for id in view.quickResponseList.inSight + view.quickResponseList.marked {
            orders.noteDrawn(.unit(id), on: board)
        }
        if let id = view.incidentList.selected { orders.noteDrawn(.incident(id), on: board) }
        if let subject = view.subject { orders.noteDrawn(subject, on: board) }
        for id in view.alertList.inSight { orders.noteDrawn(alert: id, on: board) }
        if let id = view.alertList.selected { orders.noteDrawn(alert: id, on: board) }
    }
}
