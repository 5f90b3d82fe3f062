import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

extension Console {
    /// Moves the cursor of whatever lies over the panes; false when nothing with a cursor does.
    func moveInOverlay(_ distance: Int) -> Bool {
        switch view.overlay {
        case .assign(var assign):
            assign.cursor = moved(assign.cursor, distance, assign.ranked.count)
            view.overlay = .assign(assign)
        case .pickIncident(var pick):
            pick.cursor = moved(pick.cursor, distance, pick.choices.count)
            view.overlay = .pickIncident(pick)
        case .duplicates(var duplicates):
            duplicates.cursor = moved(duplicates.cursor, distance, duplicates.choices.count)
            view.overlay = .duplicates(duplicates)
        case .menu(var menu):
            menu.find("")
            menu.cursor = moved(menu.cursor, distance, menu.rows.count)
            view.overlay = .menu(menu)
        case .palette(var palette):
            palette.cursor = moved(palette.cursor, distance, palette.rows.count)
            view.overlay = .palette(palette)
        case .help(var help):
            help.offset = max(0, min(help.offset + distance, help.offset + info.helpBelow))
            view.overlay = .help(help)
        case .confirm(var confirm):
            confirm.focused = moved(confirm.focused, distance, confirm.buttons.count)
            view.overlay = .confirm(confirm)
        case .form(var form):
            form.focused = moved(form.focused, distance, form.fields.count)
            view.overlay = .form(form)
        case .detail:
            view.detailOffset = max(0, min(view.detailOffset + distance, view.detailOffset + info.detailBelow))
        case .letters(let letters): moveInLetters(letters, distance)
        case .none, .chord: return false
        }
        return true
    }

    /// A place in a list of so many, moved but not beyond its ends.
    private func moved(_ place: Int, _ distance: Int, _ count: Int) -> Int {
        max(0, min(place + distance, count - 1))
    }

    /// Takes away whatever lies over the panes; nothing it asked for happens.
    func closeOverlay() {
        view.overlay = .none
        prompt = nil
        confirmAction = nil
        menuAction = nil
        formAction = nil
        pendingKeys = []
        bound = nil
    }

    /// Moves by pages in whatever lies over the panes; false when nothing with a cursor does.
    func pageInOverlay(_ pages: Int) -> Bool {
        if case .chord = view.overlay { return false }
        if case .form = view.overlay { return true }
        let rows = grid.size.rows
        let step =
            switch view.overlay {
            case .help, .letters: rows - 6
            case .detail: rows / 2
            default: 9
            }
        return moveInOverlay(pages * max(1, step))
    }

    /// Moves to an end of whatever lies over the panes; false when nothing with a cursor does.
    func moveToEndOfOverlay(top: Bool) -> Bool {
        moveInOverlay(top ? -Console.beyondAnyList : Console.beyondAnyList)
    }

    /// More rows than any list over the panes has.
    private static let beyondAnyList = 1_000_000

    /// A click on a row of what lies over the panes.
    func chooseRow(_ index: Int) {
        switch view.overlay {
        case .assign(let assign) where !assign.ranked.indices.contains(index): return
        case .pickIncident(var pick) where pick.choices.indices.contains(index):
            pick.cursor = index
            view.overlay = .pickIncident(pick)
        case .assign(var assign):
            assign.cursor = index
            view.overlay = .assign(assign)
        case .duplicates(var duplicates) where duplicates.choices.indices.contains(index):
            duplicates.cursor = index
            view.overlay = .duplicates(duplicates)
        case .menu: chooseMenu(index)
        case .letters(var letters) where letters.text == nil:
            letters.move(to: index)
            view.overlay = .letters(letters)
            openLetter()
        case .palette(var palette) where palette.rows.indices.contains(index):
            palette.cursor = index
            view.overlay = .palette(palette)
            acceptPalette()
        default: return
        }
    }

    // MARK: Menus

    /// Opens a menu. Of one incident the title says what and where it is, behind what is cut last.
    func openMenu(_ title: String, _ rows: [String], _ action: MenuAction, about incidents: [IncidentID] = []) {
        menuAction = action
        let about = incidents.count == 1 ? board.incidents[incidents[0]].map { words.about($0, on: board) } : nil
        let title = [title, about ?? ""].filter { !$0.isEmpty }.joined(separator: " \(screen.glyphs.dot) ")
        let hints = rows.enumerated().map { KeyHint($0 < 9 ? "\($0 + 1)" : "", $1) }
        view.overlay = .menu(MenuView(title: title, rows: hints))
    }

    func chooseMenu(_ index: Int) {
        guard let action = menuAction, case .menu(let menu) = view.overlay, menu.rows.indices.contains(index) else {
            return
        }
        closeOverlay()
        switch action {
        case .disposition(let ids, let known, let drawn):
            guard index < known.count else { return ask(.disposition(ids), drawn: drawn) }
            performOnMarked(requests(ids, drawn) { .close($0, disposition: known[index]) })
        case .hold(let ids, let minutes, let drawn):
            guard index < minutes.count else { return ask(.hold(ids), drawn: drawn) }
            let until = minutes[index] == 0 ? nil : now + .minutes(minutes[index])
            performOnMarked(requests(ids, drawn) { .hold($0, until: until, reason: "") })
        case .grade(let id, let grades, let drawn): perform(.gradeDispute(id, grades[index]), drawn: drawn)
        case .mediation(let id, let kinds, let drawn): ask(.mediation(id, kinds[index]), drawn: drawn)
        case .unit(let units, let action, let drawn): act(action, on: [units[index]], drawn: drawn)
        case .line(let lines, let binding): runLine(lines[index], binding: binding)
        case .sort(let pane): sort(pane, by: sortColumns(of: pane)[index])
        }
    }

    // MARK: Questions

    func pressButton(_ index: Int) {
        guard case .confirm = view.overlay, let action = confirmAction else { return }
        closeOverlay()
        guard index == 1 else { return }
        switch action {
        case .perform(let request): if perform(request) { clearMarks(after: request.command) }
        case .takeBackCall(let position):
            guard core.head.lastAction(of: actor)?.position == position else {
                return say(.warning, words.otherActionSince)
            }
            undo(takesBackCall: true)
        }
    }

    // MARK: Help

    func openHelp() {
        if case .form(let form) = view.overlay { keepDraft(of: form) }
        let before = mode
        let help = HelpText(
            keymap: settings.keymap, language: words.language, chain: before.chain, disabledReason: disabledReason)
        var rows: [HelpRow] = []
        // What a dispatcher looks for comes first, moving about after it.
        let work: Set<CommandGroup> = [.assignment, .incident, .unit, .alert]
        let sections =
            help.sections.filter { work.contains($0.group) } + help.sections.filter { !work.contains($0.group) }
        for section in sections {
            rows.append(HelpRow(.heading, text: section.title))
            for row in section.rows {
                let note = row.disabledReason.map { " (\($0))" } ?? ""
                rows.append(
                    HelpRow(
                        row.disabledReason == nil ? .command : .disabled, keys: helpKeys(row, in: before),
                        name: row.name.rawValue, text: row.help + note))
            }
        }
        rows.append(contentsOf: grammarHelp())
        view.overlay = .help(HelpView(rows: rows))
    }

    /// The keys of a command where the help was opened; elsewhere its keys with their modes.
    private func helpKeys(_ row: HelpText.Row, in mode: Mode) -> String {
        let here = settings.keymap.keys(for: row.name, chain: mode.chain).map { KeyNotation.text(of: $0) }
        return here.isEmpty ? row.keysText(in: words.language) : here.joined(separator: ", ")
    }

    func findInHelp(_ help: HelpView, forward: Bool) {
        guard !help.search.isEmpty else { return ask(.find) }
        let needle = help.search.lowercased()
        let fits = help.rows.indices.filter { index in
            let row = help.rows[index]
            return row.text.lowercased().contains(needle) || row.name.contains(needle) || row.keys.contains(help.search)
        }
        var help = help
        let next = forward ? fits.first { $0 > help.offset } : fits.last { $0 < help.offset }
        guard let next = next ?? fits.first else { return say(.info, words.message(.notFound(help.search))) }
        help.offset = next
        view.overlay = .help(help)
    }

    // MARK: The palette

    func openPalette() {
        let binding = binding()
        paletteBinding = binding.isAlone ? binding : nil
        view.overlay = .palette(PaletteView(rows: []))
        searchPalette()
    }

    func searchPalette() {
        guard case .palette(var palette) = view.overlay else { return }
        let found = PaletteSearch.matches(palette.field.text, language: words.language, limit: 200)
        palette.rows = found.map { match in
            let entry = Catalogue.entry(match.command)
            let keys = settings.keymap.bindings(of: match.command).first.map { KeyNotation.text(of: $0.keys) } ?? ""
            let reason = disabledReason(match.command)
            return HelpRow(
                reason == nil ? .command : .disabled, keys: keys, name: match.command.rawValue,
                text: entry.help[words.language] + (reason.map { " (\($0))" } ?? ""))
        }
        view.overlay = .palette(palette)
    }

    func acceptPalette() {
        guard case .palette(let palette) = view.overlay else { return }
        closeOverlay()
        guard palette.rows.indices.contains(palette.cursor),
            let name = CommandName(rawValue: palette.rows[palette.cursor].name)
        else { return }
        // The palette lies over the detail whose thing its command is about.
        bound = paletteBinding
        run(name)
        bound = nil
    }
}
