import DispatchModel
import Formats

extension Reader {
    /// An incident type from words: a code or the words of a type in either language, or their beginning or a part when
    /// that fits one type alone. In quotes, or on a board without types, any text is a type.
    func type(_ text: String, _ columns: Range<Int>, quoted: Bool) throws(Stop) -> String {
        let types = board.typeNames.elements
        let needle = Needle(text, shown: words.language)
        if let code = types.first(where: { needle.equals($0.code) })?.code { return code }
        let named = types.filter { needle.equals($0.english) || needle.equals($0.chinese) }
        if named.count == 1 { return named[0].code }
        guard named.isEmpty else { throw askType(text, columns, named) }
        if quoted || types.isEmpty || board.incidents.elements.contains(where: { needle.equals($0.type) }) {
            return text
        }
        let beginning = types.filter {
            needle.begins($0.code) || needle.beginsWord(in: $0.english) || needle.isIn($0.chinese)
        }
        let within = beginning.isEmpty ? types.filter { needle.isIn($0.english) } : beginning
        let like = within.isEmpty ? types.filter { needle.isSpoken(in: $0.names) } : within
        if like.count == 1 { return like[0].code }
        let near =
            like.isEmpty
            ? types.filter { type in [type.english, type.code, type.chinese].contains { Spelling.isNear(text, $0) } }
            : like
        guard near.isEmpty else { throw askType(text, columns, near) }
        throw fail(
            columns, pick("no incident type is called “\(text)”", "没有名为“\(text)”的警情类型"),
            pick(
                "\(words.keycap(.complete)) shows the types; in quotes any text is a type",
                "按 \(words.keycap(.complete)) 查看类型；加引号可录入任意类型"))
    }

    private func askType(_ text: String, _ columns: Range<Int>, _ found: [TypeDefined]) -> Stop {
        let sorted = found.sorted { ($0.english, $0.code) < ($1.english, $1.code) }
        return ask(
            columns, pick("which type is “\(text)”?", "“\(text)”指哪个类型？"),
            sorted.map { type in
                let name = words.type(type.code, on: board)
                return (Reader.typed(type.code), name == type.code ? name : "\(name) (\(type.code))")
            })
    }

    /// A place from words. One that the room knows by name has its point and its beat; a place the board knows takes its point; the beginning of known places is asked about, and so are
    /// the words of places that lie apart, by their beats. Where a beat cannot be asked about, words of several places have no
    /// point of their own.
    func place(
        _ text: String, _ columns: Range<Int>, quoted: Bool, beat: String = "", asksBeat: Bool = true
    ) throws(Stop) -> (place: Place, beat: String) {
        let named = NamedPlaceReader(reader: self)
        if let place = try named.place(text, columns, quoted: quoted, beat: beat, asksBeat: asksBeat) { return place }
        let known = KnownPlaces(board)
        let same = known.same(as: text)
        if same.count > 1 { return try oneOf(same, text, columns, beat: beat, asksBeat: asksBeat) }
        if let only = same.first { return (only.place, only.beat) }
        guard !quoted else { return (Place(text: text), "") }
        let near = known.beginning(with: text, in: words.language)
        guard near.isEmpty else {
            let asTyped = ("\"\(text)\"", pick("“\(text)” as typed, not known on the board", "按原样录入“\(text)”（看板上未知）"))
            throw ask(
                columns, pick("which place is “\(text)”?", "“\(text)”指哪个地点？"),
                near.prefix(Ambiguity.limit - 1).map { ("\"\($0)\"", $0) } + [asTyped])
        }
        return (Place(text: text), "")
    }

    private func oneOf(
        _ same: [KnownPlaces.Known], _ text: String, _ columns: Range<Int>, beat: String, asksBeat: Bool
    ) throws(Stop) -> (place: Place, beat: String) {
        let inBeat = same.filter { $0.beat == beat }
        if inBeat.count == 1 { return (inBeat[0].place, beat) }
        let beats = Set(same.map(\.beat))
        guard asksBeat, beat.isEmpty, beats.count == same.count, !beats.contains("") else {
            return (Place(text: text), beat)
        }
        throw ask(
            columns, pick("“\(text)” is in several beats; which one?", "“\(text)”在多个巡区，指哪一个？"),
            same.map { ("\"\(text)\" b:\(Reader.typed($0.beat))", words.beat($0.beat, on: board)) })
    }

    /// A beat by its code or name.
    func beat(_ text: String, _ columns: Range<Int>) throws(Stop) -> String {
        guard !text.isEmpty else { throw .incomplete(pick("a beat, such as B02", "巡区，如 B02")) }
        let needle = Needle(text, shown: words.language)
        let codes = KnownBeats.codes(board)
        if let code = codes.first(where: { needle.equals($0) }) { return code }
        let named = board.beats.elements.filter { needle.begins($0) }.map(\.beat)
        let beginning = named.isEmpty ? codes.filter { needle.begins($0) } : named
        let near =
            beginning.isEmpty
            ? board.beats.elements.filter { needle.isSpoken(first: $0.names) }.map(\.beat) : beginning
        if codes.isEmpty { return text }
        guard near.isEmpty else {
            if named.count == 1 { return named[0] }
            throw ask(
                columns, pick("which beat is “\(text)”?", "“\(text)”指哪个巡区？"),
                near.sorted().map { (Reader.typed($0), words.beat($0, on: board)) })
        }
        throw fail(
            columns, pick("no beat is called “\(text)”", "没有名为“\(text)”的巡区"),
            pick("\(words.keycap(.complete)) shows the beats", "按 \(words.keycap(.complete)) 查看巡区"))
    }

    /// How an incident ended: a known disposition's code, or a text of one's own in quotes. Without quotes such a text is asked
    /// about, with the dispositions it could be the beginning of and the units that could have been meant.
    mutating func disposition() throws(Stop) -> String {
        let (columns, quoted) = (rest, isQuotedAlone)
        let text = text()
        return text.isEmpty ? "" : try disposition(text, columns, quoted: quoted)
    }

    func disposition(_ text: String, _ columns: Range<Int>, quoted: Bool) throws(Stop) -> String {
        if let (known, detail) = context.policy.dispositions.named(in: text) {
            guard known.isContent(with: detail) else {
                let refusal = words.refusal(.dispositionAsks(known), on: board)
                throw fail(columns, refusal.reason, refusal.remedy)
            }
            return known.recorded(with: detail)
        }
        if let known = Disposition(naming: text) { return known.rawValue }
        guard !quoted else { return text }
        let needle = Needle(text)
        let all = context.policy.dispositions
        let near = all.filter { [$0.code, $0.name.english, $0.name.chinese].contains(where: needle.begins) }
        let units = board.units.elements.filter { needle.begins($0.callsign) }.sorted { $0.callsign < $1.callsign }
        let offered = near.isEmpty && units.isEmpty ? all : near
        let own = text.filter { $0 != "\"" }
        let asTyped = ("\"\(own)\"", pick("“\(own)” as typed", "按原样录入“\(own)”"))
        throw ask(
            columns, pick("what is “\(text)”?", "“\(text)”指什么？"),
            [asTyped] + offered.map { (Reader.typed($0.recorded), words.disposition($0)) }
                + units.map { (Reader.typed($0.callsign), describe($0)) })
    }

    /// A unit's status by its words in either language or the verbs' codes.
    mutating func status() throws(Stop) -> UnitStatus {
        let expected = pick(
            "a status: \(words.list(UnitStatus.allCases.map { words.status($0) }))",
            "状态：\(words.list(UnitStatus.allCases.map { words.status($0) }))")
        let first = try takeWord(expecting: expected)
        // Words of a status may be several, such as `out of service`.
        for length in [3, 2, 1] where at - 1 + length <= line.words.count {
            let text = line.words[(at - 1)..<(at - 1 + length)].map(\.text).joined(separator: " ")
            guard let status = TermWords.status(named: text) else { continue }
            at += length - 1
            return status
        }
        let near = TermWords.statuses(beginning: first.text)
        if near.count == 1 { return near[0] }
        guard near.isEmpty else {
            throw ask(
                first.columns, pick("which status is “\(first.text)”?", "“\(first.text)”指哪个状态？"),
                near.map { (TermWords.typed($0), words.status($0)) })
        }
        throw fail(first.columns, pick("“\(first.text)” is not a status", "“\(first.text)”不是状态"), expected)
    }
}

extension Reader {
    /// When a hold ends: `15m`, `1h30m`, `until 14:05`; nil for `open`.
    mutating func holdEnd() throws(Stop) -> Timestamp? {
        let expected = pick("how long: 15m, 2h, until 14:05, or open", "时长：15m、2h、until 14:05 或 open（不限）")
        let word = try takeWord(expecting: expected)
        let text = word.text.lowercased()
        if ["open", "不限"].contains(text) { return nil }
        if ["until", "till", "至", "到"].contains(text) {
            let time = try takeWord(expecting: pick("a time such as 14:05", "时刻，如 14:05"))
            return try timeOfDay(time.text, time.columns)
        }
        for prefix in ["至", "到"] where text.hasPrefix(prefix) {
            return try timeOfDay(String(text.dropFirst(prefix.count)), word.columns)
        }
        if let span = Span(written: text, bare: .minutes(1)) {
            guard span > .zero, span <= Reader.longestHold else {
                throw fail(
                    word.columns, pick("a hold lasts from 1 second to 30 days", "搁置时长须在1秒至30天之间"), expected)
            }
            return context.now + span
        }
        throw fail(word.columns, pick("“\(word.text)” is not a length of time", "“\(word.text)”不是时长"), expected)
    }

    private static let longestHold = Span.hours(24 * 30)

    func timeOfDay(_ text: String, _ columns: Range<Int>) throws(Stop) -> Timestamp {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else {
            throw fail(
                columns, pick("“\(text)” is not a time of day", "“\(text)”不是时刻"),
                pick("type hours and minutes, such as 14:05", "请输入时和分，如 14:05"))
        }
        return words.zone.next(hour: hour, minute: minute, after: context.now)
    }
}

extension Reader {
    /// The next word when it begins with `@`: a time of the past. A time of day is the last one that was, at most half a day
    /// ago: what has yet to come today is no time of yesterday.
    mutating func statedTime() throws(Stop) -> StatedTime? {
        guard let word, !word.quoted, word.text.hasPrefix("@") else { return nil }
        let text = String(word.text.dropFirst())
        let forms = pick("when it was: @14:05, @14:05:30 or @-5m", "实际时刻：@14:05、@14:05:30 或 @-5m")
        guard !text.isEmpty else { throw .incomplete(forms) }
        guard text.first == "-" || text.contains(":") else {
            throw fail(word.columns, pick("“\(text)” is not a time", "“\(text)”不是时刻"), forms)
        }
        let scale = Moment.Scale(shown: context.now, present: context.now, first: .epoch, last: 0)
        let moment: Moment
        do throws(Moment.Refusal) { moment = try Moment.read(text, on: scale, words: words) } catch {
            throw fail(word.columns, error.message, forms)
        }
        guard case .time(let at) = moment, text.contains("-") || context.now - at <= .hours(12) else {
            throw fail(
                word.columns, pick("“\(text)” is still to come", "“\(text)”尚未到来"),
                pick("it is \(words.clock(context.now)) now", "现在是 \(words.clock(context.now))"))
        }
        self.at += 1
        return StatedTime(at, isMinute: text.count { $0 == ":" } == 1)
    }
}
