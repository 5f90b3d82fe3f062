import DispatchModel
import TestSupport
import Testing

@testable import Dashboard

@Suite("Lists in order")
struct ListIndexTests {
    @Test(
        "numbers in names sort by their value",
        arguments: [
            ("Q2", "Q10"), ("3A2", "3A12"), ("3A12", "3B1"), ("grid 7", "grid 10"), ("b7", "B08"), ("2A1", "10A1"),
            ("", "A"), ("A", "A1"), ("Q09", "Q10"), ("一", "二十号车队的第一辆车"),
        ])
    func naturalOrder(lower: String, higher: String) {
        #expect(SortKey(natural: lower) < SortKey(natural: higher))
    }

    @Test("negative times sort before positive ones")
    func timeOrder() {
        #expect(SortKey.bits(-5) < SortKey.bits(-1))
        #expect(SortKey.bits(-1) < SortKey.bits(0))
        #expect(SortKey.bits(0) < SortKey.bits(7))
    }

    @Test("merging changes gives what sorting everything gives", arguments: [1, 2, 3, 4, 5, 6, 7, 8])
    func mergeEqualsSort(seed: UInt64) {
        var random = Seeded(seed)
        var rows = OrderedRows<IncidentID>()
        var truth: [IncidentID: SortKey] = [:]
        for step in 0..<200 {
            var changes: [(id: IncidentID, key: SortKey?)] = []
            var used: Set<UInt32> = []
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let number = UInt32.random(in: 1...60, using: &random)
                guard used.insert(number).inserted else { continue }
                let gone = Int.random(in: 0..<3, using: &random) == 0
                changes.append(
                    (IncidentID(rawValue: number), gone ? nil : SortKey(UInt64.random(in: 0..<9, using: &random))))
            }
            for (id, key) in changes { truth[id] = key }
            rows.update(changes)
            let expected = truth.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
            let got = (0..<rows.count).compactMap { rows.id(at: $0) }
            #expect(got == expected, "seed \(seed), step \(step)")
            #expect(got.enumerated().allSatisfy { rows.row(of: $1) == $0 }, "seed \(seed), step \(step)")
        }
    }

    @Test("so it does where rows fill many pages and much or little changes", .full, arguments: [21, 22] as [UInt64])
    func pagesEqualSort(seed: UInt64) {
        var random = Seeded(seed)
        var rows = OrderedRows<IncidentID>()
        var truth: [IncidentID: SortKey] = [:]
        for step in 0..<120 {
            // The list grows, is changed here and there, and empties again.
            let share = step < 50 ? 5 : step < 90 ? 2 : 1
            let size = step % 10 == 9 ? 900 : 1 << Int.random(in: 0...6, using: &random)
            let numbers = Set((0..<size).map { _ in UInt32.random(in: 1...4000, using: &random) })
            let changes = numbers.sorted().map { number -> (id: IncidentID, key: SortKey?) in
                let gone = Int.random(in: 0...share, using: &random) == 0
                let key = SortKey(UInt64.random(in: 0..<500, using: &random))
                return (IncidentID(rawValue: number), gone ? nil : key)
            }
            for (id, key) in changes { truth[id] = key }
            rows.update(changes)
            let expected = truth.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
            let got = (0..<rows.count).compactMap { rows.id(at: $0) }
            #expect(got == expected, "seed \(seed), step \(step)")
            #expect(got.enumerated().allSatisfy { rows.row(of: $1) == $0 }, "seed \(seed), step \(step)")
            let key = SortKey(UInt64.random(in: 0..<500, using: &random))
            #expect(rows.rank(of: key) == truth.values.count { $0 < key }, "seed \(seed), step \(step)")
        }
        #expect(rows.count > 2 * OrderedRows<IncidentID>.pageLimit, "seed \(seed): there were many pages")
        rows.update(truth.keys.map { ($0, nil) })
        #expect(rows.count == 0 && rows.id(at: 0) == nil)
    }

    @Test("an incremental refresh equals a rebuild, tallies and all", arguments: [11, 12, 13])
    func refreshEqualsRebuild(seed: UInt64) {
        var random = Seeded(seed)
        var fixture = Fixture.evening()
        var index = fixture.view.incidents
        for step in 0..<60 {
            if step % 10 == 0 { index.sort = IncidentSort.allCases[step / 10 % IncidentSort.allCases.count] }
            if step % 15 == 14 { index.reversed.toggle() }
            let touched = fixture.changeSomething(using: &random)
            index.refresh(board: fixture.board, touched: touched.incidents)
            var anew = IncidentIndex()
            anew.sort = index.sort
            anew.reversed = index.reversed
            anew.refresh(board: fixture.board, touched: [], everything: true)
            #expect(index.ids == anew.ids, "seed \(seed), step \(step)")
            #expect(index.waitingTallies == anew.waitingTallies, "seed \(seed), step \(step)")
            #expect(index.openCount == anew.openCount)
            var units = fixture.view.patrol
            units.refresh(board: fixture.board, touched: touched.units)
            var unitsAnew = UnitIndex(pane: .patrol)
            unitsAnew.refresh(board: fixture.board, touched: [], everything: true)
            #expect(units.ids == unitsAnew.ids)
            #expect(units.tally == unitsAnew.tally)
            #expect(units.tallies == unitsAnew.tallies)
            fixture.view.patrol = units
        }
    }

    @Test("the queue stands by priority, then what waits, then the oldest")
    func defaultOrder() {
        let fixture = Fixture.evening()
        let first = fixture.view.incidents.ids.prefix(8).map(\.rawValue)
        #expect(first == [4821, 4822, 4823, 4824, 4826, 4827, 4825, 4828])
        #expect(fixture.view.incidents.nextWaiting(after: nil)?.rawValue == 4821)
        #expect(fixture.view.incidents.nextWaiting(after: IncidentID(rawValue: 4822))?.rawValue == 4824)
    }

    @Test("a filter shows what it lets through and leaves the tallies alone")
    func filter() {
        var fixture = Fixture.evening()
        let before = fixture.view.incidents.waitingTallies
        fixture.view.incidents.invalidate()
        fixture.view.refresh(
            board: fixture.board, touched: Touched(), filters: ListFilters(incidents: { $0.beat == "B07" }))
        #expect(fixture.view.incidents.ids.map(\.rawValue) == [4821, 4829, 4833])
        #expect(fixture.view.incidents.waitingTallies == before)
    }

    @Test("alerts that ask stand first and are counted by severity")
    func alerts() {
        let fixture = Fixture.evening()
        let index = fixture.view.alerts
        #expect(index.ids.map(\.rawValue) == [1, 2, 3, 5, 4])
        #expect(index.unanswered == (1, 1, 1))
        #expect(index.nextUnanswered(after: AlertID(rawValue: 1))?.rawValue == 2)
        #expect(index.nextUnanswered(after: AlertID(rawValue: 5))?.rawValue == 1)
    }
}

extension ListOrder {
    var ids: [ID] { (0..<count).compactMap { id(at: $0) } }
}

extension Fixture {
    /// Lets a few things happen and says what they touched.
    mutating func changeSomething(using random: inout Seeded) -> Touched {
        var touched = Touched()
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let incident = IncidentID(rawValue: 4821 + UInt32.random(in: 0..<14, using: &random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: apply(.incidentClosed(IncidentClosed(incident: incident, disposition: "report", at: now)))
            case 1: apply(.incidentReopened(IncidentReopened(incident: incident)))
            case 2:
                let priority = Priority(rawValue: UInt8.random(in: 1...5, using: &random))
                apply(.incidentTriaged(IncidentTriaged(incident: incident, priority: priority)))
            default:
                let status = UnitStatus(rawValue: UInt8.random(in: 1...8, using: &random)) ?? .available
                let unit = UnitID(rawValue: UInt32.random(in: 1...12, using: &random))
                apply(.unitStatusChanged(UnitStatusChanged(unit: unit, status: status, since: now)))
            }
        }
        let known = records.count
        fold()
        for record in records[known...] { touched.note(record) }
        return touched
    }
}
