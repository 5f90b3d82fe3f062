import DispatchModel
import DispatchPolicy

extension Words {
    /// What an alert about a dispute's deadline says: `warn by 19:40, 5 min left`; once it is over, that it was.
    func disputeAlert(_ alert: Alert, _ dispute: Dispute?, now: Timestamp) -> String {
        let what = alert.kind.disputeStep.map(stepDeadline) ?? pick("outcome of the mediation", "调解结果")
        guard alert.active else { return pick("\(what): was near", "\(what)：曾临近时限") }
        let by = alert.kind.disputeStep.map { dispute?[$0].by } ?? dispute?.mediation?.due
        guard let by else {
            return alert.severity == .high
                ? pick("\(what): passed", "\(what)：已超时限") : pick("\(what): near", "\(what)：临近时限")
        }
        return pick(
            "\(what) by \(deadline(by, now: now)), \(left(by, now: now))",
            "\(what)限 \(deadline(by, now: now))，\(left(by, now: now))")
    }

    /// What a step asks for, as the beginning of a line: `warn those concerned`.
    package func stepDeadline(_ step: DisputeStep) -> String {
        switch step {
        case .warned: pick("warn those concerned", "预警")
        case .routed: pick("route the dispute", "分流")
        case .settled: pick("settle the dispute", "化解")
        }
    }

    /// How long until a deadline, or for how long it has passed: `5 min left`, `over by 12 min`.
    package func left(_ by: Timestamp, now: Timestamp) -> String {
        by > now
            ? pick("\(length(by - now)) left", "剩\(length(by - now))")
            : pick("over by \(length(now - by))", "超\(length(now - by))")
    }

    /// A time as a deadline is written: the time of day, with the date when it is not today's, without seconds.
    package func deadline(_ time: Timestamp, now: Timestamp) -> String {
        date(time) == date(now) ? clockMinutes(time) : "\(date(time)) \(clockMinutes(time))"
    }

    /// The state of a dispute that was handed over, with the time that is left: `mediation 6d`.
    func inMediation(_ mediation: Mediation, now: Timestamp) -> String {
        guard mediation.due > now else { return pick("mediation due", "调解到期") }
        let left = briefAge(mediation.due - now)
        return pick("mediation \(left)", "调解\(left)")
    }

    /// A mediation in a sentence: `people's mediation, Hexie St committee`.
    package func mediation(_ mediation: Mediation) -> String {
        let kind = self.mediation(mediation.kind)
        return mediation.body.isEmpty ? kind : pick("\(kind), \(mediation.body)", "\(kind)，\(mediation.body)")
    }

    /// The title of the choice of a grade.
    package func gradeTitle(_ number: String) -> String { pick("Grade of dispute \(number)", "\(number) 纠纷等级") }
    /// The title of the choice of a mediation.
    package func mediationTitle(_ number: String) -> String { pick("Hand over \(number) to", "将 \(number) 移交") }
    /// What stands before the line that asks who mediates until when.
    package func mediationPrompt(_ number: String, _ kind: MediationKind) -> String {
        let kind = mediation(kind)
        return pick("\(number) to \(kind), by whom, due: ", "\(number) 移交\(kind)，调解机构与期限：")
    }
    /// What may be typed there.
    package var mediationWanted: String {
        pick(
            "who mediates, then the due date, such as Hexie St committee 7d, or … 2026-12-05",
            "调解机构，再写期限，例如 和谐街道调委会 7d，或 … 2026-12-05")
    }

    /// A grade with its spans, as a menu offers it: `red · warn 5 min, route 15 min, settle 1 d`.
    package func gradeChoice(_ grade: DisputeGrade, _ deadlines: DisputeDeadlines) -> String {
        let spans = deadlines.spans[grade]
        let steps: [(DisputeStep, Span?)] = [
            (.warned, spans?.warn), (.routed, spans?.route), (.settled, spans?.settle),
        ]
        let parts = steps.compactMap { step, span in span.map { "\(self.step(step)) \(length($0))" } }
        return parts.isEmpty ? self.grade(grade) : "\(self.grade(grade)) · \(list(parts))"
    }

    /// Why a command about a dispute was refused.
    func disputeRefusal(_ rejection: Rejection) -> Refusal {
        switch rejection {
        case .notDispute(let id):
            Refusal(
                pick("\(number(id)) is not graded as a dispute", "\(number(id)) 尚未定为纠纷"),
                pick("grade it first: GR \(id.rawValue) yellow", "请先定级：GR \(id.rawValue) 黄色"))
        case .sameGrade(let id, let grade):
            Refusal(
                pick("\(number(id)) is graded \(self.grade(grade)) already", "\(number(id)) 本已定为\(self.grade(grade))"),
                pick("name another grade", "请指定其他等级"))
        case .stepDone(let id, let step):
            Refusal(
                pick("Dispute \(number(id)) is \(done(step)) already", "纠纷 \(number(id)) \(done(step))"),
                pick("undo takes it back", "可用撤销收回"))
        case .disputeSettled(let id):
            Refusal(
                pick("Dispute \(number(id)) is settled", "纠纷 \(number(id)) 已化解"),
                pick("grade it anew if it goes on", "若再起，请重新定级"))
        case .mediationDue(let id, let latest):
            Refusal(
                pick("The due date of \(number(id)) must be to come", "\(number(id)) 的期限须在将来"),
                pick("at the latest \(date(latest))", "最迟 \(date(latest))"))
        default: Refusal("")
        }
    }
}
