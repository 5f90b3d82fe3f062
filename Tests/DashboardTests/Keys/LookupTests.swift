import Dashboard
import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

private let dispatch: [Mode] = [.dispatch, .normal, .always]

struct LookupTests {
    @Test(arguments: [
        (dispatch, "a", CommandName.assign), (dispatch, "j", .down), (dispatch, "up", .up), (dispatch, "g", .top),
        (dispatch, "t", .triage), (dispatch, "T", .theme), (dispatch, "r", .sendPlan), (dispatch, "!", .nextAlert),
        (dispatch, "ctrl-e", .emergency), (dispatch, "f12", .emergency), (dispatch, "e c", .create),
        (dispatch, "e +", .raisePriority), (dispatch, "v o", .statusOnScene), (dispatch, "ctrl-p", .palette),
        ([.alerts, .normal, .always], "a", .acknowledge), ([.alerts, .normal, .always], "space", .acknowledge),
        ([.alerts, .normal, .always], "enter", .openAlertSubject), ([.units, .normal, .always], "a", .assign),
        ([.units, .normal, .always], "v w", .withdraw), ([.assign, .always], "3", .pick3),
        ([.assign, .always], "p", .sendPlan), ([.assign, .always], "enter", .accept),
        ([.assign, .always], "space", .mark), ([.assign, .always], "q", .close), ([.assign, .always], "esc", .cancel),
        ([.confirm, .always], "enter", .accept), ([.confirm, .always], "n", .no),
        ([.input, .always], "ctrl-e", .emergency), ([.input, .always], "enter", .accept),
        ([.palette, .input, .always], "ctrl-n", .down), ([.palette, .input, .always], "backspace", .deleteBack),
        ([.detail, .normal, .always], "x", .closeIncident), ([.normal, .always], "?", .help),
        ([.normal, .always], "5", .focusActivity), ([.normal, .always], "[", .slower),
    ])
    func runs(_ chain: [Mode], _ typed: String, _ command: CommandName) {
        #expect(Keymap.builtIn.outcome(chain, typed) == .command(command))
    }

    @Test(arguments: [
        ([Mode.input, .always], "a"), ([.input, .always], "?"), ([.normal, .always], "a"), (dispatch, "f24"),
        (dispatch, "e e"), (dispatch, "ctrl-s"), ([.confirm, .always], "j"), ([.normal, .always], "alt-q"),
        (dispatch, "М"),
    ])
    func meansNothing(_ chain: [Mode], _ typed: String) {
        #expect(Keymap.builtIn.outcome(chain, typed) == .none)
    }

    @Test func emergencyIsLiveInEveryModeAndChord() {
        for mode in Mode.allCases {
            for notation in ["ctrl-e", "f12"] {
                #expect(Keymap.builtIn.outcome(mode.chain, notation) == .command(.emergency))
                // Even where the caller forgot the always mode.
                #expect(Keymap.builtIn.outcome([mode], notation) == .command(.emergency))
            }
        }
        #expect(Keymap.builtIn.outcome(dispatch, "e ctrl-e") == .command(.emergency))
        #expect(Keymap.builtIn.outcome(dispatch, "у ctrl-у") == .command(.emergency), "under a Cyrillic layout")
    }

    @Test func aChordShowsWhatMayFollow() throws {
        guard case .pending(let lines) = Keymap.builtIn.outcome(dispatch, "e") else {
            Issue.record("e begins no chord")
            return
        }
        let shown = lines.map { KeyNotation.text(of: $0.key) }
        #expect(shown == ["c", "t", "n", "p", "+", "-", "h", "x", "o", "m", "s", "r", "d"])
        #expect(lines[0].target == .command(.create))
        #expect(lines[0].label(in: .english) == Catalogue.entry(.create).help.english)
        #expect(lines[0].label(in: .chinese) == Catalogue.entry(.create).help.chinese)
    }

    @Test func chordsOfSeveralModesJoinAndTheNearerCounts() {
        let keymap = Keymap(bindings: [
            Binding(mode: .dispatch, keys: chord("g t"), command: .triage, origin: .builtIn),
            Binding(mode: .normal, keys: chord("g t"), command: .theme, origin: .builtIn),
            Binding(mode: .normal, keys: chord("g g"), command: .top, origin: .builtIn),
            Binding(mode: .normal, keys: chord("g x y"), command: .quit, origin: .builtIn),
        ])
        #expect(keymap.outcome(dispatch, "g t") == .command(.triage))
        #expect(keymap.outcome([.normal], "g t") == .command(.theme))
        #expect(keymap.outcome(dispatch, "g g") == .command(.top))
        guard case .pending(let lines) = keymap.outcome(dispatch, "g") else {
            Issue.record("g begins no chord")
            return
        }
        #expect(lines.map { KeyNotation.text(of: $0.key) } == ["t", "g", "x"])
        #expect(lines[0].target == .command(.triage))
        #expect(lines[2].target == .chord(BilingualText("more…", "更多…")))
        #expect(keymap.outcome(dispatch, "g x y") == .command(.quit))
    }

    @Test(arguments: [
        ("ф", CommandName.assign), ("о", .down), ("л", .up), ("у с", .create),
        ("α", .assign), ("ξ", .down), ("ε ψ", .create), ("ａ", .assign), ("：", .commandLine), ("／", .filter),
        ("？", .help), ("！", .nextAlert), ("＋", .raisePriority), ("【", .slower), ("。", .nextWaiting),
        ("Ж", .commandLine), ("ctrl-з", .palette), ("ctrl-у", .emergency),
    ])
    func otherLayoutsFindTheLatinPlace(_ typed: String, _ command: CommandName) {
        #expect(Keymap.builtIn.outcome(dispatch, typed) == .command(command))
    }

    @Test func anIdeographicSpaceMarks() {
        let outcome = Keymap.builtIn.lookup(chain: dispatch, pending: [], key: Key(.character("\u{3000}")))
        #expect(outcome == .command(.mark))
    }

    @Test func aBoundKeyOfAnotherLayoutStaysItself() {
        let text = "[normal]\n\"ф\" = \"filter\"\n\"ctrl-у\" = \"undo\""
        let own = Keymap.builtIn.merging(text: text, file: "keys.toml")
        #expect(own.keymap.outcome([.normal], "ctrl-у") == .command(.undo), "not the emergency at its place")
        #expect(own.problems.isEmpty)
        #expect(own.keymap.outcome([.normal], "ф") == .command(.filter))
        #expect(own.keymap.outcome([.normal], "о") == .command(.down))
    }

    @Test func textStaysTextUnderAnyLayout() {
        let keymap = Keymap(bindings: [
            Binding(mode: .input, keys: chord("a"), command: .accept, origin: .builtIn)
        ])
        for typed in ["ф", "ａ", "α"] {
            #expect(keymap.outcome([.input], typed) == .none)
            #expect(keymap.outcome([.palette, .input], typed) == .none)
        }
        // With Control it is no text.
        #expect(Keymap.builtIn.outcome([.input], "ctrl-ц") == .command(.deleteWord))
    }

    @Test func keysAreThoseThatReachTheCommand() {
        #expect(Keymap.builtIn.keys(for: .create, chain: dispatch) == [chord("c"), chord("e c")])
        #expect(Keymap.builtIn.keys(for: .open, chain: [.alerts, .normal]).isEmpty)
        #expect(Keymap.builtIn.keys(for: .emergency, chain: [.input]) == [chord("ctrl-e"), chord("f12")])
        #expect(Keymap.builtIn.keys(for: .quit, chain: dispatch).isEmpty)
    }

    @Test func anyKeysInAnyModeHaveAnOutcome() {
        let seed: UInt64 = 7
        var generator = Seeded(seed)
        var pending: [Key] = []
        var counts = (commands: 0, chords: 0, nothing: 0)
        for round in 0..<20_000 {
            let mode = Mode.allCases.randomElement(using: &generator) ?? .normal
            let isChordStart = Int.random(in: 0..<4, using: &generator) == 0
            let typed = isChordStart ? key("e") : anyKey(using: &generator)
            switch Keymap.builtIn.lookup(chain: mode.chain, pending: pending, key: typed) {
            case .command:
                counts.commands += 1
                pending = []
            case .pending(let lines):
                #expect(!lines.isEmpty, "seed \(seed), round \(round)")
                counts.chords += 1
                pending.append(typed)
            case .none:
                counts.nothing += 1
                pending = []
            }
        }
        #expect(counts.commands > 1_000 && counts.chords > 100 && counts.nothing > 1_000, "seed \(seed): \(counts)")
    }
}
