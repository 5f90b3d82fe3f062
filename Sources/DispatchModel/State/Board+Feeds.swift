extension ReportedAlert {
    /// The source of the alerts about feeds themselves; their identity is the feed's name.
    public static let feedWatch = "watchfloor.feeds"

    /// The feed whose silence this is about; nil for what a feed reports.
    public var silentFeed: String? { source.source == ReportedAlert.feedWatch ? source.id : nil }
}

extension Board {
    /// When a feed was last heard, while it is silent beyond its deadline; nil while it speaks or nobody watches it.
    ///
    /// Everything that came from it is at least as old as that: silence clears nothing and changes nothing.
    public func lastHeard(fromSilentFeed name: String) -> Timestamp? {
        guard let alert = alert(reportedAs: SourceKey(source: ReportedAlert.feedWatch, id: name)), alert.active else {
            return nil
        }
        return alert.raised - .seconds(alert.limit)
    }
}
