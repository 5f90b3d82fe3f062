import CNcursesw
import Glibc
import TerminalKit

/// What a terminal that takes nothing is owed once it takes something again: the newest of each, so it never grows.
struct Owed {
    /// The newest frame.
    var frame: (grid: Grid, cursor: (column: Int, row: Int)?)?
    /// Whether the bell was to ring.
    var bell = false
    /// Whether the modes are to be sent.
    var modes = false
}

extension NcursesScreen {
    /// A terminal that took nothing for so many milliseconds is painted whole once it does: whoever was away sees one picture
    /// that is right, not the rest of an old one.
    static let longStall = 1000

    /// Shows a grid; sends what differs from the one before, nothing when nothing does. While the terminal has not taken the
    /// frame before, the newest one is kept for later and those between are dropped.
    package func present(_ grid: Grid, cursor: (column: Int, row: Int)?) {
        guard isOpen else { return }
        owed.frame = (grid, cursor)
        catchUp()
    }

    /// Sends what is waiting; once all of it is taken, what the terminal is owed.
    func catchUp() {
        output.flush()
        guard !output.isBehind else { return }
        if output.longestStall >= NcursesScreen.longStall { invalidate() }
        output.longestStall = 0
        let due = owed
        owed = Owed()
        if due.modes { output.send(Modes.off(mouse: true) + modesOn) }
        if due.bell { beep() }
        if let frame = due.frame {
            show(frame.grid, frame.cursor)
            hasFrame = true
        }
        output.flush()
        if awaitsFrame, hasFrame, !output.isBehind { dropTypedAhead() }
    }

    private func show(_ grid: Grid, _ cursor: (column: Int, row: Int)?) {
        var isChanged = writer.paint(grid)
        let place = cursor.flatMap { place in
            place.column >= 0 && place.row >= 0 && place.column < size.columns && place.row < size.rows ? place : nil
        }
        if place?.column != self.cursor?.column || place?.row != self.cursor?.row {
            isChanged = true
            if (place == nil) != (self.cursor == nil) {
                curs_set(place == nil ? 0 : 1)
                watchfloor_leave_cursor(place == nil ? 1 : 0)
            }
            self.cursor = place
        }
        guard isChanged else { return }
        if let place { _ = watchfloor_move(Int32(place.row), Int32(place.column)) }
        _ = watchfloor_refresh()
    }

    /// Sends bytes past ncurses, behind all that it wrote.
    func send(_ bytes: [UInt8]) {
        output.send(bytes)
    }

    /// Switches reports of presses and the wheel.
    package func setMouse(_ on: Bool) -> Bool {
        guard isOpen else { return reportsMouse }
        reportsMouse = on
        owed.modes = true
        catchUp()
        return on
    }

    /// Rings the bell.
    package func bell() {
        guard isOpen else { return }
        owed.bell = true
        catchUp()
    }

    /// Makes the next `present` clear the screen and send every cell.
    package func invalidate() {
        guard isOpen else { return }
        writer.forget()
        watchfloor_clear_next()
    }

    /// Puts the terminal back as it was found, waiting a moment for one that takes nothing.
    func giveBack() {
        owed = Owed()
        output.drain(within: lastPatience)
        curs_set(1)
        output.send(modesOff)
        endwin()
        // Once more, since ncurses says nothing where it takes the cursor to be in sight already.
        output.send(Capability.string("cnorm"))
        output.drain(within: lastPatience)
        tcsetattr(input, TCSANOW, &signalState.pointee.settings)
    }
}
