import DispatchModel
import DispatchPolicy
import TestSupport
import Testing

@testable import Districts

/// How often an operator would be asked about real calls. Their dispatchers had already joined what they took for one
/// event, so nearly every proposal is about calls that other eyes kept apart, or entered once for each service.
@Suite("Duplicates among real calls", .enabled(if: sharedData("data/calls") != nil))
struct DuplicateRateTests {
    /// The calls of a log one after another, each weighed as it comes in.
    private func proposals(_ name: String) throws -> (calls: Int, asked: [String]) {
        let path = try #require(sharedData("data/calls/\(name)"))
        let mapping = try CallLog.detectMapping(path: path, among: Mapping.builtins())
        let log = try CallLog(path: path, mapping: mapping, way: .toDispatch)
        var board = Board()
        var engine = DuplicateEngine(policy: Policy(), board: board)
        let decider = ObservationDecider()
        var calls = 0
        var asked: [String] = []
        func fold(_ bodies: [EventBody], at: Timestamp) {
            for body in bodies {
                let record = EventRecord(position: board.position + 1, at: at, actor: .policy, source: nil, body: body)
                board.apply(record)
                engine.observe(record, board: board)
            }
        }
        for observation in log.observations {
            guard case .success(let events) = decider.decide(observation, board: board) else { continue }
            if case .incident = observation.content { calls += 1 }
            fold(events, at: observation.at)
            let found = engine.due(board: board)
            fold(found, at: observation.at)
            for case .duplicateProposed(let event) in found {
                let (one, other) = (board.incidents[event.incident], board.incidents[event.proposal.other])
                asked.append(
                    "\(event.proposal.likeness) % \(event.proposal.metres ?? -1) m \(event.proposal.seconds) s: "
                        + "\(one?.type ?? "") @ \(one?.place.text ?? "") | \(other?.type ?? "") @ \(other?.place.text ?? "")"
                )
            }
        }
        return (calls, asked)
    }

    /// San Francisco's fire department and Seattle's police join their calls well: few are left. Montgomery County enters
    /// a collision once for each service that goes: most of its proposals are right.
    @Test(arguments: [
        ("sffd_units_2016-12-31_2017-01-04.csv", 1...8), ("seattle_pd_911_2016-03-25.csv", 2...15),
        ("montgomery_pa_911_2016_2017_sample.csv", 30...80),
    ])
    func rate(name: String, bounds: ClosedRange<Int>) throws {
        let (calls, asked) = try proposals(name)
        let rate = Double(asked.count) * 1000 / Double(max(1, calls))
        print("\(name): \(asked.count) proposals for \(calls) calls, \(rate) in 1000")
        for line in asked.prefix(10) { print("  ", line) }
        #expect(rate >= Double(bounds.lowerBound) && rate <= Double(bounds.upperBound), "\(rate) in 1000")
    }
}
