import DispatchModel
import Formats

/// How a city's call log is read: what its columns mean and what its words become. Read from a TOML file; a new city is a
/// new file.
package struct Mapping: Sendable {
    /// The mapping's own name, as `--mapping` takes it: a shipped one's, or the file's.
    package internal(set) var name = ""
    /// What the log is called, in the words the status strip shows.
    package var title = BilingualText("", "")
    /// The name under which the journal knows the log's records. Never change it once a log was played.
    package var source = ""
    /// Header names that together tell this log from others.
    package var detect: [String] = []
    /// How the log's file is written.
    package var file = FileRules()
    /// How times are written; the first format that fits is taken.
    var timeFormats: [TimeFormat] = []
    /// The zone of the times that state no offset, as a name to be looked up: Asia/Shanghai, GMT+0800.
    package var timeZone = ""
    /// Which columns say what.
    package var columns = Columns()
    /// What raw priorities become.
    package var priorities = PriorityRules()
    /// What raw types become.
    package var types = Rules<TypeRule>()
    /// What raw unit types become.
    var unitTypes = Rules<UnitRule>()
    /// What units become by callsign, where their type does not say.
    package var callsigns = Rules<UnitRule>()
    /// Units that the log itself does not name.
    package var roster: [RosterUnit] = []
    /// Beats whose name or middle is stated; others come from the log.
    package var beats: [String: BeatRule] = [:]
    /// The name of a beat that is not stated; `{beat}` stands for its code.
    var beatName = BilingualText("{beat}", "{beat}")
    /// How home positions follow from the log.
    package var home: HomeRule?

    /// Creates an empty mapping.
    package init() {}
}

extension Mapping {
    /// Names of columns by what they say. Of several names the first whose field is filled counts, except where noted; a
    /// name may be several with `|` between them, of which the first that the header has is meant.
    package struct Columns: Sendable {
        /// The incident a row belongs to; empty makes each row its own incident.
        package var incident: [String] = []
        /// The callsign of the unit a row is about; empty when rows are about incidents alone.
        package var unit: [String] = []
        /// The row's own identity (all of them, joined); empty derives it from what the row says.
        package var row: [String] = []
        /// When the call was received. Where the first filled field is no time by itself, all of them joined by blanks are
        /// read; so are those of the other times.
        package var received: [String] = []
        /// The times of a unit's assignment.
        package var milestones: [Milestone: [String]] = [:]
        /// When the incident was closed, for logs without units.
        package var closed: [String] = []
        /// How it ended.
        package var disposition: [String] = []
        /// What it is.
        package var type: [String] = []
        /// How urgent it is.
        package var priority: [String] = []
        /// Where it is (all of them, joined).
        package var place: [String] = []
        /// Where it is in Chinese, for a log that says it in each language (all of them, joined).
        package var placeChinese: [String] = []
        /// What the caller reported (all of them, joined).
        package var report: [String] = []
        /// The same in Chinese, for a log that says it in each language (all of them, joined).
        package var reportChinese: [String] = []
        /// The beat that owns it.
        package var beat: [String] = []
        /// Degrees north.
        package var latitude: [String] = []
        /// Degrees east.
        package var longitude: [String] = []
        /// Both, as `(lat, lon)`.
        package var location: [String] = []
        /// What kind of unit the row is about.
        var unitType: [String] = []
    }

    /// What raw priorities become.
    package struct PriorityRules: Sendable {
        /// By raw text; case, blanks and the way a whole number is written do not count.
        var values = Rules<Priority>()
        /// For anything else.
        package var standard = Priority.p3

        /// The priority of a raw text, nil when no rule fits.
        package subscript(raw: String) -> Priority? { values[raw] }
    }

    /// A type's code and its words in both languages.
    package struct TypeRule: Hashable, Sendable {
        /// As incidents carry it.
        package var code: String
        /// English words.
        package var english: String
        /// Chinese words.
        package var chinese: String
        /// The priority of incidents of this type that state none.
        package var priority: Priority?
    }

    /// What a unit is.
    package struct UnitRule: Hashable, Sendable {
        /// Its kind.
        package var kind = UnitKind.support
        /// The pane that shows it.
        package var pane = UnitPane.patrol
        /// What it can do beyond its kind.
        package var skills: [String] = []
        /// The tier of its response circle in minutes, 0 for none.
        package var circleMinutes: Int64 = 0
    }

    /// A unit that the mapping itself states.
    package struct RosterUnit: Hashable, Sendable {
        /// What people call it.
        package var callsign: String
        /// What it is.
        package var rule: UnitRule
        /// The beat it belongs to.
        package var beat: String
        /// Where it waits.
        package var dutyPoint: Place
    }

    /// A stated beat.
    package struct BeatRule: Hashable, Sendable {
        /// Its name.
        package var name: BilingualText
        /// Its middle.
        package var centre: GeoPoint?
        /// The station (派出所) that it belongs to; empty when none is stated.
        package var station = BilingualText("", "")
    }

    /// Home positions from the log: the mean position of the calls of a unit's station area.
    package struct HomeRule: Hashable, Sendable {
        /// The column that names the station area of a call.
        package var area: String
        /// Callsigns whose number is the number of their area, as prefixes; other units take the area they serve most.
        package var numbered: [String]
        /// The words for an area; `{area}` stands for its name.
        package var name: BilingualText
    }

    /// How a log's file is written, as far as its beginning does not tell.
    package struct FileRules: Sendable {
        /// The sign between fields; nil to find it by the header.
        package var separator: UInt8?
        /// How letters are written; nil to find it by the header.
        package var encoding: TextEncoding?
        /// The names of the columns, in their order, of a log without a header line; empty for one that has it.
        package var header: [String] = []

        /// Nothing is known of the file.
        package init() {}
    }

    mutating func readFile(_ table: SettingsTable) {
        table.expect(["separator", "encoding", "header"])
        if let text = table.string("separator") {
            if let byte = text.utf8.first, text.utf8.count == 1, LogLayout.separators.contains(byte) {
                file.separator = byte
            } else {
                table.fault(
                    "separator", "must be one of \",\" \";\" \"\\t\" \"|\"", "应为 \",\" \";\" \"\\t\" \"|\" 之一")
            }
        }
        if let name = table.string("encoding") {
            file.encoding = TextEncoding(name)
            if file.encoding == nil {
                table.fault(
                    "encoding",
                    "\"\(name)\" is no encoding that this machine knows; write UTF-8, GBK, Big5, Shift_JIS …",
                    "“\(name)”不是本机支持的编码；可写 UTF-8、GBK、Big5、Shift_JIS 等")
            }
        }
        file.header = table.strings("header").map(Self.normalised)
    }

    /// What the mapping says, without what changes nothing: blank lines, comments and blanks around lines. Two mappings of
    /// one content read a log in the same way.
    package static func content(of text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { line in
            line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        }.filter { !$0.isEmpty && $0.first != "#" }.map { String($0) }.joined(separator: "\n")
    }
}
