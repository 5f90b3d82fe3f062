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
            (TextPattern.fold($0.source.source), TextPattern.fold($0.text), TextPattern.fold($0.place.allWords))
        }
    }

    init(_ alert: Alert) {
        self.init(kind: alert.kind, severity: alert.severity, reported: alert.reported)
    }
}

/// A text that is looked for in another: with `*` (any number of characters) or `?` (one) it must fit the whole, without
/// either it must occur anywhere. Upper and lower case are the same.
package struct TextPattern: Hashable, Sendable {
    /// As it was written.
    package let text: String
    private let folded: [Unicode.Scalar]
    private let isGlob: Bool

    /// A pattern as it is written in a rule.
    package init(_ text: String) {
        self.text = text
        folded = TextPattern.fold(text)
        isGlob = folded.contains("*") || folded.contains("?")
    }

    /// True when the text fits. The work is at most the product of the two lengths, whatever the pattern.
    package func matches(_ other: String) -> Bool { matches(folded: TextPattern.fold(other)) }

    /// The same for a text that was folded before.
    func matches(folded text: [Unicode.Scalar]) -> Bool { isGlob ? fits(text) : occurs(in: text) }

    /// A text in lower case, as it is compared.
    static func fold(_ text: String) -> [Unicode.Scalar] { Array(text.lowercased().unicodeScalars) }

    private func occurs(in text: [Unicode.Scalar]) -> Bool {
        guard let first = folded.first else { return true }
        guard folded.count <= text.count else { return false }
        for start in 0...(text.count - folded.count) where text[start] == first {
            if text[start..<(start + folded.count)].elementsEqual(folded) { return true }
        }
        return false
    }

    /// After a mismatch the newest `*` takes one character more; an earlier one never has to.
    private func fits(_ text: [Unicode.Scalar]) -> Bool {
        var (place, at) = (0, 0)
        var star: (place: Int, at: Int)?
        while at < text.count {
            if place < folded.count, folded[place] == "*" {
                star = (place, at)
                place += 1
            } else if place < folded.count, folded[place] == "?" || folded[place] == text[at] {
                place += 1
                at += 1
            } else if let last = star {
                star = (last.place, last.at + 1)
                place = last.place + 1
                at = last.at + 1
            } else {
                return false
            }
        }
        return folded[place...].allSatisfy { $0 == "*" }
    }
}
