import DispatchModel

/// The words by which enumerations are typed, in both languages.
enum TermWords {
    private static let languages = [Words(.english), Words(.chinese)]

    /// Every word of every case, small letters.
    private static func table<Term: CaseIterable>(_ words: (Words, Term) -> [String]) -> [(word: String, term: Term)] {
        var table: [(word: String, term: Term)] = []
        for term in Term.allCases {
            for language in languages {
                for word in words(language, term) where !table.contains(where: { $0.word == word.lowercased() }) {
                    table.append((word.lowercased(), term))
                }
            }
        }
        return table
    }

    static let statuses: [(word: String, term: UnitStatus)] =
        table { [$0.status($1), $0.statusShort($1)] } + [("oos", .outOfService), ("av", .available)]
    static let kinds: [(word: String, term: UnitKind)] = table { [$0.kind($1), $0.kindInFull($1)] }
    static let progresses: [(word: String, term: IncidentProgress)] = table { [$0.progress($1)] }
    static let stages: [(word: String, term: IncidentStage)] = table { [$0.stage($1)] }
    static let severities: [(word: String, term: AlertSeverity)] = table { [$0.severity($1)] }
    static let alertStates: [(word: String, term: AlertState)] = table { [$0.state($1)] }

    static let ways: [(word: String, term: CallWay)] = table { [$0.way($1)] }

    static let grades: [(word: String, term: DisputeGrade)] =
        table { [$0.grade($1)] } + [("红", .red), ("橙", .orange), ("黄", .yellow), ("蓝", .blue)]
    static let mediations: [(word: String, term: MediationKind)] =
        [
            ("people", .people), ("people's", .people), ("administrative", .administrative), ("judicial", .judicial),
            ("人民", .people), ("行政", .administrative), ("司法", .judicial),
        ] + table { [$0.mediation($1)] }

    /// The cases that a word names: exactly, else by its beginning. Blanks, hyphens and underscores are alike.
    static func matching<Term: Equatable>(_ text: String, in table: [(word: String, term: Term)]) -> [Term] {
        let wanted = normal(text)
        guard !wanted.isEmpty else { return [] }
        let exact = table.filter { normal($0.word) == wanted }.map(\.term)
        return unique(exact.isEmpty ? table.filter { normal($0.word).hasPrefix(wanted) }.map(\.term) : exact)
    }

    /// The cases that a word names exactly.
    static func exactly<Term: Equatable>(_ text: String, in table: [(word: String, term: Term)]) -> [Term] {
        let wanted = normal(text)
        return unique(table.filter { normal($0.word) == wanted }.map(\.term))
    }

    /// A status as it is typed: `out-of-service`.
    static func typed(_ status: UnitStatus) -> String {
        Words(.english).status(status).lowercased().split(separator: " ").joined(separator: "-")
    }

    /// A way as it is typed: `walk-in`.
    static func typed(_ way: CallWay) -> String {
        Words(.english).way(way).split(separator: " ").joined(separator: "-")
    }

    static func status(named text: String) -> UnitStatus? {
        exactly(text, in: statuses).first
    }

    static func statuses(beginning text: String) -> [UnitStatus] {
        matching(text, in: statuses)
    }

    private static func normal(_ text: String) -> String {
        text.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
    }

    private static func unique<Term: Equatable>(_ terms: [Term]) -> [Term] {
        terms.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
