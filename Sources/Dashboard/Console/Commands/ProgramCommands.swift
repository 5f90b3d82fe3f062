import DispatchModel
import Themes
import Wording

/// Commands of the program itself.
struct ProgramCommands: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        switch name {
        case .help, .keys: openHelp()
        case .palette: PaletteView.open(on: console)
        case .commandLine: ask(CommandLine(), text: argument)
        case .undo: console.undo()
        case .suspend: screen.suspend()
        case .quit: quit()
        case .reload: reload()
        case .mouse: toggleMouse(argument)
        case .tour: tourGuide.start()
        case .version: say(.info, console.settings.version)
        case .report: showReport()
        case .profile: attainment.run(argument)
        case .rules: ruleDesk.run()
        // What is said to an item is said on the list.
        case .handOver, .acknowledgeItem, .deferItem, .acknowledgeRest, .clearAnswer: HandoverView.open(on: console)
        case .setTimer: ask(CommandLine(), text: "TM \(argument)")
        case .timers, .endTimer: TimersView.open(on: console)
        default: return untaken(name)
        }
    }

    /// Settings are read again; what cannot be used keeps its last good value and says why.
    func reload() {
        guard let new = console.surroundings.reload() else { return say(.warning, words.message(.unchanged)) }
        console.settings.keymap = new.keymap
        keyHints.nameKeys()
        console.settings.theme = new.theme
        console.settings.profiles = new.profiles
        if !new.viewsAreFaulty { console.settings.views = new.views }
        if attainment.profile == nil { console.settings.profile = new.profile }
        if let rules = new.alertRules, !console.settings.watching {
            console.settings.bell = new.bell
            core.use(rules, shifts: new.shifts)
        }
        console.settings.notices = new.notices
        themeDesk.reload()
        ruleDesk.reload()
        console.painter.forgetHints()
        screen.invalidate()
        if console.openNotices.isEmpty {
            say(.good, words.message(.reloaded))
        } else {
            console.tellFirstNotice()
        }
    }

    /// While nothing is recorded that is asked first.
    private func quit() {
        guard let failure = core.failure else {
            console.ended = .quit
            return
        }
        layers.open(
            ConfirmView(
                question: words.quitUnrecordedQuestion, details: [text(failure.message), words.quitUnrecordedDetail],
                buttons: [
                    KeyHint(keyText(.no, in: .confirm), words.cancelButton),
                    KeyHint(keyText(.yes, in: .confirm), words.quitButton),
                ], isGrave: true, action: QuitUnrecorded()))
    }

    private func toggleMouse(_ argument: String) {
        guard argument.isEmpty || ["on", "开", "off", "关"].contains(argument) else {
            return say(.warning, words.message(.notFound(argument)))
        }
        let on = argument.isEmpty ? !console.keyboard.hasMouse : ["on", "开"].contains(argument)
        console.keyboard.hasMouse = screen.setMouse(on)
        say(.info, words.message(.mouse(on: console.keyboard.hasMouse)))
    }

    /// The keys and commands of what is in sight, which is there again behind them.
    private func openHelp() { layers.openOver(HelpView.commands(on: console)) }

    /// The figures of what is recorded, as a page of text.
    private func showReport() {
        let text = console.surroundings.report(words.language)
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            HelpRow(.text, text: String($0))
        }
        layers.open(HelpView(title: words.figuresTitle, rows: rows))
    }
}

/// Leaves the console though nothing is recorded.
private struct QuitUnrecorded: ConfirmedAction {
    func perform(on console: Console) { console.ended = .quit }
}

extension ThemeWarning {
    /// What a theme could not be taken at its word for, in the language of the screen.
    func notice(in words: Words) -> Notice { Notice(.warning, words.pick(description, chineseDescription)) }
}
