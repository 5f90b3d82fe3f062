import DispatchModel
import TerminalKit
import Wording

/// Looks after how the lists are seen: columns, and views that are kept under a name.
struct ViewDesk: ConsolePart {
    let console: Console

    private var viewWords: ViewWords { ViewWords(words) }

    // MARK: Columns

    /// Takes `:columns`: a line to choose the columns of the list with the keys on, or the columns named.
    func chooseColumns(_ argument: String) {
        let pane = console.view.paneWithKeys
        guard !pane.room.columns.isEmpty else { return say(.info, viewWords.noColumns(pane)) }
        guard !argument.isEmpty else {
            let drawn = console.painter.info.drawnColumns[pane] ?? pane.room.columns
            let text = ColumnsLine.text(of: console.view.columns[pane] ?? drawn, words)
            let line = ColumnsLine(pane: pane, before: console.view.columns[pane] ?? [], opened: text)
            return ask(line, text: text)
        }
        if let fault = setColumns(argument, of: pane) { return say(.warning, fault) }
        say(.info, viewWords.columns(console.view.columns[pane] ?? [], of: pane))
    }

    /// Gives a list these columns; the word for the usual ones, or nothing, takes them away again. Words that name no column
    /// are refused, with those there are, and the old ones stay.
    func setColumns(_ text: String, of pane: PaneName) -> String? {
        switch ColumnsLine.columns(text, of: pane, words) {
        case .failure(let fault): return fault.text
        case .success(let columns):
            console.view.columns[pane] = columns.isEmpty ? nil : columns
            isDirty = true
            return nil
        }
    }

    // MARK: Views

    /// Takes `:view` and its key: the list to choose from, the view of a name, or what is to be done with one.
    func run(_ argument: String) {
        let parts = argument.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = parts.first else { return open() }
        let name = parts.dropFirst().joined(separator: " ")
        switch (ViewOrder(first), parts.count) {
        case (.list?, 1): list()
        case (.save?, 2): save(name)
        case (.remove?, 2): remove(name)
        case (.some, _): say(.warning, viewWords.nameWanted)
        case (nil, 1): take(named: first)
        case (nil, _): say(.warning, viewWords.noView(argument, among: console.settings.views.all.map(shown)))
        }
    }

    /// What a view is called on the screen.
    func shown(_ view: SavedView) -> String {
        view.name == SavedView.standardName ? viewWords.standard : view.name
    }

    /// What may stand behind `:view`.
    var arguments: [LineArgument] {
        let views = console.settings.views.all
        let orders = ViewOrder.allCases.map { order in
            LineArgument(
                words.pick(order.words[0], order.words[1]), names: order.words, note: viewWords.note(order.words[0]))
        }
        let own = console.settings.views.own.map { LineArgument($0.name, note: summary(of: $0), place: 1) }
        return views.map { LineArgument(shown($0), names: [$0.name], note: summary(of: $0)) } + orders + own
    }

    private func open() {
        let views = console.settings.views.all
        let cursor = views.firstIndex { $0.lists == present().lists } ?? 0
        let rows = views.map { view in "\(shown(view))  \(summary(of: view))" }
        MenuView.open(viewWords.title, rows, ViewChoice(views: views), at: cursor, on: console)
    }

    /// What a view does, in a line.
    private func summary(of view: SavedView) -> String {
        let parts = SavedView.panes.compactMap { pane in
            view.lists[pane].map {
                "\(words.title(pane)): \(viewWords.look($0.filter, $0.sort, $0.isReversed, $0.columns))"
            }
        }
        return parts.isEmpty ? viewWords.asItComes : parts.joined(separator: " \(console.screen.glyphs.dot) ")
    }

    private func take(named name: String) {
        guard let view = console.settings.views[name] else {
            return say(.warning, viewWords.noView(name, among: console.settings.views.all.map(shown)))
        }
        take(view)
        say(.info, viewWords.taken(shown(view)))
    }

    /// Shows every list as a view has it.
    func take(_ view: SavedView) {
        for pane in SavedView.panes {
            let look = view.lists[pane] ?? ListLook()
            if let fault = viewCommands.setFilter(look.filter, for: pane) { say(.error, fault) }
            console.view.columns[pane] = look.columns.isEmpty ? nil : look.columns
            guard let column = look.sort ?? pane.room.sortColumns.first else { continue }
            if pane.room.order(in: console.view)?.column != column { _ = pane.room.sort(by: column, in: &console.view) }
            if pane.room.order(in: console.view)?.isReversed != look.isReversed { pane.room.reverse(in: &console.view) }
        }
        console.view.taken = view == .standard ? nil : view
        isDirty = true
    }

    /// How the lists are seen now.
    private func present() -> SavedView {
        var view = SavedView(name: "")
        for pane in SavedView.panes {
            let look = console.view.look(of: pane)
            if look != ListLook() { view.lists[pane] = look }
        }
        return view
    }

    /// Keeps how the lists are seen under a name: that of one's own view, where one has it in another case.
    private func save(_ name: String) {
        guard SavedView.isName(name) else { return say(.warning, viewWords.notAName(name)) }
        var view = present()
        guard !view.lists.isEmpty else { return say(.warning, viewWords.nothingToKeep) }
        let former = console.settings.views.own(name)
        let kept = former?.name ?? name
        view.name = kept
        console.settings.views.put(view, as: kept)
        console.view.taken = view
        isDirty = true
        tell(console.surroundings.keepView(kept, view)) { viewWords.kept(kept, in: $0, isNew: former == nil) }
    }

    private func remove(_ name: String) {
        guard console.settings.views[name] != nil else {
            return say(.warning, viewWords.noView(name, among: console.settings.views.own.map(\.name)))
        }
        guard let own = console.settings.views.own(name)?.name else { return say(.warning, viewWords.notOwn(name)) }
        console.settings.views.put(nil, as: own)
        if console.view.taken?.name == own { console.view.taken = nil }
        isDirty = true
        tell(console.surroundings.keepView(own, nil)) { viewWords.removed(own, from: $0) }
    }

    private func tell(_ keeping: ViewKeeping, done: (String) -> String) {
        switch keeping {
        case .kept(let file): say(.good, done(file))
        case .unkept(let why): say(.error, viewWords.unkept(why))
        case .thisRunOnly: say(.info, viewWords.thisRunOnly)
        }
    }

    /// Every view with all that it says, as a page.
    private func list() {
        var rows: [HelpRow] = []
        for view in console.settings.views.all {
            rows.append(HelpRow(.heading, text: shown(view)))
            if view.lists.isEmpty { rows.append(HelpRow(.text, text: viewWords.asItComes)) }
            for pane in SavedView.panes {
                guard let look = view.lists[pane] else { continue }
                let text = viewWords.look(look.filter, look.sort, look.isReversed, look.columns)
                rows.append(HelpRow(.text, text: "\(words.title(pane)): \(text)"))
            }
        }
        layers.open(HelpView(title: viewWords.title, rows: rows))
    }
}

/// Shows the lists as the chosen view has them.
struct ViewChoice: MenuChoice {
    let views: [SavedView]

    func choose(_ line: Int, on console: Console) {
        let desk = console.viewDesk
        desk.take(views[line])
        console.say(.info, ViewWords(console.words).taken(desk.shown(views[line])))
    }
}

extension ConsoleView {
    /// How a list is seen now.
    func look(of pane: PaneName) -> ListLook {
        var look = ListLook()
        look.filter = filterTexts[pane] ?? ""
        look.columns = columns[pane] ?? []
        if let order = pane.room.order(in: self) {
            look.sort = order.column == pane.room.sortColumns.first ? nil : order.column
            look.isReversed = order.isReversed
        }
        return look
    }

    /// The view that a list is seen by, as long as it is as that view has it; nil for none.
    func viewInForce(_ pane: PaneName) -> SavedView? {
        guard let taken, let wanted = taken.lists[pane], look(of: pane) == wanted else { return nil }
        return taken
    }
}
