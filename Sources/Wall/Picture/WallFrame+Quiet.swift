import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

extension WallFrame {
    /// Nothing asks for an answer: the counts in one dim row, the free units large.
    mutating func drawCalm() {
        let isCompact = layout.kind == .compact
        let top = layout.area.row(isCompact ? 1 : 2, from: 1)
        drawCounts(top)
        let title = isCompact ? 2 : 4
        let first = title + 1
        let digits = layout.digitRows
        guard first + digits <= layout.area.rows else { return drawWordsAlone() }
        let split = layout.area.columns * (isCompact ? 1 : 28) / (isCompact ? 1 : 50)
        drawFree(title: title, first: first, columns: isCompact ? layout.area.columns : split)
        if isCompact {
            let line = layout.area.row(first + digits, from: 1)
            return writePieces(coverSummary, line)
        }
        drawAllIsWell(
            Rect(
                column: split, row: title, columns: layout.area.columns - split, rows: digits + 1))
        let rule = first + digits + (layout.area.rows >= 14 + digits - 5 ? 0 : -1)
        guard rule < layout.area.endRow - 1 else { return }
        drawRule(rule)
        let rest = Rect(
            column: layout.area.column, row: rule + 1, columns: layout.area.columns,
            rows: layout.area.endRow - 1 - rule - 1)
        drawQuietPage(rest)
        drawCalls(layout.calls)
    }

    /// Every count in a row, none of them bright but those that are not 0.
    private mutating func drawCounts(_ line: Rect) {
        let counts = [
            (words.priority(.p1), figures.p1.count), (words.priority(.p2), figures.p2.count),
            (words.lower, figures.lower.count), (words.alerts, figures.alerts.count),
        ]
        writePieces(
            counts.map { ("\($0.0) \(words.grouped($0.1))", $0.1 == 0 ? .textDim : .text) }, line,
            gap: line.columns >= 46 ? 4 : 2)
    }

    /// Free units, large.
    private mutating func drawFree(title: Int, first: Int, columns: Int) {
        let area = layout.area
        write("\(glyphs.circle) \(words.unitsFree)", area.row(title, from: 1), .text)
        guard figures.units.total > 0 else {
            write(figures.isEmpty ? words.emptyBoard : words.noUnits, area.row(first + 1, from: 1), .textStrong)
            return
        }
        let bit = 2 * layout.scale
        let digits = BigDigits.columns(of: figures.units.free, bit: bit)
        BigDigits.draw(
            figures.units.free, into: &grid, column: area.column + 1, row: area.row + first, bit: bit,
            scale: layout.scale, look.digit(look.style(.text), isOnPlate: false))
        let beside = 1 + digits + 2 * layout.scale
        guard beside + 8 <= columns else {
            return writeLast(words.inAll(figures.units.total), area.row(title), look.style(.textDim))
        }
        write(words.inAll(figures.units.total), area.row(first + layout.scale, from: beside), .text)
        if figures.quick.total > 0 {
            write(
                words.quick(figures.quick.free, of: figures.quick.total),
                area.row(first + 3 * layout.scale, from: beside), .text)
        }
    }

    /// That all is covered, once that was counted; the last P1.
    private mutating func drawAllIsWell(_ area: Rect) {
        let step = max(2, layout.scale + 1)
        var row = 0
        for line in coverSummary {
            write(line.text, area.row(row), line.role)
            row += step
        }
        if let unit = figures.silent.first {
            write(silent(unit), area.row(row), .coverageOpen)
            row += step
        }
        let last = figures.lastP1.map {
            words.lastP1(words.clockMinutes($0.received), there: $0.there.map(words.duration))
        }
        write(last ?? words.noP1, area.row(row), .textDim)
    }

    private mutating func drawQuietPage(_ area: Rect) {
        let open = !figures.beats.open.isEmpty || !figures.circles.open.isEmpty || !figures.silent.isEmpty
        let isRoomy = area.rows >= 5
        if layout.isWide, scene.page.page == .queue {
            let left = Rect(column: area.column, row: area.row, columns: area.columns * 58 / 100, rows: area.rows - 1)
            drawQueueAndMap(left)
            drawAttainmentPage(
                Rect(
                    column: left.endColumn + 4, row: area.row, columns: area.columns - left.columns - 4,
                    rows: area.rows - 1))
            if open { drawUncoveredLine(area.row(area.rows - 1)) }
            return
        }
        switch scene.page.page {
        case .feeds where isRoomy: return drawFeedPage(area)
        case .map where isRoomy && scene.map != nil: return drawMapPage(area)
        case .queue where isRoomy && !figures.items.isEmpty:
            drawQueue(
                Rect(column: area.column, row: area.row, columns: area.columns, rows: area.rows - 1))
        case .attainment where isRoomy: return drawAttainmentPage(area)
        case .queue, .map, .attainment, .feeds: drawKept(area.row(0))
        }
        if open, area.rows > 1 { drawUncoveredLine(area.row(area.rows - 1)) }
    }

    /// How the clocks were kept, in one row.
    private mutating func drawKept(_ line: Rect) {
        var pieces: [(text: String, role: Role)] = [(words.kept, .textDim)]
        for target in figures.attainment where target.isRecorded {
            guard let headline = target.headline else { continue }
            let percent = headline.isTooFew ? nil : headline.percent.map { Int($0) }
            let missed = headline.isAttained == false && !headline.isTooFew
            pieces.append(
                (
                    words.share(words.words.measureShort(target.target.measure), percent),
                    percent == nil ? .textDim : missed ? .chartWarning : .text
                ))
        }
        if pieces.count == 1 { pieces.append((words.tooFew, .textDim)) }
        writePieces(pieces, line)
    }

    // MARK: Little room

    /// One figure over the whole width, two rows of words below it.
    mutating func drawCompact() {
        let all = all
        let first = all.firstIndex(where: \.isUrgent) ?? 0
        let rest = layout.area.rows - layout.top - layout.digitRows - 1
        let digits = BigDigits.columns(of: all[first].number, bit: 2 * layout.scale)
        // A long number leaves no room beside it: what it is takes the rows below.
        let isLong = digits + 2 + 16 > layout.area.columns
        let plate = Rect(
            column: layout.area.column, row: layout.top, columns: layout.area.columns,
            rows: layout.digitRows + 1 + (isLong ? min(1, rest) : 0))
        drawPrimary(all[first], plate)
        var row = plate.endRow
        guard row < layout.area.endRow else { return }
        drawInWords(all.indices.filter { $0 != first }.map { all[$0] }, layout.area.row(row))
        row += 1
        guard row < layout.area.endRow else { return }
        drawUncoveredLine(layout.area.row(row))
    }

    /// A terminal of a few rows: words, each figure where it always stands.
    mutating func drawWordsAlone() {
        var row = layout.top
        for figure in all where row < layout.area.rows {
            let text = [figure.mark, figure.shortTitle, words.grouped(figure.number), figure.age]
            let style = figure.isPlate ? look.plate(figure.role) : look.style(figure.role)
            write(text.filter { !$0.isEmpty }.joined(separator: " "), layout.area.row(row), style)
            row += 1
            if figure.isPlate, row < layout.area.rows {
                write("\(headline(figure.type)) \(figure.place) \(figure.beat)", layout.area.row(row), style)
                row += 1
            }
        }
        if row < layout.area.rows { write(force, layout.area.row(row), .text) }
    }
}
