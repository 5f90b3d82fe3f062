import DispatchModel
import DispatchPolicy
import Formats
import Foundation

extension Bulletin {
    /// The bulletin as JSON (RFC 8259): members in alphabetical order, percentages with one decimal. What the members mean
    /// stands in the page on bulletins; `format` changes when one of them changes its meaning.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return JSON.harmless(String(decoding: try encoder.encode(BulletinDocument(self)), as: UTF8.self))
    }

    /// The bulletin as CSV (RFC 4180) with a heading: a line for every limit of every group, those of everything together
    /// first. Text that a spreadsheet would take for a formula gets an apostrophe.
    package var csv: String {
        var lines = [Self.columns.joined(separator: ",")]
        lines += csvLines(of: total, "total")
        for grouping in BulletinGrouping.allCases {
            for group in groups[grouping] ?? [] { lines += csvLines(of: group, grouping.rawValue) }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    /// The columns of the CSV, which never change their order; new ones come at the end.
    package static let columns = [
        "period", "first_day", "last_day", "complete", "grouping", "key", "name_en", "name_zh", "rank", "rank_before",
        "calls", "calls_before", "measure", "limit_seconds", "within", "cases", "percent", "within_before",
        "cases_before", "percent_before",
    ]

    private func csvLines(of group: BulletinGroup, _ grouping: String) -> [String] {
        let head =
            [
                period.name, BulletinPeriod.text(period.first), BulletinPeriod.text(period.last), "\(isComplete)",
                grouping,
            ]
            + [group.key, group.name.english, group.name.chinese].map(CSVField.text)
            + [number(group.rank), number(group.rankBefore), "\(group.calls)", "\(group.callsBefore)"]
        return zip(group.measures, group.measuresBefore).flatMap { now, earlier in
            zip(now.limits, earlier.limits).map { limit, old in
                (head + ["\(now.target.measure)", "\(limit.limit.within.seconds)"] + shares(limit) + shares(old))
                    .joined(separator: ",")
            }
        }
    }

    private func shares(_ limit: LimitAttainment) -> [String] {
        ["\(limit.within)", "\(limit.cases)", limit.tenths.map { FigureReport.decimal(Double($0) / 10) } ?? ""]
    }

    private func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "" }
}

extension LimitAttainment {
    /// The share within the limit in percent; nil without cases.
    var exactPercent: Double? { cases > 0 ? 100 * Double(within) / Double(cases) : nil }

    /// The share within the limit in tenths of a percent, rounded, halves up; nil without cases.
    var tenths: Int? { cases > 0 ? (2_000 * within + cases) / (2 * cases) : nil }
}

/// A field of a CSV file.
enum CSVField {
    /// A text in quotes where it needs them; one that a spreadsheet would take for a formula gets an apostrophe, and signs
    /// that would change what is read around them are left out.
    static func text(_ text: String) -> String {
        let plain = String(text.unicodeScalars.filter { !isControl($0) })
        let first = plain.unicodeScalars.first { $0 != " " }
        let isFormula = first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + plain : plain
        guard safe.contains(where: { ",\"'; ".contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x200E...0x200F).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}

/// What the JSON of a bulletin holds.
private struct BulletinDocument: Encodable {
    let format = "watchfloor-bulletin/1"
    let exercise: Bool
    let title: String
    let period: Period
    let before: Period
    let profile: String
    let rankedBy: Ranking
    let empty: Bool
    let total: Group
    let groups: [String: [Group]]

    struct Period: Encodable {
        let kind: String
        let name: String
        let firstDay: String
        let lastDay: String
        let start: Int64
        let end: Int64
        let complete: Bool
    }

    struct Ranking: Encodable {
        let measure: String
        let seconds: Int64
        let fewestCases: Int
    }

    struct Group: Encodable {
        let key: String
        let name: [String: String]
        let rank: Int?
        let rankBefore: Int?
        let calls: Int
        let callsBefore: Int
        let measures: [Measure]
    }

    struct Measure: Encodable {
        let measure: String
        let recorded: Bool
        let open: Int
        let missing: Int
        let backwards: Int
        let limits: [Limit]
    }

    struct Limit: Encodable {
        let seconds: Int64
        let wanted: Int64?
        let now: Share
        let before: Share
    }

    struct Share: Encodable {
        let within: Int
        let cases: Int
        let percent: Double?

        init(_ limit: LimitAttainment) {
            (within, cases) = (limit.within, limit.cases)
            percent = limit.tenths.map { Double($0) / 10 }
        }
    }

    init(_ bulletin: Bulletin) {
        exercise = bulletin.isExercise
        title = bulletin.title
        period = Period(bulletin.period, end: bulletin.period.end, complete: bulletin.isComplete)
        before = Period(
            bulletin.before, end: bulletin.beforeEnd,
            complete: bulletin.isBeforeRecorded && bulletin.beforeEnd == bulletin.before.end)
        profile = bulletin.profile.name
        let target = bulletin.profile.targets[bulletin.ranking.measure]
        rankedBy = Ranking(
            measure: "\(target.measure)", seconds: target.limits[bulletin.ranking.limit].within.seconds,
            fewestCases: Bulletin.fewestRanked)
        empty = bulletin.isEmpty
        total = Group(bulletin.total)
        groups = Dictionary(
            uniqueKeysWithValues: BulletinGrouping.allCases.map {
                ($0.rawValue, (bulletin.groups[$0] ?? []).map(Group.init))
            })
    }
}

extension BulletinDocument.Period {
    fileprivate init(_ period: BulletinPeriod, end: Timestamp, complete: Bool) {
        (kind, name) = (period.span.rawValue, period.name)
        (firstDay, lastDay) = (BulletinPeriod.text(period.first), BulletinPeriod.text(period.last))
        (start, self.end, self.complete) = (period.start.rawValue, end.rawValue, complete)
    }
}

extension BulletinDocument.Group {
    fileprivate init(_ group: BulletinGroup) {
        key = group.key
        name = ["en": group.shownName(.english), "zh": group.shownName(.chinese)].filter {
            !$0.value.isEmpty
        }
        (rank, rankBefore, calls, callsBefore) = (group.rank, group.rankBefore, group.calls, group.callsBefore)
        measures = zip(group.measures, group.measuresBefore).map { now, earlier in
            BulletinDocument.Measure(
                measure: "\(now.target.measure)", recorded: now.isRecorded, open: now.open,
                missing: now.missing, backwards: now.backwards,
                limits: zip(now.limits, earlier.limits).map { limit, old in
                    BulletinDocument.Limit(
                        seconds: limit.limit.within.seconds, wanted: limit.limit.wanted,
                        now: BulletinDocument.Share(limit), before: BulletinDocument.Share(old))
                })
        }
    }
}
