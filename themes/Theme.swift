import TerminalKit

/// How every role looks on a terminal of one colour depth.
package struct Theme: Sendable {
    /// The name it was asked for by, which is its file's name without the ending.
    package let name: String
    /// The colour depth it was made for.
    package let depth: ColourDepth
    @usableFromInline let styles: [Style]
    let symbols: [String?]

    /// How a role looks; an array look-up.
    @inlinable
    package func style(_ role: Role) -> Style {
        styles[Int(role.rawValue)]
    }

    /// The marker the theme gives a role instead of the usual one, if any.
    package func glyph(_ role: Role) -> String? {
        symbols[Int(role.rawValue)]
    }

    /// How a cell of a row that is selected looks. With few colours the selection's own colours replace the cell's, because
    /// not every colour can be read on every other.
    package func selected(_ style: Style, focused: Bool = true) -> Style {
        let selection = self.style(focused ? .selection : .selectionUnfocused)
        let attributes = style.attributes.union(selection.attributes)
        switch depth {
        case .direct, .indexed256:
            // What stands on a ground of its own, such as a call for help, is not readable on another.
            if style.background != self.style(.text).background {
                return Style(foreground: style.foreground, background: style.background, attributes: attributes)
            }
            return Style(foreground: style.foreground, background: selection.background, attributes: attributes)
        case .eight, .sixteen, .mono:
            return Style(foreground: selection.foreground, background: selection.background, attributes: attributes)
        }
    }

    /// The names of the themes inside the program.
    package static let builtin = BuiltinThemes.sources.keys.sorted()

    /// Loads a theme for a colour depth.
    ///
    /// `folders` are searched for `name.toml` in order, then the themes inside the program. A theme that is not there, or is
    /// no TOML, gives the `dark` one; a single bad entry is left out. Either way a warning says so. With `noColour` (the
    /// NO_COLOR convention) the theme has no colours, only bold, reverse and underline.
    package static func load(
        name: String, depth: ColourDepth, folders: [String] = [], noColour: Bool = false
    ) -> (theme: Theme, warnings: [ThemeWarning]) {
        var loader = ThemeLoader(folders: folders)
        let file = loader.merged(name)
        let theme = loader.resolve(file, name: name, depth: noColour ? .mono : depth)
        return (theme, loader.warnings)
    }
}

/// Something in a theme file that was left out, and what to do about it.
package struct ThemeWarning: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, or `builtin/NAME.toml` for a theme inside the program.
    package let file: String
    /// The line, from 1; 0 where the whole file is meant.
    package let line: Int
    /// The entry concerned, empty where the whole file is meant.
    package let key: String
    /// What is wrong and what to write instead, in English.
    package let english: String
    /// The same in Simplified Chinese.
    package let chinese: String

    /// `FILE:LINE: KEY: what is wrong`, in English.
    package var description: String { place + english }
    /// `FILE:LINE: KEY: what is wrong`, in Simplified Chinese.
    package var chineseDescription: String { place + chinese }

    private var place: String {
        (line > 0 ? "\(file):\(line): " : "\(file): ") + (key.isEmpty ? "" : "\(key): ")
    }
}
