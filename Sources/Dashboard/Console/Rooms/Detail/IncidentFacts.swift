import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

extension DetailRoom {
    /// Everything there is to say of an incident but its timeline.
    func facts(of incident: Incident, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        var lines = [headline(of: incident, in: frame)]
        if let shortfall = IncidentRow.shortfall(of: incident, in: frame) {
            lines.append(RichText("\(frame.glyphs.warning) \(words.short(shortfall))", .noticeWarning))
        }
        if incident.isOpen { lines += silenceFacts(incident.source?.source, columns: columns, in: frame) }
        let place = incident.place.text.isEmpty ? frame.glyphs.dash : incident.place[words.language]
        let dot = "  \(frame.glyphs.dot)  "
        let received = words.when(incident.received, now: frame.now)
        lines.append(
            RichText(place, .textStrong).then(dot + words.beat(incident.beat, on: frame.board), .textDim)
                .then("\(dot)\(words.label(.received)) \(received)", .textDim))
        lines += hazardFacts(of: incident, columns: columns, in: frame)
        lines += newestWords(of: incident, in: frame)
        lines += disputeFacts(of: incident, columns: columns, in: frame)
        lines += outcomeFacts(of: incident, columns: columns, in: frame)
        if let interval = incident.checkInterval {
            let say = PersonnelWords(words)
            lines += RichText.fact(say.checkLabel, say.check(every: interval), columns: columns)
        }
        lines += timerFacts(frame.board.openTimers.filter { $0.incident == incident.id }, columns: columns, in: frame)
        lines += alertFacts(of: incident, columns: columns, in: frame)
        lines += duplicateFacts(of: incident, columns: columns, in: frame)
        lines += earlierFacts(of: incident, columns: columns, in: frame)
        lines += assignmentFacts(of: incident, columns: columns, in: frame)
        lines += reportFacts(of: incident, in: frame)
        return lines
    }

    /// What is to be known of the place before somebody goes there, whole.
    private func hazardFacts(of incident: Incident, columns: Int, in frame: Frame) -> [RichText] {
        guard let hazards = frame.view.hazards, hazards.incident == incident.id else { return [] }
        return hazards.lines.flatMap { line in
            wrapped("\(frame.glyphs.warning) \(line)", columns: max(8, columns), limit: 3).map {
                RichText($0, .noticeWarning)
            }
        }
    }

    /// Priority, state and age, and by how much a limit has passed, in words.
    private func headline(of incident: Incident, in frame: Frame) -> RichText {
        let words = frame.words
        let progress = incident.progress
        let shape = frame.shape(incident.priority)
        let look = frame.age(of: incident)
        var line = RichText(
            (shape.isEmpty ? "" : shape + " ") + words.priority(incident.priority), frame.role(incident.priority)
        )
        .then("  \(words.progress(of: incident, now: frame.now)) ", frame.role(progress))
        .then(words.age((incident.closed ?? frame.now) - incident.received), look.role)
        if progress == .waiting, let limit = frame.view.limits.deadlines.waitingLimit(of: incident)?.limit {
            if let over = look.over {
                line = line.then("  " + words.past(limit, by: over), .ageOverdue)
            } else {
                line = line.then("  " + words.within(limit), .textDim)
            }
        }
        return line
    }

    private func outcomeFacts(of incident: Incident, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        var lines: [RichText] = []
        if incident.held, let until = incident.heldUntil {
            lines.append(RichText(words.held(until: until, now: frame.now), .stageHeld))
        }
        if incident.timesBackwards {
            lines.append(RichText("\(frame.glyphs.warning) \(words.timesBackwards)", .noticeWarning))
        }
        if !incident.disposition.isEmpty {
            lines += RichText.fact(words.label(.disposition), words.disposition(incident.disposition), columns: columns)
        }
        if let other = incident.mergedInto {
            lines.append(RichText(words.merged(into: other)))
        }
        if !incident.linked.isEmpty {
            lines += RichText.fact(words.label(.linked), words.numbers(incident.linked), columns: columns)
        }
        return lines
    }

    private func assignmentFacts(of incident: Incident, columns: Int, in frame: Frame) -> [RichText] {
        guard !incident.assignments.isEmpty else { return [] }
        var lines = [RichText(), RichText(frame.words.label(.assignments), .header)]
        // Open ones first: those are the units at work.
        let ordered = incident.assignments.filter(\.isOpen) + incident.assignments.filter { !$0.isOpen }
        for assignment in ordered { lines += facts(of: assignment, columns: columns, in: frame) }
        return lines
    }

    /// A unit's times; each after the first as the time since the one before.
    private func facts(of assignment: Assignment, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        let callsign = words.callsign(assignment.unit, on: frame.board)
        let width = max(7, TextWidth.columns(of: callsign) + 1)
        var pieces: [RichText] = []
        var before: Timestamp?
        for milestone in Milestone.allCases {
            guard let at = assignment[milestone] else { continue }
            let time = before.map { words.later(at - $0) } ?? words.clock(at)
            let isBackwards = before.map { at < $0 } ?? false
            pieces.append(
                RichText(words.milestone(milestone) + " ", .textDim).then(
                    time + (isBackwards ? " !" : ""), isBackwards ? .noticeWarning : .text))
            before = at
        }
        if let at = assignment.withdrawn {
            pieces.append(RichText(words.withdrawn + " ", .textDim).then(words.clock(at), .text))
        }
        let role: Role = assignment.isOpen ? .textLink : .textDim
        return RichText.flowed(
            pieces, head: RichText(fitted(callsign, columns: width), role), indent: width, columns: columns)
    }

    /// What the last caller who said anything said, whole and before everything else: it is what a crew has to know.
    private func newestWords(of incident: Incident, in frame: Frame) -> [RichText] {
        newestSaid(of: incident).map { [told(incident.reports[$0], of: $0 + 1, in: frame)] } ?? []
    }

    /// The last report with words, or else the last that says at least who called.
    private func newestSaid(of incident: Incident) -> Int? {
        incident.reports.lastIndex { !$0.text.isEmpty } ?? incident.reports.lastIndex { !$0.by.isEmpty }
    }

    /// Every other caller's report, in full, the newest first.
    private func reportFacts(of incident: Incident, in frame: Frame) -> [RichText] {
        let count = incident.reports.count
        guard count > 1 else { return [] }
        let title = "\(frame.words.label(.reports)) \(count)"
        let others = incident.reports.indices.reversed().filter { $0 != newestSaid(of: incident) }
        return [RichText(), RichText(title, .header)] + others.map { told(incident.reports[$0], of: $0 + 1, in: frame) }
    }

    /// A report: when it came, which it is where there are several, who called, and the words.
    private func told(_ report: Report, of number: Int, in frame: Frame) -> RichText {
        let words = frame.words
        let text = report.text.isEmpty ? words.noText : report[words.language]
        let call = number > 1 ? words.call(number) + " " : ""
        let caller = report.by.isEmpty ? "" : words.said(by: report.by)
        return RichText("\(words.clock(report.at)) ", .activityTime).then(call, .noticeNew)
            .then(caller, report.callback.isEmpty ? .textDim : .text)
            .then(text, report.text.isEmpty ? .textDim : .textStrong).then(ring(of: report, in: frame), .textDim)
    }

    /// How long the call rang; empty when nobody says so, or says something that cannot be.
    private func ring(of report: Report, in frame: Frame) -> String {
        guard let rang = report.rang, let answered = report.answered, answered >= rang else { return "" }
        return "  \(frame.glyphs.dot) \(frame.words.answered(after: answered - rang))"
    }

    /// The grade, each deadline with what is left of it, and the mediation with its due date.
    private func disputeFacts(of incident: Incident, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        guard let dispute = incident.dispute else { return [] }
        let grade = "\(frame.shape(dispute.grade)) \(words.grade(dispute.grade))"
        var lines = [
            RichText(words.header(.grade) + "  ", .header).then(grade, frame.role(dispute.grade))
        ]
        for step in DisputeStep.allCases {
            let (by, done) = dispute[step]
            guard by != nil || done != nil else { continue }
            let text = stepText(step, dispute, incident, in: frame)
            lines += RichText.fact(
                words.step(step), text, columns: columns, role: look(step, dispute, incident, in: frame))
        }
        if let mediation = dispute.mediation {
            lines += facts(of: mediation, dispute, incident, columns: columns, in: frame)
        }
        return lines
    }

    private func facts(
        of mediation: Mediation, _ dispute: Dispute, _ incident: Incident, columns: Int, in frame: Frame
    ) -> [RichText] {
        let words = frame.words
        let isRunning = dispute.isInMediation && incident.isOpen
        let left = isRunning ? words.left(mediation.due, now: frame.now) : ""
        let look: Role =
            !isRunning
            ? .textDim
            : mediation.due <= frame.now
                ? .ageOverdue
                : isNear(mediation.since, mediation.due, in: frame) ? .ageWarning : .text
        let due = join(words.deadline(mediation.due, now: frame.now), left, in: frame)
        return RichText.fact(words.label(.mediation), words.mediation(mediation), columns: columns)
            + RichText.fact(words.label(.due), due, columns: columns, role: look)
    }

    /// `by 19:40, 5 min left`, or when it was done and by how much too late.
    private func stepText(_ step: DisputeStep, _ dispute: Dispute, _ incident: Incident, in frame: Frame) -> String {
        let words = frame.words
        let (by, done) = dispute[step]
        guard let done else {
            guard let by else { return frame.glyphs.dash }
            return join(
                words.due(by, now: frame.now), runs(step, dispute, incident) ? words.left(by, now: frame.now) : "",
                in: frame)
        }
        let late = by.flatMap { done > $0 ? done - $0 : nil }
        return "\(frame.glyphs.check) \(words.done(done, late: late, now: frame.now))"
    }

    /// How a step of a dispute looks: done late, near its deadline, past it.
    private func look(_ step: DisputeStep, _ dispute: Dispute, _ incident: Incident, in frame: Frame) -> Role {
        let (by, done) = dispute[step]
        if let done { return by.map { done > $0 } == true ? .noticeWarning : .textDim }
        guard let by, runs(step, dispute, incident) else { return .textDim }
        return by <= frame.now ? .ageOverdue : isNear(incident.received, by, in: frame) ? .ageWarning : .text
    }

    /// True while a step's deadline is watched.
    private func runs(_ step: DisputeStep, _ dispute: Dispute, _ incident: Incident) -> Bool {
        incident.isOpen && dispute.settled == nil && (step != .settled || dispute.mediation == nil)
    }

    private func isNear(_ start: Timestamp, _ end: Timestamp, in frame: Frame) -> Bool {
        let whole = (end - start).milliseconds
        return (frame.now - start).milliseconds >= whole / 100 * frame.view.limits.deadlines.disputes.nearPercent
    }

    private func join(_ one: String, _ other: String, in frame: Frame) -> String {
        other.isEmpty ? one : frame.words.clauses(one, other)
    }

    /// The likeliest others that seem to be the same event, each with why, and what the operator may do.
    private func duplicateFacts(of incident: Incident, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        let open = frame.board.openProposals(of: incident)
        guard !open.isEmpty else { return [] }
        var lines: [RichText] = []
        for proposal in open {
            guard let other = frame.board.incidents[proposal.other] else { continue }
            let head = "\(frame.glyphs.alike) \(words.number(other.id)) \(words.type(other.type, on: frame.board)) "
            let text = words.alikeBecause(proposal)
            let indent = min(TextWidth.columns(of: head), max(0, columns / 2))
            for (index, part) in wrapped(text, columns: max(8, columns - indent), limit: 3).enumerated() {
                let start = index == 0 ? fitted(head, columns: indent) : String(repeating: " ", count: indent)
                lines.append(RichText(start, .noticeWarning).then(part, .text))
            }
        }
        return lines
    }

    /// What happened here before.
    private func earlierFacts(of incident: Incident, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        guard let earlier = frame.view.earlier, earlier.incident == incident.id, !earlier.shown.isEmpty else {
            return []
        }
        var texts = earlier.shown.compactMap { id in
            frame.board.incidents[id].map { words.earlier($0, on: frame.board, now: frame.now) }
        }
        if earlier.more > 0 { texts.append(words.moreEarlier(earlier.more)) }
        let label = words.label(.earlierHere)
        let indent = max(10, TextWidth.columns(of: label)) + 1
        return texts.enumerated().flatMap { index, text in
            let head = index == 0 ? fitted(label, columns: indent - 1) + " " : String(repeating: " ", count: indent)
            return [RichText(head, .textDim).then(text, .text)]
        }
    }

    /// The alerts that an incident came from or has to do with.
    private func alertFacts(of incident: Incident, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        let alerts = incident.alerts.compactMap { frame.board.alerts[$0] }
        guard !alerts.isEmpty else { return [] }
        return [RichText(), RichText(words.title(.alerts), .header)]
            + alerts.flatMap { alert in
                let text = "\(words.alert(alert, on: frame.board, now: frame.now)), \(words.state(alert.state))"
                return wrapped(text, columns: max(8, columns - 2)).enumerated().map { index, part in
                    RichText(index == 0 ? frame.shape(of: alert) + " " : "  ", frame.role(of: alert)).then(part)
                }
            }
    }
}

/// Earlier incidents at the place of the selected one.
package struct EarlierHere: Hashable, Sendable {
    /// The selected incident.
    package var incident: IncidentID
    /// The earlier ones, the newest first.
    package var shown: [IncidentID]
    /// How many more there are.
    package var more: Int

    /// Creates the list.
    package init(incident: IncidentID, shown: [IncidentID], more: Int) {
        self.incident = incident
        self.shown = shown
        self.more = more
    }
}
