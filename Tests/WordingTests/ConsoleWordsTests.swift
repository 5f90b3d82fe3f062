import DispatchModel
import Testing
import Wording

/// The words around prompts, forms and menus exist in both languages.
@Suite struct ConsoleWordsTests {
    private let board = Sample.board([Sample.assigned])

    @Test func promptsAndForms() {
        for prompt in PromptName.allCases { expectBoth { $0.prompt(prompt, "#4821") } }
        for field in FormField.allCases { expectBoth { $0.formHint(field) } }
        expectBoth { $0.splitPreview([4, 6]) }
        expectBoth { $0.closeTitle("#1") }
        expectBoth { $0.holdTitle("#1") }
        expectBoth { $0.triageTitle("#1") }
    }

    @Test(
        arguments: [
            \Words.fieldFull, \.onlyInReplay, \.watchingOnly, \.howToQuit, \.nothingToMark,
            \.nothingToSort,
            \.planFindsNobody, \.holdOpenEnded, \.otherChoice, \.newIncidentTitle,
            \.reportLabel,
            \.minutesWanted, \.speedWanted, \.cancelButton, \.divertButton, \.grammarTitle,
        ] as [KeyPath<Words, String> & Sendable])
    func fixedWords(path: KeyPath<Words, String> & Sendable) {
        expectBoth { $0[keyPath: path] }
    }

    @Test func sentences() throws {
        expectBoth { $0.notRecorded(["x"], because: "y") }
        expectBoth { $0.selectionLeft("#1") }
        expectBoth { $0.whichUnit(of: Sample.robbery) }
        expectBoth { $0.sortTitle(of: PaneName("patrol", title: UnitPane.patrol.title)) }
        expectBoth { $0.keyUnbound("x") }
        expectBoth { $0.notOnBoard("x") }
        expectBoth { $0.noSuchRow(3) }
        expectBoth { $0.noUnitAssigned("#1") }
        expectBoth { $0.copyUnavailable("x") }
        expectBoth { $0.divertQuestion([Sample.car], to: Sample.fight, on: board) }
        let unit = try #require(board.units[Sample.car])
        expectBoth { $0.divertDetail(unit, on: board, now: Sample.now) }
        expectBoth { words in
            let record = EventRecord(position: 9, at: Sample.now, actor: .dispatcher("wl"), body: Sample.assigned)
            return words.done(.undo, records: [record], before: board, after: board)
        }
    }

    @Test func theDivertDetailNamesWhoStays() throws {
        let unit = try #require(board.units[Sample.car])
        #expect(
            Words(.english).divertDetail(unit, on: board, now: Sample.now)
                == "3A12 is dispatched; #1 P1 robbery, Mission St / 16th is left without a unit")
    }
}
