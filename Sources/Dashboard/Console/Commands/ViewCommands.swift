import DispatchModel
import Formats
import TerminalKit
import Wording

/// What is seen of the board and how: order, filters, looks, the clipboard.
struct ViewCommands: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        switch name {
        case .sort: argument.isEmpty ? openSortMenu() : sort(console.view.paneWithKeys, named: argument)
        case .sortReverse: reverseSort(console.view.paneWithKeys)
        case .filter: filter(argument)
        case .clearFilter: showEverything()
        case .freeze: toggleFreeze()
        case .copy: copy()
        case .demand: DemandView.open(on: console)
        case .zoomPane: zoom()
        case .detail: console.view.focus == .detail ? navigation.focus(console.view.returnFocus) : showDetail()
        case .activity: navigation.focus(console.view.focus == .activity ? console.view.returnFocus : .activity)
        case .showNew: console.run(.top)
        case .view: viewDesk.run(argument)
        case .columns: viewDesk.chooseColumns(argument)
        case .theme: themeDesk.run(argument)
        case .locale: chooseLanguage(argument)
        case .redraw: screen.invalidate()
        case .findNext, .findPrevious: find(forward: name == .findNext)
        default: return untaken(name)
        }
    }

    /// The detail keeps showing what was selected when it got the keys.
    private func showDetail() {
        let subject = console.view.subject
        navigation.focus(.detail)
        console.view.detailSubject = subject
    }

    /// A detail over the whole screen gives it back, too.
    private func zoom() {
        if layers.showsDetail { return layers.closeDetail() }
        console.view.zoomed = console.view.zoomed == nil ? console.view.focus : nil
    }

    private func toggleFreeze() {
        if console.view.frozenSince == nil {
            console.view.freeze(at: now)
            say(.warning, words.message(.frozen))
        } else {
            console.view.thaw()
            say(.info, words.message(.unfrozen))
        }
    }

    private func chooseLanguage(_ argument: String) {
        guard let language = argument.isEmpty ? words.language.next : Language(localeName: argument) else {
            return say(.warning, words.message(.notFound(argument)))
        }
        console.settings.language = language
        words.language = language
        console.view.touched = .all
        console.attention.detail.forgetTimeline()
        say(.info, words.message(.language))
    }

    /// The marked rows, else what is selected, as text for the clipboard.
    private func copy() {
        guard let subjects = copied() else { return }
        let lines = subjects.map(text).filter { !$0.isEmpty }
        guard !lines.isEmpty else { return say(.warning, words.message(.nothingSelected)) }
        let mark = board.mode.mode == .exercise ? "\(words.mode(.exercise)): " : ""
        switch screen.copyToClipboard(lines.map { Sanitiser.visible(mark + $0) }.joined(separator: "\n")) {
        case .copied: say(.good, words.message(.copied(lines: lines.count)))
        case .tooLarge(let limit): say(.error, words.message(.copyRefused(limit: limit)))
        case .unavailable(let why): say(.error, words.copyUnavailable(why))
        }
    }

    /// What is to be copied; nil, and said, when some of it is marked and out of sight.
    private func copied() -> [Subject]? {
        // Of a pane without things of its own nothing is copied but what it shows.
        let subject = console.view.focus.room.meant(in: console.view)
        let selected = subject.map { [$0] } ?? []
        switch subject {
        case .incident? where !targets.meansOneAlone && !console.view.incidentList.marked.isEmpty:
            let meant = targets.meantIncidents()
            return meant.isEmpty ? nil : meant.map { .incident($0.id) }
        case .unit? where !targets.meantUnits.isEmpty:
            return targets.areMarkedUnitsUnseen() ? nil : targets.meantUnits.map { .unit($0) }
        default: return selected
        }
    }

    /// A thing as a line of text.
    private func text(_ subject: Subject) -> String {
        switch subject {
        case .incident(let id):
            board.incidents[id].map { words.incident($0, on: board) + " · " + $0.place[words.language] } ?? ""
        case .unit(let id): board.units[id].map { "\($0.callsign) · \(words.status($0.status))" } ?? ""
        case .alert(let id): board.alerts[id].map { words.alert($0, on: board, now: now) } ?? ""
        case .feed(let name):
            console.view.feeds[name].map { "\(name) · \(words.feed(words.condition(of: $0, now: presentNow)))" } ?? ""
        }
    }

    // MARK: Order

    private func openSortMenu() {
        let pane = console.view.paneWithKeys
        let columns = pane.room.sortColumns
        guard !columns.isEmpty else { return say(.info, words.nothingToSort) }
        let choice = SortChoice(pane: pane)
        MenuView.open(words.sortTitle(of: pane), columns.map { words.header($0) }, choice, on: console)
    }

    private func sort(_ pane: PaneName, named name: String) {
        let column = pane.room.sortColumns.first { $0.rawValue == name || words.header($0) == name }
        guard let column else { return say(.warning, words.message(.notFound(name))) }
        sort(pane, by: column)
    }

    /// Sorts a pane; by the column it is sorted by already, the order turns round.
    func sort(_ pane: PaneName, by column: ColumnName) {
        if pane.room.sort(by: column, in: &console.view) { tellSort(pane) }
    }

    private func reverseSort(_ pane: PaneName) {
        pane.room.reverse(in: &console.view)
        tellSort(pane)
    }

    private func tellSort(_ pane: PaneName) {
        guard let order = pane.room.order(in: console.view) else { return say(.info, words.nothingToSort) }
        say(.info, words.message(.sorted(order.column, reversed: order.isReversed)))
    }

    // MARK: Filtering

    /// `/`: a search in the activity log, a filter in a list.
    private func filter(_ argument: String) {
        let pane = console.view.paneWithKeys
        if pane == .activity { return search(argument) }
        guard pane.room.isFiltered else { return say(.info, words.nothingToFilter(pane)) }
        let before = console.view.filterTexts[pane] ?? ""
        if argument.isEmpty { return ask(FilterLine(pane: pane, before: before), text: before) }
        if let error = setFilter(argument, for: pane) { say(.error, error) }
    }

    private func search(_ argument: String) {
        guard !argument.isEmpty else { return ask(FindEventLine(before: console.view.activitySearch.text)) }
        _ = look(for: argument)
        find(forward: true, orHere: true)
    }

    /// `F`: everything is shown again, wherever something is left out.
    private func showEverything() {
        let panes = PaneName.tabs.filter { console.view.filters[$0] != nil }
        let wasHidden = console.view.alerts.showsHidden
        guard !panes.isEmpty || wasHidden else { return say(.info, words.nothingFiltered) }
        for pane in panes { _ = setFilter("", for: pane) }
        if wasHidden { alertCommands.showHidden(false) }
        say(.info, words.filtersTakenAway(panes))
    }

    /// Gives a pane a filter; empty takes it away. A filter that cannot be understood is refused, with why, and the old one
    /// stays.
    func setFilter(_ text: String, for pane: PaneName) -> String? {
        guard pane.room.isFiltered else { return nil }
        if text.allSatisfy(\.isWhitespace) {
            console.view.filters[pane] = nil
            console.view.filterTexts[pane] = nil
        } else {
            switch Filter.parse(text, words: words) {
            case .success(let filter):
                console.view.filters[pane] = filter
                console.view.filterTexts[pane] = text
            case .failure(let error): return words.lineFailure(error.message, error.remedy)
            }
        }
        console.view.touched = .all
        isDirty = true
        return nil
    }
}

/// Sorts a pane by the chosen column.
struct SortChoice: MenuChoice {
    let pane: PaneName

    func choose(_ line: Int, on console: Console) { console.viewCommands.sort(pane, by: pane.room.sortColumns[line]) }
}
