import DispatchModel

/// Reads a filter's text into terms.
struct FilterReader {
    private let line: Line
    private let words: Words

    init(_ text: String, _ words: Words) {
        line = Line(filter: text)
        self.words = words
    }

    /// The terms, those that choose a value of the same thing as one.
    func terms() throws(LineFailure) -> [FilterTerm] {
        var joined: [FilterTerm] = []
        for term in try typedTerms() {
            let choice = term.negated ? nil : term.tests[0].choice
            let same = choice.flatMap { choice in
                joined.firstIndex { !$0.negated && $0.tests[0].choice == choice }
            }
            if let same { joined[same].tests += term.tests } else { joined.append(term) }
        }
        return joined
    }

    private func typedTerms() throws(LineFailure) -> [FilterTerm] {
        var terms: [FilterTerm] = []
        var index = 0
        while index < line.words.count {
            var word = line.words[index]
            index += 1
            // `key:"two words"` is one term.
            if !word.quoted, word.text.last == ":" || word.text == "-", index < line.words.count,
                line.words[index].quoted,
                line.words[index].columns.lowerBound == word.columns.upperBound
            {
                word = Line.Word(
                    text: word.text + line.words[index].text, raw: word.raw + line.words[index].raw,
                    columns: word.columns.lowerBound..<line.words[index].columns.upperBound,
                    quoted: word.text == "-")
                index += 1
                if word.quoted {
                    terms.append(
                        FilterTerm(
                            .text(TextTest(String(word.text.dropFirst()), shown: words.language)), negated: true))
                    continue
                }
            }
            guard !word.quoted else {
                if !word.text.isEmpty {
                    terms.append(FilterTerm(.text(TextTest(word.text, shown: words.language)), negated: false))
                }
                continue
            }
            let negated = word.text.hasPrefix("-") && word.text.count > 1
            let body = negated ? String(word.text.dropFirst()) : word.text
            terms.append(
                FilterTerm(
                    try test(body, negated ? String(word.raw.dropFirst()) : word.raw, word.columns),
                    negated: negated))
        }
        return terms
    }

    private func test(_ body: String, _ raw: String, _ columns: Range<Int>) throws(LineFailure) -> FilterTest {
        if let comparison = body.firstIndex(where: { $0 == ">" || $0 == "<" }) {
            let rest = body[body.index(after: comparison)...].drop { $0 == "=" }
            return try compare(String(body[..<comparison]), body[comparison] == ">", String(rest), columns)
        }
        if let colon = body.firstIndex(of: ":") {
            let values = body[body.index(after: colon)...].split(separator: ",").map(String.init)
            return try keyed(String(body[..<colon]), values, columns)
        }
        if body.hasPrefix("#"), let number = UInt32(body.dropFirst()) { return .number(number) }
        if let priorities = priorities(body.split(separator: ",").map(String.init), digits: false) {
            return .priority(priorities)
        }
        var text = TextTest(raw, shown: words.language)
        text.progress = mask(TermWords.exactly(body, in: TermWords.progresses))
        text.status = mask(TermWords.exactly(body, in: TermWords.statuses))
        return .text(text)
    }

    /// What the keys are called in each language.
    private enum Key: CaseIterable {
        case priority, beat, unit, stage, kind, status, type, place, number, callback, severity, state, age, heard,
            grade

        var names: [String] {
            switch self {
            case .priority: ["priority", "p", "pri", "等级"]
            case .beat: ["beat", "b", "巡区"]
            case .unit: ["unit", "u", "单元", "警力", "呼号"]
            case .stage: ["stage", "阶段"]
            case .kind: ["kind", "类别"]
            case .status: ["status", "状态"]
            case .type: ["type", "类型"]
            case .place: ["place", "地点"]
            case .number: ["no", "number", "编号"]
            case .callback: ["cb", "callback", "回拨"]
            case .severity: ["severity", "sev", "级别"]
            case .state: ["state", "告警状态"]
            case .age: ["age", "时长"]
            case .heard: ["heard", "信号"]
            case .grade: ["grade", "dispute", "纠纷"]
            }
        }

        init?(_ name: String) {
            let small = name.lowercased()
            guard let key = Key.allCases.first(where: { $0.names.contains(small) }) else { return nil }
            self = key
        }
    }

    private func keyed(_ name: String, _ values: [String], _ columns: Range<Int>) throws(LineFailure) -> FilterTest {
        guard let key = Key(name) else { throw unknownKey(name, columns) }
        guard !values.isEmpty else {
            throw failure(
                columns, words.pick("“\(name):” has no value", "“\(name):”缺少值"), example(key))
        }
        let needles = values.map { Needle($0, shown: words.language) }
        switch key {
        case .beat: return .beat(needles)
        case .unit: return .unit(needles)
        case .type: return .type(needles)
        case .place: return .place(needles)
        case .priority:
            guard let mask = priorities(values, digits: true) else { throw badValue(values, key, columns) }
            return .priority(mask)
        case .number:
            guard values.count == 1, let number = UInt32(values[0].drop { $0 == "#" }) else {
                throw badValue(values, key, columns)
            }
            return .number(number)
        case .callback:
            let numbers = values.compactMap(PhoneDigits.init)
            guard numbers.count == values.count else { throw badValue(values, key, columns) }
            return .callback(numbers)
        case .stage:
            let stages = try values.map { value throws(LineFailure) in try stage(value, key, columns) }
            return .stage(
                progress: stages.reduce(0) { $0 | $1.progress }, stage: stages.reduce(0) { $0 | $1.stage })
        case .kind: return .kind(try mask(values, TermWords.kinds, key, columns))
        case .status: return .status(try mask(values, TermWords.statuses, key, columns))
        case .severity: return .severity(try mask(values, TermWords.severities, key, columns))
        case .state: return .state(try mask(values, TermWords.alertStates, key, columns))
        case .grade: return .grade(try mask(values, TermWords.grades, key, columns))
        case .age, .heard:
            throw failure(
                columns, words.pick("“\(name)” is compared with > or <", "“\(name)”须用 > 或 < 比较"), example(key))
        }
    }

    private func compare(
        _ name: String, _ longer: Bool, _ value: String, _ columns: Range<Int>
    ) throws(LineFailure) -> FilterTest {
        guard let key = Key(name) else { throw unknownKey(name, columns) }
        guard key == .age || key == .heard else {
            throw failure(
                columns, words.pick("“\(name)” is not a length of time", "“\(name)”不是时长"), example(key))
        }
        guard let span = Span(written: value, bare: .minutes(1)) else { throw badValue([value], key, columns) }
        return key == .age ? .age(longer: longer, span) : .heard(longer: longer, span)
    }

    private func priorities(_ values: [String], digits: Bool) -> UInt64? {
        guard !values.isEmpty else { return nil }
        var mask: UInt64 = 0
        for value in values {
            guard digits || !value.allSatisfy(\.isNumber), let priority = Reader.priority(value) else { return nil }
            mask |= 1 << UInt64(priority.rawValue)
        }
        return mask
    }

    /// What the rows show comes first; the stages that no row shows go by their own words.
    private func stage(
        _ value: String, _ key: Key, _ columns: Range<Int>
    ) throws(LineFailure) -> (progress: UInt64, stage: UInt64) {
        let shown = TermWords.matching(value, in: TermWords.progresses)
        if !shown.isEmpty { return (mask(shown), 0) }
        let stages = TermWords.matching(value, in: TermWords.stages)
        guard !stages.isEmpty else { throw badValue([value], key, columns) }
        return (0, mask(stages))
    }

    private func mask<Term: RawRepresentable & Equatable>(
        _ values: [String], _ table: [(word: String, term: Term)], _ key: Key, _ columns: Range<Int>
    ) throws(LineFailure) -> UInt64 where Term.RawValue == UInt8 {
        var mask: UInt64 = 0
        for value in values {
            let found = TermWords.matching(value, in: table)
            guard !found.isEmpty else { throw badValue([value], key, columns) }
            mask |= self.mask(found)
        }
        return mask
    }

    private func mask<Term: RawRepresentable>(_ terms: [Term]) -> UInt64 where Term.RawValue == UInt8 {
        terms.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    private func failure(_ columns: Range<Int>, _ message: String, _ remedy: String) -> LineFailure {
        LineFailure(columns: columns, message: message, remedy: remedy)
    }

    private func unknownKey(_ name: String, _ columns: Range<Int>) -> LineFailure {
        let keys = words.list(Key.allCases.map { words.pick($0.names[0], $0.names.last ?? "") })
        return failure(
            columns, words.pick("a filter has no key “\(name)”", "筛选条件没有“\(name)”"),
            words.pick("keys are \(keys); quote it to look for the text", "可用：\(keys)；加引号可按文字查找"))
    }

    private func badValue(_ values: [String], _ key: Key, _ columns: Range<Int>) -> LineFailure {
        let value = values.joined(separator: ",")
        return failure(
            columns, words.pick("“\(value)” is not a value of \(key.names[0])", "“\(value)”不是有效值"), example(key))
    }

    private func example(_ key: Key) -> String {
        let values: String =
            switch key {
            case .priority: "p:1,2"
            case .beat: "beat:B02"
            case .unit: "unit:3A"
            case .type: words.pick("type:robbery", "类型:抢劫")
            case .place: "place:mission"
            case .number: "no:4821"
            case .callback: words.pick("cb:0100, three digits or more", "回拨:0100（至少三位数字）")
            case .age: "age>10m"
            case .heard: "heard>4m"
            case .stage: "stage:" + words.list(IncidentProgress.allCases.map(words.progress))
            case .grade: "grade:" + words.list(DisputeGrade.allCases.map(words.grade))
            case .kind: "kind:" + words.list(UnitKind.allCases.map { words.kind($0) })
            case .status: "status:" + words.list(UnitStatus.allCases.map { words.statusShort($0) })
            case .severity: "severity:" + words.list(AlertSeverity.allCases.map(words.severity))
            case .state: "state:" + words.list(AlertState.allCases.map { words.state($0) })
            }
        return words.pick("such as \(values)", "例如 \(values)")
    }
}
