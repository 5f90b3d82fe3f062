import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Deadline profiles at the console")
struct ProfileTests {
    private static let profiles = [
        DeadlineProfile(
            name: "quick", english: "Quick", chinese: "快", source: "order 12",
            targets: [
                ProfileTarget(.acknowledged, [ProfileLimit(.seconds(60), wanted: 60)]),
                ProfileTarget(.answer, [ProfileLimit(.seconds(15), wanted: 90)]),
            ]),
        DeadlineProfile(
            name: "slow", english: "Slow", chinese: "慢", source: "order 13",
            targets: [ProfileTarget(.acknowledged, [ProfileLimit(.minutes(10), wanted: 90)])]),
    ]

    private func desk(_ language: Language = .english) throws -> Desk {
        try Desk(
            size: Size(columns: 200, rows: 40), language: language,
            settings: {
                $0.profiles = ProfileTests.profiles
                $0.profile = "quick"
            })
    }

    /// Sends some units to the robbery and lets all but the last acknowledge, each 30 seconds later.
    private func work(_ desk: Desk) {
        let units = [District.a12, District.a14, District.q2, District.q5, District.foot]
        desk.other(.assign(District.robbery, units, divert: true))
        desk.settle()
        for unit in units.dropLast() {
            desk.pass(.seconds(15))
            desk.other(.advance(unit, .acknowledged, disposition: ""))
            desk.settle()
        }
        desk.pass(.seconds(2))
        desk.settle()
    }

    @Test("The strip says nothing with too few cases, then the share and whether it is attained")
    func strip() throws {
        let desk = try desk()
        desk.shows("ack≤60s –")
        work(desk)
        // Four within a minute or a little more; the fifth, and the unit that was on its way before, have outlasted it
        // without a word.
        let kept = try #require(desk.console.attention.attainment.targets.first)
        #expect((kept.ended, kept.open, kept.limits[0].cases) == (4, 2, 6), "\(kept)")
        let percent = try #require(kept.limits[0].percent)
        let mark = kept.limits[0].isAttained == true ? "▲" : "▼"
        desk.shows("ack≤60s \(percent)%\(mark)")
        #expect(desk.console.view.strip.attainments.count == 1, "what no journal has the times of is not on the strip")
    }

    @Test(
        "The page lists measures, limits and attainment, and another profile can be chosen",
        arguments: Language.allCases)
    func page(language: Language) throws {
        let desk = try desk(language)
        work(desk)
        desk.line("profile")
        desk.shows("order 12")
        desk.shows(language == .english ? "not recorded: no report says when its call rang" : "无记录：报警中没有振铃时间")
        desk.shows(language == .english ? "wanted 60 %" : "要求60%")
        desk.shows(language == .english ? "○ slow  Slow" : "○ slow  慢")
        desk.press(Key(.escape))
        desk.line("profile none")
        desk.shows(language == .english ? "one of quick" : "可用：quick")
        desk.line("profile slow")
        #expect(desk.console.settings.profile == "slow")
        desk.shows(language == .english ? "ack≤10m" : "签收≤10分")
    }

    @Test("A console that is driven in steps, as in a drill, goes on counting")
    func inSteps() throws {
        let desk = try desk()
        let before = desk.console.attention.attainment.counted
        desk.pass(.seconds(2))
        SteppedConsole(desk.console).drawIfNeeded()
        #expect(desk.console.attention.attainment.counted > before)
    }

    @Test("It is counted at most once a second")
    func seldom() throws {
        let desk = try desk()
        let before = desk.console.attention.attainment.counted
        for _ in 0..<5 {
            desk.pass(.seconds(0))
            desk.console.attainment.refresh(now: desk.hand.now)
        }
        #expect(desk.console.attention.attainment.counted == before)
        desk.pass(.seconds(1))
        desk.console.attainment.refresh(now: desk.hand.now)
        #expect(desk.console.attention.attainment.counted > before)
    }
}
