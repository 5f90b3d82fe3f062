import DispatchModel
import Formats

/// Takes a log in row by row.
struct CallLogLoader {
    let mapping: Mapping
    let plan: ColumnPlan
    var clock: LocalClock
    var rowCount = 0
    var problems = LogProblems()
    var calls: [LoggedCall] = []
    var responses: [LoggedResponse] = []
    var reports: [LoggedReport] = []
    var texts = Interner()
    var homes = HomeEstimator()
    var unitTypes: [Int32: String] = [:]
    var identities = RowIdentities()
    var values: ValueRules

    private var callNumbers: [String: Int32] = [:]
    private var lines: [Int32] = []
    private var callLines: [Int32] = []

    init(mapping: Mapping, plan: ColumnPlan, clock: LocalClock) {
        self.mapping = mapping
        self.plan = plan
        self.clock = clock
        values = ValueRules(mapping)
    }

    /// Reads rows to the end of the file.
    mutating func readAll(_ reader: inout CSVReader) throws {
        reader.expectedFields = plan.header.count
        reader.leastFields = (plan.header.lastIndex { !$0.isEmpty } ?? 0) + 1
        while let step = try reader.next() {
            rowCount += 1
            switch step {
            case .fault(let fault): problems.add(reader.line, .malformed(fault))
            case .row: takeRow(reader)
            }
        }
        markBackwards()
        markFarTimes()
    }

    /// Takes one row, or notes why not.
    private mutating func takeRow(_ reader: CSVReader) {
        let line = reader.line
        let received: Timestamp
        switch time(reader, plan.received, after: nil) {
        case .unread(let column, let text): return problems.add(line, .badTime(column: column, text: text))
        case .none: return problems.add(line, .missing(column: plan.header[plan.received[0]]))
        case .some(let found): received = found
        }
        let unit = reader.firstFilled(plan.unit)
        let number = unit.isEmpty ? nil : texts.number(unit)
        let (times, closed) = times(reader, received: received)
        let sending = RowIdentities.Sending(
            unit: number ?? -1, at: times[.assigned] ?? times.earliest ?? received, received: received,
            content: number == nil ? reader.contentHash : 0)
        guard let identity = identity(reader, unit: unit, sending) else { return }
        if !reader.isValidText { problems.add(line, .repairedText) }
        // Without a unit, the end of its work is that of the call.
        let call = call(
            reader, identity, received: received, closed: closed ?? (number == nil ? times[.cleared] : nil))
        if plan.unit.isEmpty { return }
        guard let number else { return problems.add(line, .noUnit(column: plan.header[plan.unit[0]])) }
        addResponse(reader, LoggedResponse(id: identity.row, call: call, unit: number, times: times))
    }

    private mutating func addResponse(_ reader: CSVReader, _ response: LoggedResponse) {
        let slot = Int(response.call)
        calls[slot].unitRows += 1
        if response.times[.cleared] != nil { calls[slot].clearedRows += 1 }
        responses.append(response)
        lines.append(Int32(clamping: reader.line))
        homes.note(unit: response.unit, area: calls[slot].area, beat: calls[slot].beat)
        if unitTypes[response.unit] ?? "" == "" { unitTypes[response.unit] = reader.firstFilled(plan.unitType) }
    }

    /// Notes responses whose times run backwards, once the time each call was received is known.
    private mutating func markBackwards() {
        for index in responses.indices {
            let received = calls[Int(responses[index].call)].received
            if responses[index].times.runsBackwards(received: received) {
                problems.add(Int(lines[index]), .backwards)
            }
        }
        lines = []
    }

    /// Notes calls whose time lies ten years or more from that in the middle: most likely a mistyped year.
    private mutating func markFarTimes() {
        let times = calls.map(\.received).sorted()
        defer { callLines = [] }
        guard !times.isEmpty else { return }
        let middle = times[times.count / 2]
        for (index, call) in calls.enumerated() where abs((call.received - middle).milliseconds) > Self.farAway {
            problems.add(Int(callLines[index]), .farTime(year: clock.year(of: call.received)))
        }
    }

    /// Milliseconds of ten years: no log that is played is as long.
    private static let farAway: Int64 = 3_653 * 86_400_000
}

extension CallLogLoader {
    /// The call of a row, new or known.
    private mutating func call(
        _ reader: CSVReader, _ identity: RowIdentities.Identity, received: Timestamp, closed: Timestamp?
    ) -> Int32 {
        guard let known = callNumbers[identity.incident] else {
            return newCall(reader, identity, received: received, closed: closed)
        }
        let slot = Int(known)
        if plan.unit.isEmpty {
            reports.append(
                LoggedReport(
                    id: identity.row, call: known, received: received,
                    words: said(reader)))
        }
        calls[slot].received = min(calls[slot].received, received)
        if let closed { calls[slot].closed = max(calls[slot].closed ?? closed, closed) }
        return known
    }

    private mutating func newCall(
        _ reader: CSVReader, _ identity: RowIdentities.Identity, received: Timestamp, closed: Timestamp?
    ) -> Int32 {
        let type = reader.firstFilled(plan.type)
        let rule = values.type(type)
        let number = Int32(clamping: calls.count)
        callNumbers[identity.incident] = number
        let call = LoggedCall(
            id: identity.incident, received: received, type: texts.number(rule?.code ?? type),
            priority: values.priority(plan.priority.lazy.map(reader.value), type: rule),
            place: Place(words(reader), point: point(reader)),
            beat: texts.number(reader.firstFilled(plan.beat)), area: texts.number(reader.firstFilled(plan.area)),
            report: said(reader),
            disposition: texts.number(reader.firstFilled(plan.disposition)), closed: closed)
        homes.note(area: call.area, beat: call.beat, point: call.place.point)
        calls.append(call)
        callLines.append(Int32(clamping: reader.line))
        return number
    }

    /// Where a row is, in words.
    private func words(_ reader: CSVReader) -> BilingualText {
        BilingualText(
            recorded: reader.joined(plan.place, by: ", "), reader.joined(plan.placeChinese, by: ", "))
    }

    /// What a row's caller reported.
    private func said(_ reader: CSVReader) -> BilingualText {
        BilingualText(
            recorded: reader.joined(plan.report, by: " · "), reader.joined(plan.reportChinese, by: " · "))
    }

    /// The point of a row; nil, and noted where something is written, when there is none.
    private mutating func point(_ reader: CSVReader) -> GeoPoint? {
        var written = WrittenPoint(pair: reader.firstFilled(plan.location))
        if written.isEmpty {
            written = WrittenPoint(
                latitude: reader.firstFilled(plan.latitude), longitude: reader.firstFilled(plan.longitude))
        }
        if written.isEmpty { return nil }
        guard let point = written.point else {
            problems.add(reader.line, .badPoint(text: written.text))
            return nil
        }
        // Logs write 0, 0 where they know no place.
        return point.isAtZero ? nil : point
    }

    /// What stands in the columns of a time.
    enum WrittenTime {
        case some(Timestamp)
        /// Nothing, or a word that says so.
        case none
        /// Something that is no time.
        case unread(column: String, text: String)
    }

    /// The times of a row behind its first; what cannot be read is noted and left out.
    mutating func times(
        _ reader: CSVReader, received: Timestamp
    ) -> (times: LoggedTimes, closed: Timestamp?) {
        var times = LoggedTimes()
        var previous = received
        for (milestone, columns) in plan.milestones {
            guard let found = optional(reader, columns, after: previous) else { continue }
            times[milestone] = found
            previous = max(previous, found)
        }
        return (times, optional(reader, plan.closed, after: received))
    }

    private mutating func optional(_ reader: CSVReader, _ columns: [Int], after: Timestamp) -> Timestamp? {
        switch time(reader, columns, after: after) {
        case .some(let found): return found
        case .none: return nil
        case .unread(let column, let text):
            problems.add(reader.line, .unreadTime(column: column, text: text))
            return nil
        }
    }

    /// The first filled time among these columns. Where that is no time by itself, all of them together may be one: a date
    /// and a time of day, a day and a month and a year.
    mutating func time(_ reader: CSVReader, _ columns: [Int], after: Timestamp?) -> WrittenTime {
        for column in columns {
            let found = reader.withField(column) { bytes, _ -> TimeFormat.Reading?? in
                AbsentWord.isTime(bytes) ? nil : .some(read(bytes))
            }
            guard let found else { continue }
            if let reading = found { return .some(instant(reading, after: after)) }
            return together(reader, columns, first: column, after: after)
        }
        return .none
    }

    private mutating func together(
        _ reader: CSVReader, _ columns: [Int], first: Int, after: Timestamp?
    ) -> WrittenTime {
        let text = columns.count > 1 ? reader.joined(columns, by: " ") : reader.text(first)
        let reading =
            columns.count > 1 ? Array(text.utf8).withUnsafeBufferPointer { read($0) } : nil
        guard let reading else { return .unread(column: plan.header[first], text: text) }
        return .some(instant(reading, after: after))
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>) -> TimeFormat.Reading? {
        for format in mapping.timeFormats {
            if let reading = format.read(bytes), reading.civil.milliseconds != nil { return reading }
        }
        return nil
    }

    private mutating func instant(_ reading: TimeFormat.Reading, after: Timestamp?) -> Timestamp {
        // A reading without such a date or time was refused.
        let wall = reading.civil.milliseconds ?? 0
        if let offset = reading.offset { return Timestamp(milliseconds: wall - Int64(offset) * 1000) }
        return clock.instant(wall, notBefore: after)
    }
}
