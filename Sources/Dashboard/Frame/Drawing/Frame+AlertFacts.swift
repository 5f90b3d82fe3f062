import DispatchModel
import TerminalKit
import Themes
import Wording

extension Frame {
    /// An alert, and below it what it is about.
    func facts(of alert: Alert, columns: Int) -> [RichText] {
        let asks = alert.state == .unacknowledged
        var lines = wrapped(words.alert(alert, on: board, now: now), columns: columns).enumerated().map { index, part in
            RichText(index == 0 ? shape(of: alert) + " " : "  ", role(of: alert))
                .then(part, asks ? .textStrong : .text)
        }
        lines.append(
            RichText("\(words.severity(alert.severity)) \(glyphs.dot) \(words.state(alert.state))", role(of: alert))
                .then("  \(words.when(alert.raised, now: now)), \(words.age(now - alert.raised))", .textDim))
        lines += silenceFacts(alert.reported?.source.source, columns: columns)
        lines += conductFacts(of: alert, columns: columns)
        lines.append(RichText())
        if let incident = alert.incident.flatMap({ board.incidents[$0] }) {
            lines.append(RichText(words.incident(incident, on: board), .textLink))
            lines += facts(of: incident, columns: columns)
        } else if let unit = alert.unit.flatMap({ board.units[$0] }) {
            lines.append(RichText(unit.callsign, .callsign))
            lines += facts(of: unit, columns: columns)
        } else if let reported = alert.reported, !reported.source.source.hasPrefix(ReportedAlert.ownPrefix) {
            lines += fact(words.label(.origin), reported.source.source, columns: columns)
            if !reported.place.text.isEmpty {
                lines += fact(words.header(.place).lowercased(), reported.place.text, columns: columns)
            }
        }
        return lines
    }

    /// How it comes and goes, who was called, how it is hidden, and what folds under it.
    private func conductFacts(of alert: Alert, columns: Int) -> [RichText] {
        var lines: [RichText] = []
        if alert.occurrence > 1 {
            lines.append(RichText(words.cameOn(alert.occurrence), .textDim))
        }
        if alert.conduct != .steady {
            let text = "~ \(words.conduct(alert.conduct)) \(glyphs.dot) \(words.offersShelf)"
            lines += wrapped(text, columns: columns).map { RichText($0, .noticeWarning) }
        }
        if alert.escalations > 0 {
            lines.append(
                RichText("\(glyphs.moreAbove) \(words.calledSupervisors(alert.escalations))", .noticeWarning))
        }
        for hiding in alert.hidings {
            let text = "\(glyphs.dottedCircle) \(words.hidden(hiding, now: now))"
            lines += wrapped(text, columns: columns).map { RichText($0, .alertShelved) }
        }
        if let group = view.alerts.group(of: alert.id) {
            lines.append(RichText("\(glyphs.arrow) \(words.folded(group))", .noticeNew))
        }
        return lines
    }

    /// The alerts that an incident came from or has to do with.
    func alertFacts(of incident: Incident, columns: Int) -> [RichText] {
        let alerts = incident.alerts.compactMap { board.alerts[$0] }
        guard !alerts.isEmpty else { return [] }
        return [RichText(), RichText(words.title(.alerts), .header)]
            + alerts.flatMap { alert in
                let text = "\(words.alert(alert, on: board, now: now)), \(words.state(alert.state))"
                return wrapped(text, columns: max(8, columns - 2)).enumerated().map { index, part in
                    RichText(index == 0 ? shape(of: alert) + " " : "  ", role(of: alert)).then(part)
                }
            }
    }
}
