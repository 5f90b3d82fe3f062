import DispatchModel
import TerminalKit
import Wording

/// What a frame tells whoever handles the keys and the mouse.
package struct ConsoleFrameInfo: Sendable {
    /// Where the terminal's cursor belongs; nil to hide it.
    package var cursor: Position?
    /// What can be clicked; of regions that overlap the last one counts.
    package var regions: [Region] = []
    /// Rows that each list shows, for paging.
    package var visibleRows: [PaneName: Int] = [:]
    /// Lines the detail has beyond those shown, for its scrolling; 0 when all are.
    package var detailBelow = 0
    /// Lines the open help has beyond those shown.
    package var helpBelow = 0
    /// The line that each row of the open help begins in, from 0.
    package var helpStarts: [Int] = []
    /// The columns that each list was drawn with, in their order.
    var drawnColumns: [PaneName: [ColumnName]] = [:]
    /// Chosen columns that a list had no room for.
    var columnsWithoutRoom: [PaneName: [ColumnName]] = [:]

    /// How wide the texts of the lists were.
    var paneWidths: [PaneName: PaneWidths] = [:]

    /// A cell, counted from 0 at the top left.
    package struct Position: Hashable, Sendable {
        /// The column.
        package var column: Int
        /// The row.
        package var row: Int

        /// Creates a position.
        package init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    /// Something that can be clicked.
    package struct Region: Hashable, Sendable {
        /// Where.
        package var rect: Rect
        /// What.
        package var target: Target
    }

    /// What a click on a region is about.
    package enum Target: Hashable, Sendable {
        /// A pane or its tab.
        case pane(PaneName)
        /// A row of a pane, by the thing drawn there.
        case row(PaneName, Subject)
        /// A column's header.
        case header(PaneName, ColumnName)
        /// The notice of new things above a pane's rows.
        case newAbove(PaneName)
        /// The notice of further things below a pane's rows.
        case moreBelow(PaneName)
        /// A key hint, by its key.
        case key(String)
        /// A button of a question, from 0.
        case button(Int)
        /// A row of what lies over the panes, from 0.
        case overlayRow(Int)
    }

    /// Nothing drawn.
    package init() {}

    /// What lies at a cell; nil when nothing there can be clicked.
    package func target(column: Int, row: Int) -> Target? {
        regions.last { region in
            region.rect.column <= column && column < region.rect.endColumn && region.rect.row <= row
                && row < region.rect.endRow
        }?.target
    }
}
