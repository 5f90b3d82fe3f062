import DispatchModel

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

    private var callNumbers: [String: Int32] = [:]
    private var rowIDs: Set<String> = []
    private var occurrences: [UInt64: Int32] = [:]
    private var lines: [Int32] = []
    /// What raw types became so far, nil for those without a rule.
    private var typeRules: [String: Mapping.TypeRule?] = [:]

    init(mapping: Mapping, plan: ColumnPlan, clock: LocalClock) {
        self.mapping = mapping
        self.plan = plan
        self.clock = clock
    }

    /// Reads rows to the end of the file.
    mutating func readAll(_ reader: inout CSVReader) throws {
        reader.expectedFields = plan.header.count
        while let step = try reader.next() {
            rowCount += 1
            switch step {
            case .fault(let fault): problems.add(reader.line, .malformed(fault))
            case .row: take(reader)
            }
        }
        markBackwards()
    }

    /// Takes one row, or notes why not.
    private mutating func take(_ reader: CSVReader) {
        let line = reader.line
        var times = ResponseTimes()
        var closed: Timestamp?
        let received: Timestamp
        switch time(reader, plan.received, after: nil) {
        case .failure(let reason): return problems.add(line, reason)
        case .success(nil): return problems.add(line, .missing(column: plan.header[plan.received[0]]))
        case .success(let found?): received = found
        }
        var previous = received
        for (milestone, columns) in plan.milestones {
            switch time(reader, columns, after: previous) {
            case .failure(let reason): return problems.add(line, reason)
            case .success(let found):
                times[milestone] = found
                previous = max(previous, found ?? previous)
            }
        }
        switch time(reader, plan.closed, after: received) {
        case .failure(let reason): return problems.add(line, reason)
        case .success(let found): closed = found
        }
        let unit = reader.firstFilled(plan.unit)
        if unit.isEmpty, let column = plan.unit.first {
            return problems.add(line, .missing(column: plan.header[column]))
        }
        guard let identity = identity(reader, unit: unit) else { return }
        if !reader.isValidText { problems.add(line, .repairedText) }
        let call = call(reader, identity, received: received, closed: closed)
        if plan.unit.isEmpty { return }
        addResponse(reader, LoggedResponse(id: identity.row, call: call, unit: texts.number(unit), times: times))
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

    private enum TimeResult {
        case success(Timestamp?)
        case failure(LogProblem.Reason)
    }

    /// The first filled time among these columns.
    private mutating func time(_ reader: CSVReader, _ columns: [Int], after: Timestamp?) -> TimeResult {
        for column in columns {
            let reading = reader.withField(column) { bytes, _ -> TimeFormat.Reading?? in
                if bytes.isEmpty { return nil }
                for format in mapping.timeFormats {
                    if let reading = format.read(bytes), reading.civil.milliseconds != nil { return reading }
                }
                return .some(nil)
            }
            guard let reading else { continue }
            guard let reading, let wall = reading.civil.milliseconds else {
                return .failure(.badTime(column: plan.header[column], text: reader.text(column)))
            }
            if let offset = reading.offset { return .success(Timestamp(milliseconds: wall - Int64(offset) * 1000)) }
            return .success(clock.instant(wall, notBefore: after))
        }
        return .success(nil)
    }
}

extension CallLogLoader {
    /// How the journal knows a row and its incident.
    private struct Identity {
        var incident: String
        var row: String
    }

    /// The identity of a row; nil, and noted, when it lacks one or came before.
    private mutating func identity(_ reader: CSVReader, unit: String) -> Identity? {
        var incident = reader.joined(plan.incident, by: "-")
        if incident.isEmpty, let column = plan.incident.first {
            problems.add(reader.line, .missing(column: plan.header[column]))
            return nil
        }
        var row = reader.joined(plan.row, by: "-")
        if row.isEmpty, incident.isEmpty { row = synthesised(reader) }
        if row.isEmpty { row = unit.isEmpty ? incident : "\(incident)-\(unit)" }
        if incident.isEmpty { incident = row }
        guard rowIDs.insert(row).inserted else {
            problems.add(reader.line, .duplicate(id: row))
            return nil
        }
        return Identity(incident: incident, row: row)
    }

    /// An identity from what the row says and how often the log has said it so far, the same at every reading (FNV-1a).
    private mutating func synthesised(_ reader: CSVReader) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in 0..<reader.fieldCount {
            reader.withField(index) { bytes, _ in
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
                hash = (hash ^ 0x1F) &* 0x100_0000_01b3
            }
        }
        let occurrence = (occurrences[hash] ?? 0) + 1
        occurrences[hash] = occurrence
        return "\(String(hash, radix: 36))-\(occurrence)"
    }

    /// The call of a row, new or known.
    private mutating func call(
        _ reader: CSVReader, _ identity: Identity, received: Timestamp, closed: Timestamp?
    ) -> Int32 {
        guard let known = callNumbers[identity.incident] else {
            return newCall(reader, identity, received: received, closed: closed)
        }
        let slot = Int(known)
        if plan.unit.isEmpty {
            reports.append(
                LoggedReport(
                    id: identity.row, call: known, received: received,
                    text: reader.joined(plan.report, by: " · ")))
        }
        calls[slot].received = min(calls[slot].received, received)
        if let closed { calls[slot].closed = max(calls[slot].closed ?? closed, closed) }
        return known
    }

    private mutating func newCall(
        _ reader: CSVReader, _ identity: Identity, received: Timestamp, closed: Timestamp?
    ) -> Int32 {
        let type = reader.firstFilled(plan.type)
        let rule = typeRules[type] ?? mapping.types[type]
        typeRules[type] = .some(rule)
        let number = Int32(clamping: calls.count)
        callNumbers[identity.incident] = number
        let call = LoggedCall(
            id: identity.incident, received: received, type: texts.number(rule?.code ?? type),
            priority: priority(reader, rule),
            place: Place(text: reader.joined(plan.place, by: ", "), point: point(reader)),
            beat: texts.number(reader.firstFilled(plan.beat)), area: texts.number(reader.firstFilled(plan.area)),
            report: reader.joined(plan.report, by: " · "),
            disposition: texts.number(reader.firstFilled(plan.disposition)), closed: closed)
        homes.note(area: call.area, beat: call.beat, point: call.place.point)
        calls.append(call)
        return number
    }

    private func priority(_ reader: CSVReader, _ rule: Mapping.TypeRule?) -> Priority {
        for column in plan.priority {
            if let priority = mapping.priorities.values[reader.text(column)] { return priority }
        }
        return rule?.priority ?? mapping.priorities.standard
    }

    /// The point of a row; nil, and noted where something is written, when there is none.
    private mutating func point(_ reader: CSVReader) -> GeoPoint? {
        var pair = reader.firstFilled(plan.location)
        if pair.isEmpty, !plan.latitude.isEmpty {
            pair = reader.firstFilled(plan.latitude) + "," + reader.firstFilled(plan.longitude)
        }
        if pair.isEmpty || pair == "," { return nil }
        let parts = pair.utf8.split(separator: UInt8(ascii: ",")).map { part in
            Double(String(decoding: part.filter { !" ()".utf8.contains($0) }, as: UTF8.self))
        }
        guard parts.count == 2, let latitude = parts[0], let longitude = parts[1],
            let point = GeoPoint(latitude: latitude, longitude: longitude)
        else {
            problems.add(reader.line, .badPoint(text: pair))
            return nil
        }
        // Logs write 0, 0 where they know no place.
        return latitude == 0 && longitude == 0 ? nil : point
    }
}
