import DispatchModel
import Foundation
import TerminalKit
import Testing
import Themes
import Wording

@testable import Dashboard

@Suite("Choosing a theme")
final class ThemeChoiceTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "themes-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ name: String, _ text: String) throws {
        try text.write(toFile: "\(folder)/\(name).toml", atomically: true, encoding: .utf8)
    }

    private func desk(_ language: Language = .english, theme: String = "dark") throws -> Desk {
        let folder = folder
        return try Desk(language: language) {
            $0.themeFolders = [folder]
            $0.theme = theme
            $0.configurationFile = "/home/wl/config.toml"
        }
    }

    /// The ground that the panes are drawn on now.
    private func ground(_ desk: Desk) -> Colour? { desk.screen.frame.map { $0[0, 4].style.background } }

    private func ground(of name: String) -> Colour {
        Theme.load(name: name, depth: .direct).theme.style(.text).background
    }

    @Test("Each theme is shown while the cursor is on it; Esc gives the old one back")
    func preview() throws {
        let desk = try desk()
        desk.type("T")
        desk.shows("Themes")
        for name in Theme.builtin { desk.shows(name) }
        #expect(desk.console.layers.popup(ThemeView.self)?.chosen == "dark")
        for _ in Theme.builtin {
            let chosen = try #require(desk.console.layers.popup(ThemeView.self)?.chosen)
            #expect(ground(desk) == ground(of: chosen), "\(chosen)")
            desk.type("j")
        }
        #expect(desk.console.settings.theme == "dark")
        desk.type("\u{1B}")
        desk.hides("Themes")
        #expect(ground(desk) == ground(of: "dark"))
    }

    @Test("Enter keeps it, and says how to have it at every start", arguments: Language.allCases)
    func keep(_ language: Language) throws {
        let desk = try desk(language)
        desk.line("theme")
        desk.type("p\n")
        #expect(desk.console.settings.theme == "paper")
        #expect(ground(desk) == ground(of: "paper"))
        desk.shows("theme = \"paper\"")
        desk.shows("/home/wl/config.toml")
        desk.type("T\u{1B}")
        #expect(ground(desk) == ground(of: "paper"))
    }

    @Test("Help lies over it: behind help the list is there again, and Esc gives the old one back")
    func beneathHelp() throws {
        let desk = try desk()
        desk.type("Tl?\u{1B}")
        #expect(desk.console.layers.popup(ThemeView.self)?.chosen == "light", "\(desk.text)")
        desk.type("\u{1B}")
        #expect(ground(desk) == ground(of: "dark"), "\(desk.text)")
        #expect(desk.console.layers.popup(ThemeView.self) == nil)
    }

    @Test("A theme is taken by its name at once; one that is not there leaves the one in use")
    func named() throws {
        let desk = try desk()
        desk.line("theme abyss")
        #expect(desk.console.settings.theme == "abyss" && ground(desk) == ground(of: "abyss"))
        desk.line("theme nosuch")
        #expect(desk.console.settings.theme == "abyss" && ground(desk) == ground(of: "abyss"))
        desk.shows("nosuch")
    }

    @Test("A theme of one's own is shown as soon as it is saved; a broken one keeps the last good one and is named")
    func saved() throws {
        try write("mine", "[palette]\nground = \"#102030\"\n")
        let desk = try desk(theme: "mine")
        #expect(ground(desk) == .rgb(0x10, 0x20, 0x30))
        try write("mine", "[palette]\nground = \"#302010\"\n")
        desk.run(for: .seconds(3))
        #expect(ground(desk) == .rgb(0x30, 0x20, 0x10))
        desk.shows("read again")
        try write("mine", "[palette]\nground = \"#000000\"\n[roles\n")
        desk.run(for: .seconds(3))
        #expect(ground(desk) == .rgb(0x30, 0x20, 0x10))
        desk.shows("mine.toml:3")
        // It stands there until it is mended, however long that takes.
        desk.run(for: .seconds(60))
        desk.shows("stays as it was")
        try write("mine", "[palette]\nground = \"#000001\"\n")
        desk.run(for: .seconds(60))
        #expect(ground(desk) == .rgb(0, 0, 1))
        desk.hides("stays as it was")
    }

    @Test("One bad entry costs only itself, and file and line are named")
    func badEntry() throws {
        try write("mine", "[palette]\nground = \"#102030\"\n")
        let desk = try desk(theme: "mine")
        try write("mine", "[palette]\nground = \"#302010\"\n[roles]\n\"text.dimm\" = \"#ffffff\"\n")
        desk.run(for: .seconds(3))
        #expect(ground(desk) == .rgb(0x30, 0x20, 0x10))
        desk.shows("mine.toml:4")
    }

    @Test("A broken theme stands in the list, says why, and cannot be kept")
    func brokenInTheList() throws {
        try write("zz", "[roles\n")
        let desk = try desk()
        desk.type("TG")
        desk.shows("cannot be used")
        desk.shows("zz.toml:1")
        desk.type("\n")
        #expect(desk.console.settings.theme == "dark" && desk.console.layers.popup(ThemeView.self) != nil)
        #expect(ground(desk) == ground(of: "dark"))
        // Mended while the list is open, it is shown.
        try write("zz", "[palette]\nground = \"#405060\"\n")
        desk.run(for: .seconds(3))
        #expect(ground(desk) == .rgb(0x40, 0x50, 0x60))
        desk.type("\n")
        #expect(desk.console.settings.theme == "zz")
    }

    @Test("Every theme of the program says what it is like, in both languages")
    func notes() {
        for name in Theme.builtin {
            let notes = Language.allCases.map { ThemeWords(Words($0)).note(name) }
            #expect(notes.allSatisfy { $0 != nil } && Set(notes).count == notes.count, "\(name)")
        }
    }
}
