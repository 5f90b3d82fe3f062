import DispatchModel

/// What is said of marks and filters.
extension Words {
    /// An action that is done to one incident while several are marked.
    package func notForSeveral(_ incidents: [IncidentID], clear: String) -> String {
        pick(
            "not done to several: \(numbers(incidents)) are marked · \(clear) removes the marks",
            "此操作只针对一起警情：已标记 \(numbers(incidents)) · 按 \(clear) 清除标记")
    }

    /// A key that would send other units than those that are marked.
    package func unitsAreMarked(_ units: [UnitID], on board: Board, send: String, clear: String) -> String {
        let names = callsigns(units, on: board)
        return pick(
            "nothing sent: \(names) marked · \(send) is for them · \(clear) removes the marks",
            "未派出：已标记 \(names) · 按 \(send) 派出 · 按 \(clear) 清除标记")
    }

    /// A pane's title: how many of its rows are marked.
    package func marked(_ count: Int) -> String { pick("\(grouped(count)) marked", "已标记\(grouped(count))项") }

    /// Marked rows that a filter hides, while a key would act on what is marked.
    package func marksOutOfSight(_ names: String, clear: String) -> String {
        pick(
            "nothing done: \(names) marked but out of sight · \(key(.clearFilter)) shows everything · \(clear) removes the marks",
            "未执行：已标记的 \(names) 不在视野内 · 按 \(key(.clearFilter)) 恢复显示 · 按 \(clear) 清除标记")
    }

    /// No other incident is open that a unit could go to.
    package var noOtherIncident: String { pick("no other incident is open", "没有其他在办警情") }

    /// A popup's filter lets nothing through.
    package func noRowFits(_ filter: String) -> String {
        pick("Nothing here fits “\(filter)”.", "没有符合“\(filter)”的项。")
    }

    /// A pane whose rows cannot be filtered.
    package func nothingToFilter(_ pane: PaneName) -> String {
        pick("\(title(pane)) has no filter: go to the list first", "\(title(pane))不支持筛选，请先转到列表窗格")
    }

    /// Nothing is left out anywhere.
    package var nothingFiltered: String { pick("nothing is filtered", "当前没有筛选") }

    /// The filters of these panes are gone; none for a list of hidden alerts that is put away.
    package func filtersTakenAway(_ panes: [PaneName]) -> String {
        guard !panes.isEmpty else { return pick("everything in sight again", "已恢复显示") }
        let names = list(panes.map { title($0) })
        return pick("filter taken away: \(names)", "已清除筛选：\(names)")
    }

    /// A key that came before what was just made is on the screen.
    package var madeNotShown: String {
        pick("nothing done: what you just made is not on the screen yet · press again", "未执行：刚建立的内容尚未显示 · 请再按一次")
    }
}
