import DispatchModel

/// What an incident is compared by, taken from it once.
struct Evidence: Hashable, Sendable {
    /// When its first report came in.
    var first: Timestamp
    /// When its latest report came in.
    var last: Timestamp
    /// The code of its type.
    var type: String
    /// The number that ``TypeWords`` gives the type; nil when it has no room for it.
    var typeNumber: Int?
    var point: GeoPoint?
    var place: PlaceKey?
    /// The words of its place, hashed and sorted.
    var placeWords: [UInt64]
    /// The words of its reports, hashed and sorted.
    var words: [UInt64] = []
    /// Its callers, hashed and sorted.
    var callers: [UInt64] = []
    /// True when it was proposed to be the same event as an older one: it then counts for nothing in how rare a word, a
    /// type or a place is, or the tenth caller about one event would be taken for the tenth event.
    var isEcho = false

    /// What the place's words were taken from.
    private var placeText: String
    /// The reports that the words and callers were taken from.
    private var reports: [Int64] = []

    /// The evidence of an incident. What was taken from it `before` is not taken again.
    init(_ incident: Incident, rules: DuplicateRules, typeNumber: Int?, before: Evidence?) {
        first = incident.received
        last = incident.lastReported
        type = incident.type
        self.typeNumber = typeNumber
        point = incident.place.point
        placeText = incident.place.allWords
        if let before, before.placeText == placeText {
            (place, placeWords) = (before.place, before.placeWords)
        } else {
            (place, placeWords) = (PlaceKey(placeText), ReportWords.hashes(of: placeText))
        }
        isEcho = incident.proposals.contains {
            !$0.dismissed && $0.likeness >= rules.threshold && $0.other < incident.id
        }
        let all = incident.reports.prefix(ReportWords.reportLimit)
        if let before, all.count >= before.reports.count, zip(before.reports, all).allSatisfy({ $0 == $1.number }) {
            (words, reports) = (before.words, before.reports)
        }
        // Who said something can be put right, what was said cannot.
        for report in all {
            if let caller = Evidence.caller(report), !callers.contains(caller) { callers.append(caller) }
        }
        callers.sort()
        let new = all.dropFirst(reports.count)
        guard !new.isEmpty else { return }
        for report in new {
            reports.append(report.number)
            ReportWords.addHashes(of: report.allWords, to: &words)
        }
        words.sort()
    }

    /// What an operator is entering.
    init(_ new: NewIncident, at now: Timestamp, typeNumber: Int?) {
        first = now
        last = now
        type = new.type
        self.typeNumber = typeNumber
        point = new.place.point
        placeText = new.place.allWords
        place = PlaceKey(placeText)
        placeWords = ReportWords.hashes(of: placeText)
        words = ReportWords.hashes(of: new.text)
        callers = [Evidence.number(new.caller.callback) ?? Evidence.number(new.caller.name)].compactMap { $0 }
    }

    /// A caller by the digits of a number, be it that they are called back by or one in place of a name: incidents are not
    /// looked up by who somebody is. Nil without one.
    private static func caller(_ report: Report) -> UInt64? { number(report.callback) ?? number(report.caller) }

    /// The last nine digits of a text with six or more, hashed.
    private static func number(_ text: String) -> UInt64? {
        guard !text.isEmpty else { return nil }
        var digits: [UInt8] = []
        for scalar in text.unicodeScalars.prefix(callerLimit) {
            let scalar = FoldedText.folded(scalar)
            if FoldedText.sort(of: scalar) == .digit { digits.append(UInt8(truncatingIfNeeded: scalar.value)) }
        }
        return digits.count >= 6 ? digits.suffix(9).reduce(FoldedText.emptyHash, FoldedText.grown) : nil
    }

    /// The most characters of a caller that are looked at.
    private static let callerLimit = 80
}

extension [UInt64] {
    /// What two sorted lists have in common.
    func common(with other: [UInt64]) -> [UInt64] {
        var found: [UInt64] = []
        var (left, right) = (startIndex, other.startIndex)
        while left < endIndex, right < other.endIndex {
            if self[left] == other[right] {
                found.append(self[left])
                left += 1
                right += 1
            } else if self[left] < other[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return found
    }
}
