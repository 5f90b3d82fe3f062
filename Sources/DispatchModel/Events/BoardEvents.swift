/// The board shows the world, a recording or an exercise from here on.
package struct ModeDeclared: Recordable, Hashable, Sendable {
    /// Which.
    package var mode: BoardMode = .live
    /// The name of the log, the drill or the command room.
    package var title: String = ""
    /// The IANA name of the zone in which times are shown; empty for the machine's own.
    package var timeZone: String = ""
    /// The source whose records are played; empty for none.
    package var source: String = ""
    /// The digest of the mapping by which the source is read; empty where there is none, and in older journals.
    package var mapping: String = ""
    /// The digest of the log that is played; empty where there is none, and in older journals.
    package var log: String = ""
    /// How the log is played: `as-recorded`, or `dispatch` and the seed of the crews; empty where there is none, and in
    /// older journals.
    package var way: String = ""
    /// What `title` says in Chinese; empty where there is only the one text, and in older journals.
    package var chinese: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        mode: BoardMode = .live, title: String = "", timeZone: String = "", source: String = "", mapping: String = "",
        log: String = "", way: String = "", chinese: String = ""
    ) {
        self.mode = mode
        self.title = title
        self.timeZone = timeZone
        self.source = source
        self.mapping = mapping
        self.log = log
        self.way = way
        self.chinese = chinese
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "mode", &mode)
        visitor.visit(2, "title", &title)
        visitor.visit(3, "timeZone", &timeZone)
        visitor.visit(4, "source", &source)
        visitor.visit(5, "mapping", &mapping)
        visitor.visit(6, "log", &log)
        visitor.visit(7, "way", &way)
        visitor.visit(8, "chinese", &chinese)
    }

    /// The title in each language.
    package var titles: BilingualText { BilingualText(recorded: title, chinese) }
}

extension ModeDeclared: Event {
    package static var kind: EventBody.Kind { .modeDeclared }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.mode = self
        return true
    }
}

/// What an incident type is called.
package struct TypeDefined: Recordable, Hashable, Sendable {
    /// Its code, as incidents carry it.
    package var code: String = ""
    /// Its English words.
    package var english: String = ""
    /// Its Chinese words.
    package var chinese: String = ""
    /// The priority of a call of this type that states none; nil when the room names none.
    package var priority: Priority?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        code: String = "", english: String = "", chinese: String = "", priority: Priority? = nil
    ) {
        self.code = code
        self.english = english
        self.chinese = chinese
        self.priority = priority
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "code", &code)
        visitor.visit(2, "english", &english)
        visitor.visit(3, "chinese", &chinese)
        visitor.visit(4, "priority", &priority)
    }

    /// The words in each language.
    package var names: BilingualText {
        BilingualText(english.isEmpty ? chinese : english, chinese.isEmpty ? english : chinese)
    }
}

extension TypeDefined: Event {
    package static var kind: EventBody.Kind { .typeDefined }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.typeNames.put(self)
        return true
    }
}

/// A beat of the district.
package struct BeatDefined: Recordable, Hashable, Sendable {
    /// Its code, as incidents and units carry it.
    package var beat: String = ""
    /// Its name.
    package var name: String = ""
    /// Its middle.
    package var centre: GeoPoint?
    /// What `name` says in Chinese; empty where there is only the one text, and in older journals.
    package var chinese: String = ""
    /// The station (派出所) that it belongs to; empty where nobody says so, and in older journals.
    package var station: String = ""
    /// What `station` says in Chinese; empty where there is only the one text.
    package var chineseStation: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        beat: String = "", name: String = "", centre: GeoPoint? = nil, chinese: String = "", station: String = "",
        chineseStation: String = ""
    ) {
        self.beat = beat
        self.name = name
        self.centre = centre
        self.chinese = chinese
        self.station = station
        self.chineseStation = chineseStation
    }

    /// Creates the record of a beat that is called so.
    package init(
        beat: String, names: BilingualText, centre: GeoPoint? = nil, station: BilingualText = BilingualText("", "")
    ) {
        let (name, chinese) = names.recorded
        let (at, chineseAt) = station.recorded
        self.init(
            beat: beat, name: name, centre: centre, chinese: chinese, station: at, chineseStation: chineseAt)
    }

    /// The name in each language.
    package var names: BilingualText { BilingualText(recorded: name, chinese) }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "beat", &beat)
        visitor.visit(2, "name", &name)
        visitor.visit(3, "centre", &centre)
        visitor.visit(4, "chinese", &chinese)
        visitor.visit(5, "station", &station)
        visitor.visit(6, "chineseStation", &chineseStation)
    }
}

extension BeatDefined: Event {
    package static var kind: EventBody.Kind { .beatDefined }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.beats.put(self)
        return true
    }
}

/// Something about the journal itself was found wrong when it was opened: records lost at its end, bytes changed. It
/// stays in the journal, so that a check goes on telling it. The board does not change by it.
package struct JournalFaultFound: Recordable, Hashable, Sendable {
    /// What kind of finding, by the name that a check of the journal gives it, such as `chain.end`.
    package var code: String = ""
    /// What was found, in English.
    package var english: String = ""
    /// The same in Chinese.
    package var chinese: String = ""
    /// The folder inside the data folder that holds the files as they were found; empty when they could not be kept.
    package var evidence: String = ""
    /// When it was found, by the machine's clock. The record itself stands at the time of the one before it: a recording
    /// or an exercise has a time of its own.
    package var found: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        code: String = "", english: String = "", chinese: String = "", evidence: String = "",
        found: Timestamp = Timestamp.epoch
    ) {
        self.code = code
        self.english = english
        self.chinese = chinese
        self.evidence = evidence
        self.found = found
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "code", &code)
        visitor.visit(2, "english", &english)
        visitor.visit(3, "chinese", &chinese)
        visitor.visit(4, "evidence", &evidence)
        visitor.visit(5, "found", &found)
    }
}

extension JournalFaultFound: Event {
    package static var kind: EventBody.Kind { .journalFaultFound }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        true
    }
}

/// The machine's clock was put forward or back while the program ran. Times recorded before and after it are of two
/// scales. The board does not change by it.
package struct ClockStepped: Recordable, Hashable, Sendable {
    /// By how many milliseconds; below zero when it was put back.
    package var milliseconds: Int64 = 0

    /// Every field at its default.
    package init() {}

    /// Creates the record of a step.
    package init(by step: Span) {
        milliseconds = step.milliseconds
    }

    /// By how much; below zero when it was put back.
    package var step: Span { Span(milliseconds: milliseconds) }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "milliseconds", &milliseconds)
    }
}

extension ClockStepped: Event {
    package static var kind: EventBody.Kind { .clockStepped }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        true
    }
}

/// The leader of an exercise said or changed something that makes no other event: a message to the player, the weather,
/// a radio outage. The board does not change by it.
package struct ExerciseNoted: Recordable, Hashable, Sendable {
    /// The scripted inject it belongs to; empty for what the trainer does by hand.
    package var inject: String = ""
    /// What the player is told, in English.
    package var english: String = ""
    /// The same in Chinese.
    package var chinese: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        inject: String = "", english: String = "", chinese: String = ""
    ) {
        self.inject = inject
        self.english = english
        self.chinese = chinese
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "inject", &inject)
        visitor.visit(2, "english", &english)
        visitor.visit(3, "chinese", &chinese)
    }
}

extension ExerciseNoted: Event {
    package static var kind: EventBody.Kind { .exerciseNoted }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        true
    }
}
