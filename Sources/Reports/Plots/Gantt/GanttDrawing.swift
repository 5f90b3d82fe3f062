/// Draws a Gantt chart. Every horizontal place is a share of the width, so that making the picture wider zooms into the
/// time while text and markers keep their size, with nothing to work out anew.
struct GanttDrawing {
    /// The chart.
    let gantt: Gantt
    /// Width of the column of names in pixels.
    let namesWidth: Double

    /// Height of a lane in pixels.
    static let laneHeight = 20.0
    /// Height of the time axis in pixels.
    static let axisHeight = 22.0

    init(_ gantt: Gantt) {
        self.gantt = gantt
        let widest = gantt.lanes.map { Markup.width(of: $0.name, size: 12) }.max() ?? 0
        namesWidth = min(max(widest + 12, 60), 190)
    }

    /// The blocks of lanes, each with its own axis.
    var blocks: [ArraySlice<GanttLane>] {
        stride(from: 0, to: gantt.lanes.count, by: Gantt.lanesInBlock).map {
            gantt.lanes[$0..<min($0 + Gantt.lanesInBlock, gantt.lanes.count)]
        }
    }

    /// The names beside a block.
    func names(of lanes: ArraySlice<GanttLane>) -> String {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"names\" aria-hidden=\"true\" "
        svg += "width=\"\(NumberText.pixel(namesWidth))\" height=\"\(NumberText.pixel(height(of: lanes)))\">"
        for (row, lane) in lanes.enumerated() {
            let y = NumberText.pixel((Double(row) + 0.5) * GanttDrawing.laneHeight + 4)
            let note = lane.note.isEmpty ? lane.name : "\(lane.name) · \(lane.note)"
            svg += "<text class=\"lane\" x=\"\(NumberText.pixel(namesWidth - 8))\" y=\"\(y)\">"
            svg += "\(Markup.escaped(Markup.fitted(lane.name, width: namesWidth - 10, size: 12)))"
            svg += "<title>\(Markup.escaped(note))</title></text>"
        }
        return svg + "</svg>"
    }

    /// A block's lanes over the time.
    func picture(of lanes: ArraySlice<GanttLane>) -> String {
        let label = Markup.escaped(gantt.summary.isEmpty ? gantt.title : "\(gantt.title). \(gantt.summary)")
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lanes\" role=\"img\" aria-label=\"\(label)\" "
        svg += "width=\"100%\" height=\"\(NumberText.pixel(height(of: lanes)))\">"
        svg += axis(laneCount: lanes.count)
        for (row, lane) in lanes.enumerated() {
            let top = Double(row) * GanttDrawing.laneHeight
            for segment in lane.segments { svg += draw(segment, lane, top: top) }
            for marker in lane.markers { svg += draw(marker, lane: lane.name, top: top) }
        }
        for moment in gantt.moments { svg += draw(moment: moment, laneCount: lanes.count) }
        return svg + "</svg>"
    }

    private func height(of lanes: ArraySlice<GanttLane>) -> Double {
        Double(lanes.count) * GanttDrawing.laneHeight + GanttDrawing.axisHeight
    }

    /// Where a moment lies, in percent of the width.
    private func share(_ at: Double) -> String {
        NumberText.short(min(max((at - gantt.from) / (gantt.to - gantt.from), 0), 1) * 100, decimals: 3) + "%"
    }

    /// Lines and times, in levels: the finer ones come into sight as the reader zooms in.
    private func axis(laneCount: Int) -> String {
        let bottom = Double(laneCount) * GanttDrawing.laneHeight
        var drawn: Set<Double> = []
        var svg = "<path class=\"frame\" d=\"M0 \(NumberText.pixel(bottom))h99999\"/>"
        for level in 0..<4 {
            let step = Ticks.step(for: gantt.to - gantt.from, most: 8 << level, scale: .clock)
            for tick in Ticks.values(from: gantt.from, to: gantt.to, step: step) where drawn.insert(tick).inserted {
                let place = share(tick)
                let nearEnd = (tick - gantt.from) / (gantt.to - gantt.from)
                let anchor = nearEnd < 0.045 ? "start" : nearEnd > 0.955 ? "end" : "mid"
                svg += "<g class=\"t\(level)\"><line class=\"grid\" x1=\"\(place)\" x2=\"\(place)\" y1=\"0\" "
                svg += "y2=\"\(NumberText.pixel(bottom))\"/><text class=\"tick \(anchor)\" x=\"\(place)\" "
                svg +=
                    "y=\"\(NumberText.pixel(bottom + 16))\">\(NumberText.clock(tick, withSeconds: step < 60))</text></g>"
            }
        }
        return svg
    }

    private func draw(_ segment: GanttSegment, _ lane: GanttLane, top: Double) -> String {
        guard gantt.states.indices.contains(segment.state), segment.to >= gantt.from, segment.from <= gantt.to else {
            return ""
        }
        let state = gantt.states[segment.state]
        let height = (GanttDrawing.laneHeight - 4) * state.height
        let y = NumberText.pixel(top + (GanttDrawing.laneHeight - height) / 2)
        let (from, to) = (max(segment.from, gantt.from), min(segment.to, gantt.to))
        let width = NumberText.short((to - from) / (gantt.to - gantt.from) * 100, decimals: 3)
        let times =
            "\(NumberText.clock(segment.from, withSeconds: true))–"
            + "\(NumberText.clock(segment.to, withSeconds: true)) (\(NumberText.duration(segment.to - segment.from)))"
        let words = [lane.name, state.name, times, segment.note].filter { !$0.isEmpty }.joined(separator: " · ")
        return "<rect class=\"\(state.css)\" x=\"\(share(from))\" y=\"\(y)\" width=\"\(width)%\" "
            + "height=\"\(NumberText.pixel(height))\"><title>\(Markup.escaped(words))</title></rect>"
    }

    private func draw(_ marker: GanttMarker, lane: String, top: Double) -> String {
        guard marker.at >= gantt.from, marker.at <= gantt.to else { return "" }
        let middle = NumberText.pixel(top + GanttDrawing.laneHeight / 2)
        return "<svg class=\"marker\" x=\"\(share(marker.at))\" y=\"\(middle)\">"
            + marker.shape.path(marker.colour) + "<title>\(title(of: marker, lane: lane))</title></svg>"
    }

    private func draw(moment: GanttMarker, laneCount: Int) -> String {
        guard moment.at >= gantt.from, moment.at <= gantt.to else { return "" }
        let (place, bottom) = (share(moment.at), NumberText.pixel(Double(laneCount) * GanttDrawing.laneHeight))
        return "<g class=\"moment\"><line x1=\"\(place)\" x2=\"\(place)\" y1=\"0\" y2=\"\(bottom)\" "
            + "style=\"stroke:\(moment.colour.css)\"/><svg class=\"marker\" x=\"\(place)\" y=\"6\">"
            + moment.shape.path(moment.colour) + "</svg><title>\(title(of: moment, lane: ""))</title></g>"
    }

    private func title(of marker: GanttMarker, lane: String) -> String {
        let words = [lane, marker.name, NumberText.clock(marker.at, withSeconds: true), marker.note]
        return Markup.escaped(words.filter { !$0.isEmpty }.joined(separator: " · "))
    }
}

extension GanttState {
    /// The classes of its segments.
    var css: String { hollow ? "hollow k-\(colour.rawValue)" : "seg f-\(colour.rawValue)" }
}

extension GanttMarker.Shape {
    /// The shape around the origin.
    func path(_ colour: PlotColour) -> String {
        switch self {
        case .diamond: "<path class=\"f-\(colour.rawValue)\" d=\"M0 -6L6 0L0 6L-6 0Z\"/>"
        case .triangle: "<path class=\"f-\(colour.rawValue)\" d=\"M-6 -5H6L0 6Z\"/>"
        case .cross: "<path class=\"cross k-\(colour.rawValue)\" d=\"M-5 -5L5 5M-5 5L5 -5\"/>"
        }
    }
}
