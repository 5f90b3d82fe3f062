import DispatchModel

/// How a city's call log is read: what its columns mean and what its words become. Read from a TOML file; a new city is a
/// new file.
public struct Mapping: Sendable {
    /// The mapping's own name, as `--mapping` takes it: a shipped one's, or the file's.
    public internal(set) var name = ""
    /// What the log is called, in the words the status strip shows.
    public var title = ""
    /// The name under which the journal knows the log's records. Never change it once a log was played.
    public var source = ""
    /// Header names that together tell this log from others.
    public var detect: [String] = []
    /// How the log's file is written.
    public var file = FileRules()
    /// How times are written; the first format that fits is taken.
    public var timeFormats: [TimeFormat] = []
    /// The zone of the times that state no offset, as a name to be looked up: Asia/Shanghai, GMT+0800.
    public var timeZone = ""
    /// Which columns say what.
    public var columns = Columns()
    /// What raw priorities become.
    public var priorities = PriorityRules()
    /// What raw types become.
    public var types = Rules<TypeRule>()
    /// What raw unit types become.
    public var unitTypes = Rules<UnitRule>()
    /// What units become by callsign, where their type does not say.
    public var callsigns = Rules<UnitRule>()
    /// Units that the log itself does not name.
    public var roster: [RosterUnit] = []
    /// Beats whose name or middle is stated; others come from the log.
    public var beats: [String: BeatRule] = [:]
    /// The name of a beat that is not stated; `{beat}` stands for its code.
    public var beatName = "{beat}"
    /// How home positions follow from the log.
    public var home: HomeRule?

    /// Creates an empty mapping.
    public init() {}
}

extension Mapping {
    /// Names of columns by what they say. Of several names the first whose field is filled counts, except where noted; a
    /// name may be several with `|` between them, of which the first that the header has is meant.
    public struct Columns: Sendable {
        /// The incident a row belongs to; empty makes each row its own incident.
        public var incident: [String] = []
        /// The callsign of the unit a row is about; empty when rows are about incidents alone.
        public var unit: [String] = []
        /// The row's own identity (all of them, joined); empty derives it from what the row says.
        public var row: [String] = []
        /// When the call was received. Where the first filled field is no time by itself, all of them joined by blanks are
        /// read; so are those of the other times.
        public var received: [String] = []
        /// The times of a unit's assignment.
        public var milestones: [Milestone: [String]] = [:]
        /// When the incident was closed, for logs without units.
        public var closed: [String] = []
        /// How it ended.
        public var disposition: [String] = []
        /// What it is.
        public var type: [String] = []
        /// How urgent it is.
        public var priority: [String] = []
        /// Where it is (all of them, joined).
        public var place: [String] = []
        /// What the caller reported (all of them, joined).
        public var report: [String] = []
        /// The beat that owns it.
        public var beat: [String] = []
        /// Degrees north.
        public var latitude: [String] = []
        /// Degrees east.
        public var longitude: [String] = []
        /// Both, as `(lat, lon)`.
        public var location: [String] = []
        /// What kind of unit the row is about.
        public var unitType: [String] = []
    }

    /// What raw priorities become.
    public struct PriorityRules: Sendable {
        /// By raw text; case, blanks and the way a whole number is written do not count.
        var values = Rules<Priority>()
        /// For anything else.
        public var standard = Priority.p3

        /// The priority of a raw text, nil when no rule fits.
        public subscript(raw: String) -> Priority? { values[raw] }
    }

    /// A type's code and its words in both languages.
    public struct TypeRule: Hashable, Sendable {
        /// As incidents carry it.
        public var code: String
        /// English words.
        public var english: String
        /// Chinese words.
        public var chinese: String
        /// The priority of incidents of this type that state none.
        public var priority: Priority?
    }

    /// What a unit is.
    public struct UnitRule: Hashable, Sendable {
        /// Its kind.
        public var kind = UnitKind.support
        /// The pane that shows it.
        public var pane = UnitPane.patrol
        /// What it can do beyond its kind.
        public var skills: [String] = []
        /// The tier of its response circle in minutes, 0 for none.
        public var circleMinutes: Int64 = 0
    }

    /// A unit that the mapping itself states.
    public struct RosterUnit: Hashable, Sendable {
        /// What people call it.
        public var callsign: String
        /// What it is.
        public var rule: UnitRule
        /// The beat it belongs to.
        public var beat: String
        /// Where it waits.
        public var dutyPoint: Place
    }

    /// A stated beat.
    public struct BeatRule: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its middle.
        public var centre: GeoPoint?
    }

    /// Home positions from the log: the mean position of the calls of a unit's station area.
    public struct HomeRule: Hashable, Sendable {
        /// The column that names the station area of a call.
        public var area: String
        /// Callsigns whose number is the number of their area, as prefixes; other units take the area they serve most.
        public var numbered: [String]
        /// The words for an area; `{area}` stands for its name.
        public var name: String
    }
}
