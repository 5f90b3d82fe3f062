import DispatchModel

/// Which alerts a rule is about. What is left out fits every alert, except that an alert more severe than `mostSevere`
/// never fits.
package struct AlertPattern: Hashable, Sendable {
    /// The feeds that report it; empty for any, and for the console's own.
    package var feeds: [TextPattern]
    /// What it is about; empty for anything.
    package var kinds: [AlertKind]
    /// What it says; only what a feed reports has a text.
    package var text: TextPattern?
    /// Where it is; only what a feed reports has a place of its own.
    package var place: TextPattern?
    /// The most severe alert that fits.
    package var mostSevere: AlertSeverity
    /// Whether the feed means it; empty for either. The console means its own.
    package var standings: [AlertStanding]

    /// Creates a pattern.
    package init(
        feeds: [TextPattern] = [], kinds: [AlertKind] = [], text: TextPattern? = nil, place: TextPattern? = nil,
        mostSevere: AlertSeverity = .high, standings: [AlertStanding] = []
    ) {
        self.feeds = feeds
        self.kinds = kinds
        self.text = text
        self.place = place
        self.mostSevere = mostSevere
        self.standings = standings
    }

    /// True when an alert fits as it stands.
    package func matches(_ alert: Alert) -> Bool { matches(AlertFacts(alert)) }

    /// True when an alert of these facts fits.
    func matches(_ facts: AlertFacts) -> Bool {
        guard facts.severity >= mostSevere, kinds.isEmpty || kinds.contains(facts.kind) else { return false }
        guard standings.isEmpty || standings.contains(facts.standing) else { return false }
        guard let words = facts.words else { return feeds.isEmpty && text == nil && place == nil }
        guard feeds.isEmpty || feeds.contains(where: { $0.matches(folded: words.feed) }) else { return false }
        return text?.matches(folded: words.text) != false && place?.matches(folded: words.place) != false
    }
}

/// What patterns look at, its texts folded once for all of them.
struct AlertFacts {
    var kind: AlertKind
    var severity: AlertSeverity
    var standing: AlertStanding
    var words: (feed: [Unicode.Scalar], text: [Unicode.Scalar], place: [Unicode.Scalar])?

    init(kind: AlertKind, severity: AlertSeverity, reported: ReportedAlert?) {
        self.kind = kind
        self.severity = severity
        standing = reported?.standing ?? .actual
        words = reported.map {
            (TextPattern.fold($0.source.source), TextPattern.fold($0.text), TextPattern.fold($0.place.text))
        }
    }

    init(_ alert: Alert) {
        self.init(kind: alert.kind, severity: alert.severity, reported: alert.reported)
    }
}
