import DispatchModel
import Drills
import Wording

/// Writes a debriefing as a page that a trainer shows to a class.
struct ReportPage {
    /// What is told.
    let debriefing: Debriefing
    /// In which language, and in which zone times are shown.
    let words: Words

    /// The score.
    var score: DrillScore { debriefing.score }

    /// The page.
    var page: HTMLPage {
        let scenario = ReviewWords(words).text(debriefing.play.scenario.title)
        return HTMLPage(
            words.pick("After-action report: \(scenario)", "讲评报告：\(scenario)"),
            words: words.language == .english ? .english : .chinese, subtitle: ReviewWords(words).identity(debriefing),
            banner: words.mode(.exercise),
            sections: [
                summary, objectives, responseTimes, coverage, injects, deadlines, timeline, decisions, background,
            ].compactMap { $0 },
            footer: words.pick(
                "EXERCISE. Made by Watchfloor from the drill's journal; nothing here is a live incident.",
                "演练。由 Watchfloor 依据演练日志生成；其中没有真实警情。"))
    }

    /// The place of an instant on the charts' time axes: one offset for the whole drill, so that time never jumps back
    /// where daylight saving ends.
    func local(_ time: Timestamp) -> Double {
        Double(time.rawValue) / 1000 + Double(words.zone.secondsEast(score.start))
    }

    /// An incident's number, priority and type.
    func name(_ id: IncidentID) -> String {
        guard let lane = debriefing.incidents.first(where: { $0.incident == id }) else { return words.number(id) }
        return "\(words.number(id)) \(words.priority(lane.priority)) \(words.type(lane.type, on: debriefing.board))"
    }

    /// What the reader should take away.
    private var summary: PageSection {
        let answers = score.answers
        let missed = debriefing.missedDeadlines.count
        var facts = [
            PageFact(
                words.pick("objectives met", "达到的目标"), "\(score.metCount) / \(score.metCount + score.missedCount)",
                verdict: score.missedCount == 0 ? .met : .missed),
            PageFact(words.pick("incidents", "警情"), "\(score.incidents.count { !$0.isMerged })"),
        ]
        if let first = score.priorities.first {
            let value = ReviewWords(words).quantile(first.response.p90)
            facts.append(PageFact("\(words.priority(first.priority)) \(words.pick("response p90", "到场 90 分位"))", value))
        }
        if answers.expected > 0 {
            facts.append(
                PageFact(
                    words.pick("expected actions in time", "及时的预期行动"), "\(answers.inTime) / \(answers.expected)",
                    verdict: answers.inTime == answers.expected ? .met : .missed))
        }
        facts.append(
            PageFact(words.pick("missed deadlines", "超时"), "\(missed)", verdict: missed == 0 ? .met : .missed))
        facts.append(PageFact(words.pick("decisions", "决策"), "\(debriefing.decisions.count)"))
        let held = debriefing.play.held
        if held.count > 0 {
            facts.append(
                PageFact(
                    words.pick("clock held by the trainee", "受训者暂停或放慢时钟"),
                    "\(held.count) × · \(words.duration(held.length))"))
        }
        let skipped = debriefing.play.ranAhead
        if skipped > .zero {
            facts.append(
                PageFact(words.pick("run ahead by the trainer, not charged", "导调员快进（不计入）"), words.duration(skipped)))
        }
        if !debriefing.play.keys.isEmpty {
            facts.append(PageFact(words.pick("keys pressed", "按键"), "\(debriefing.play.keys.count)"))
        }
        var blocks: [PageBlock] = [.facts(facts)]
        let purpose = ReviewWords(words).text(debriefing.play.scenario.purpose)
        if !purpose.isEmpty { blocks.append(.paragraph(purpose)) }
        if debriefing.baseline != nil { blocks.append(.note(ReviewWords(words).baselineNote)) }
        blocks += debriefing.play.gaps.map { .note("⚠ \($0)") }
        return PageSection(words.pick("In short", "概要"), blocks)
    }
}
