import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

extension WallFrame {
    /// The half below the figures: a page that turns, what is uncovered now, calls an hour.
    mutating func drawLower() {
        let lower = layout.lower
        switch scene.page.page {
        case .queue: drawQueuePage(lower)
        case .map: drawMapPage(lower)
        case .attainment: drawAttainmentPage(lower)
        case .feeds: drawFeedPage(lower)
        }
        drawUncoveredLine(layout.uncovered)
        drawCalls(layout.calls)
    }

    /// The map, drawn by whoever has one.
    mutating func drawMapPage(_ area: Rect) {
        guard let map = scene.map else { return drawQueuePage(area) }
        var lines: [(text: String, role: Role)] = []
        switch scene.ground {
        case .reading: lines = [(words.readingGround, .textDim)]
        case .faulty(let fault):
            lines = wrapped(words.faultyGround(fault), columns: area.columns - 1, limit: 3).map { ($0, .noticeWarning) }
        case nil: break
        }
        for (index, line) in lines.enumerated() { write(line.text, area.row(index), line.role) }
        let left = area.rows - lines.count
        guard left > 1 else { return }
        map(look, &grid, Rect(column: area.column, row: area.row + lines.count, columns: area.columns, rows: left))
    }

    // MARK: Queue and gaps

    mutating func drawQueuePage(_ area: Rect) {
        guard layout.isWide else {
            drawQueue(area)
            return
        }
        let left = Rect(column: area.column, row: area.row, columns: area.columns * 58 / 100, rows: area.rows)
        drawQueueAndMap(left)
        drawGaps(
            Rect(
                column: left.endColumn + 4, row: area.row, columns: area.columns - left.columns - 4, rows: area.rows))
    }

    /// The queue, and the map where it leaves room for one.
    mutating func drawQueueAndMap(_ area: Rect) {
        let used = drawQueue(area) + 1
        guard scene.map != nil, scene.life.isLive, area.rows - used >= WallFrame.leastMapRows else { return }
        drawMapPage(
            Rect(column: area.column, row: area.row + used, columns: area.columns, rows: area.rows - used))
    }

    /// A map of fewer rows says nothing.
    private static let leastMapRows = 12

    /// What waits or is overdue, worst by age over limit; returns the rows used.
    @discardableResult
    mutating func drawQueue(_ area: Rect) -> Int {
        guard area.rows > 0 else { return 0 }
        guard !figures.items.isEmpty else {
            write(figures.isEmpty ? words.emptyBoard : words.nothingWaits, area.row(0), .textDim)
            return 1
        }
        let isSparse = area.rows >= 2 * min(figures.items.count, 6) && layout.scale > 1
        let step = isSparse ? 2 : 1
        let rows = (area.rows + step - 1) / step
        let isMore = figures.itemCount > rows
        let shown = figures.items.prefix(isMore && rows > 3 ? rows - 1 : rows)
        let columns = QueueColumns(
            shown.map { texts(of: $0) }, columns: area.columns, isChinese: words.language == .chinese)
        for (index, item) in shown.enumerated() { drawItem(item, columns, area.row(index * step)) }
        if isMore, rows > 3 {
            write(words.more(figures.itemCount - rows + 1), area.row((rows - 1) * step), .textDim)
            return area.rows
        }
        return min(area.rows, (shown.count - 1) * step + 1)
    }

    private func texts(of item: WallItem) -> QueueColumns.Texts {
        let (place, beat) = place(item)
        return QueueColumns.Texts(type: type(item), place: place, beat: beat, state: state(item).text)
    }

    private mutating func drawItem(_ item: WallItem, _ columns: QueueColumns, _ line: Rect) {
        guard line.rows > 0 else { return }
        let own = look.style(role(item.priority))
        let (texts, state) = (texts(of: item), state(item))
        func cell(_ column: Int, _ width: Int) -> Rect {
            Rect(column: line.column + column, row: line.row, columns: min(width, line.columns - column), rows: 1)
        }
        write("\(shape(item.priority)) \(words.priority(item.priority))", line, own)
        write(age(item), cell(columns.age, columns.type - columns.age), look.ink(role(item.priority)).adding(.bold))
        write(texts.type, cell(columns.type, columns.typeWidth), .textStrong)
        guard columns.placeWidth > 0 else { return }
        write(texts.place, cell(columns.place, columns.placeWidth), .text)
        write(texts.beat, cell(columns.beat, columns.state - columns.beat), .textDim)
        write(state.text, cell(columns.state, line.columns), look.ink(state.role))
    }

    private func state(_ item: WallItem) -> (text: String, role: Role) {
        let warning: Role = item.priority == .p1 ? .priorityP1 : .priorityP2
        switch item.cause {
        case .unit(let unit, let status):
            return (words.lasts(words.callsign(unit, on: scene.board), status), .noticeWarning)
        case .attended(let unit, let status):
            return (words.attended(words.callsign(unit, on: scene.board), status), .text)
        case .danger:
            let units = scene.board.incidents.read(item.incident) { incident in
                incident.openAssignments.map(\.unit).filter { $0 != incident.emergency }
            }
            return (units.map { $0.isEmpty ? words.nobodySent : words.helped(by: $0, on: scene.board) } ?? "", warning)
        case .waits:
            if let over = item.over(at: scene.now) { return (words.over(over), warning) }
            guard let limit = item.limit, item.ratio(at: scene.now) >= 0.75 else {
                return (words.waits, item.limit == nil ? .textDim : warning)
            }
            return (words.due(Span(milliseconds: limit.milliseconds - item.age(at: scene.now).milliseconds)), warning)
        }
    }

    // MARK: What is uncovered

    /// Beats, circles and silent units, a row each.
    private mutating func drawGaps(_ area: Rect) {
        write(scene.life.isLive ? words.coverage : words.coverageThen, area.row(0), .textDim)
        var row = 2
        let covered = coverSummary
        for line in covered {
            write(line.text, area.row(row), line.role)
            row += 1
        }
        row += 1
        let gaps = openGaps
        let room = max(0, area.rows - row)
        for gap in gaps.prefix(gaps.count > room ? max(0, room - 1) : room) {
            write("\(glyphs.barEmpty) " + gap, area.row(row), .coverageOpen)
            row += 1
        }
        if gaps.count > room, room > 0 {
            write("+\(gaps.count - room + 1)", area.row(row), .textDim)
            row += 1
        }
        row += 2
        guard area.rows - row >= 6, !figures.attainment.isEmpty else { return }
        drawAttainmentPage(Rect(column: area.column, row: area.row + row, columns: area.columns, rows: area.rows - row))
    }

    /// Units that have gone silent where radio does not reach, open circles, then the other silent units, in words.
    private var openGaps: [String] {
        let circles = figures.circles.open.map { circle in
            let since = words.age(max(.zero, scene.now - circle.since))
            return words.openCircle(circle.place[words.language], minutes: circle.minutes, since: since)
        }
        return figures.silent.filter { $0.spot != nil }.map(silent) + circles
            + figures.silent.filter { $0.spot == nil }.map(silent)
    }

    func silent(_ unit: WallFigures.SilentUnit) -> String {
        let callsign = words.callsign(unit.unit, on: scene.board)
        let since = words.age(max(.zero, scene.now - unit.since))
        return unit.spot.map { words.silent(callsign, in: $0, since) } ?? words.silent(callsign, since)
    }

    /// Whether all beats and circles are covered, or that there is nothing to count; what is open first. Nothing is said to be covered that was not
    /// counted.
    var coverSummary: [(text: String, role: Role)] {
        var lines: [(text: String, role: Role)] = []
        if figures.beats.defined == 0 {
            lines.append((words.noBeats, .textDim))
        } else if figures.beats.open.isEmpty {
            lines.append((words.everyBeat, .coverageFull))
        } else {
            lines.append((words.openBeats(figures.beats.open.count, of: figures.beats.defined), .coverageOpen))
        }
        if figures.circles.defined == 0 {
            lines.append((words.noCircles, .textDim))
        } else if figures.circles.open.isEmpty {
            lines.append((words.everyCircle, .coverageFull))
        } else {
            lines.append((words.openCircles(figures.circles.open.count, of: figures.circles.defined), .coverageOpen))
        }
        return lines.filter { $0.role == .coverageOpen } + lines.filter { $0.role != .coverageOpen }
    }

    /// One row of what is uncovered now, the weightiest first.
    mutating func drawUncoveredLine(_ line: Rect) {
        var pieces: [(text: String, role: Role)] = []
        let mark = "\(glyphs.barEmpty) "
        if let spot = figures.silent.first(where: { $0.spot != nil }) {
            pieces.append((mark + silent(spot), .coverageOpen))
        }
        let isNarrow = line.columns < 46
        let room = max(2, (line.columns - 24) / 5)
        if !figures.beats.open.isEmpty {
            let shown = Array(figures.beats.open.prefix(room))
            let more = figures.beats.open.count - shown.count
            let text = words.noUnit(in: shown, more: more)
            pieces.append((mark + (isNarrow && more == 0 ? shown.joined(separator: " ") : text), .coverageOpen))
        }
        for circle in figures.circles.open.prefix(3) {
            let since = words.age(max(.zero, scene.now - circle.since))
            let text =
                isNarrow
                ? words.openCircle(circle.place[words.language], minutes: circle.minutes)
                : words.openCircle(circle.place[words.language], minutes: circle.minutes, since: since)
            pieces.append((mark + text, .coverageOpen))
        }
        if figures.silent.first(where: { $0.spot != nil }) == nil, let unit = figures.silent.first {
            pieces.append((mark + silent(unit), .coverageOpen))
        }
        if figures.circles.defined == 0 { pieces.append((words.noCircles, .textDim)) }
        if figures.beats.defined == 0 { pieces.append((words.noBeats, .textDim)) }
        // Beside the queue it stands already.
        if pieces.isEmpty, !(layout.isWide && scene.page.page == .queue) { pieces = coverSummary }
        let left = max(0, figures.circles.open.count - 3) + max(0, figures.silent.count - 1)
        writePieces(pieces, line, gap: isNarrow ? 2 : 3, more: left)
    }

    // MARK: Calls an hour

    /// Calls in each of the last hours as bars, the last hour's number, and what the demand picture adds.
    mutating func drawCalls(_ line: Rect) {
        let hours = scene.demand?.hours ?? figures.calls
        let style = look.style(.textDim)
        var column = line.column + write(words.callsPerHour, line, .textDim) + 1
        let most = max(1, hours.max() ?? 1)
        let width = line.columns >= 100 ? 3 : 1
        for calls in hours.suffix(WallFigures.hours) where column + width < line.endColumn {
            let height = (calls * glyphs.levels.count + most - 1) / most
            if height > 0 {
                let bar = String(repeating: glyphs.levels[min(height, glyphs.levels.count) - 1], count: width)
                grid.write(bar, column: column, row: line.row, style: look.style(.text))
            } else {
                grid.write(String(repeating: " ", count: width), column: column, row: line.row, style: style)
            }
            column += width
        }
        let last = hours.last ?? 0
        var pieces: [(text: String, role: Role)] = [
            (figures.callsAreCut && scene.demand == nil ? words.atLeast(last) : words.grouped(last), .text)
        ]
        if let week = scene.demand?.lastWeek { pieces.append((words.lastWeek(week), .textDim)) }
        if let band = scene.demand?.nextHour {
            pieces.append((words.nextHour(band.lowerBound, band.upperBound), .text))
        }
        let isPaged = scene.page.count > 1 && layout.scale > 1
        if isPaged { writeLast(words.page(scene.page.number, of: scene.page.count), line, style) }
        writePieces(
            pieces,
            Rect(
                column: column + 1, row: line.row, columns: line.endColumn - column - (isPaged ? 8 : 1), rows: line.rows
            ))
    }

    // MARK: Pages

    /// Each clock with its limits: how many kept within, as a bar.
    mutating func drawAttainmentPage(_ area: Rect) {
        write(words.kept(by: scene.profile), area.row(0), .textDim)
        let targets = figures.attainment.filter(\.isRecorded)
        let all = targets.reduce(0) { $0 + $1.limits.count }
        let first = area.rows > 6 ? 2 : 1
        // A row between two clocks, where all of them have room.
        let gap = layout.scale > 2 && first + all + targets.count - 1 <= area.rows ? 1 : 0
        let isCut = first + all > area.rows
        var (row, shown) = (first, 0)
        for target in targets {
            for (index, limit) in target.limits.enumerated() where row < area.rows - (isCut ? 1 : 0) {
                let name = index == 0 ? words.words.measureShort(target.target.measure) : ""
                drawLimit(name, limit, area.row(row))
                row += 1
                shown += 1
            }
            row += gap
        }
        if isCut { write("+\(all - shown)", area.row(area.rows - 1), .textDim) }
    }

    private mutating func drawLimit(_ name: String, _ limit: LimitAttainment, _ line: Rect) {
        write(name, line, .textStrong)
        write(words.within(words.limit(limit.limit.within)), line.row(0, from: 10), .text)
        let missed = limit.isAttained == false && !limit.isTooFew
        guard let percent = limit.percent, !limit.isTooFew else {
            write(words.tooFew, line.row(0, from: 24), .textDim)
            return
        }
        let room = max(4, min(40, line.columns - 34))
        let full = room * Int(percent) / 100
        let bar =
            String(repeating: glyphs.barFull, count: full) + String(repeating: glyphs.barEmpty, count: room - full)
        write(bar, line.row(0, from: 24), missed ? .chartWarning : .chart)
        write("\(percent) %\(missed ? " !" : "")", line.row(0, from: 25 + room), missed ? .chartWarning : .text)
    }

    mutating func drawFeedPage(_ area: Rect) {
        write(words.feeds, area.row(0), .textDim)
        let first = area.rows > 6 ? 2 : 1
        let room = max(0, area.rows - first)
        let isCut = scene.feeds.count > room
        if isCut { write("+\(scene.feeds.count - max(0, room - 1))", area.row(area.rows - 1), .textDim) }
        for (index, feed) in scene.feeds.prefix(isCut ? max(0, room - 1) : room).enumerated() {
            let line = area.row(index + first)
            let ago = words.briefAge(feed.silence)
            write("\(mark(of: feed)) \(feed.name)", line, .textStrong)
            let state: (text: String, role: Role) =
                !feed.isFresh
                ? (words.stale(ago), .freshnessStale)
                : feed.isJudged ? (words.fresh(ago), .freshnessGood) : (words.unjudged(ago), .text)
            write(state.text, line.row(0, from: 26), state.role)
        }
    }
}

/// Where the columns of the queue stand: type and place share what the others leave, by how long they are.
struct QueueColumns {
    /// The texts of a row.
    struct Texts {
        var type: String
        var place: String
        var beat: String
        var state: String
    }

    let age: Int
    let type: Int
    let typeWidth: Int
    let place: Int
    /// 0 where there is no room for more than the type.
    let placeWidth: Int
    let beat: Int
    let state: Int

    init(_ rows: [Texts], columns: Int, isChinese: Bool) {
        func widest(_ text: KeyPath<Texts, String>) -> Int {
            rows.map { TextWidth.columns(of: $0[keyPath: text]) }.max() ?? 0
        }
        let isWide = columns >= 70
        age = isChinese ? 7 : 5
        type = age + (isWide ? 9 : 7)
        let beatWidth = max(widest(\.beat), 3) + (isWide ? 3 : 1)
        let room = columns - type - beatWidth - widest(\.state)
        guard room >= 12 else {
            (typeWidth, place, placeWidth, beat, state) = (columns - type, columns, 0, columns, columns)
            return
        }
        let gap = isWide ? 2 : 1
        let wanted = min(widest(\.type), max(room / 2, room - 2 * gap - widest(\.place)))
        typeWidth = max(wanted, isWide ? room * 2 / 5 : 1)
        place = type + typeWidth + gap
        placeWidth = type + room - place - gap
        beat = place + placeWidth + gap
        state = beat + beatWidth
    }
}
