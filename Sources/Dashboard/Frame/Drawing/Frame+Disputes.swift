import DispatchModel
import TerminalKit
import Themes
import Wording

extension Frame {
    func role(_ grade: DisputeGrade) -> Role {
        switch grade {
        case .red: .disputeRed
        case .orange: .disputeOrange
        case .yellow: .disputeYellow
        case .blue: .disputeBlue
        }
    }

    /// The shape of a grade: filled for what is grave.
    func shape(_ grade: DisputeGrade) -> String {
        switch grade {
        case .red, .orange: shape(role(grade), glyphs.square)
        case .yellow, .blue: shape(role(grade), glyphs.hollowSquare)
        }
    }

    /// A grade's shape and word; dim once nothing is left to do.
    mutating func drawGrade(_ dispute: Dispute, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook) {
        let text = "\(shape(dispute.grade)) \(words.grade(dispute.grade))"
        cell(text, place, line, rowStyle(dispute.settled == nil ? role(dispute.grade) : .textDim, look))
    }

    /// The grade, each deadline with what is left of it, and the mediation with its due date.
    func disputeFacts(of incident: Incident, columns: Int) -> [RichText] {
        guard let dispute = incident.dispute else { return [] }
        let grade = "\(shape(dispute.grade)) \(words.grade(dispute.grade))"
        var lines = [
            RichText(words.header(.grade) + "  ", .header).then(grade, role(dispute.grade))
        ]
        for step in DisputeStep.allCases {
            let (by, done) = dispute[step]
            guard by != nil || done != nil else { continue }
            let text = stepText(step, dispute, incident)
            lines += fact(words.step(step), text, columns: columns, role: look(step, dispute, incident))
        }
        if let mediation = dispute.mediation { lines += facts(of: mediation, dispute, incident, columns: columns) }
        return lines
    }

    private func facts(
        of mediation: Mediation, _ dispute: Dispute, _ incident: Incident, columns: Int
    ) -> [RichText] {
        let isRunning = dispute.isInMediation && incident.isOpen
        let left = isRunning ? words.left(mediation.due, now: now) : ""
        let look: Role =
            !isRunning
            ? .textDim
            : mediation.due <= now
                ? .ageOverdue
                : isNear(mediation.since, mediation.due) ? .ageWarning : .text
        let due = join(words.deadline(mediation.due, now: now), left)
        return fact(words.label(.mediation), words.mediation(mediation), columns: columns)
            + fact(words.label(.due), due, columns: columns, role: look)
    }

    /// `by 19:40, 5 min left`, or when it was done and by how much too late.
    private func stepText(_ step: DisputeStep, _ dispute: Dispute, _ incident: Incident) -> String {
        let (by, done) = dispute[step]
        guard let done else {
            guard let by else { return glyphs.dash }
            return join(words.due(by, now: now), runs(step, dispute, incident) ? words.left(by, now: now) : "")
        }
        let late = by.flatMap { done > $0 ? done - $0 : nil }
        return "\(glyphs.check) \(words.done(done, late: late, now: now))"
    }

    private func look(_ step: DisputeStep, _ dispute: Dispute, _ incident: Incident) -> Role {
        let (by, done) = dispute[step]
        if let done { return by.map { done > $0 } == true ? .noticeWarning : .textDim }
        guard let by, runs(step, dispute, incident) else { return .textDim }
        return by <= now ? .ageOverdue : isNear(incident.received, by) ? .ageWarning : .text
    }

    /// True while a step's deadline is watched.
    private func runs(_ step: DisputeStep, _ dispute: Dispute, _ incident: Incident) -> Bool {
        incident.isOpen && dispute.settled == nil && (step != .settled || dispute.mediation == nil)
    }

    private func isNear(_ start: Timestamp, _ end: Timestamp) -> Bool {
        let whole = (end - start).milliseconds
        return (now - start).milliseconds >= whole / 100 * view.limits.deadlines.disputes.nearPercent
    }

    private func join(_ one: String, _ other: String) -> String {
        other.isEmpty ? one : words.clauses(one, other)
    }
}
