import DispatchModel

extension CallLogLoader {
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
