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

    /// How a cell of a row that is selected looks. With few colours the selection's own ink replaces the cell's, because not
    /// every colour can be read on every other.
    package func selected(_ style: Style, focused: Bool = true) -> Style {
        let selection = self.style(focused ? .selection : .selectionUnfocused)
        let attributes = style.attributes.union(selection.attributes)
        switch depth {
        case .direct, .indexed256, .eight, .sixteen:
            // What stands on a ground of its own, such as a P1 or a call for help, keeps it: it is not readable on another.
            if style.background != self.style(.text).background {
                return Style(foreground: style.foreground, background: style.background, attributes: attributes)
            }
            let ink = depth <= .sixteen ? selection.foreground : style.foreground
            return Style(foreground: ink, background: selection.background, attributes: attributes)
        case .mono:
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

/// What a piece of the screen means; a theme says how each meaning looks.
///
/// In a theme file a role has a dotted name made from its case: `priorityP1Overdue` is `priority.p1.overdue`. A role that a
/// theme does not name looks like the one before its last dot, and in the end like `text`.
package enum Role: UInt8, CaseIterable, Sendable {
    // Text
    case text, textDim, textStrong, textLink
    // Panes
    case title, titleFocused, titleNote, border, borderFocused, header, headerSorted
    case selection, selectionUnfocused, marked, filter, filterMatch, scroll, more
    // The status strip
    case strip, stripLabel, stripStrong, stripWarning, clock
    case modeLive, modeReplay, modeExercise, modeWatch, modeTest, modeNotlive
    // Incidents
    case priorityP1, priorityP2, priorityP3, priorityP4, priorityP5
    case priorityP1Overdue, priorityP2Overdue, priorityP3Overdue, priorityP4Overdue, priorityP5Overdue
    case age, ageWarning, ageOverdue
    case stageWaiting, stageAssigned, stageEnroute, stageOnscene, stageHeld, stageClosed
    // Units
    case status, statusAvailable, statusDispatched, statusEnroute, statusOnscene, statusTransporting, statusClear
    case statusOutofservice, statusEmergency, callsign
    // Alerts
    case alert, alertP1, alertP2, alertP3, alertP4
    case alertP1Unanswered, alertP2Unanswered, alertP3Unanswered, alertP4Unanswered
    case alertAcknowledged, alertReturned, alertShelved, alertFlash
    case emergency, stale
    // Messages
    case notice, noticeNew, noticeError, noticeWarning, noticeGood
    // Input and pop-ups
    case input, inputCursor, inputError, inputHint, completion, completionSelected
    case popup, popupBorder, popupTitle, popupSelection, button, buttonFocused
    case key, keyHint
    // Figures
    case coverageFull, coverageOpen, freshnessGood, freshnessStale, chart, chartWarning
    case journal, journalBehind, activityTime, activityOwn, activityOther
    // The map
    case map, mapOutline, mapRoad, mapWater, mapFill, mapLabel, mapTrail, mapCircle, mapBlind, mapPost
    case mapBeat, mapIncident, mapUnit, mapSelected
    case mapGround, mapHeat, mapUncovered, mapLine, mapP1
    // Disputes, by grade
    case dispute, disputeRed, disputeOrange, disputeYellow, disputeBlue

    /// The dotted name by which theme files know the role.
    package var name: String { Role.names[Int(rawValue)] }

    /// The role of a dotted name.
    package init?(name: String) {
        guard let role = Role.byName[name] else { return nil }
        self = role
    }

    private static let names = allCases.map { role in
        var name = ""
        for byte in "\(role)".utf8 {
            let isUpper = (0x41...0x5A).contains(byte)
            if isUpper { name += "." }
            name.unicodeScalars.append(Unicode.Scalar(isUpper ? byte | 0x20 : byte))
        }
        return name
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
