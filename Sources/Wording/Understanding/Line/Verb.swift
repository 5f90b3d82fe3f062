/// A verb of the command line, by its code. What it takes, how it is read and what it does stand in its command's entry in
/// ``Catalogue``.
package struct Verb: RawRepresentable, CaseIterable, Hashable, Sendable {
    /// Its code, in capitals.
    package let rawValue: String

    /// Declares a verb.
    init(_ code: String) { rawValue = code }

    /// The verb of a code; nil when there is none.
    package init?(rawValue: String) {
        self.rawValue = rawValue
        guard Catalogue.verb(of: self) != nil else { return nil }
    }

    /// The verb of a code in any case; nil when there is none.
    package init?(code: String) {
        self.init(rawValue: code.uppercased())
    }

    /// Every verb, in the order in which help shows them: what is done to units, to incidents, to alerts. A verb that is not
    /// named here stands behind them.
    package static let allCases: [Verb] = {
        let order = [
            "D", "DV", "AK", "EN", "A", "FB", "T", "TD", "CU", "W", "OOS", "AV", "ST", "E", "PAR", "N", "R", "CB", "TR",
            "P", "TY",
            "PL", "BT", "H", "HR", "CE", "RO", "GR", "WN", "RT", "SE", "MD", "M", "SP", "X", "ACK", "TM", "U",
        ].map(Verb.init(_:))
        var rest: [Verb] = []
        for form in Catalogue.verbs where !(order + rest).contains(form.verb) { rest.append(form.verb) }
        return order + rest
    }()

    /// The verb that a whole word is another name for.
    static func named(_ name: String) -> Verb? { Catalogue.verbsByWord[name] }

    /// What may stand after it, in order.
    var slots: [Slot] { Catalogue.verb(of: self)?.slots ?? [] }
}

/// A kind of thing that may stand at a place in a line; completion offers what fits.
enum Slot: Hashable, Sendable {
    case unit, units, incident, disposition, status, priority, type, place, beat, duration, reports, alert, text
    case grade, mediation
    case closedIncident
    case newIncident
    case caller
}
