/// What a segment of a lane stands for, told apart by colour and by height.
public struct GanttState: Hashable, Sendable {
    /// What it is called in the legend.
    public var name: String
    /// Its colour.
    public var colour: PlotColour
    /// How much of the lane's height it fills, above 0 and up to 1.
    public var height: Double
    /// True for an outline without filling.
    public var hollow: Bool

    /// Creates a state.
    public init(_ name: String, _ colour: PlotColour, height: Double = 1, hollow: Bool = false) {
        self.name = name
        self.colour = colour
        self.height = min(max(height, 0.1), 1)
        self.hollow = hollow
    }
}

/// A stretch of time in a lane.
public struct GanttSegment: Hashable, Sendable {
    /// When it begins, in local seconds since a midnight.
    public var from: Double
    /// When it ends, not before it begins.
    public var to: Double
    /// Its state, an index of `Gantt.states`.
    public var state: Int
    /// What a pointer shows beside the state's name and the times; may be empty.
    public var note: String

    /// Creates a segment.
    public init(from: Double, to: Double, state: Int, note: String = "") {
        self.from = from
        self.to = max(to, from)
        self.state = state
        self.note = note
    }
}

/// A moment in a lane.
public struct GanttMarker: Hashable, Sendable {
    /// The shapes of markers.
    public enum Shape: String, CaseIterable, Hashable, Sendable {
        /// ◆
        case diamond
        /// ▼
        case triangle
        /// ✕
        case cross
    }

    /// When, in local seconds since a midnight.
    public var at: Double
    /// Its shape.
    public var shape: Shape
    /// Its colour.
    public var colour: PlotColour
    /// What it is called in the legend.
    public var name: String
    /// What a pointer shows beside the name and the time; may be empty.
    public var note: String

    /// Creates a marker.
    public init(at: Double, _ shape: Shape, _ colour: PlotColour, name: String, note: String = "") {
        self.at = at
        self.shape = shape
        self.colour = colour
        self.name = name
        self.note = note
    }
}

/// One row of a Gantt chart.
public struct GanttLane: Hashable, Sendable {
    /// What stands beside it.
    public var name: String
    /// What a pointer at the name shows; empty for none.
    public var note: String
    /// Its stretches of time.
    public var segments: [GanttSegment]
    /// Its moments, drawn above the segments.
    public var markers: [GanttMarker]

    /// Creates a lane.
    public init(_ name: String, note: String = "", segments: [GanttSegment] = [], markers: [GanttMarker] = []) {
        self.name = name
        self.note = note
        self.segments = segments
        self.markers = markers
    }
}

/// Lanes over time. On a page with its script the reader zooms and scrolls along the time; without it, and on paper, the
/// whole time is shown.
public struct Gantt: Hashable, Sendable {
    /// What it shows, above it.
    public var title: String
    /// One or two sentences for readers who do not see it.
    public var summary: String
    /// When it begins, in local seconds since a midnight.
    public var from: Double
    /// When it ends.
    public var to: Double
    /// What segments stand for.
    public var states: [GanttState]
    /// The rows, from the top.
    public var lanes: [GanttLane]
    /// Moments that concern every lane, drawn as lines across them.
    public var moments: [GanttMarker]

    /// The most lanes in one block; a block is never cut by the end of a printed page.
    static let lanesInBlock = 26

    /// Creates a Gantt chart.
    public init(
        _ title: String, summary: String = "", from: Double, to: Double, states: [GanttState], lanes: [GanttLane],
        moments: [GanttMarker] = []
    ) {
        self.title = title
        self.summary = summary
        self.from = from
        self.to = to > from ? to : from + 1
        self.states = states
        self.lanes = lanes
        self.moments = moments
    }
}
