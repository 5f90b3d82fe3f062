import DispatchModel
import Wording

extension Console {
    func openSortMenu() {
        let columns = view.focus.room.sortColumns
        guard !columns.isEmpty else { return say(.info, words.nothingToSort) }
        let choice = SortChoice(pane: view.focus)
        MenuView.open(words.sortTitle(of: view.focus), columns.map { words.header($0) }, choice, on: self)
    }

    func sort(_ pane: PaneName, named name: String) {
        let column = pane.room.sortColumns.first { $0.rawValue == name || words.header($0) == name }
        guard let column else { return say(.warning, words.message(.notFound(name))) }
        sort(pane, by: column)
    }

    /// Sorts a pane; by the column it is sorted by already, the order turns round.
    func sort(_ pane: PaneName, by column: ColumnName) {
        if pane.room.sort(by: column, in: &view) { tellSort(pane) }
    }

    func reverseSort(_ pane: PaneName) {
        pane.room.reverse(in: &view)
        tellSort(pane)
    }

    private func tellSort(_ pane: PaneName) {
        guard let order = pane.room.order(in: view) else { return say(.info, words.nothingToSort) }
        say(.info, words.message(.sorted(order.column, reversed: order.isReversed)))
    }

    // MARK: Filtering

    /// `/`: a search in the help, a filter in a list.
    func filter(_ argument: String) {
        let pane = view.focus
        guard pane.room.isFiltered else { return say(.info, words.nothingToFilter(pane)) }
        let before = view.filterTexts[pane] ?? ""
        if argument.isEmpty { return ask(FilterLine(pane: pane, before: before), text: before) }
        if let error = setFilter(argument, for: pane) { say(.error, error) }
    }

    /// `F`: everything is shown again, wherever something is left out.
    func showEverything() {
        let panes = PaneName.numbered.filter { view.filters[$0] != nil }
        let wasHidden = view.alerts.showsHidden
        guard !panes.isEmpty || wasHidden else { return say(.info, words.nothingFiltered) }
        for pane in panes { _ = setFilter("", for: pane) }
        if wasHidden { showHiddenAlerts(false) }
        say(.info, words.filtersTakenAway(panes))
    }

    /// Gives a pane a filter; empty takes it away. A filter that cannot be understood is refused, with why, and the old one
    /// stays.
    func setFilter(_ text: String, for pane: PaneName) -> String? {
        guard pane.room.isFiltered else { return nil }
        if text.allSatisfy(\.isWhitespace) {
            view.filters[pane] = nil
            view.filterTexts[pane] = nil
        } else {
            switch Filter.parse(text, words: words) {
            case .success(let filter):
                view.filters[pane] = filter
                view.filterTexts[pane] = text
            case .failure(let error): return words.lineFailure(error.message, error.remedy)
            }
        }
        view.touched = .all
        isDirty = true
        return nil
    }

    /// Moves to the next row that the filter words match, within the list as it stands.
    func find(forward: Bool) { run(forward ? .down : .up) }
}

/// Sorts a pane by the chosen column.
struct SortChoice: MenuChoice {
    let pane: PaneName

    func choose(_ line: Int, on console: Console) { console.sort(pane, by: pane.room.sortColumns[line]) }
}
