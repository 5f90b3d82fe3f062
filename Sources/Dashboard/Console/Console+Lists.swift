import DispatchModel
import Wording

extension Console {
    func openSortMenu() {
        let columns = sortColumns(of: view.focus)
        guard !columns.isEmpty else { return say(.info, words.nothingToSort) }
        let choice = SortChoice(pane: view.focus)
        MenuView.open(words.sortTitle(of: view.focus), columns.map { words.header($0) }, choice, on: self)
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
        let pane = view.focus
        guard Console.filtered.contains(pane) else { return say(.info, words.nothingToFilter(pane)) }
        let before = view.filterTexts[pane] ?? ""
        if argument.isEmpty { return ask(FilterLine(pane: pane, before: before), text: before) }
        if let error = setFilter(argument, for: pane) { say(.error, error) }
    }

    /// The panes whose lists can be filtered.
    private static let filtered: [PaneName] = [.dispatch, .patrol, .quickResponse, .alerts]

    /// `F`: everything is shown again, wherever something is left out.
    func showEverything() {
        let panes = Console.filtered.filter { filters[$0] != nil }
        let wasHidden = view.alerts.showsHidden
        guard !panes.isEmpty || wasHidden else { return say(.info, words.nothingFiltered) }
        for pane in panes { _ = setFilter("", for: pane) }
        if wasHidden { showHiddenAlerts(false) }
        say(.info, words.filtersTakenAway(panes))
    }

    /// Gives a pane a filter; empty takes it away. A filter that cannot be understood is refused, with why, and the old one
    /// stays.
    func setFilter(_ text: String, for pane: PaneName) -> String? {
        guard Console.filtered.contains(pane) else { return nil }
        if text.allSatisfy(\.isWhitespace) {
            filters[pane] = nil
            view.filterTexts[pane] = nil
        } else {
            switch Filter.parse(text, words: words) {
            case .success(let filter):
                filters[pane] = filter
                view.filterTexts[pane] = text
            case .failure(let error): return words.lineFailure(error.message, error.remedy)
            }
        }
        touched = .all
        isDirty = true
        return nil
    }

    /// Moves to the next row that the filter words match, within the list as it stands.
    func find(forward: Bool) { run(forward ? .down : .up) }
}

/// Sorts a pane by the chosen column.
struct SortChoice: MenuChoice {
    let pane: PaneName

    func choose(_ line: Int, on console: Console) { console.sort(pane, by: console.sortColumns(of: pane)[line]) }
}
