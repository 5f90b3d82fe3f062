import DispatchModel
import Formats
import TerminalKit
import Wording

/// Numbers, ages, callsigns and the names of feeds are shown whole or not at all: an ellipsis belongs to prose. A column of them
/// is as wide as the widest in sight, and gives way as a whole where there is no room.
extension Frame {
    /// Columns made wide enough for the widest of their texts, as far as that leaves room for a state beside it.
    func holding(_ widest: [ColumnName: Int], _ columns: [TableColumn], in area: Rect) -> [TableColumn] {
        let room = max(1, area.columns - ColumnTable.gutter - Frame.columnsBeside)
        return columns.map { column in
            guard let wide = widest[column.name], wide > column.specification.minimum else { return column }
            var wider = column
            let old = column.specification
            let minimum = max(old.minimum, min(wide, room))
            wider.specification = ColumnSpecification(
                minimum: minimum, ideal: max(old.ideal, minimum), grows: old.grows, importance: old.importance)
            return wider
        }
    }

    /// What the widest name leaves of a row: a shape, a short state and an age.
    private static let columnsBeside = 14

    /// The widest of some texts.
    func widest(_ texts: some Sequence<String>) -> Int { texts.reduce(0) { max($0, TextWidth.columns(of: $1)) } }

    /// As many names as fit, each whole, then how many more there are; their number alone where none fits.
    func names(_ names: [String], columns: Int) -> String {
        var text = ""
        for (index, name) in names.enumerated() {
            let longer = text.isEmpty ? name : text + " " + name
            let left = names.count - index - 1
            let more = left > 0 ? " +\(left)" : ""
            guard TextWidth.columns(of: longer + more) <= columns else {
                return text.isEmpty ? "+\(names.count)" : "\(text) +\(left + 1)"
            }
            text = longer
        }
        return text
    }

    /// The columns of incidents in a list.
    func wholeColumns(of rows: [IncidentRow]) -> [ColumnName: Int] {
        // A greater number is never narrower.
        let greatest = rows.lazy.map(\.id).max()
        return [
            .number: greatest.map { TextWidth.columns(of: words.number($0)) } ?? 0,
            .beat: widest(rows.lazy.map(\.beat)), .age: widest(rows.lazy.map(\.age.text)) + 1,
        ]
    }
}
