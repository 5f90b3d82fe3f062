import DispatchModel
import Themes
import Wording

/// The theme files, and what is wrong with the theme in use.
struct ThemeState {
    /// How often files are looked at.
    static let interval = Span.seconds(1)

    /// The files as they were last looked at.
    var files = ThemeFolder([])
    /// When that was, by time that never steps.
    var lookedAt = Timestamp.epoch
    /// What is wrong with the theme in use; it stands on the bottom line until that is mended.
    var notices: [Notice] = []
}

/// Looks after the theme: loading, trying, keeping, reading again when its file was saved.
struct ThemeDesk: ConsolePart {
    let console: Console

    private var themeWords: ThemeWords { ThemeWords(words) }

    /// Takes `:theme` and its key: the list, or the theme of that name.
    func run(_ argument: String) {
        guard argument.isEmpty else { return choose(argument) }
        ThemeView.open(on: console)
    }

    /// Loads a theme as this screen can show it.
    func load(_ name: String) -> (theme: Theme, warnings: [ThemeWarning]) {
        Theme.load(
            name: name, depth: screen.depth, folders: console.settings.themeFolders,
            noColour: console.settings.noColour)
    }

    /// Shows a theme; which one is in use is not changed by that.
    func show(_ theme: Theme) {
        console.painter.theme = theme
        isDirty = true
        screen.invalidate()
    }

    /// Takes a theme into use.
    func keep(_ name: String, _ theme: Theme, _ warnings: [ThemeWarning]) {
        console.settings.theme = name
        console.attention.themes.notices = warnings.map { $0.notice(in: words) }
        show(theme)
        if let first = console.attention.themes.notices.first { return say(first.kind, first.text) }
        say(.info, themeWords.kept(name, file: console.settings.configurationFile))
    }

    /// A theme that is not there at all leaves the one in use; one with bad entries still loads.
    private func choose(_ name: String) {
        let (theme, warnings) = load(name)
        if let fault = warnings.first(where: \.isOfWholeFile) { return say(.warning, fault.notice(in: words).text) }
        keep(name, theme, warnings)
    }

    /// Settings were read again: the theme too, unless it cannot be used.
    func reload() {
        let (theme, warnings) = load(console.settings.theme)
        note(warnings)
        if !warnings.contains(where: \.isOfWholeFile) { show(theme) }
        screen.invalidate()
    }

    /// Reads the theme in use again once one of the files has changed. One that cannot be used keeps the last good one.
    func look() {
        let steady = console.surroundings.steady()
        guard steady - console.attention.themes.lookedAt >= ThemeState.interval else { return }
        console.attention.themes.lookedAt = steady
        guard console.attention.themes.files.hasChanged() else { return }
        guard layers.popup(ThemeView.self) == nil else {
            return Layers.change(console, ThemeView.self) { $0.reload(on: console) }
        }
        let (theme, warnings) = load(console.settings.theme)
        note(warnings)
        if !warnings.contains(where: \.isOfWholeFile) { show(theme) }
        if let first = console.attention.themes.notices.first { return say(first.kind, first.text) }
        say(.good, themeWords.reread(console.settings.theme))
    }

    /// What is wrong with the theme in use stands on the bottom line until it is mended.
    private func note(_ warnings: [ThemeWarning]) {
        let name = console.settings.theme
        console.attention.themes.notices = warnings.map { warning in
            let notice = warning.notice(in: words)
            return warning.isOfWholeFile ? Notice(.warning, themeWords.stays(name, because: notice.text)) : notice
        }
    }
}
