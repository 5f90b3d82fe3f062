import TerminalKit
import Testing

@testable import Themes

/// Each theme at each depth: everything can be read, and no two states look alike to any eyes.
@Suite struct ThemeStatesTests {
    struct Look: Sendable, CustomTestStringConvertible {
        var theme: String
        var depth: ColourDepth
        var testDescription: String { "\(theme), \(depth)" }
        var loaded: Theme { Theme.load(name: theme, depth: depth).theme }
    }

    static let looks = Theme.builtin.flatMap { name in ColourDepth.allCases.map { Look(theme: name, depth: $0) } }
    static let coloured = looks.filter { $0.depth != .mono }

    // MARK: Reading

    /// Lines and shapes, which carry no text.
    static let marks: Set<Role> = [
        .border, .borderFocused, .scroll, .map, .mapOutline, .mapRoad, .mapWater, .mapTrail, .mapCircle, .mapBlind,
        .mapPost, .mapBeat, .mapSelected,
    ]
    /// Grounds that text of every role comes to stand on.
    static let grounds: [Role] = [.strip, .popup, .input]
    /// Grounds of what is chosen.
    static let chosen: [Role] = [.selection, .selectionUnfocused, .popupSelection, .completionSelected]

    /// WCAG 2.2, 1.4.3 and 1.4.11: 4.5 : 1 for text, 3 : 1 for marks.
    static func least(_ role: Role) -> Double { marks.contains(role) ? 3 : 4.5 }

    @Test(arguments: coloured) func whatIsDrawnCanBeRead(_ look: Look) {
        let theme = look.loaded
        for role in Role.allCases {
            let seen = theme.style(role).seen
            let found = Light.contrast(seen.ink, seen.ground)
            #expect(found >= ThemeStatesTests.least(role), "\(role.name): \(found)")
        }
    }

    @Test(arguments: coloured) func textCanBeReadOnTheGroundsOfOthers(_ look: Look) {
        let theme = look.loaded
        let ground = theme.style(.text).background
        for role in Role.allCases where theme.style(role).background == ground && !ThemeStatesTests.isOfPanes(role) {
            let ink = theme.style(role).seen.ink
            for other in ThemeStatesTests.grounds {
                let found = Light.contrast(ink, theme.style(other).seen.ground)
                #expect(found >= ThemeStatesTests.least(role), "\(role.name) on \(other.name): \(found)")
            }
            for other in ThemeStatesTests.chosen {
                let selection = theme.style(other).seen
                // With few colours the selection brings its own ink.
                let found = Light.contrast(look.depth >= .indexed256 ? ink : selection.ink, selection.ground)
                #expect(found >= ThemeStatesTests.least(role), "\(role.name) on \(other.name): \(found)")
            }
        }
    }

    /// Roles of lines and titles that stand on the ground of the panes alone.
    static func isOfPanes(_ role: Role) -> Bool {
        marks.contains(role)
            || ["title", "header", "map"].contains { role.name == $0 || role.name.hasPrefix($0 + ".") }
    }

    @Test(arguments: coloured) func theSelectedRowShowsItsPlates(_ look: Look) {
        let theme = look.loaded
        for role in [Role.priorityP1, .priorityP2, .emergency, .alertP1Unanswered, .stale, .text] {
            for focused in [true, false] {
                let seen = theme.selected(theme.style(role), focused: focused).seen
                let found = Light.contrast(seen.ink, seen.ground)
                #expect(found >= 4.5, "\(role.name), focused \(focused): \(found)")
            }
        }
    }

    // MARK: Telling apart

    /// A state, the glyph beside it where a theme gives none, and what family its words belong to.
    struct State: Sendable {
        var role: Role
        var glyph = ""
        /// States of one family are told apart without words; a unit's status always has its word beside it, and nothing else has.
        var family = ""
    }

    static let states: [State] = [
        State(role: .priorityP1, glyph: "▲"), State(role: .priorityP2, glyph: "◆"), State(role: .priorityP3),
        State(role: .emergency, glyph: "▲"), State(role: .marked, glyph: "✓"), State(role: .selection, glyph: "▸"),
        State(role: .alertP1Unanswered, glyph: "●"), State(role: .alertP2Unanswered, glyph: "●"),
        State(role: .alertP3Unanswered, glyph: "●"), State(role: .alertAcknowledged, glyph: "○"),
        State(role: .alertReturned, glyph: "◌"), State(role: .alertShelved, glyph: "◌"),
        State(role: .stale, glyph: "⚠"), State(role: .ageWarning), State(role: .ageOverdue, glyph: "!"),
        State(role: .noticeError, glyph: "!!"), State(role: .coverageOpen, glyph: "▯"),
        State(role: .coverageFull, glyph: "▮"),
        State(role: .statusAvailable, glyph: "○", family: "unit"),
        State(role: .statusDispatched, glyph: "▹", family: "unit"),
        State(role: .statusEnroute, glyph: "▸", family: "unit"),
        State(role: .statusOnscene, glyph: "●", family: "unit"),
        State(role: .statusTransporting, glyph: "»", family: "unit"),
        State(role: .statusClear, glyph: "✓", family: "unit"),
        State(role: .statusOutofservice, glyph: "–", family: "unit"),
        State(role: .statusEmergency, glyph: "▲", family: "unit"),
        State(role: .disputeRed, glyph: "■", family: "dispute"),
        State(role: .disputeOrange, glyph: "■", family: "dispute"),
        State(role: .disputeYellow, glyph: "□", family: "dispute"),
        State(role: .disputeBlue, glyph: "□", family: "dispute"),
    ]

    /// The least difference, in CIEDE2000, that tells two states apart by hue alone.
    static let apart = 12.0

    /// What hue alone gives to the eyes that see least of it.
    static func hue(_ one: Style, _ other: Style) -> Double {
        Eyes.allCases.map { one.difference(from: other, by: $0) }.min() ?? 0
    }

    @Test(arguments: looks) func whereHueCannotFormDoes(_ look: Look) {
        let theme = look.loaded
        let states = ThemeStatesTests.states
        for (index, one) in states.enumerated() {
            for two in states[(index + 1)...] where one.family == two.family {
                let (first, second) = (theme.style(one.role), theme.style(two.role))
                let differs =
                    (theme.glyph(one.role) ?? one.glyph) != (theme.glyph(two.role) ?? two.glyph)
                    || first.attributes != second.attributes
                guard !differs else { continue }
                let found = look.depth == .mono ? 0 : ThemeStatesTests.hue(first, second)
                #expect(found >= ThemeStatesTests.apart, "\(one.role.name), \(two.role.name): \(found)")
            }
        }
    }

    /// A digit has no shape beside it: P1, P2 and P3 differ by their style alone, as do the severities of alerts.
    @Test(arguments: looks) func digitsAloneTellPriorityAndSeverity(_ look: Look) {
        let theme = look.loaded
        for family: [Role] in [
            [.priorityP1, .priorityP2, .priorityP3, .emergency],
            [.alertP1Unanswered, .alertP2Unanswered, .alertP3Unanswered],
        ] {
            for (index, one) in family.enumerated() {
                for two in family[(index + 1)...] {
                    let (first, second) = (theme.style(one), theme.style(two))
                    let found = look.depth == .mono ? 0 : ThemeStatesTests.hue(first, second)
                    #expect(
                        found >= ThemeStatesTests.apart || first.attributes != second.attributes,
                        "\(one.name), \(two.name): \(found)")
                }
            }
        }
    }

    /// With colours enough what is urgent, and what is not live, stands on a plate.
    @Test(arguments: looks.filter { $0.depth >= .indexed256 }) func p1StandsOnAPlate(_ look: Look) {
        let theme = look.loaded
        let ground = theme.style(.text).background
        for role in [Role.priorityP1, .emergency, .modeNotlive, .modeExercise, .modeTest] {
            #expect(theme.style(role).background != ground, "\(role.name)")
            let found = ThemeStatesTests.hue(theme.style(role), theme.style(.text))
            #expect(found >= ThemeStatesTests.apart, "\(role.name): \(found)")
        }
        for role in [Role.priorityP1, .emergency, .modeNotlive] {
            #expect(Light.contrast(theme.style(role).background, ground) >= 3, "\(role.name)")
        }
        #expect(theme.style(.priorityP2).background == ground)
    }

    /// The plates at the left of the strip. Each has its word; live data is never told from what is not by the word alone.
    @Test(arguments: looks) func liveIsToldFromWhatIsNot(_ look: Look) {
        let theme = look.loaded
        let live = theme.style(.modeLive)
        for role in [Role.modeReplay, .modeExercise, .modeTest, .modeNotlive, .modeWatch] {
            let style = theme.style(role)
            let found = look.depth == .mono ? 0 : ThemeStatesTests.hue(live, style)
            #expect(found >= ThemeStatesTests.apart || style.attributes != live.attributes, "\(role.name): \(found)")
        }
        let plates: [Role] = [.modeReplay, .modeExercise, .modeTest, .modeNotlive, .modeWatch]
        guard look.depth != .mono else { return }
        for (index, one) in plates.enumerated() {
            for two in plates[(index + 1)...] {
                let (first, second) = (theme.style(one), theme.style(two))
                let found = ThemeStatesTests.hue(first, second)
                #expect(
                    found >= ThemeStatesTests.apart || first.attributes != second.attributes,
                    "\(one.name), \(two.name): \(found)")
            }
        }
    }

    /// ISA-101: what is abnormal is the most salient. What is as it should be stands on no plate, and its ink differs from the
    /// ground no more than a P1's plate does, or is not bold where that is.
    @Test(arguments: looks) func theNormalIsCalm(_ look: Look) {
        let theme = look.loaded
        let urgent = theme.style(.priorityP1)
        for role in [Role.strip, .stripLabel, .clock, .modeLive, .statusAvailable, .coverageFull, .freshnessGood] {
            let style = theme.style(role)
            if look.depth == .mono {
                #expect(!style.attributes.contains(.underline), "\(role.name)")
            } else {
                let strip = theme.style(.strip).background
                #expect([theme.style(.text).background, strip].contains(style.background), "\(role.name)")
            }
        }
        #expect(urgent.attributes.contains(.bold))
        #expect(!theme.style(.strip).attributes.contains(.bold))
        #expect(!theme.style(.clock).attributes.contains(.bold))
    }
}
