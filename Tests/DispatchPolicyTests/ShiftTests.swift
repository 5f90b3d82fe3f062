import DispatchModel
import DispatchPolicy
import Testing

@Suite("Shifts")
struct ShiftTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var starts: [Int]
        var east: Int
        /// Seconds since 1970 of a moment, and of the end of the shift on duty then.
        var now: Int64
        var end: Int64

        var testDescription: String { "\(starts) \(east) min east at \(now)" }
    }

    private static let day: Int64 = 86_400

    static let rows: [Row] = [
        Row(starts: [0, 480, 960], east: 0, now: 0, end: 28_800),
        Row(starts: [0, 480, 960], east: 0, now: 28_799, end: 28_800),
        Row(starts: [0, 480, 960], east: 0, now: 28_800, end: 57_600),
        Row(starts: [0, 480, 960], east: 0, now: 57_600, end: day),
        // 08:00 in Beijing is midnight in Greenwich.
        Row(starts: [0, 480, 960], east: 480, now: 0, end: 28_800),
        Row(starts: [420, 1140], east: 480, now: 0, end: 11 * 3600),
        Row(starts: [420, 1140], east: -300, now: 0, end: 12 * 3600),
        Row(starts: [420, 1140], east: -300, now: -1, end: 0),
        Row(starts: [480], east: 0, now: 28_800, end: 28_800 + day),
        Row(starts: [], east: 0, now: 5, end: 5 + day),
        Row(starts: [-5, 1440, 480, 480], east: 0, now: -day, end: -day + 28_800),
    ]

    @Test("A shift ends where the next begins, strictly later", arguments: rows)
    func end(_ row: Row) {
        let shifts = Shifts(starts: row.starts, minutesEast: row.east)
        #expect(shifts.end(at: Timestamp(seconds: row.now)) == Timestamp(seconds: row.end))
    }
}
