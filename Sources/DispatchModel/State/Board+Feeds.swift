extension ReportedAlert {
    /// The source of the alerts about feeds themselves; their identity is the feed's name.
    package static let feedWatch = "watchfloor.feeds"
    /// The source of the alerts about messages that were not taken; their identity is the feed's name.
    package static let refusalWatch = "watchfloor.refusals"
    /// The source of the alerts about feeds that cannot be read; their identity is the feed's name.
    package static let troubleWatch = "watchfloor.troubles"
    /// The source of the alerts about programs that were to tell somebody; their identity is whom.
    package static let noticeWatch = "watchfloor.notices"
    /// What the names of the program's own sources begin with; no feed's does.
    package static let ownPrefix = "watchfloor."

    /// The feed whose silence this is about; nil for what a feed reports.
    package var silentFeed: String? { source.source == ReportedAlert.feedWatch ? source.id : nil }
    /// The feed whose messages were not taken; nil for what a feed reports.
    package var refusedFeed: String? { source.source == ReportedAlert.refusalWatch ? source.id : nil }
    /// The feed that cannot be read; nil for what a feed reports.
    package var unreadFeed: String? { source.source == ReportedAlert.troubleWatch ? source.id : nil }
    /// The feed that an alert of the program's own is about; nil for what a feed reports.
    package var ownFeed: String? { silentFeed ?? refusedFeed ?? unreadFeed }
    /// Whom a program could not tell of an alert; nil for what a feed reports.
    package var uncalled: String? { source.source == ReportedAlert.noticeWatch ? source.id : nil }

    /// A text of the program's own in both languages, a line each, at most some 400 characters each.
    package static func bilingual(_ english: String, _ chinese: String) -> String {
        [english, chinese].map { text in
            String(text.prefix(400)).split(whereSeparator: \.isNewline).joined(separator: " ")
        }.joined(separator: "\n")
    }

    /// The parts of such a text; the whole twice when it is none.
    package var bilingualText: (english: String, chinese: String) {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return lines.count == 2 ? (lines[0], lines[1]) : (text, text)
    }
}

extension Board {
    /// When a feed was last heard, while it is silent beyond its deadline; nil while it speaks or nobody watches it.
    ///
    /// Everything that came from it is at least as old as that: silence clears nothing and changes nothing.
    package func lastHeard(fromSilentFeed name: String) -> Timestamp? {
        guard let alert = alert(reportedAs: SourceKey(source: ReportedAlert.feedWatch, id: name)), alert.active else {
            return nil
        }
        return alert.raised - .seconds(alert.limit)
    }
}
