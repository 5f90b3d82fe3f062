import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

extension Console {
    /// Commands that change how things are shown.
    func runView(_ name: CommandName, _ argument: String) {
        switch name {
        case .sort: argument.isEmpty ? openSortMenu() : sort(view.focus, named: argument)
        case .sortReverse: reverseSort(view.focus)
        case .filter: filter(argument)
        case .clearFilter: showEverything()
        case .freeze: toggleFreeze()
        case .copy: copy()
        case .wall: view.wall.toggle()
        case .zoomPane: view.zoomed = view.zoomed == nil ? view.focus : nil
        case .detail: view.focus == .detail ? focus(view.returnFocus) : showDetail()
        case .activity: focus(view.focus == .activity ? view.returnFocus : .activity)
        case .showNew: run(.top)
        case .theme: chooseTheme(argument)
        case .locale: chooseLanguage(argument)
        case .redraw: screen.invalidate()
        case .findNext, .findPrevious: find(forward: name == .findNext)
        default: return untaken(name)
        }
    }

    /// The detail keeps showing what was selected when it got the keys.
    private func showDetail() {
        let subject = view.subject
        focus(.detail)
        view.detailSubject = subject
    }

    private func toggleFreeze() {
        if view.frozenSince == nil {
            view.freeze(at: now)
            say(.warning, words.message(.frozen))
        } else {
            view.thaw()
            say(.info, words.message(.unfrozen))
        }
    }

    private func chooseTheme(_ argument: String) {
        let names = Theme.builtin
        let place = names.firstIndex(of: settings.theme) ?? 0
        let name = argument.isEmpty ? names[(place + 1) % names.count] : argument
        let (loaded, warnings) = Theme.load(
            name: name, depth: screen.depth, folders: settings.themeFolders, noColour: settings.noColour)
        // A theme that is not there at all leaves the one in use; one with bad entries still loads.
        let isThere = !warnings.contains { $0.line == 0 && $0.key.isEmpty }
        if isThere {
            settings.theme = name
            painter.theme = loaded
            screen.invalidate()
        }
        if let warning = warnings.first {
            say(.warning, words.language == .chinese ? warning.chineseDescription : warning.description)
        } else {
            say(.info, words.message(.theme(name)))
        }
    }

    private func chooseLanguage(_ argument: String) {
        guard let language = argument.isEmpty ? words.language.next : Language(localeName: argument) else {
            return say(.warning, words.message(.notFound(argument)))
        }
        settings.language = language
        words.language = language
        view.touched = .all
        attention.detail.forgetTimeline()
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
        let selected = view.subject.map { [$0] } ?? []
        switch view.subject {
        case .incident? where !meansOneAlone && !view.incidentList.marked.isEmpty:
            let meant = meantIncidents()
            return meant.isEmpty ? nil : meant.map { .incident($0.id) }
        case .unit? where !meantUnits.isEmpty: return areMarkedUnitsUnseen() ? nil : meantUnits.map { .unit($0) }
        default: return selected
        }
    }

    /// A thing as a line of text.
    private func text(_ subject: Subject) -> String {
        switch subject {
        case .incident(let id): board.incidents[id].map { words.incident($0, on: board) + " · " + $0.place.text } ?? ""
        case .unit(let id): board.units[id].map { "\($0.callsign) · \(words.status($0.status))" } ?? ""
        case .alert(let id): board.alerts[id].map { words.alert($0, on: board, now: now) } ?? ""
        case .feed(let name):
            view.feeds[name].map { "\(name) · \(words.feed(words.condition(of: $0, now: presentNow)))" } ?? ""
        }
    }
}
