import DispatchModel
import DispatchPolicy
import Formats

/// How a deadline profile was kept by everything in a journal.
package struct AttainmentReport: Hashable, Sendable {
    /// The profile.
    package var profile: DeadlineProfile
    /// Its measures, in its order.
    package var targets: [TargetAttainment]

    /// The report as JSON (RFC 8259), always in the same order; of an exercise it says so first.
    ///
    /// `cases` are those of which it is certain whether they are within the limit; a measure that no journal has the times
    /// of is `"recorded": false` and has no counts.
    package func json(exercise: Bool = false) -> String {
        func quoted(_ text: String) -> String { JSON.quoted(text, lineFeed: .number) }
        let measures = targets.map { target in
            "  {"
                + (AttainmentReport.members(of: target) + [AttainmentReport.limits(of: target)]).joined(separator: ", ")
                + "}"
        }
        let head =
            (exercise ? [" \"exercise\": true"] : []) + [
                " \"profile\": \(quoted(profile.name))",
                " \"title\": [\(quoted(profile.english)), \(quoted(profile.chinese))]",
                " \"source\": \(quoted(profile.source))",
            ]
        return "{\n"
            + (head + [" \"measures\": [\n" + measures.joined(separator: ",\n") + "\n ]"]).joined(separator: ",\n")
            + "\n}"
    }

    private static func members(of target: TargetAttainment) -> [String] {
        let measure = target.target.measure
        var members = ["\"measure\": \"\(measure)\"", "\"recorded\": \(target.isRecorded)"]
        let priorities = target.target.priorities.sorted().map { "\"P\($0.rawValue)\"" }
        if !priorities.isEmpty { members.append("\"priorities\": [\(priorities.joined(separator: ", "))]") }
        guard target.isRecorded else { return members }
        return members + [
            "\"ended\": \(target.ended)", "\"open\": \(target.open)", "\"missing\": \(target.missing)",
            "\"backwards\": \(target.backwards)",
        ]
    }

    private static func limits(of target: TargetAttainment) -> String {
        let limits = target.limits.map { limit in
            var members = ["\"seconds\": \(limit.limit.within.seconds)"]
            if let wanted = limit.limit.wanted { members.append("\"wanted\": \(wanted)") }
            if target.isRecorded {
                members += ["\"within\": \(limit.within)", "\"cases\": \(limit.cases)"]
                if limit.cases > 0 {
                    let percent = 100 * Double(limit.within) / Double(limit.cases)
                    members.append("\"percent\": \(FigureReport.decimal(percent))")
                }
                if let isAttained = limit.isAttained { members.append("\"attained\": \(isAttained)") }
            }
            return "{" + members.joined(separator: ", ") + "}"
        }
        return "\"limits\": [" + limits.joined(separator: ", ") + "]"
    }
}

extension FigureAccumulator {
    /// How a profile was kept by everything so far. What is still open has lasted until the last event.
    package func attainment(of profile: DeadlineProfile) -> AttainmentReport {
        var tally = AttainmentTally(profile, since: nil, now: lastAt)
        for incident in survivors() {
            tally.add(
                priority: incident.priority, received: incident.received, isOpen: !incident.isClosed,
                responses: incident.responses.map { response in
                    ResponseCase(response.assignment, kind: kinds[response.unit], pane: panes[response.unit])
                }, calls: incident.calls)
        }
        return AttainmentReport(profile: profile, targets: tally.targets)
    }
}
