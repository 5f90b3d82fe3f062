import Drills
import Foundation

/// How a drill went, for programs; the keys are part of the interface.
package struct DrillResultJSON {
    private struct Result: Encodable {
        var exercise = true
        var drill: String
        var scenario: String
        var seed: UInt64
        var ended: String
        var at: Int64
        var met: Int
        var missed: Int
        var notMeasured: Int
        var clockHeld: Held
        var objectives: [Objective]
        var injects: [Inject]
    }

    private struct Held: Encodable {
        var times: Int
        var milliseconds: Int64
    }

    private struct Objective: Encodable {
        var id: String
        var outcome: String
        var value: Double?
        var threshold: Double
        var unit: String
        var good: Int
        var count: Int
    }

    private struct Inject: Encodable {
        var id: String
        var outcome: String
        var fired: Int64?
        var answered: Int64?
    }

    private let result: Result

    /// The result of a drill that has ended, in the folder that it was recorded in.
    package init(_ end: DrillEnd, _ scenario: Scenario, _ seed: UInt64, _ folder: DrillFolder) {
        let score = end.score
        result = Result(
            drill: folder.name.text, scenario: scenario.id, seed: seed, ended: end.reason.rawValue, at: end.at.rawValue,
            met: score.metCount, missed: score.missedCount,
            notMeasured: score.objectives.count - score.metCount - score.missedCount,
            clockHeld: Held(times: end.held.count, milliseconds: end.held.length.milliseconds),
            objectives: score.objectives.map {
                Objective(
                    id: $0.objective.id, outcome: $0.outcome.rawValue, value: $0.value, threshold: $0.threshold,
                    unit: $0.unit.rawValue, good: $0.good, count: $0.count)
            },
            injects: score.injects.map {
                Inject(
                    id: $0.inject.id, outcome: $0.outcome.rawValue, fired: $0.fired?.rawValue,
                    answered: $0.answered?.rawValue)
            })
    }

    /// The text.
    package var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return String(decoding: try encoder.encode(result), as: UTF8.self)
        }
    }
}
