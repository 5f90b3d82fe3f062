import Formats
import Foundation
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("Files of views")
struct ViewFileTests {
    private static let text = """
        # mine
        start = "night"

        # for the night
        [view.night.dispatch]
        filter = "p1,p2 -held"  # no noise
        sort = "age"
        reversed = true
        columns = [
          "age", "number",
          "place",
        ]

        [view.night.patrol]
        sort = "status"

        # what the day wants
        [view."早班".alerts]
        columns = ["alert", "age"]

        """

    private func read(_ text: String, others: [String] = []) throws -> ViewFile {
        try ViewFile(text: text, file: "views.toml", others: others)
    }

    @Test("Filter, order and columns of each list are read")
    func reads() throws {
        let file = try read(ViewFileTests.text)
        #expect(file.opening == "night")
        let night = try #require(file.views.first { $0.name == "night" })
        var dispatch = ListLook()
        (dispatch.filter, dispatch.sort, dispatch.isReversed) = ("p1,p2 -held", .age, true)
        dispatch.columns = [.age, .number, .place]
        #expect(night.lists[.dispatch] == dispatch)
        #expect(night.lists[.patrol]?.sort == .status)
        #expect(file.views.first { $0.name == "早班" }?.lists[.alerts]?.columns == [.alert, .age])
    }

    @Test(
        "Every fault is told with its line, its field and what to do",
        arguments: [
            ("start = \"day\"", 1, "start", "there is no view"),
            ("[view.default.dispatch]", 1, "view.default", "not a view's name"),
            ("[view.\"a b\".dispatch]", 1, "view.a b", "not a view's name"),
            ("[view.n.map]", 1, "view.n.map", "write one of: dispatch"),
            ("[view.n.dispatch]\nfilter = \"bat:B02\"", 2, "view.n.dispatch.filter", "keys are"),
            ("[view.n.dispatch]\nsort = \"colour\"", 2, "view.n.dispatch.sort", "none of: age"),
            ("[view.n.alerts]\nsort = \"age\"", 2, "view.n.alerts.sort", "one order; remove it"),
            ("[view.n.dispatch]\ncolumns = [\"age\", \"kind\"]", 2, "view.n.dispatch.columns", "none of: priority"),
            ("[view.n.dispatch]\ncolumns = [\"age\", \"age\"]", 2, "view.n.dispatch.columns", "twice; remove one"),
            ("[view.n.dispatch]\nreversed = 1", 2, "view.n.dispatch.reversed", "true or false"),
            ("[view.n.dispatch]\ncolour = 1", 2, "view.n.dispatch.colour", "write one of: filter"),
            ("views = 3", 1, "views", "write one of: start, view"),
        ])
    func faults(text: String, line: Int, field: String, words: String) throws {
        let error = #expect(throws: SettingsError.self) { try read(text) }
        let problem = try #require(error?.problems.first)
        #expect(problem.line == line && problem.field == field && problem.file == "views.toml", "\(problem)")
        #expect(problem.english.contains(words), "\(problem)")
        #expect(problem.chinese.unicodeScalars.contains { $0.value > 0x4E00 }, "\(problem)")
    }

    @Test("A view is put in and taken out, and everything else in the file stays as it is")
    func edits() throws {
        let old = ViewFileTests.text
        var look = ListLook()
        (look.filter, look.sort) = ("\"mission st\" 抢劫", .place)
        let view = SavedView(name: "night", lists: [.dispatch: look])
        let new = try #require(try ViewFile.text(old, putting: view, as: "night", file: "views.toml"))
        #expect(try read(new).views.first { $0.name == "night" } == view)
        for note in ["# mine", "# for the night", "# what the day wants", "[view.\"早班\".alerts]"] {
            #expect(new.contains(note), "\(new)")
        }
        #expect(new.components(separatedBy: "[view.night").count == 2 && !new.contains("no noise"), "\(new)")
        let again = try #require(try ViewFile.text(new, putting: view, as: "night", file: "views.toml"))
        #expect(again == new)
        let closed = old.replacing("start = \"night\"", with: "")
        let without = try #require(try ViewFile.text(closed, putting: nil, as: "night", file: "views.toml"))
        #expect(try read(without).views.map(\.name) == ["早班"])
        #expect(without.contains("# what the day wants"))
        let first = try #require(try ViewFile.text("", putting: view, as: "夜班", file: "views.toml"))
        #expect(try read(first).views.map(\.name) == ["夜班"])
        #expect(!first.hasPrefix("\n") && first.hasSuffix("\n"))
    }

    @Test("What cannot be edited without harm is left to its writer")
    func byHand() throws {
        let inline = "view.night = { dispatch = { filter = \"p1\" } }\n"
        #expect(try ViewFile.text(inline, putting: nil, as: "night", file: "v") == nil)
    }

    @Test("A file with a fault is not edited, and its faults are told")
    func faultyFile() throws {
        let day = SavedView(name: "day")
        for faulty in ["[view.night", "start = \"late\"\n", "[view.n.dispatch]\ncolour = 1\n"] {
            let error = #expect(throws: SettingsError.self) {
                try ViewFile.text(faulty, putting: day, as: "day", file: "v")
            }
            #expect(error?.problems.first?.file == "v")
        }
        // The view to open with may be of another file.
        #expect(try ViewFile.text("start = \"late\"\n", putting: day, as: "day", file: "v", others: ["late"]) != nil)
    }

    @Test("A view of random lists comes back as it was written")
    func random() throws {
        var random = Seeded(26)
        for _ in 0..<tiered(200) {
            var view = SavedView(name: ["a", "夜班", "x-1"].randomElement(using: &random) ?? "a")
            for pane in SavedView.panes where Bool.random(using: &random) {
                var look = ListLook()
                look.filter = ["", "p1", "\"a \\\\ b\"", "地点:滨河"].randomElement(using: &random) ?? ""
                look.sort = pane.room.sortColumns.randomElement(using: &random)
                look.isReversed = look.sort != nil && Bool.random(using: &random)
                look.columns = Array(pane.room.columns.shuffled(using: &random).prefix(3))
                view.lists[pane] = look
            }
            let old = Bool.random(using: &random) ? ViewFileTests.text : ""
            let new = try #require(try ViewFile.text(old, putting: view, as: view.name, file: "v"))
            #expect(try read(new).views.first { $0.name == view.name } == view)
        }
    }
}
