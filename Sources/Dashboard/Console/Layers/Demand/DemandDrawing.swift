import Demand
import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

extension DemandView {
    func rowsInSight(_ layout: Layout) -> Range<Int> { 0..<0 }

    /// The heat map with the next hours and the hot beats beside or below it, and where to stand under them.
    func draw(into frame: inout Frame) {
        let words = frame.words
        guard let picture else { return drawReading(into: &frame) }
        let inside = frame.drawPopup(
            columns: frame.layout.size.columns - 4, rows: frame.layout.size.rows - 4, place: .centre,
            title: words.demandTitle,
            note: words.demandNote(calls: picture.heat.calls, hours: picture.heat.hours))
        guard inside.rows > 0 else { return }
        var body = inside
        _ = body.takeBottom(1)
        let cell = Self.cellColumns(beside: 30, in: body.columns) ?? Self.cellColumns(beside: 0, in: body.columns) ?? 2
        let map = 5 + 24 * cell
        let isWide = body.columns - map >= 30
        drawHeat(picture.heat, cell: cell, body, into: &frame)
        var below = 9
        if isWide {
            let side = Rect(
                column: body.column + map + 2, row: body.row, columns: body.columns - map - 2, rows: body.rows)
            below = max(below, drawSide(picture, side, into: &frame))
        } else {
            let strip = Rect(column: body.column, row: body.row + 9, columns: body.columns, rows: body.rows - 9)
            below = 9 + drawStrip(picture, strip, into: &frame)
        }
        let rest = Rect(
            column: body.column, row: body.row + below + 1, columns: body.columns, rows: max(0, body.rows - below - 1))
        drawOffers(picture, rest, into: &frame)
        frame.drawPopupFoot(message, hints: hints, inside)
    }

    /// The widest cells of the map that leave so many columns beside it; nil when none do.
    private static func cellColumns(beside: Int, in columns: Int) -> Int? {
        [4, 3, 2].first { columns - 5 - 24 * $0 >= beside }
    }

    private func drawReading(into frame: inout Frame) {
        guard case .reading(let percent) = look else { return }
        let inside = frame.drawPopup(columns: 48, rows: 3, place: .centre, title: frame.words.demandTitle)
        frame.writePopup(RichText(frame.words.readingJournal(percent), .textDim), inside.line(0))
        frame.drawPopupFoot(message, hints: hints, inside)
    }

    // MARK: - Heat

    private func drawHeat(_ map: HeatMap, cell: Int, _ area: Rect, into frame: inout Frame) {
        let words = frame.words
        let hours = (0..<24).map { fitted($0 % 3 == 0 ? "\($0)" : "", columns: cell, alignment: .trailing) }.joined()
        frame.writePopup(RichText("     " + hours, .header), area.line(0))
        let shown = Self.weekHour(words.zone.local(frame.now))
        for day in 0..<7 {
            var line = RichText(fitted(words.weekdays[day], columns: 5), day == shown / 24 ? .textStrong : .textDim)
            for hour in 0..<24 {
                let text = text(map.cells[day * 24 + hour], columns: cell, in: frame)
                line = line.then(text, role(map.cells[day * 24 + hour], of: map.most, isNow: day * 24 + hour == shown))
            }
            frame.writePopup(line, area.line(1 + day))
        }
        let note = "\(words.heatTitle) \(frame.glyphs.dot) \(words.thinCells(HeatMap.enough))"
        frame.writePopup(RichText(note, .textDim), area.line(8))
    }

    /// The number in its cell, hatched at its left where few hours were seen.
    private func text(_ cell: HeatMap.Cell, columns: Int, in frame: Frame) -> String {
        guard cell.hours > 0 || cell.estimate > 0 else {
            return fitted(frame.glyphs.dot, columns: columns, alignment: .trailing)
        }
        let number = "\(min(Int(cell.estimate.rounded()), columns > 2 ? 999 : 99))"
        let hatch = cell.isThin && columns > number.count ? frame.glyphs.barEmpty : ""
        return fitted(hatch + number, columns: columns, alignment: .trailing)
    }

    /// What is much stands out by its weight; the hour that it is now is marked.
    private func role(_ cell: HeatMap.Cell, of most: Double, isNow: Bool) -> Role {
        if isNow { return .marked }
        guard most > 0 else { return .textDim }
        switch cell.estimate / most {
        case ..<0.34: return .textDim
        case ..<0.67: return .text
        default: return .textStrong
        }
    }

    /// The hour of the week, 0 for Monday from midnight on.
    private static func weekHour(_ time: LocalTime) -> Int {
        let days = CivilDate(year: time.year, month: time.month, day: time.day).daysSince1970
        return (CivilDate.weekday(daysSince1970: days) + 6) % 7 * 24 + time.hour
    }

    // MARK: - Next hours and hot beats

    /// Below one another at the right; returns the lines used.
    private func drawSide(_ picture: DemandPicture, _ area: Rect, into frame: inout Frame) -> Int {
        let words = frame.words
        var lines = [RichText(words.nextHoursTitle, .header)]
        lines += picture.now.next.isEmpty ? [RichText(words.noDemandYet, .textDim)] : next(picture, in: frame)
        lines += [RichText(), RichText(words.hotTitle(hours: picture.hot.hours), .header)]
        lines += hot(picture, in: frame)
        for (index, line) in lines.enumerated() { frame.writePopup(line, area.line(index)) }
        return lines.count
    }

    /// Each in a line where there is no room beside the map; returns the lines used.
    private func drawStrip(_ picture: DemandPicture, _ area: Rect, into frame: inout Frame) -> Int {
        let words = frame.words
        let hours = picture.now.next.map { "\(words.clockMinutes($0.starts)) \($0.low)–\($0.high)" }
        let next = hours.isEmpty ? words.noDemandYet : hours.joined(separator: "  ")
        frame.writePopup(RichText(next), area.line(0))
        let beats = hot(picture, in: frame).prefix(3).flatMap { $0.pieces.map(\.text) }.joined(separator: "  ")
        frame.writePopup(RichText(words.hotTitle(hours: picture.hot.hours) + "  ", .header).then(beats), area.line(1))
        return 2
    }

    private func next(_ picture: DemandPicture, in frame: Frame) -> [RichText] {
        picture.now.next.map { next in
            let count = fitted("\(next.median)", columns: 5, alignment: .trailing)
            return RichText(frame.words.clockMinutes(next.starts), .textDim).then(count, .textStrong)
                .then("  \(next.low)–\(next.high)", .text)
        }
    }

    private func hot(_ picture: DemandPicture, in frame: Frame) -> [RichText] {
        let hot = picture.hot.hot
        guard !hot.isEmpty else { return [RichText(frame.words.noHotBeats, .textDim)] }
        return hot.prefix(6).map {
            RichText(frame.words.hotBeat($0.code, calls: $0.calls, expected: Int($0.expected.rounded())), .textStrong)
        }
    }

    // MARK: - Where to stand

    private func drawOffers(_ picture: DemandPicture, _ area: Rect, into frame: inout Frame) {
        let words = frame.words
        guard let plan = picture.plan, !picture.offers.isEmpty else {
            _ = frame.writePopup(RichText(words.nobodyToStand, .textDim), area.line(0))
            return
        }
        let tenths = Int((plan.gap * 1000).rounded(.up))
        let title = words.standTitle(covered: Int((plan.covered * 100).rounded()), gap: "\(tenths / 10).\(tenths % 10)")
        frame.writePopup(RichText(title, .header), area.line(0))
        let rows = max(0, area.rows - 1)
        let first = frame.firstShown(cursor: cursor, count: picture.offers.count + 1, rows: rows)
        for (index, number) in (first...picture.offers.count).prefix(rows).enumerated() {
            let line = area.line(index + 1)
            frame.drawPopupRow(line, chosen: number == cursor, index: number)
            let text =
                number == 0 ? RichText(words.askAll(picture.offers.count)) : offer(picture.offers[number - 1], frame)
            frame.writePopup(text, line, chosen: number == cursor)
        }
    }

    private func offer(_ offer: DemandPicture.Offer, _ frame: Frame) -> RichText {
        let words = frame.words
        let kilometres = offer.metres.map { "\($0 / 1000).\($0 % 1000 / 100)" }
        let text = RichText(
            words.offer(words.callsign(offer.unit, on: frame.board), offer.place.name, kilometres: kilometres))
        guard let standing = frame.board.units[offer.unit]?.standing else { return text }
        return text.then("  \(frame.glyphs.dot) \(words.standing(standing, now: frame.now))", .textDim)
    }
}
