import DispatchModel
import Formats
import Wording

/// How much time a bulletin is about.
package enum BulletinSpan: String, CaseIterable, Sendable {
    /// A week of ISO 8601, from Monday.
    case week
    /// A calendar month.
    case month
    /// A quarter of a calendar year.
    case quarter
    /// A calendar year.
    case year
}

/// The calendar time that a bulletin is about, by the clock of its room.
package struct BulletinPeriod: Hashable, Sendable {
    /// How long it is.
    package let span: BulletinSpan
    /// Its first day.
    package let first: CivilDate
    /// Its last day.
    package let last: CivilDate
    /// When it begins.
    package let start: Timestamp
    /// When it has ended: the beginning of the next.
    package let end: Timestamp

    /// The period that a day lies in.
    package init(_ span: BulletinSpan, holding day: CivilDate, zone: Zone) {
        self.span = span
        first = Self.first(of: span, holding: day)
        let next = Self.next(after: first, span)
        last = CivilDate(daysSince1970: next.daysSince1970 - 1)
        start = Self.midnight(first, zone)
        end = Self.midnight(next, zone)
    }

    /// The period that an instant lies in.
    package init(_ span: BulletinSpan, holding time: Timestamp, zone: Zone) {
        let local = zone.local(time)
        self.init(span, holding: CivilDate(year: local.year, month: local.month, day: local.day), zone: zone)
    }

    /// The period before.
    package func previous(zone: Zone) -> BulletinPeriod {
        BulletinPeriod(span, holding: CivilDate(daysSince1970: first.daysSince1970 - 1), zone: zone)
    }

    /// Its name: `2026-W48`, `2026-11`, `2026-Q4`, `2026`.
    package var name: String {
        switch span {
        case .week:
            // The week belongs to the year of its Thursday.
            let thursday = CivilDate(daysSince1970: first.daysSince1970 + 3)
            let days = thursday.daysSince1970 - CivilDate(year: thursday.year, month: 1, day: 1).daysSince1970
            return "\(thursday.year)-W\(padded(Int(days / 7) + 1))"
        case .month: return "\(first.year)-\(padded(first.month))"
        case .quarter: return "\(first.year)-Q\((first.month + 2) / 3)"
        case .year: return "\(first.year)"
        }
    }

    /// Its days: `2026-11-23 – 2026-11-29`.
    package var days: String { "\(Self.text(first)) – \(Self.text(last))" }

    /// A date as ISO 8601 writes it.
    package static func text(_ date: CivilDate) -> String { "\(date.year)-\(padded(date.month))-\(padded(date.day))" }

    /// The first day that a bulletin can be about.
    package static let firstDay = CivilDate(year: 1970, month: 1, day: 1)
    /// The last day that a bulletin can be about: the year after it is the last that has four digits.
    package static let lastDay = CivilDate(year: 9998, month: 12, day: 31)

    /// True when a bulletin can be about the day.
    package static func canHold(_ day: CivilDate) -> Bool { (firstDay.year...lastDay.year).contains(day.year) }

    /// The date of a text such as `2026-11-23`, of whatever year; nil when the calendar has no such day.
    package static func date(_ text: String) -> CivilDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.joined().allSatisfy({ $0.isASCII && $0.isNumber }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return date.exists ? date : nil
    }

    private static func first(of span: BulletinSpan, holding day: CivilDate) -> CivilDate {
        switch span {
        case .week:
            let days = day.daysSince1970
            let sinceMonday = (CivilDate.weekday(daysSince1970: days) + 6) % 7
            return CivilDate(daysSince1970: days - Int64(sinceMonday))
        case .month: return CivilDate(year: day.year, month: day.month, day: 1)
        case .quarter: return CivilDate(year: day.year, month: (day.month - 1) / 3 * 3 + 1, day: 1)
        case .year: return CivilDate(year: day.year, month: 1, day: 1)
        }
    }

    private static func next(after first: CivilDate, _ span: BulletinSpan) -> CivilDate {
        switch span {
        case .week: return CivilDate(daysSince1970: first.daysSince1970 + 7)
        case .month, .quarter, .year:
            let months = first.month + (span == .month ? 1 : span == .quarter ? 3 : 12)
            return CivilDate(year: first.year + (months - 1) / 12, month: (months - 1) % 12 + 1, day: 1)
        }
    }

    /// The first instant of a day. Where daylight saving skips midnight it is the one after the gap.
    private static func midnight(_ date: CivilDate, _ zone: Zone) -> Timestamp {
        zone.instant(year: date.year, month: date.month, day: date.day, hour: 0, minute: 0, second: 0) ?? .epoch
    }
}

/// A number with two digits at least.
private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
