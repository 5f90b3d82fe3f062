import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

/// An incident of a list, with what its row is both measured and drawn by.
struct IncidentRow {
    var id: IncidentID
    var age = AgeLook(text: "", role: .age)
    var beat = ""
    /// The mark of a plan that was sent short.
    var shortMark: String?
}

extension IncidentRow {
    /// The rows of some incidents; of one that is no longer on the board only its number.
    static func rows(_ ids: [IncidentID], in frame: Frame) -> [IncidentRow] {
        ids.map { id in
            frame.board.incidents.read(id) { incident in
                IncidentRow(
                    id: id, age: frame.age(of: incident), beat: incident.beat,
                    shortMark: shortMark(of: incident, in: frame))
            } ?? IncidentRow(id: id)
        }
    }

    /// True for the incident of a call for help that is not resolved.
    static func isCallForHelp(_ incident: Incident, in frame: Frame) -> Bool {
        frame.view.emergencies.call(incident.id) != nil
    }

    /// An incident's priority, in the look of its own that a call for help has.
    static func drawPriority(
        of incident: Incident, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook, into frame: inout Frame
    ) {
        let role: Role = isCallForHelp(incident, in: frame) ? .emergency : frame.role(incident.priority)
        drawPriority(incident.priority, role, place, line, look, into: &frame)
    }

    /// A priority's shape and word.
    private static func drawPriority(
        _ priority: Priority, _ role: Role, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook,
        into frame: inout Frame
    ) {
        let style = frame.rowStyle(role, look)
        let rect = Rect(column: place.column, row: line.row, columns: place.columns, rows: 1)
        let shape = frame.shape(priority)
        if !shape.isEmpty {
            frame.grid.write(shape + " ", column: rect.column, row: rect.row, columns: 2, style: style, overflow: .clip)
        }
        frame.grid.write(
            frame.words.priority(priority), column: rect.column + 2, row: rect.row, columns: rect.columns - 2,
            style: style)
    }

    /// What an incident's response plan lacks; nil while nothing is missing.
    static func shortfall(of incident: Incident, in frame: Frame) -> PlanShortfall? {
        frame.view.limits.responsePlans.shortfall(of: incident, on: frame.board, present: frame.kindsPresent)
    }

    /// The mark of a plan that was sent short: how many of how many.
    static func shortMark(of incident: Incident, in frame: Frame) -> String? {
        shortfall(of: incident, in: frame).map { "\(frame.glyphs.warning)\($0.sent)/\($0.asked)" }
    }

    /// How wide the words of incidents are. A mark of a further call, or of what may be the same event, stands beside the type.
    static func prose(of rows: [IncidentRow], in frame: Frame) -> [ColumnName: Int] {
        var widths: [ColumnName: Int] = [.type: 0, .place: 0, .units: 0, .said: 0, .stage: 0]
        for row in rows {
            guard let incident = frame.board.incidents[row.id] else { continue }
            let type =
                TextWidth.columns(of: frame.words.type(of: incident, on: frame.board)) + marks(of: incident, in: frame)
            let units = incident.openAssignments.map { frame.words.callsign($0.unit, on: frame.board) }
            let short = row.shortMark.map { TextWidth.columns(of: $0) + 1 } ?? 0
            widths[.type] = max(widths[.type] ?? 0, type)
            widths[.stage] = max(
                widths[.stage] ?? 0, TextWidth.columns(of: frame.words.progress(of: incident, now: frame.now)))
            widths[.place] = max(widths[.place] ?? 0, TextWidth.columns(of: incident.place[frame.words.language]))
            widths[.units] = max(
                widths[.units] ?? 0, short + TextWidth.columns(of: units.joined(separator: " ")))
            widths[.said] = max(widths[.said] ?? 0, TextWidth.columns(of: incident.reports.last?.text ?? ""))
        }
        return widths
    }

    /// How wide the marks beside a type are.
    private static func marks(of incident: Incident, in frame: Frame) -> Int {
        let alike = incident.proposals.isEmpty ? 0 : TextWidth.columns(of: frame.words.number(incident.id)) + 2
        return alike
            + (newestCall(of: incident, in: frame).map { TextWidth.columns(of: frame.words.call($0)) + 1 } ?? 0)
    }

    /// Which call the newest one about an open incident was, while it is new or nobody has looked at its words; nil for none.
    static func newestCall(of incident: Incident, in frame: Frame) -> Int? {
        guard incident.isOpen, let last = incident.reports.last, incident.reports.count > 1 else { return nil }
        let isRecent = frame.now - last.at < frame.view.callbackFor
        return isRecent || frame.view.unheard.contains(incident.id) ? incident.reports.count : nil
    }

    /// The columns of incidents in a list.
    static func widths(of rows: [IncidentRow], in frame: Frame) -> [ColumnName: Int] {
        // A greater number is never narrower.
        let greatest = rows.lazy.map(\.id).max()
        return [
            .number: greatest.map { TextWidth.columns(of: frame.words.number($0)) } ?? 0,
            .beat: frame.widest(rows.lazy.map(\.beat)), .age: frame.widest(rows.lazy.map(\.age.text)) + 1,
        ]
    }
}
