import Dashboard
import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Themes
import Wording

/// Live data is called live only while the picture is: the mark gives way to whatever says that it is not.
@Suite("The mark of live data")
struct LiveMarkTests {
    private static let sizes = [(60, 16), (80, 24), (112, 34), (160, 48), (240, 67)]

    private enum Deed: CaseIterable {
        case past, frozen, silent, ended, unreadable, full, readOnly, failed

        func happen(to fixture: inout Fixture) {
            switch self {
            case .past: fixture.strip.past = PastMark(present: fixture.now + .minutes(5))
            case .frozen: fixture.view.freeze(at: fixture.now - .minutes(2))
            case .silent: fixture.strip.journal = .stale(.silent(.seconds(9)))
            case .ended: fixture.strip.journal = .stale(.ended)
            case .unreadable: fixture.strip.journal = .stale(.unreadable("bad sector"))
            case .full: fixture.strip.journal = .full
            case .readOnly: fixture.strip.journal = .readOnly
            case .failed: fixture.strip.journal = .failed("bad sector")
            }
        }
    }

    /// The strip without what says that the picture is not live.
    private func strip(_ fixture: inout Fixture, _ size: (Int, Int), _ language: Language, _ isPlain: Bool) -> String {
        let theme = Fixture.theme("dark", noColour: isPlain)
        let text = fixture.draw(size.0, size.1, language, theme: theme).text()
        return (text.split(separator: "\n").first.map(String.init) ?? "").replacing("NOT LIVE", with: "")
            .replacing("非实时", with: "")
    }

    @Test("It gives way to the past, to what is held still and to a dead writer", arguments: Language.allCases)
    func givesWay(language: Language) {
        let mark = Words(language).mode(.live)
        for size in LiveMarkTests.sizes.tiered() {
            for isPlain in [false, true] {
                var live = Fixture.evening()
                (live.strip.mode, live.strip.speed, live.strip.watching) = (.live, 1, true)
                #expect(strip(&live, size, language, isPlain).contains(mark), "\(size)")
                for deed in Deed.allCases {
                    var fixture = live
                    deed.happen(to: &fixture)
                    let text = strip(&fixture, size, language, isPlain)
                    #expect(!text.contains(mark), "\(deed) at \(size): \(text)")
                }
            }
        }
    }

    @Test("What is a replay or an exercise goes on being called so", arguments: [BoardMode.replay, .exercise])
    func others(mode: BoardMode) {
        for deed in Deed.allCases {
            var fixture = Fixture.evening()
            fixture.strip.mode = mode
            deed.happen(to: &fixture)
            #expect(strip(&fixture, (160, 48), .english, false).contains(Words(.english).mode(mode)), "\(deed)")
        }
    }
}
