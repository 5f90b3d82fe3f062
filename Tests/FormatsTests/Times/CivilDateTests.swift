import Testing

@testable import Formats

@Suite("The calendar")
struct CivilDateTests {
    @Test("Every day of two thousand years follows the one before it, and is counted back to itself")
    func isContinuous() {
        var date = CivilDate(daysSince1970: -365_250)
        for number in Int64(-365_249)...365_250 {
            let last = CivilDate.days(in: date.month, of: date.year)
            let next =
                date.day < last
                ? CivilDate(year: date.year, month: date.month, day: date.day + 1)
                : CivilDate(year: date.month == 12 ? date.year + 1 : date.year, month: date.month % 12 + 1, day: 1)
            date = CivilDate(daysSince1970: number)
            guard date == next, date.daysSince1970 == number, date.exists else {
                Issue.record("day \(number) is \(date), not \(next)")
                return
            }
        }
    }

    @Test(
        "Days whose number is known",
        arguments: [
            (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2026, 11, 30, 20_787, 1), (1969, 12, 31, -1, 3),
            (0, 1, 1, -719_528, 6), (-1, 12, 31, -719_529, 5), (10_000, 1, 1, 2_932_897, 6),
        ])
    func known(year: Int, month: Int, day: Int, number: Int64, weekday: Int) {
        #expect(CivilDate(year: year, month: month, day: day).daysSince1970 == number)
        #expect(CivilDate(daysSince1970: number) == CivilDate(year: year, month: month, day: day))
        #expect(CivilDate.weekday(daysSince1970: number) == weekday)
    }

    @Test(
        "What is no day",
        arguments: [(2025, 2, 29), (1900, 2, 29), (2026, 0, 1), (2026, 13, 1), (2026, 4, 31), (2026, 1, 0)])
    func none(year: Int, month: Int, day: Int) {
        #expect(!CivilDate(year: year, month: month, day: day).exists)
    }
}
