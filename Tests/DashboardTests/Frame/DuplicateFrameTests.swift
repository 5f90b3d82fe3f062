import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

extension Fixture {
    static let older = IncidentID(rawValue: 4901)
    static let younger = IncidentID(rawValue: 4902)

    /// The evening with two reports of a robbery that seem to be one, and what happened there before.
    static func alike(text: String? = nil) -> Fixture {
        var fixture = Fixture.evening()
        let place = Place(text: text ?? "Elm St 12", point: GeoPoint(latitude: 37.77, longitude: -122.41))
        let texts = [
            (older, 240, text ?? "man with a knife in the pharmacy"),
            (younger, 120, text ?? "somebody is robbing the pharmacy, he has a knife"),
        ]
        for (id, ago, said) in texts {
            let at = fixture.now - .seconds(Int64(ago))
            fixture.apply(
                .incidentReported(
                    IncidentReported(
                        incident: id, type: "robbery", priority: .p1, place: place, beat: "B07", received: at,
                        report: Report(number: Int64(id.rawValue), at: at, caller: text ?? "", text: said))),
                ago: Int64(ago))
        }
        fixture.apply(
            .duplicateProposed(
                DuplicateProposed(
                    incident: younger,
                    proposal: DuplicateProposal(
                        other: older, likeness: 82, metres: 40, seconds: 120, sameType: true,
                        words: text.map { [$0] } ?? ["knife", "pharmacy"]))), ago: 119, by: .policy)
        fixture.refresh()
        _ = fixture.view.incidentList.select(younger, in: fixture.view.incidents)
        fixture.view.earlier = EarlierHere(incident: younger, shown: [older, IncidentID(rawValue: 4821)], more: 3)
        fixture.updateTimeline()
        return fixture
    }

    func duplicatesView() -> DuplicatesView {
        var duplicates = DuplicatesView(
            incident: Fixture.younger,
            choices: board.incidents[Fixture.younger].map { board.openProposals(of: $0) } ?? [])
        duplicates.hints = [KeyHint("m", "merge"), KeyHint("x", "cross-reference"), KeyHint("n", "not the same")]
        return duplicates
    }
}

@Suite("What seems to be one event")
struct DuplicateFrameTests {
    @Test(
        "A row says so by a sign and the other's number, with and without colour, in every alphabet",
        arguments: [(Glyphs.unicode, "≈#4901"), (Glyphs.ascii, "~#4901")])
    func row(glyphs: Glyphs, mark: String) {
        for language in Language.allCases {
            for columns in [80, 160, 240] {
                var fixture = Fixture.alike()
                let theme = Fixture.theme("dark", noColour: true)
                let text = fixture.draw(columns, 48, language, theme: theme, glyphs: glyphs).text()
                #expect(text.contains(mark), "\(columns)\n\(text)")
            }
        }
    }

    @Test("Nobody is asked about what was dismissed, linked or closed")
    func settled() {
        let ends: [EventBody] = [
            .duplicateDismissed(DuplicateDismissed(incident: Fixture.older, with: Fixture.younger)),
            .incidentsLinked(IncidentsLinked(incident: Fixture.older, with: Fixture.younger)),
            .incidentMerged(IncidentMerged(incident: Fixture.younger, into: Fixture.older)),
        ]
        for end in ends {
            var fixture = Fixture.alike()
            fixture.apply(end)
            fixture.refresh()
            #expect(!fixture.draw(160, 48).text().contains("≈#"))
        }
    }

    @Test("The detail gives the reasons and what happened here before")
    func detail() {
        var fixture = Fixture.alike()
        let english = fixture.draw(130, 60).text()
        for part in [
            "≈ #4901 Robbery in progress 82 %: 40 m, 2 min,", "same type",
            "earlier here #4901 Robbery in progress 4 min ago, waiting", "and 3 more",
        ] { #expect(english.contains(part), "no “\(part)” on\n\(english)") }
        let chinese = fixture.draw(130, 60, .chinese).text()
        #expect(chinese.contains("≈ #4901 抢劫正在发生 82 %：相距40米，相隔2分钟"), "\(chinese)")
        #expect(chinese.contains("此前警情") && chinese.contains("另有3起"))
    }

    @Test("The popup shows both with what a merge would do")
    func popup() {
        var fixture = Fixture.alike()
        fixture.view.layers.open(fixture.duplicatesView())
        let text = fixture.draw(160, 48).text()
        for part in [
            "82 %", "Elm St 12", "40 m", "man with a knife in the pharmacy", "somebody is robbing the pharmacy",
            "#4902 goes into #4901, the older: 2 reports, P1", "m merge", "not the same",
        ] { #expect(text.contains(part), "no “\(part)” on\n\(text)") }
        let small = fixture.draw(80, 24, .chinese).text()
        for part in ["82 %", "#4902 并入较早的 #4901：2条报警，一级"] { #expect(small.contains(part), "\(small)") }
    }

    @Test("Where the rows have no room for the places these are given whole below", arguments: Language.allCases)
    func wholePlaces(language: Language) {
        let place = "Corner of Elm Street and Old Harbour Road"
        var fixture = Fixture.alike()
        for id in [Fixture.older, Fixture.younger] {
            fixture.apply(
                .incidentTriaged(IncidentTriaged(incident: id, place: Place(text: "\(place) \(id.rawValue)"))))
        }
        fixture.refresh()
        fixture.view.layers.open(fixture.duplicatesView())
        let text = fixture.draw(80, 24, language).text()
        for id in [Fixture.older, Fixture.younger] { #expect(text.contains("\(place) \(id.rawValue)"), "\(text)") }
        #expect(text.contains("#4902") && text.contains(Words(language).clockMinutes(fixture.now - .seconds(240))))
    }

    @Test("A closed one says that it must be reopened first")
    func closed() {
        var fixture = Fixture.alike()
        let duplicates = fixture.duplicatesView()
        fixture.apply(.incidentClosed(IncidentClosed(incident: Fixture.older, disposition: "report", at: fixture.now)))
        fixture.refresh()
        fixture.view.layers.open(duplicates)
        #expect(fixture.draw(120, 36).text().contains("#4901 is closed: reopen it to merge, or cross-reference"))
    }

    @Test("Any size, any text: nothing traps, and borders stand where they stood", arguments: Language.allCases)
    func hostile(language: Language) {
        for text in Hostile.own.tiered() {
            var fixture = Fixture.alike(text: text)
            fixture.view.layers.open(fixture.duplicatesView())
            for columns in [1, 20, 59, 60, 80, 133, 200] {
                for rows in [1, 8, 16, 24, 60] {
                    #expect(fixture.draw(columns, rows, language).size == Size(columns: columns, rows: rows))
                }
            }
            let grid = fixture.draw(112, 34, language)
            for row in 1..<33 {
                #expect(
                    [0x2502, 0x250C, 0x2510, 0x2514, 0x2518].contains(grid[111, row].base), "\(text.debugDescription)")
            }
        }
    }

    @Test("What is being entered is shown beside what is there already")
    func form() {
        var fixture = Fixture.evening()
        var form = FormView(
            title: "New incident", fields: ["Type", "Place", "Priority", "Beat", "Report"].map { .init(label: $0) })
        form.alike = ["#4901 Robbery, 2 min ago, 82 %: same place", "#4902 Fight", "#4903 Noise", "#4904 never shown"]
        form.joinHint = "Ctrl-R adds the report to #4901"
        fixture.view.layers.open(form)
        for (columns, rows) in [(80, 24), (160, 48)] {
            let text = fixture.draw(columns, rows).text()
            #expect(text.contains("≈ #4901 Robbery, 2 min ago") && text.contains("Ctrl-R adds"), "\(text)")
            #expect(!text.contains("#4904"))
        }
    }
}
