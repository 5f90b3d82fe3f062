import Foundation
import TerminalKit
import Testing

@testable import Themes

@Suite struct ThemeTests {
    /// Makes a folder of theme files for the length of a test.
    func withThemes<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("themes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try text.write(to: folder.appendingPathComponent("\(name).toml"), atomically: true, encoding: .utf8)
        }
        return try body(folder.path)
    }

    @Test func roleNamesAreDottedAndUnique() {
        #expect(Role.textDim.name == "text.dim")
        #expect(Role.priorityP1Overdue.name == "priority.p1.overdue")
        #expect(Role(name: "alert.p1.unanswered") == .alertP1Unanswered)
        #expect(Role(name: "nothing") == nil)
        #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
    }

    @Test(arguments: Theme.builtin, ColourDepth.allCases) func builtinThemesAreFaultless(
        _ name: String, _ depth: ColourDepth
    ) {
        let (theme, warnings) = Theme.load(name: name, depth: depth)
        #expect(warnings.isEmpty)
        #expect(theme.depth == depth)
        for role in Role.allCases {
            let style = theme.style(role)
            for colour in [style.foreground, style.background] {
                switch (depth, colour.kind) {
                case (.mono, .standard): break
                case (.eight, .indexed(let index)): #expect(index < 8, "\(role.name)")
                case (.sixteen, .indexed(let index)): #expect(index < 16, "\(role.name)")
                case (.indexed256, .indexed(let index)): #expect(index > 15, "\(role.name)")
                case (.direct, .rgb): break
                default: Issue.record("\(role.name) has \(colour) at \(depth)")
                }
            }
        }
    }

    @Test(arguments: Theme.builtin) func withoutColoursEachUrgentMeaningStillDiffers(_ name: String) {
        let theme = Theme.load(name: name, depth: .direct, noColour: true).theme
        #expect(theme.depth == .mono)
        for role in Role.allCases {
            let style = theme.style(role)
            #expect(style.foreground == .standard && style.background == .standard)
            #expect(style.attributes.isSubset(of: [.bold, .underline, .reverse]))
        }
        for role in [
            Role.priorityP1, .priorityP2, .alertP1Unanswered, .statusEmergency, .selection, .noticeError, .stale,
        ] {
            #expect(theme.style(role) != theme.style(.text), "\(role.name)")
        }
        #expect(theme.selected(.plain).attributes.contains(.reverse))
    }

    @Test func rolesFallBackByDots() throws {
        let file = """
            [palette]
            loud = "#ff0000"
            [roles]
            "alert.p1" = { fg = "loud" }
            "alert" = "#00ff00"
            """
        try withThemes(["mine": file]) { folder in
            let (theme, warnings) = Theme.load(name: "mine", depth: .direct, folders: [folder])
            #expect(warnings.isEmpty)
            #expect(theme.style(.alertP1).foreground == .rgb(255, 0, 0))
            #expect(theme.style(.alertP4).foreground == .rgb(0, 255, 0))
            #expect(theme.style(.alertP1).background == theme.style(.text).background)
            #expect(theme.glyph(.priorityP1) == "▲")
        }
    }

    @Test func palettesAreMergedAndAFileMayExtendTheThemeOfItsName() throws {
        let files = [
            "dark": "inherits = \"dark\"\n[palette]\nground = \"default\"\n",
            "deeper":
                "inherits = \"dark\"\n[roles]\n\"text.dim\" = { fg = \"sky\", fg256 = 7, attrs = [\"italic\"] }\n",
        ]
        try withThemes(files) { folder in
            let (theme, warnings) = Theme.load(name: "deeper", depth: .indexed256, folders: [folder])
            #expect(warnings.isEmpty)
            #expect(theme.style(.text) == Style(foreground: .indexed(252)))
            #expect(theme.style(.textDim) == Style(foreground: .indexed(7), attributes: .italic))
        }
    }

    struct Mistake: Sendable {
        var file: String
        var warning: String
    }

    static let mistakes = [
        Mistake(file: "[palette]\n\nred = \"#ff00\"", warning: "mine.toml:3: palette.red: no colour;"),
        Mistake(
            file: "[palette]\nred = { rgb = \"#ff0000\", c16 = 16 }",
            warning: "mine.toml:2: palette.red.c16: no colour;"),
        Mistake(file: "[roles]\n\"text.dimm\" = \"#ffffff\"", warning: "mine.toml:2: text.dimm: no such role;"),
        Mistake(
            file: "[roles]\n\n\n\"text.dim\" = { fb = \"#ffffff\" }", warning: "mine.toml:4: text.dim.fb: unknown;"),
        Mistake(
            file: "[roles]\n\"text.dim\" = { fg = \"nosuch\" }",
            warning: "mine.toml:2: fg: the palette has no colour “nosuch”"),
        Mistake(
            file: "[roles]\n\"text.dim\" = { attrs = [\"blink\"] }",
            warning: "mine.toml:2: text.dim.attrs: holds something other"),
        Mistake(
            file: "[roles]\n\"text.dim\" = { glyph = \"警\" }",
            warning: "mine.toml:2: text.dim.glyph: must be one character"),
        Mistake(file: "[roles]\n\"text.dim\" = 4.5", warning: "mine.toml:2: text.dim: must be a colour or a table"),
        Mistake(file: "[roles\n", warning: "mine.toml:1: the header is not closed"),
        Mistake(file: "colour = 1\n", warning: "mine.toml:1: colour: unknown or of the wrong kind"),
        Mistake(file: "inherits = \"mine\"\n", warning: "inherits: inherits in a circle back to “mine”"),
        Mistake(
            file: "inherits = \"gone\"\n",
            warning: "no theme “gone”; there are abyss, classic, dark, deuteranopia, high-contrast, light"),
    ]

    @Test(arguments: mistakes) func aMistakeCostsOnlyItself(_ mistake: Mistake) throws {
        try withThemes(["mine": mistake.file]) { folder in
            let (theme, warnings) = Theme.load(name: "mine", depth: .direct, folders: [folder])
            #expect(warnings.count == 1)
            #expect(warnings.first?.description.contains(mistake.warning) == true, "\(warnings)")
            #expect(warnings.first?.chineseDescription != warnings.first?.description)
            #expect(theme.style(.title) == Theme.load(name: "dark", depth: .direct).theme.style(.title))
        }
    }

    /// What people wrote into their settings and habits goes on working.
    @Test func anOlderNameGivesTheSameTheme() {
        #expect(!Theme.builtin.contains("contrast"))
        let (theme, warnings) = Theme.load(name: "contrast", depth: .direct)
        #expect(warnings.isEmpty)
        let present = Theme.load(name: "high-contrast", depth: .direct).theme
        for role in Role.allCases { #expect(theme.style(role) == present.style(role), "\(role.name)") }
    }

    @Test func withFewColoursFormMaySpeakInstead() throws {
        let file = """
            [roles]
            "stale" = { fg = "orange", attrs = ["italic"], attrs16 = ["bold"], attrs8 = ["underline"], mono = ["reverse"] }
            "more" = { fg = "orange", attrs = ["italic"], attrs16 = ["bold"] }
            """
        try withThemes(["mine": file]) { folder in
            func attributes(_ role: Role, _ depth: ColourDepth) -> Attributes {
                Theme.load(name: "mine", depth: depth, folders: [folder]).theme.style(role).attributes
            }
            #expect(
                ColourDepth.allCases.map { attributes(.stale, $0) } == [.reverse, .underline, .bold, .italic, .italic])
            #expect(attributes(.more, .eight) == .bold)
        }
    }

    @Test func aThemeThatIsNotThereGivesTheDarkOne() {
        let (theme, warnings) = Theme.load(name: "../etc/passwd", depth: .direct)
        #expect(warnings.count == 1)
        #expect(theme.style(.text) == Theme.load(name: "dark", depth: .direct).theme.style(.text))
    }

    @Test func longCirclesEnd() throws {
        let files = ["a": "inherits = \"b\"", "b": "inherits = \"c\"", "c": "inherits = \"a\""]
        try withThemes(files) { folder in
            let (_, warnings) = Theme.load(name: "a", depth: .direct, folders: [folder])
            #expect(warnings.map(\.key) == ["inherits"])
        }
    }
}
