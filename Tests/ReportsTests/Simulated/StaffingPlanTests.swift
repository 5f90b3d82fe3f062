import Foundation
import Reports
import Testing
import Wording

@Suite("Units for a load, by formula")
struct StaffingPlanTests {
    private func plan(_ rate: Double, shares: [Double] = [1]) -> StaffingPlan {
        StaffingPlan(callsPerHour: rate, serviceHours: 1, withinHours: 1 / 60, share: 0.95, shares: shares)
    }

    @Test("The answers are Erlang's, in both languages and as JSON")
    func erlang() throws {
        let plan = plan(45)
        let answers = [50, plan.needed].compactMap { $0 }.map(plan.answer)
        let english = plan.table(answers, Words(.english)).joined(separator: "\n")
        #expect(english.contains("50 units: busy 90.0 %, calls that wait 36.39 %"), "\(english)")
        #expect(english.contains("57 units are needed"), "\(english)")
        #expect(plan.table(answers, Words(.chinese)).contains { $0.contains("需要 57 个警力单元") })
        let object = try JSONSerialization.jsonObject(with: Data(plan.json(answers).utf8)) as? [String: Any]
        #expect(object?["unitsNeeded"] as? Int == 57)
    }

    @Test("The lowest priorities grow without end, the highest are answered")
    func saturated() throws {
        let plan = plan(60, shares: [0.3, 0.3, 0.4])
        let answers = [plan.answer(50)]
        let english = plan.table(answers, Words(.english)).joined(separator: "\n")
        #expect(english.contains("the line of P3 grows without end"), "\(english)")
        // Cobham with all servers busy: 60 / 50 and 18 / 50 less the load above.
        #expect(english.contains("P1 1.88, P2 6.70, P3 without end"), "\(english)")
        let object = try JSONSerialization.jsonObject(with: Data(plan.json(answers).utf8)) as? [String: Any]
        let told = (object?["answers"] as? [[String: Any]])?.first
        #expect(told?["saturatedPriorities"] as? [Int] == [3])
        #expect((told?["meanWaitMinutesByPriority"] as? [Any])?.last is NSNull)
    }
}
