import DispatchModel
import TerminalKit
import Themes
import Wording

extension DetailRoom {
    /// An alert, and below it what it is about.
    func facts(of alert: Alert, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        let asks = alert.state == .unacknowledged
        var lines = wrapped(words.alert(alert, on: frame.board, now: frame.now), columns: columns).enumerated().map {
            index, part in
            RichText(index == 0 ? frame.shape(of: alert) + " " : "  ", frame.role(of: alert))
                .then(part, asks ? .textStrong : .text)
        }
        lines.append(
            RichText(
                "\(words.severity(alert.severity)) \(frame.glyphs.dot) \(words.state(alert.state))",
                frame.role(of: alert)
            )
            .then("  \(words.when(alert.raised, now: frame.now)), \(words.age(frame.now - alert.raised))", .textDim))
        lines += silenceFacts(alert.reported?.source.source, columns: columns, in: frame)
        lines += conductFacts(of: alert, columns: columns, in: frame)
        lines.append(RichText())
        if let incident = alert.incident.flatMap({ frame.board.incidents[$0] }) {
            lines.append(RichText(words.incident(incident, on: frame.board), .textLink))
            lines += facts(of: incident, columns: columns, in: frame)
        } else if let unit = alert.unit.flatMap({ frame.board.units[$0] }) {
            lines.append(RichText(unit.callsign, .callsign))
            lines += facts(of: unit, columns: columns, in: frame)
        } else if let reported = alert.reported, !reported.source.source.hasPrefix(ReportedAlert.ownPrefix) {
            lines += RichText.fact(words.label(.origin), reported.source.source, columns: columns)
            if !reported.place.text.isEmpty {
                lines += RichText.fact(
                    words.header(.place).lowercased(), reported.place[words.language], columns: columns)
            }
        }
        return lines
    }

    /// How it comes and goes, who was called, how it is hidden, and what folds under it.
    private func conductFacts(of alert: Alert, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        var lines: [RichText] = []
        if alert.occurrence > 1 {
            lines.append(RichText(words.cameOn(alert.occurrence), .textDim))
        }
        if alert.conduct != .steady {
            let text = "~ \(words.conduct(alert.conduct)) \(frame.glyphs.dot) \(words.offersShelf)"
            lines += wrapped(text, columns: columns).map { RichText($0, .noticeWarning) }
        }
        if alert.escalations > 0 {
            lines.append(
                RichText("\(frame.glyphs.moreAbove) \(words.calledSupervisors(alert.escalations))", .noticeWarning))
        }
        for hiding in alert.hidings {
            let text = "\(frame.glyphs.dottedCircle) \(words.hidden(hiding, now: frame.now))"
            lines += wrapped(text, columns: columns).map { RichText($0, .alertShelved) }
        }
        if let group = frame.view.alerts.group(of: alert.id) {
            lines.append(RichText("\(frame.glyphs.arrow) \(words.folded(group))", .noticeNew))
        }
        return lines
    }

    /// The line of a detail that says how old a thing is whose feed is silent.
    func silenceFacts(_ feed: String?, columns: Int, in frame: Frame) -> [RichText] {
        guard let feed, let silence = frame.silence(ofFeed: feed) else { return [] }
        let text = "\(frame.glyphs.warning) \(frame.words.fromSilentFeed(feed, silence: silence))"
        return wrapped(text, columns: columns).map { RichText($0, .stale) }
    }
}
