import Foundation
import TestSupport
import Testing

/// A paste is text for a field, and nothing at all anywhere else; the emergency key works everywhere.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct PasteTests {
    private let place = Workplace()
    private var data: String { place.file("data") }

    private func open() throws -> ProgramTerminal {
        let terminal = try ProgramTerminal(place, ["replay", "--speed", "60", "--data-dir", data])
        try terminal.wait(for: "#1")
        try terminal.type("p")
        try terminal.wait(for: "PAUSED")
        return terminal
    }

    @Test("outside a field a paste does nothing but say so")
    func outside() throws {
        let terminal = try open()
        let before = try place.status(data)
        try terminal.paste("a1u:q\nx1cRobbery\n")
        try terminal.wait("that it was ignored") { $0.lowercased().contains("paste") }
        // In a popup and in a menu too.
        try terminal.type("a")
        try terminal.wait(for: "Recommended")
        try terminal.paste("1\n")
        try terminal.wait("the popup as it was") { $0.contains("Recommended") && $0.lowercased().contains("paste") }
        #expect(try place.status(data) == before)
        try terminal.type("q")
        try terminal.wait(without: "Recommended")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
    }

    @Test("inside a field a paste is text, and its line ends press nothing")
    func inside() throws {
        let terminal = try open()
        try terminal.type("c")
        try terminal.wait(for: "New incident")
        try terminal.paste("Robbery\nq")
        try terminal.wait("the text in the field") { $0.contains("New incident") && $0.contains("Robbery") }
        #expect(try place.status(data).incidents == 1)
        try terminal.type("Escape")
        try terminal.wait(without: "New incident")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
    }

    @Test(
        "the emergency key asks whose while a form, a popup and a line are open", arguments: ["c", "a", ":", "?", "x"])
    func emergency(_ key: String) throws {
        let terminal = try open()
        try terminal.type(key)
        try terminal.wait("what \(key) opens") { !$0.contains("a assign   r send plan") }
        try terminal.type("C-e")
        try terminal.wait("whose emergency") { $0.lowercased().contains("emergency") }
        try terminal.type("3A12", "Enter")
        try terminal.wait("the alarm of 3A12") {
            $0.contains("emergency") && $0.contains("alerts ") && !$0.contains("alerts 0")
        }
        let deadline = eventually { (try? place.status(data).alerts) == 1 }
        #expect(deadline, "\(terminal.screen())")
    }
}
