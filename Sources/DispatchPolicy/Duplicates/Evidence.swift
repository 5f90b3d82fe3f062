import DispatchModel

/// What an incident is compared by, taken from it once.
struct Evidence: Hashable, Sendable {
    /// When its first report came in.
    var first: Timestamp
    /// When its latest report came in.
    var last: Timestamp
    /// The code of its type.
    var type: String
    var point: GeoPoint?
    var place: PlaceKey?
    /// The words of its reports, hashed and sorted.
    var words: [UInt64]
    /// Its callers, hashed and sorted.
    var callers: [UInt64]
    /// True when it was proposed to be the same event as an older one: it then counts for nothing in how rare a word, a
    /// type or a place is, or the tenth caller about one event would be taken for the tenth event.
    var isEcho = false

    init(_ incident: Incident, rules: DuplicateRules) {
        first = incident.received
        last = incident.lastReported
        type = incident.type
        point = incident.place.point
        place = PlaceKey(incident.place.text)
        words = ReportWords.hashes(of: incident.reports)
        isEcho = incident.proposals.contains {
            !$0.dismissed && $0.likeness >= rules.threshold && $0.other < incident.id
        }
        callers = Set(incident.reports.prefix(ReportWords.reportLimit).compactMap { Evidence.caller($0.caller) })
            .sorted()
    }

    /// What an operator is entering.
    init(_ new: NewIncident, at now: Timestamp) {
        first = now
        last = now
        type = new.type
        point = new.place.point
        place = PlaceKey(new.place.text)
        words = ReportWords.hashes(of: [Report(text: new.text)])
        callers = [Evidence.caller(new.caller)].compactMap { $0 }
    }

    /// The span between the reports of two incidents that are nearest in time.
    func seconds(from other: Evidence) -> Int64 {
        max(0, max(first - other.last, other.first - last).seconds)
    }

    /// Metres between two known points, rounded down.
    func metres(from other: Evidence) -> Int64? {
        guard let point, let there = other.point else { return nil }
        return Int64(TravelModel.metres(from: point, to: there))
    }

    /// A caller by the digits of a number, or by a name of some length; what nobody can be told by is nil.
    private static func caller(_ text: String) -> UInt64? {
        guard !text.isEmpty else { return nil }
        let tokens = FoldedText.tokens(of: text, limit: 80)
        let digits = tokens.joined().unicodeScalars.filter(FoldedText.isDigit)
        if digits.count >= 6 { return FoldedText.hash(String(String.UnicodeScalarView(digits.suffix(9)))) }
        let name = tokens.joined(separator: " ")
        let isHan = name.unicodeScalars.first.map(FoldedText.isHan) ?? false
        guard name.count >= (isHan ? 2 : 6), !nobody.contains(name) else { return nil }
        return FoldedText.hash(name)
    }

    private static let nobody: Set<String> = [
        "anonymous", "unknown", "caller", "passerby", "passer by", "police", "officer", "alarm company", "not given",
        "refused", "匿名", "未知", "路人", "群众", "热心群众", "报警人", "民警", "过路群众",
    ]
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
