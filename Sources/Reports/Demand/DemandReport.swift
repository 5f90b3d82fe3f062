import Demand
import DispatchModel
import Formats
import Foundation
import Wording

/// Demand in words and tables, and as JSON: the heat map, the next hours, the hot beats.
package struct DemandReport {
    /// What is known.
    package let history: DemandHistory
    /// Its hours.
    package let series: HourSeries
    let kind: HourSeries.Kind
    let name: String
    let words: Words

    /// The report of a history that comes from a file or folder of a name.
    package init(_ history: DemandHistory, as kind: HourSeries.Kind, name: String, words: Words) {
        self.history = history
        self.kind = kind
        self.name = name
        self.words = words
        series = HourSeries(history, as: kind)
    }

    /// What was read, and what was left out.
    package var heading: [String] {
        var lines = [
            words.pick(
                "\(name): \(words.count(history.calls, "call", "calls", "起")) in "
                    + words.count(series.hours.count, "whole hour", "whole hours", "个完整小时"),
                "\(name)：\(words.grouped(series.hours.count)) 个完整小时内 \(words.grouped(history.calls)) 起警情")
        ]
        if history.officerInitiated > 0 {
            let isOne = history.officerInitiated == 1
            lines.append(
                words.pick(
                    "\(words.grouped(history.officerInitiated)) that patrols came upon or made themselves "
                        + (isOne ? "is left out" : "are left out"),
                    "另有 \(words.grouped(history.officerInitiated)) 起为巡逻自行发现，未计入"))
        }
        if history.strays > 0 { lines.append(strayLine) }
        if series.holes > 0 {
            lines.append(
                words.pick(
                    series.holes == 1
                        ? "1 stretch without a single call was taken as not recorded"
                        : "\(words.grouped(series.holes)) stretches without a single call were taken as not recorded",
                    "\(words.grouped(series.holes)) 段完全没有警情的时间视为未记录"))
        }
        return lines
    }

    /// How many calls have times that cannot be right, and the first of these times.
    private var strayLine: String {
        let times = history.strayTimes.map { words.date($0) + " " + words.clockMinutes($0) }
        let more = history.strays > times.count
        return words.pick(
            words.count(history.strays, "call is", "calls are", "起")
                + " left out, far from all others in time: " + times.joined(separator: ", ") + (more ? ", …" : ""),
            "\(words.grouped(history.strays)) 起警情的时间与其余记录相距过远，未计入：" + times.joined(separator: "、")
                + (more ? " 等" : ""))
    }

    // MARK: - Next hours

    /// The next six hours, with their bands.
    package var nextLines: [String] {
        let now = self.now
        guard !now.next.isEmpty else {
            return [words.pick("nothing is known to forecast from yet", "尚无可供预测的数据")]
        }
        let heads = [
            words.pick("hour", "时段"), words.pick("calls", "警情"), words.pick("80 % band", "80% 区间"),
        ]
        let rows = now.next.map { next in
            [words.clockMinutes(next.starts), "\(next.median)", "\(next.low)–\(next.high)"]
        }
        return [words.pick("The next six hours", "未来六小时")] + TextTable(rows: [heads] + rows).lines
    }

    private var now: DemandNow {
        let end = series.hours.last.map { history.start(ofHour: $0.number + 1) } ?? .epoch
        return DemandNow(history, series, DemandForecaster(series), at: end)
    }

    // MARK: - Heat

    /// Calls an hour by weekday and hour; what few hours were seen of stands in brackets.
    package var heatLines: [String] {
        let map = HeatMap(series)
        let days = words.weekdays
        var rows = [[""] + (0..<24).map { String($0) }]
        for day in 0..<7 {
            rows.append([days[day]] + map.cells[(day * 24)..<(day * 24 + 24)].map(Self.text))
        }
        return [words.pick("Calls an hour, by weekday and hour", "每小时警情数（按星期与时段）")]
            + TextTable(rows: rows).lines
            + [
                words.pick(
                    "(in brackets: seen less than \(HeatMap.enough) times, leaning on its neighbours)",
                    "（括号内：观测不足 \(HeatMap.enough) 次，借助相邻时段估计）")
            ]
    }

    private static func text(_ cell: HeatMap.Cell) -> String {
        let number = cell.estimate < 9.95 ? String(format: "%.1f", cell.estimate) : String(Int(cell.estimate.rounded()))
        return cell.isThin ? "(\(number))" : number
    }

    // MARK: - Hot beats

    /// The hot beats, or that there is none.
    package var hotLines: [String] {
        let found = HotBeats(history, series)
        let hot = found.hot
        let measure: String
        switch found.measure {
        case .itself:
            measure = words.pick(
                "the last \(found.hours) h beside each beat's days before", "最近 \(found.hours) 小时与各巡区此前比较")
        case .others:
            measure = words.pick(
                "beats beside one another, as there are not three days before the last one", "此前不足三天，各巡区相互比较")
        }
        let title = words.pick("Hot beats: \(measure)", "热点巡区：\(measure)")
        guard !hot.isEmpty else {
            return [
                title,
                words.pick(
                    "none: no beat of \(found.beats.count) stands out by more than chance",
                    "无：\(found.beats.count) 个巡区均未超出偶然范围"),
            ]
        }
        let heads = [
            words.pick("beat", "巡区"), words.pick("calls", "警情"), words.pick("expected", "预期"),
            words.pick("rate, 90 %", "真实水平 90%"), words.pick("chance", "偶然概率"),
        ]
        let rows = hot.map { beat in
            [
                Sanitiser.visible(beat.code), "\(beat.calls)", String(format: "%.1f", beat.expected),
                String(format: "%.1f–%.1f", beat.low, beat.high), String(format: "%.2g", beat.probability),
            ]
        }
        return [title] + TextTable(rows: [heads] + rows).lines + [
            words.pick(
                "of those told, at most \(Int(HotBeats.level * 100)) % are chance on average (Benjamini and Hochberg, 1995)",
                "列出者平均至多 \(Int(HotBeats.level * 100))% 出于偶然（Benjamini–Hochberg，1995）")
        ]
    }

    // MARK: - JSON

    /// Everything, on one line.
    package var json: String {
        let map = HeatMap(series)
        let cells = map.cells.map { cell in
            "{\"hours\":\(cell.hours),\"calls\":\(cell.calls),\"estimate\":\(SimulatedJSON.number(cell.estimate)),"
                + "\"low\":\(SimulatedJSON.number(cell.low)),\"high\":\(SimulatedJSON.number(cell.high)),"
                + "\"thin\":\(cell.isThin)}"
        }
        let next = now.next.map { next in
            "{\"starts\":\(SimulatedJSON.text(Self.instant(next.starts))),\"median\":\(next.median),"
                + "\"low\":\(next.low),\"high\":\(next.high)}"
        }
        let found = HotBeats(history, series)
        let beats = found.beats.map { beat in
            "{\"beat\":\(SimulatedJSON.text(beat.code)),\"calls\":\(beat.calls),"
                + "\"expected\":\(SimulatedJSON.number(beat.expected)),\"low\":\(SimulatedJSON.number(beat.low)),"
                + "\"high\":\(SimulatedJSON.number(beat.high)),\"p\":\(SimulatedJSON.number(beat.probability)),"
                + "\"level\":\(SimulatedJSON.number(beat.level)),\"hot\":\(beat.isHot)}"
        }
        return "{\"calls\":\(history.calls),\"officerInitiated\":\(history.officerInitiated),"
            + "\"hours\":\(series.hours.count),\"holes\":\(series.holes),\"strays\":\(history.strays),"
            + "\"heat\":[\(cells.joined(separator: ","))],\"next\":[\(next.joined(separator: ","))],"
            + "\"beats\":[\(beats.joined(separator: ","))]}"
    }

    private static func instant(_ time: Timestamp) -> String {
        let words = Words(.english)
        return words.date(time) + "T" + words.clock(time) + "Z"
    }
}
