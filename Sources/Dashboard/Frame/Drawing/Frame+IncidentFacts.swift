import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// Everything there is to say of an incident but its timeline.
    func facts(of incident: Incident, columns: Int) -> [RichText] {
        var lines = [headline(of: incident)]
        if let shortfall = shortfall(of: incident) {
            lines.append(RichText("\(glyphs.warning) \(words.short(shortfall))", .noticeWarning))
        }
        if incident.isOpen { lines += silenceFacts(incident.source?.source, columns: columns) }
        let place = incident.place.text.isEmpty ? glyphs.dash : incident.place.text
        let dot = "  \(glyphs.dot)  "
        let received = words.when(incident.received, now: now)
        lines.append(
            RichText(place, .textStrong).then(dot + words.beat(incident.beat, on: board), .textDim)
                .then("\(dot)\(words.label(.received)) \(received)", .textDim))
        lines += newestWords(of: incident)
        lines += disputeFacts(of: incident, columns: columns)
        lines += outcomeFacts(of: incident, columns: columns)
        lines += alertFacts(of: incident, columns: columns)
        lines += duplicateFacts(of: incident, columns: columns)
        lines += earlierFacts(of: incident, columns: columns)
        lines += assignmentFacts(of: incident, columns: columns)
        lines += reportFacts(of: incident)
        return lines
    }

    /// Priority, state and age, and by how much a limit has passed, in words.
    private func headline(of incident: Incident) -> RichText {
        let progress = incident.progress
        let shape = shape(incident.priority)
        let look = age(of: incident)
        var line = RichText(
            (shape.isEmpty ? "" : shape + " ") + words.priority(incident.priority), role(incident.priority)
        )
        .then("  \(words.progress(of: incident, now: now)) ", role(progress))
        .then(words.age((incident.closed ?? now) - incident.received), look.role)
        if progress == .waiting, let limit = view.limits.deadlines.waiting[incident.priority]?.limit {
            if let over = look.over {
                line = line.then("  " + words.past(limit, by: over), .ageOverdue)
            } else {
                line = line.then("  " + words.within(limit), .textDim)
            }
        }
        return line
    }

    private func outcomeFacts(of incident: Incident, columns: Int) -> [RichText] {
        var lines: [RichText] = []
        if incident.held, let until = incident.heldUntil {
            lines.append(RichText(words.held(until: until, now: now), .stageHeld))
        }
        if incident.timesBackwards {
            lines.append(RichText("\(glyphs.warning) \(words.timesBackwards)", .noticeWarning))
        }
        if !incident.disposition.isEmpty {
            lines += fact(words.label(.disposition), words.disposition(incident.disposition), columns: columns)
        }
        if let other = incident.mergedInto {
            lines.append(RichText(words.merged(into: other)))
        }
        if !incident.linked.isEmpty {
            lines += fact(words.label(.linked), words.numbers(incident.linked), columns: columns)
        }
        return lines
    }

    private func assignmentFacts(of incident: Incident, columns: Int) -> [RichText] {
        guard !incident.assignments.isEmpty else { return [] }
        var lines = [RichText(), RichText(words.label(.assignments), .header)]
        // Open ones first: those are the units at work.
        let ordered = incident.assignments.filter(\.isOpen) + incident.assignments.filter { !$0.isOpen }
        for assignment in ordered { lines += facts(of: assignment, columns: columns) }
        return lines
    }

    /// A unit's times; each after the first as the time since the one before.
    private func facts(of assignment: Assignment, columns: Int) -> [RichText] {
        let callsign = words.callsign(assignment.unit, on: board)
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
        return flowed(pieces, head: RichText(fitted(callsign, columns: width), role), indent: width, columns: columns)
    }

    /// Pieces side by side, on as many lines as they need.
    func flowed(_ pieces: [RichText], head: RichText, indent: Int, columns: Int) -> [RichText] {
        var lines: [RichText] = []
        var line = head
        var used = indent
        for piece in pieces {
            let width = piece.columns
            if used > indent, used + width > columns {
                lines.append(line)
                line = RichText(String(repeating: " ", count: indent))
                used = indent
            }
            line.pieces += piece.pieces
            line = line.then("  ")
            used += width + 2
        }
        lines.append(line)
        return lines
    }

    /// What the last caller who said anything said, whole and before everything else: it is what a crew has to know.
    private func newestWords(of incident: Incident) -> [RichText] {
        newestSaid(of: incident).map { [told(incident.reports[$0], of: $0 + 1)] } ?? []
    }

    private func newestSaid(of incident: Incident) -> Int? { incident.reports.lastIndex { !$0.text.isEmpty } }

    /// Every other caller's report, in full, the newest first.
    private func reportFacts(of incident: Incident) -> [RichText] {
        let count = incident.reports.count
        guard count > 1 else { return [] }
        let title = "\(words.label(.reports)) \(count)"
        let others = incident.reports.indices.reversed().filter { $0 != newestSaid(of: incident) }
        return [RichText(), RichText(title, .header)] + others.map { told(incident.reports[$0], of: $0 + 1) }
    }

    /// A report: when it came, which it is where there are several, who called, and the words.
    private func told(_ report: Report, of number: Int) -> RichText {
        let text = report.text.isEmpty ? words.noText : report.text
        let call = number > 1 ? words.call(number) + " " : ""
        let caller = report.caller.isEmpty ? "" : words.said(by: report.caller)
        return RichText("\(words.clock(report.at)) ", .activityTime).then(call, .noticeNew).then(caller, .textDim)
            .then(text, report.text.isEmpty ? .textDim : .textStrong)
    }
}
