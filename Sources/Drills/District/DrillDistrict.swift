import DispatchModel
import DispatchPolicy
import Simulation

/// The district that a drill plays in: what its board is told at the beginning, and how its calls and crews behave.
public struct DrillDistrict: Hashable, Sendable {
    /// What it is called.
    public var name: DrillText
    /// The IANA zone of its clocks.
    public var timeZone: String
    /// Its kinds of incident, by code in order.
    public var types: [CallType] = []
    /// Its beats, by code in order.
    public var beats: [Beat] = []
    /// Its units, in order.
    public var units: [UnitRegistered] = []
    /// Where radio never reaches.
    public var blindSpots: [RadioCover.Area] = []
    /// How often units drop out.
    public var absence = Absence()
    /// The share of incidents, 0 to 1, that somebody else reports once more.
    public var duplicates = 0.0
    /// The share of urgent incidents, 0 to 1, at which a crew that is alone asks for back-up.
    public var backUps = 0.0
    /// Mean minutes for the report after the work at the scene; 0 to be free at once.
    public var paperworkMinutes = 0.0

    /// An empty district.
    public init(name: DrillText, timeZone: String) {
        self.name = name
        self.timeZone = timeZone
    }

    /// A kind of incident.
    public struct CallType: Hashable, Sendable {
        /// Its code.
        public var code: String
        /// What it is called.
        public var name: DrillText
        /// How many come in an hour by themselves.
        public var perHour = 0.0
        /// The priorities that they have, each as likely.
        public var priorities: [Priority] = [.p3]
        /// Mean minutes at the scene; 0 for the figure of its priority.
        public var minutes = 0.0
        /// The share, 0 to 1, that turn out to be nothing.
        public var falseAlarms = 0.0
        /// What callers say, each as likely.
        public var reports: [String] = []
    }

    /// A beat.
    public struct Beat: Hashable, Sendable {
        /// Its code.
        public var code: String
        /// What it is called.
        public var name: String
        /// Its middle.
        public var centre: GeoPoint?
        /// Its corners; none for a circle of 800 m around the middle.
        public var corners: [GeoPoint] = []
        /// Its streets.
        public var streets: [String] = []

        /// Metres from the middle within which a beat without corners is taken to lie.
        public static let radius = 800.0

        /// The area of the beat; nil when nobody knows where it is.
        public var area: RadioCover.Area? {
            if corners.count >= 3 { return .polygon(corners) }
            return centre.map { .circle(centre: $0, metres: Self.radius) }
        }
    }

    /// How often units drop out by themselves: failures of vehicles, and breaks.
    public struct Absence: Hashable, Sendable {
        /// Failures a unit has in a day.
        public var failuresPerDay = 0.0
        /// Minutes that one lasts.
        public var failureMinutes = 40.0
        /// Breaks a unit has in a day.
        public var breaksPerDay = 0.0
        /// Minutes that one lasts.
        public var breakMinutes = 30.0
    }

    /// The beat of a code.
    public func beat(_ code: String) -> Beat? {
        beats.first { $0.code == code }
    }

    /// The kind of incident of a code.
    public func type(_ code: String) -> CallType? {
        types.first { $0.code == code }
    }

    /// What the board is told of the district.
    var contents: [Observation.Content] {
        types.map { .type(TypeDefined(code: $0.code, english: $0.name.english, chinese: $0.name.chinese)) }
            + beats.map { .beat(BeatDefined(beat: $0.code, name: $0.name, centre: $0.centre)) }
            + units.map { .unit($0) }
    }
}
