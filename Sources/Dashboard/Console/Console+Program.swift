import DispatchModel
import Themes
import Wording

extension Console {
    /// Commands of the program itself.
    func runProgram(_ name: CommandName, _ argument: String) {
        switch name {
        case .help, .keys: openHelp()
        case .palette: PaletteView.open(on: self)
        case .commandLine: ask(CommandLine(), text: argument)
        case .undo: undo()
        case .suspend: screen.suspend()
        case .quit: ended = .quit
        case .reload: reload()
        case .mouse: toggleMouse(argument)
        case .version: say(.info, settings.version)
        case .report: showReport()
        case .profile: runProfile(argument)
        default: return untaken(name)
        }
    }

    /// Settings are read again; what cannot be used keeps its last good value and says why.
    func reload() {
        guard let new = surroundings.reload() else { return say(.warning, words.message(.unchanged)) }
        settings.keymap = new.keymap
        nameKeys()
        settings.theme = new.theme
        settings.profiles = new.profiles
        if profile == nil { settings.profile = new.profile }
        if let rules = new.alertRules, !settings.watching {
            settings.bell = new.bell
            core.use(rules, shifts: new.shifts)
        }
        let (theme, warnings) = Theme.load(
            name: new.theme, depth: screen.depth, folders: settings.themeFolders, noColour: settings.noColour)
        settings.notices = new.notices + notices(warnings)
        painter.theme = theme
        painter.forgetHints()
        screen.invalidate()
        if let first = settings.notices.first {
            say(first.kind, first.text)
        } else {
            say(.good, words.message(.reloaded))
        }
    }

    /// What a theme could not be taken at its word for, in the language of the screen.
    func notices(_ warnings: [ThemeWarning]) -> [Notice] {
        warnings.map { Notice(.warning, words.pick($0.description, $0.chineseDescription)) }
    }

    private func toggleMouse(_ argument: String) {
        guard argument.isEmpty || ["on", "开", "off", "关"].contains(argument) else {
            return say(.warning, words.message(.notFound(argument)))
        }
        let on = argument.isEmpty ? !keyboard.hasMouse : ["on", "开"].contains(argument)
        keyboard.hasMouse = screen.setMouse(on)
        say(.info, words.message(.mouse(on: keyboard.hasMouse)))
    }

    /// The keys and commands. What was typed in a form that gives way to them is kept.
    private func openHelp() {
        layers.popup?.leave(on: self)
        layers.open(HelpView.commands(on: self))
    }

    /// The figures of what is recorded, as a page of text.
    private func showReport() {
        let text = surroundings.report(words.language)
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            HelpRow(.text, text: String($0))
        }
        layers.open(HelpView(title: words.figuresTitle, rows: rows))
    }
}

extension Console {
    /// The keys that sentences name are those that are bound; a command without a key is named by its line.
    func nameKeys() {
        let line = keyText(.commandLine, in: .normal)
        for named in NamedKey.allCases {
            guard let command = CommandName(rawValue: named.command) else { continue }
            let modes = named.isInField ? [.input] : Catalogue.entry(command).modes
            let keys = modes.lazy.map { self.keyText(command, in: $0) }
            words.keys[named] = keys.first { !$0.isEmpty } ?? "\(line.isEmpty ? ":" : line)\(command.rawValue)"
        }
    }
}
