import Demand
import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

extension DemandView {
    func rowsInSight(_ layout: Layout) -> Range<Int> { 0..<0 }

    /// The heat map with the next hours and the hot beats beside it and where to stand under them; on a narrow screen a page of
    /// these.
    func draw(into frame: inout Frame) {
        let words = frame.words
        guard let picture else { return drawReading(into: &frame) }
        let isWide = frame.layout.size.columns >= Self.wide
        let side = isWide ? self.side(picture, in: frame) : []
        let size = isWide ? wideSize(picture, side: side.count, in: frame) : pageSize(picture, in: frame)
        let inside = frame.drawPopup(
            columns: size.columns, rows: min(size.rows, frame.layout.size.rows - 4), place: .centre,
            title: words.demandTitle,
            note: words.demandNote(calls: picture.heat.calls, hours: picture.heat.hours))
        guard inside.rows > 0 else { return }
        var body = inside
        _ = body.takeBottom(1)
        if isWide {
            drawAll(picture, side, body, into: &frame)
        } else {
            drawTabs(body.line(0), into: &frame)
            drawPage(picture, body.rest(from: 2), into: &frame)
        }
        frame.drawPopupFoot(message, hints: hints, inside)
    }

    /// A map of the week says something once a whole day is known.
    private static func hasMap(_ picture: DemandPicture) -> Bool { picture.heat.hours >= DemandPicture.known.hours }

    private static func offerRows(_ picture: DemandPicture) -> Int {
        picture.offers.isEmpty ? 1 : picture.offers.count + 2
    }

    /// As large as what stands in it.
    private func wideSize(_ picture: DemandPicture, side: Int, in frame: Frame) -> Size {
        let above = Self.hasMap(picture) ? max(9, side) : side + 2
        let columns = Self.hasMap(picture) ? min(4 + 24 * 4 + 40, frame.layout.size.columns - 4) : 84
        return Size(columns: columns, rows: above + 1 + Self.offerRows(picture) + 2)
    }

    /// As large as the largest page, so that nothing moves from one to the next.
    private func pageSize(_ picture: DemandPicture, in frame: Frame) -> Size {
        let hours = (Self.hasMap(picture) ? 10 : 2) + 1 + max(1, picture.now.next.count)
        let rows = max(hours, Self.offerRows(picture), picture.hot.hot.count + 1)
        return Size(columns: min(84, frame.layout.size.columns - 4), rows: 2 + rows + 2)
    }

    private func drawAll(_ picture: DemandPicture, _ side: [RichText], _ body: Rect, into frame: inout Frame) {
        guard Self.hasMap(picture) else {
            drawHeat(picture.heat, cell: 0, body, into: &frame)
            draw(side, body.rest(from: 2), into: &frame)
            return drawOffers(picture, body.rest(from: side.count + 3), into: &frame)
        }
        let cell = body.columns >= 4 + 24 * 4 + 32 ? 4 : 3
        let map = 4 + 24 * cell
        drawHeat(picture.heat, cell: cell, body, into: &frame)
        let right = Rect(
            column: body.column + map + 2, row: body.row, columns: body.columns - map - 2, rows: body.rows)
        draw(side, right, into: &frame)
        drawOffers(picture, body.rest(from: max(9, side.count) + 1), into: &frame)
    }

    /// The pages by name, the one that is seen chosen.
    private func drawTabs(_ line: Rect, into frame: inout Frame) {
        var text = RichText()
        for (index, name) in frame.words.demandPages.enumerated() {
            let isSeen = index == page.rawValue
            text = text.then(isSeen ? "[\(name)]" : " \(name) ", isSeen ? .textStrong : .textDim).then(" ", .textDim)
        }
        frame.writePopup(text, line)
    }

    private func drawPage(_ picture: DemandPicture, _ area: Rect, into frame: inout Frame) {
        switch page {
        case .hours:
            let cell = area.columns >= 4 + 24 * 3 ? 3 : 2
            drawHeat(picture.heat, cell: cell, area, into: &frame)
            let lines = [RichText(frame.words.nextHoursTitle, .header)] + next(picture, in: frame)
            draw(lines, area.rest(from: Self.hasMap(picture) ? 10 : 2), into: &frame)
        case .beats:
            let title = RichText(frame.words.hotTitle(hours: picture.hot.hours), .header)
            draw([title] + hot(picture, most: max(0, area.rows - 1), in: frame), area, into: &frame)
        case .standing: drawOffers(picture, area, into: &frame)
        }
    }

    private func draw(_ lines: [RichText], _ area: Rect, into frame: inout Frame) {
        for (index, line) in lines.prefix(max(0, area.rows)).enumerated() { frame.writePopup(line, area.line(index)) }
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
        guard map.hours >= DemandPicture.known.hours else {
            let text = words.noMapYet(hours: map.hours, of: DemandPicture.known.hours)
            _ = frame.writePopup(RichText(text, .textDim), area.line(0))
            return
        }
        let hours = (0..<24).map { fitted($0 % 3 == 0 ? "\($0)" : "", columns: cell, alignment: .trailing) }.joined()
        frame.writePopup(RichText("    " + hours, .header), area.line(0))
        let shown = Self.weekHour(words.zone.local(frame.now))
        let isAllThin = map.cells.allSatisfy(\.isThin)
        for day in 0..<7 {
            var line = RichText(fitted(words.weekdays[day], columns: 4), day == shown / 24 ? .textStrong : .textDim)
            for hour in 0..<24 {
                let text = text(map.cells[day * 24 + hour], columns: cell, marksThin: !isAllThin, in: frame)
                line = line.then(text, role(map.cells[day * 24 + hour], of: map.most, isNow: day * 24 + hour == shown))
            }
            frame.writePopup(line, area.line(1 + day))
        }
        let thin =
            isAllThin
            ? words.allThin(HeatMap.enough) : words.thinCells(HeatMap.enough, dot: Self.thinMark(frame))
        frame.writePopup(RichText("\(words.heatTitle) \(frame.glyphs.dash) \(thin)", .textDim), area.line(8))
    }

    /// What stands before the number of a cell that few hours were seen of.
    private static func thinMark(_ frame: Frame) -> String { frame.glyphs == .ascii ? "." : frame.glyphs.dot }

    /// The number in its cell, behind a dot where few hours were seen.
    private func text(_ cell: HeatMap.Cell, columns: Int, marksThin: Bool, in frame: Frame) -> String {
        guard cell.hours > 0 || cell.estimate > 0 else {
            return fitted(frame.glyphs.dash, columns: columns, alignment: .trailing)
        }
        let number = "\(min(Int(cell.estimate.rounded()), columns > 2 ? 999 : 99))"
        let mark = marksThin && cell.isThin && columns > number.count ? Self.thinMark(frame) : ""
        return fitted(mark + number, columns: columns, alignment: .trailing)
    }

    /// What is much stands out by its weight; the hour that it is now is marked.
    private func role(_ cell: HeatMap.Cell, of most: Double, isNow: Bool) -> Role {
        if isNow { return .marked }
        guard most > 0, !cell.isThin || cell.estimate / most >= 0.67 else { return .textDim }
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

    /// Below one another.
    private func side(_ picture: DemandPicture, in frame: Frame) -> [RichText] {
        let words = frame.words
        return [RichText(words.nextHoursTitle, .header)] + next(picture, in: frame)
            + [RichText(), RichText(words.hotTitle(hours: picture.hot.hours), .header)]
            + hot(picture, most: 6, in: frame)
    }

    private func next(_ picture: DemandPicture, in frame: Frame) -> [RichText] {
        guard !picture.now.next.isEmpty else { return [RichText(frame.words.noDemandYet, .textDim)] }
        return picture.now.next.map { next in
            let count = fitted("\(next.median)", columns: 5, alignment: .trailing)
            return RichText(frame.words.clockMinutes(next.starts), .textDim).then(count, .textStrong)
                .then("  \(next.low)–\(next.high)", .text)
        }
    }

    private func hot(_ picture: DemandPicture, most: Int, in frame: Frame) -> [RichText] {
        guard picture.hot.hours > 0 else { return [RichText(frame.words.noDemandYet, .textDim)] }
        let hot = picture.hot.hot
        guard !hot.isEmpty else { return [RichText(frame.words.noHotBeats, .textDim)] }
        return hot.prefix(most).map {
            RichText(
                frame.words.hotBeat(
                    $0.code, calls: $0.calls, expected: Int($0.expected.rounded()),
                    isOwn: picture.hot.measure == .itself),
                .textStrong)
        }
    }

    // MARK: - Where to stand

    private func drawOffers(_ picture: DemandPicture, _ area: Rect, into frame: inout Frame) {
        let words = frame.words
        guard let plan = picture.plan, !picture.offers.isEmpty else {
            let why = Self.why(picture, words) ?? words.allStandWell
            return draw(RichText(why, .textDim).broken(columns: area.columns), area, into: &frame)
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
            words.offer(
                words.callsign(offer.unit, on: frame.board), Self.name(offer.place)[words.language],
                kilometres: kilometres))
        guard let standing = frame.board.units[offer.unit]?.standing else { return text }
        return text.then("  \(frame.glyphs.dot) \(words.standing(standing, now: frame.now))", .textDim)
    }
}

extension Rect {
    /// What is left of it from a row on.
    fileprivate func rest(from row: Int) -> Rect {
        Rect(column: column, row: self.row + row, columns: columns, rows: max(0, rows - row))
    }
}
