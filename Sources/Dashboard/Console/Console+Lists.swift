import DispatchModel
import Wording

extension Console {
    func openSortMenu() {
        let columns = sortColumns(of: view.focus)
        guard !columns.isEmpty else { return say(.info, words.nothingToSort) }
        openMenu(words.sortTitle(of: view.focus), columns.map { words.header($0) }, .sort(view.focus))
    }

    func sortColumns(of pane: PaneName) -> [ColumnName] {
        switch pane {
        case .dispatch: IncidentSort.allCases.map(\.column)
        case .patrol, .quickResponse: UnitSort.allCases.map(\.column)
        case .alerts, .activity, .feeds, .scorecard, .detail: []
        }
    }

    func sort(_ pane: PaneName, named name: String) {
        guard let column = sortColumns(of: pane).first(where: { $0.rawValue == name || words.header($0) == name })
        else {
            return say(.warning, words.message(.notFound(name)))
        }
        sort(pane, by: column)
    }

    /// Sorts a pane; by the column it is sorted by already, the order turns round.
    func sort(_ pane: PaneName, by column: ColumnName) {
        switch pane {
        case .dispatch:
            guard let sort = IncidentSort(column: column) else { return }
            view.incidents.reversed = view.incidents.sort == sort && !view.incidents.reversed
            view.incidents.sort = sort
        case .patrol, .quickResponse:
            guard let sort = UnitSort(column: column) else { return }
            if pane == .patrol {
                view.patrol.reversed = view.patrol.sort == sort && !view.patrol.reversed
                view.patrol.sort = sort
            } else {
                view.quickResponse.reversed = view.quickResponse.sort == sort && !view.quickResponse.reversed
                view.quickResponse.sort = sort
            }
        case .alerts, .activity, .feeds, .scorecard, .detail: return
        }
        tellSort(pane)
    }

    func reverseSort(_ pane: PaneName) {
        switch pane {
        case .dispatch: view.incidents.reversed.toggle()
        case .patrol: view.patrol.reversed.toggle()
        case .quickResponse: view.quickResponse.reversed.toggle()
        case .alerts, .activity, .feeds, .scorecard, .detail: return say(.info, words.nothingToSort)
        }
        tellSort(pane)
    }

    private func tellSort(_ pane: PaneName) {
        switch pane {
        case .dispatch:
            say(.info, words.message(.sorted(view.incidents.sort.column, reversed: view.incidents.reversed)))
        case .patrol: say(.info, words.message(.sorted(view.patrol.sort.column, reversed: view.patrol.reversed)))
        case .quickResponse:
            say(.info, words.message(.sorted(view.quickResponse.sort.column, reversed: view.quickResponse.reversed)))
        case .alerts, .activity, .feeds, .scorecard, .detail: return
        }
    }

    // MARK: Filtering

    /// `/`: a search in the help, a filter in a list.
    func filter(_ argument: String) {
        if case .help = view.overlay { return ask(.find) }
        if view.overlay.isFiltered { return ask(.filterRows) }
        let pane = view.focus
        guard Console.filtered.contains(pane) else { return say(.info, words.nothingToFilter(pane)) }
        if argument.isEmpty { return ask(.filter(pane), text: view.filterTexts[pane] ?? "") }
        setFilter(argument, for: pane)
    }

    /// The panes whose lists can be filtered.
    private static let filtered: [PaneName] = [.dispatch, .patrol, .quickResponse, .alerts]

    /// `F`: everything is shown again, wherever something is left out.
    func showEverything() {
        if view.overlay.isFiltered { return filterRows("") }
        let panes = Console.filtered.filter { filters[$0] != nil }
        let wasHidden = view.alerts.showsHidden
        guard !panes.isEmpty || wasHidden else { return say(.info, words.nothingFiltered) }
        for pane in panes { setFilter("", for: pane) }
        if wasHidden { showHiddenAlerts(false) }
        say(.info, words.filtersTakenAway(panes))
    }

    /// Gives a pane a filter; empty takes it away. A filter that cannot be understood is refused and the old one stays.
    @discardableResult
    func setFilter(_ text: String, for pane: PaneName) -> Bool {
        guard Console.filtered.contains(pane) else { return false }
        if text.allSatisfy(\.isWhitespace) {
            filters[pane] = nil
            view.filterTexts[pane] = nil
        } else {
            switch Filter.parse(text, words: words) {
            case .success(let filter):
                filters[pane] = filter
                view.filterTexts[pane] = text
            case .failure(let error):
                say(.error, words.lineFailure(error.message, error.remedy))
                return false
            }
        }
        touched = .all
        isDirty = true
        return true
    }

    /// Moves to the next row that the filter words match, within the list as it stands.
    func find(forward: Bool) {
        if case .help(let help) = view.overlay { return findInHelp(help, forward: forward) }
        moveSelection(forward ? 1 : -1)
    }

    private func moveSelection(_ step: Int) {
        run(step > 0 ? .down : .up)
    }
}
