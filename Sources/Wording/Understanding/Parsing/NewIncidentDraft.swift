import DispatchModel

/// The parts of `N TYPE @PLACE p1 b:BEAT cb:NUMBER > UNIT… "TEXT"`, found by their markers and not yet looked up.
struct NewIncidentDraft {
    /// What a marker opened.
    enum Part { case type, place, units, none }

    var type: [Line.Word] = []
    var place: [Line.Word] = []
    var placeColumns: Range<Int>?
    var priority: Priority?
    var beat: Line.Word?
    /// Indices of the words that are units.
    var units: Range<Int>?
    var text: Line.Word?
    /// What is said of the caller.
    var caller = CallerMarks()

    /// Sorts the words from an index on into parts.
    init(_ reader: Reader, _ words: [Line.Word], from start: Int) throws(Stop) {
        var part = Part.type
        var index = start
        while index < words.count {
            let word = words[index]
            let ofCaller = try caller.takeMark(words, at: index, reader)
            if ofCaller > 0 {
                index += ofCaller
                part = type.isEmpty ? .type : .none
                continue
            }
            if word.quoted {
                try takeQuoted(word, part, after: words[index - 1], reader)
                if part == .type || part == .place { part = .none }
            } else if word.text.hasPrefix("@") {
                guard placeColumns == nil else { throw NewIncidentDraft.twice(word, reader) }
                placeColumns = word.columns
                part = .place
                let rest = String(word.text.dropFirst())
                if !rest.isEmpty {
                    place = [Line.Word(text: rest, raw: String(word.raw.dropFirst()), columns: word.columns)]
                }
            } else if let priority = NewIncidentDraft.priority(word.text) {
                guard self.priority == nil else { throw NewIncidentDraft.twice(word, reader) }
                self.priority = priority
                part = type.isEmpty ? .type : .none
            } else if let code = NewIncidentDraft.beat(word.text) {
                guard beat == nil else { throw NewIncidentDraft.twice(word, reader) }
                beat = Line.Word(text: code, raw: code, columns: word.columns)
                part = type.isEmpty ? .type : .none
            } else if word.text == ">" {
                guard units == nil else { throw NewIncidentDraft.twice(word, reader) }
                units = (index + 1)..<(index + 1)
                part = .units
            } else {
                try add(word, at: index, to: part, reader)
            }
            index += 1
        }
    }

    private mutating func add(_ word: Line.Word, at index: Int, to part: Part, _ reader: Reader) throws(Stop) {
        switch part {
        case .type: type.append(word)
        case .place:
            place.append(word)
            placeColumns = (placeColumns ?? word.columns).lowerBound..<word.columns.upperBound
        case .units: units = (units?.lowerBound ?? index)..<(index + 1)
        case .none:
            throw reader.fail(
                word.columns, reader.pick("“\(word.text)” belongs to nothing here", "“\(word.text)”在此无所归属"),
                reader.pick(
                    "mark it: @place, p1, b:beat, cb:number, > units, \"text\"", "请加标记：@地点、p1、b:巡区、cb:号码、> 单元、\"文字\""))
        }
    }

    /// A quoted word is the type or place that is open and empty, the beat of a bare `b:`, a callsign after `>`, else
    /// what was reported.
    private mutating func takeQuoted(
        _ word: Line.Word, _ part: Part, after previous: Line.Word, _ reader: Reader
    ) throws(Stop) {
        let adjacent = previous.columns.upperBound == word.columns.lowerBound
        if beat?.text.isEmpty == true, adjacent {
            beat = word
        } else if part == .type, type.isEmpty {
            type = [word]
        } else if part == .place, place.isEmpty {
            place = [word]
            placeColumns = (placeColumns ?? word.columns).lowerBound..<word.columns.upperBound
        } else {
            guard text == nil else { throw NewIncidentDraft.twice(word, reader) }
            text = word
        }
    }

    private static func twice(_ word: Line.Word, _ reader: Reader) -> Stop {
        reader.fail(
            word.columns, reader.pick("“\(word.text)” comes a second time", "“\(word.text)”重复出现"),
            reader.pick("give type, place, priority, beat, units and text once each", "类型、地点、等级、巡区、单元、文字各只能出现一次"))
    }

    /// `p1` to `p5`, 一级 to 五级; a bare digit is no priority here, since places have numbers.
    private static func priority(_ text: String) -> Priority? {
        text.count == 2 && !text.allSatisfy(\.isNumber) ? Reader.priority(text) : nil
    }

    private static func beat(_ text: String) -> String? {
        for prefix in ["b:", "beat:", "巡区:"] where text.lowercased().hasPrefix(prefix) {
            return String(text.dropFirst(prefix.count))
        }
        return nil
    }
}
