/// What a segment of a lane stands for, told apart by colour and by height.
package struct GanttState: Hashable, Sendable {
    /// What it is called in the legend.
    package var name: String
    /// Its colour.
    package var colour: PlotColour
    /// How much of the lane's height it fills, above 0 and up to 1.
    package var height: Double
    /// True for an outline without filling.
    package var hollow: Bool

    /// Creates a state.
    package init(_ name: String, _ colour: PlotColour, height: Double = 1, hollow: Bool = false) {
        self.name = name
        self.colour = colour
        self.height = min(max(height, 0.1), 1)
        self.hollow = hollow
    }
}

/// A stretch of time in a lane.
package struct GanttSegment: Hashable, Sendable {
    /// When it begins, in local seconds since a midnight.
    package var from: Double
    /// When it ends, not before it begins.
    package var to: Double
    /// Its state, an index of `Gantt.states`.
    package var state: Int
    /// What a pointer shows beside the state's name and the times; may be empty.
    package var note: String

    /// Creates a segment.
    package init(from: Double, to: Double, state: Int, note: String = "") {
        self.from = from
        self.to = max(to, from)
        self.state = state
        self.note = note
    }
}

/// A moment in a lane.
package struct GanttMarker: Hashable, Sendable {
    /// The shapes of markers.
    package enum Shape: String, CaseIterable, Hashable, Sendable {
        /// ◆
        case diamond
        /// ▼
        case triangle
        /// ✕
        case cross
    }

    /// When, in local seconds since a midnight.
    package var at: Double
    /// Its shape.
    package var shape: Shape
    /// Its colour.
    package var colour: PlotColour
    /// What it is called in the legend.
    package var name: String
    /// What a pointer shows beside the name and the time; may be empty.
    package var note: String

    /// Creates a marker.
    package init(at: Double, _ shape: Shape, _ colour: PlotColour, name: String, note: String = "") {
        self.at = at
        self.shape = shape
        self.colour = colour
        self.name = name
        self.note = note
    }
}

/// One row of a Gantt chart.
package struct GanttLane: Hashable, Sendable {
    /// What stands beside it.
    package var name: String
    /// What a pointer at the name shows; empty for none.
    package var note: String
    /// Its stretches of time.
    package var segments: [GanttSegment]
    /// Its moments, drawn above the segments.
    package var markers: [GanttMarker]

    /// Creates a lane.
    package init(_ name: String, note: String = "", segments: [GanttSegment] = [], markers: [GanttMarker] = []) {
        self.name = name
        self.note = note
        self.segments = segments
        self.markers = markers
    }
}

/// Lanes over time. On a page with its script the reader zooms and scrolls along the time; without it, and on paper, the
/// whole time is shown.
package struct Gantt: Hashable, Sendable {
    /// What it shows, above it.
    package var title: String
    /// One or two sentences for readers who do not see it.
    package var summary: String
    /// When it begins, in local seconds since a midnight.
    package var from: Double
    /// When it ends.
    package var to: Double
    /// What segments stand for.
    package var states: [GanttState]
    /// The rows, from the top.
    package var lanes: [GanttLane]
    /// Moments that concern every lane, drawn as lines across them.
    package var moments: [GanttMarker]

    /// The most lanes in one block; a block is never cut by the end of a printed page.
    static let lanesInBlock = 26

    /// Creates a Gantt chart.
    package init(
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

extension Gantt {
    /// The chart as a figure of a page, with its legend and the buttons that the page's script brings to life.
    func html(words: PageWords) -> String {
        let drawing = GanttDrawing(self)
        var html = "<figure class=\"gantt\"><figcaption>\(Markup.escaped(title))</figcaption>"
        if !summary.isEmpty { html += "<p class=\"quiet\">\(Markup.escaped(summary))</p>" }
        html += legend
        let buttons = [("out", "−", words.zoomOut), ("in", "+", words.zoomIn), ("whole", "↔", words.whole)]
        html += "<div class=\"tools\" hidden=\"hidden\">"
        for (name, sign, label) in buttons {
            let label = Markup.escaped(label)
            html += "<button type=\"button\" data-zoom=\"\(name)\" aria-label=\"\(label)\" title=\"\(label)\">"
            html += "\(sign)</button>"
        }
        html += "<span class=\"quiet\">\(Markup.escaped(words.zoomHint))</span></div>"
        for block in drawing.blocks {
            html += "<div class=\"block\">\(drawing.names(of: block))"
            html += "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(Markup.escaped(title))\">"
            html += "\(drawing.picture(of: block))</div></div>\n"
        }
        return html + "</figure>\n"
    }

    /// A sample and the name of every state, and of every kind of marker that occurs.
    private var legend: String {
        var entries = states.map { state in
            let height = 14 * state.height
            return sample(
                "<rect class=\"\(state.css)\" x=\"1\" y=\"\(NumberText.pixel(9 - height / 2))\" width=\"24\" "
                    + "height=\"\(NumberText.pixel(height))\"/>", state.name)
        }
        var seen: Set<String> = []
        for marker in moments + lanes.flatMap(\.markers) where seen.insert(marker.name).inserted {
            let path = "<svg class=\"marker\" x=\"13\" y=\"9\">\(marker.shape.path(marker.colour))</svg>"
            entries.append(sample(path, marker.name))
        }
        return "<ul class=\"legend\">\(entries.joined())</ul>"
    }

    private func sample(_ picture: String, _ name: String) -> String {
        "<li><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"26\" height=\"18\" aria-hidden=\"true\">\(picture)</svg>"
            + "\(Markup.escaped(name))</li>"
    }
}
