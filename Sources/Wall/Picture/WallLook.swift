import TerminalKit
import Themes

/// How things look on the wall: a theme, with its colours off while the picture is old, and to black at night.
package struct WallLook {
    /// The theme.
    package var theme: Theme
    /// The shapes that the terminal has.
    package var glyphs: Glyphs
    /// True while the picture is not that of now: nothing has a colour.
    package var isOff = false
    /// True at night: the ground is black.
    package var isNight = false

    /// A look by a theme.
    package init(theme: Theme, glyphs: Glyphs) {
        self.theme = theme
        self.glyphs = glyphs
    }

    /// Black.
    private static let black = Colour.rgb(0, 0, 0)

    /// How a role looks.
    func style(_ role: Role) -> Style {
        let own = theme.style(role)
        guard isOff else { return night(own) }
        let dim = theme.style(.textDim)
        // What stands on a ground of its own is told by its words alone.
        return night(Style(foreground: dim.foreground, background: theme.style(.text).background))
    }

    /// A role as ink: one that fills a plate lends its colour to a row, where a plate for every figure would drown the large one.
    func ink(_ role: Role) -> Style {
        let (own, ground) = (style(role), style(.text).background)
        guard !isOff, theme.depth == .direct || theme.depth == .indexed256, own.background != ground else { return own }
        return Style(foreground: own.background, background: ground, attributes: .bold)
    }

    /// How a role looks on the strip.
    func onStrip(_ role: Role) -> Style {
        let (own, strip) = (theme.style(role), theme.style(.strip))
        if theme.depth == .mono { return strip.adding(own.attributes) }
        if isOff { return Style(foreground: theme.style(.textDim).foreground, background: ground(strip.background)) }
        guard own.background == theme.style(.text).background || own.background == strip.background else { return own }
        return Style(
            foreground: own.foreground, background: ground(strip.background), attributes: own.attributes)
    }

    /// A plate filled with a role's colour, its ink black (or as light as the ground, in a light theme).
    func plate(_ role: Role) -> Style {
        if isOff { return style(.text) }
        if theme.depth == .mono { return Style(attributes: [.reverse, .bold]) }
        let own = theme.style(role)
        // On few colours a role may have a ground of its own already.
        if own.background != theme.style(.text).background {
            return Style(foreground: own.foreground, background: own.background)
        }
        return Style(foreground: theme.style(.text).background, background: own.foreground)
    }

    /// The plate of what must not be overlooked on a picture without colours.
    func deadPlate() -> Style {
        if theme.depth == .mono { return Style(attributes: [.reverse, .bold]) }
        let strong = theme.style(.textStrong)
        return Style(
            foreground: theme.style(.text).background, background: strong.foreground, attributes: .bold)
    }

    /// How the cells of a big digit are filled, on a ground: solid, hatched while the picture is old.
    func digit(_ ink: Style, isOnPlate: Bool) -> (style: Style, fill: Unicode.Scalar?) {
        if isOff { return (style(.textDim), glyphs == .ascii ? ":" : "▒") }
        if theme.depth == .mono { return (isOnPlate ? Style() : Style(attributes: .reverse), nil) }
        // Blanks with exchanged colours are solid on every terminal, with or without block characters.
        if isOnPlate { return (Style(foreground: ink.background, background: ink.foreground), nil) }
        let ground = theme.style(.text).background
        let colour = ink.background == ground || ink.background == LookGround.night ? ink.foreground : ink.background
        return (Style(foreground: ground == .standard ? .standard : self.ground(ground), background: colour), nil)
    }

    /// The ground of the whole picture.
    var ground: Style { style(.text) }

    private func night(_ style: Style) -> Style {
        guard isNight, theme.depth != .mono else { return style }
        return Style(foreground: style.foreground, background: ground(style.background), attributes: style.attributes)
    }

    /// A ground, black at night.
    private func ground(_ colour: Colour) -> Colour {
        let grounds = [theme.style(.text).background, theme.style(.strip).background]
        return isNight && grounds.contains(colour) ? LookGround.night : colour
    }

    /// The ground at night.
    private enum LookGround {
        static let night = WallLook.black
    }
}
