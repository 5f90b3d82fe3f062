import DispatchModel
import Formats
import TerminalKit
import Wording

/// How wide the texts of a list were while it was drawn at one width in one language. Columns grow by them and never shrink,
/// so that nothing moves to and fro while a list is scrolled or its ages tick.
package struct PaneWidths: Hashable, Sendable {
    /// The width of the list.
    var columns: Int
    /// The language of its texts.
    var language: Language
    /// The widest text of each column so far.
    var widest: [ColumnName: Int]
}

/// Columns as wide as what stands in them: what is short leaves its room to what is long, and where all of it fits there is
/// room for more columns.
extension Frame {
    /// Columns that take the room their texts need, up to their ideal width, and give back what they do not need.
    func fitting(_ widest: [ColumnName: Int], _ columns: [TableColumn]) -> [TableColumn] {
        columns.map { column in
            guard let wide = widest[column.name] else { return column }
            // The mark of the sort, or the end of an age, stands behind the header.
            let needed = max(wide, TextWidth.columns(of: words.header(column.name)) + 1)
            let old = column.specification
            var fitted = column
            let minimum = min(old.minimum, needed)
            fitted.specification = ColumnSpecification(
                minimum: minimum, ideal: max(minimum, min(old.ideal, needed)), grows: old.grows,
                importance: old.importance)
            return fitted
        }
    }

    /// These columns, and of some further ones, in their order, as many as leave every text before them whole.
    func adding(_ further: [TableColumn], to columns: [TableColumn], in area: Rect) -> [TableColumn] {
        let gap = ColumnTable.gap(in: area)
        let room = area.columns - ColumnTable.gutter - 1
        var (all, used) = (columns, columns.reduce(-gap) { $0 + gap + $1.specification.ideal })
        for column in further {
            used += gap + column.specification.ideal
            guard used <= room else { break }
            all.append(column)
        }
        return all
    }

    /// The table of a list: the columns chosen for it in their order, the last of which give way first, else the usual ones and
    /// as many of the further ones as leave all texts whole. Of what is no prose everything is whole; `uncounted` are columns of
    /// prose of which a number is whole.
    mutating func table(
        _ usual: [TableColumn], further: [TableColumn] = [], widest: [ColumnName: Int], prose: Set<ColumnName>,
        uncounted: Set<ColumnName> = [], _ pane: PaneName, in area: Rect
    ) -> ColumnTable {
        let whole = widest.filter { !prose.contains($0.key) }
        let fitted = widest.filter { !uncounted.contains($0.key) }
        var columns: [TableColumn]
        if let chosen = chosen(for: pane, of: usual + further) {
            columns = holding(whole, fitting(fitted, chosen), in: area)
        } else {
            let before = holding(whole, fitting(fitted, usual), in: area)
            columns = adding(fitting(widest.filter { prose.contains($0.key) }, further), to: before, in: area)
        }
        let table = ColumnTable(columns, area: area)
        info.drawnColumns[pane] = table.places.map(\.name)
        if view.columns[pane] != nil {
            info.columnsWithoutRoom[pane] = columns.map(\.name).filter { name in
                !table.places.contains { $0.name == name }
            }
        }
        return table
    }

    /// The chosen columns of a list, those that it always has among them; nil where none were chosen.
    private func chosen(for pane: PaneName, of known: [TableColumn]) -> [TableColumn]? {
        guard let chosen = view.columns[pane] else { return nil }
        let fixed = pane.room.fixedColumns
        let names = fixed.filter { !chosen.contains($0) } + chosen
        return names.enumerated().compactMap { place, name in
            guard var column = known.first(where: { $0.name == name }) else { return nil }
            let old = column.specification
            column.specification = ColumnSpecification(
                minimum: old.minimum, ideal: old.ideal, grows: old.grows,
                importance: fixed.contains(name) ? 1000 - place : 900 - place)
            return column
        }
    }

    /// The widest texts of a list's columns so far: those of the page in sight, and those seen before at this width. They are
    /// remembered with the frame.
    mutating func widestSoFar(_ widest: [ColumnName: Int], _ pane: PaneName, in area: Rect) -> [ColumnName: Int] {
        let known = view.paneWidths[pane]
        let isSame = known.map { $0.columns == area.columns && $0.language == words.language } ?? false
        let all = isSame ? widest.merging(known?.widest ?? [:], uniquingKeysWith: max) : widest
        info.paneWidths[pane] = PaneWidths(columns: area.columns, language: words.language, widest: all)
        return all
    }
}
