/// What the console says to somebody who is new to it.
package struct FirstRunWords: Sendable {
    private let words: Words

    /// The sentences in the language of these words.
    package init(_ words: Words) { self.words = words }

    private func pick(_ english: String, _ chinese: String) -> String { words.pick(english, chinese) }

    /// At the first start: that there is a tour, and the line that calls it.
    package func offer(_ tour: String) -> String {
        pick("new here? \(tour) shows you round in two minutes", "首次使用？输入 \(tour)，两分钟熟悉操作")
    }

    /// What is better to try things on than a board without anything on it: the command that plays the sample.
    package func sample(_ command: String) -> String { pick("or try: \(command)", "或试用：\(command)") }

    /// On an empty board: what to do before an incident can be chosen; `create` is the key that enters one.
    package func nothingOpen(_ create: String) -> String {
        pick(
            "Nothing is open here: press \(create) to enter an incident to try it on.",
            "当前没有警情：可先按 \(create) 新建一起以便试用。")
    }

    /// The title of a step of the tour.
    package func title(_ step: Int, of count: Int) -> String { pick("Tour \(step) of \(count)", "导览 \(step)/\(count)") }

    /// How the tour goes on and ends; `back` is the key that leaves it.
    package func hint(_ back: String) -> String {
        pick(
            "Real keys, real board: it goes on by itself · \(back) leaves the tour",
            "真实按键，真实看板：按下即继续 · \(back) 退出导览")
    }

    /// The queue, and moving in it.
    package func queue(_ down: String, _ up: String) -> String {
        pick(
            "Pane 1 is the queue: what waits for a unit, the most urgent first. A P1 stands on a plate; an age with ! is over its limit. Press \(down) or \(up) to move.",
            "窗格 1 是警情列表：待派警情按紧急程度排列。一级警情带底色，时长后的 ! 表示超限。按 \(down) 或 \(up) 移动。")
    }

    /// Going to the units.
    package func forces(_ patrol: String, _ next: String) -> String {
        pick(
            "Panes 2 and 3 are your units: patrol, and quick response with its circles. Each pane has its digit: press \(patrol), or \(next) for the next one.",
            "窗格 2、3 是警力：巡逻单元与快反单元（含快反圈）。每个窗格有编号：按 \(patrol)，或按 \(next) 转到下一窗格。")
    }

    /// Going back to the queue.
    package func backToQueue(_ dispatch: String) -> String {
        pick("Press \(dispatch) to come back to the queue.", "按 \(dispatch) 返回警情列表。")
    }

    /// The detail.
    package func detail(_ open: String) -> String {
        pick(
            "The detail beside the queue follows the selection: place, callers' words, timeline. Press \(open) to open it.",
            "详情随所选项变化：地点、报警内容、时间线。按 \(open) 打开。")
    }

    /// Assigning.
    package func assign(_ assign: String, _ cancel: String) -> String {
        pick(
            "Press \(assign) on an incident: every unit ranked, with its travel time and what sending it uncovers. A digit sends it; \(cancel) sends nobody.",
            "在警情上按 \(assign)：列出全部单元的排序、行程时间及派出后的空缺。按数字派出；按 \(cancel) 不派。")
    }

    /// Alerts.
    package func alerts(_ next: String) -> String {
        pick("Press \(next) to go to the next alert that nobody has answered.", "按 \(next) 转到下一条未确认告警。")
    }

    /// Filtering.
    package func filter(_ filter: String, _ clear: String) -> String {
        pick(
            "Press \(filter) and type words to see only what matches, such as p1 or a beat; \(clear) shows everything again.",
            "按 \(filter) 输入条件筛选，例如 p1 或巡区；按 \(clear) 显示全部。")
    }

    /// The command line.
    package func line(_ line: String) -> String {
        pick(
            "Press \(line) for one-line commands, with a preview of what they would do.",
            "按 \(line) 输入单行命令，并可预览结果。")
    }

    /// Help.
    package func help(_ help: String) -> String {
        pick("And \(help) shows every key of the place where you are: the last step.", "最后一步：\(help) 显示当前位置的全部按键。")
    }

    /// The tour is over.
    package func finished(_ tour: String) -> String {
        pick("that was the tour · \(tour) shows it again", "导览结束 · 输入 \(tour) 可再次查看")
    }

    /// The tour was left.
    package func left(_ tour: String) -> String {
        pick("tour left · \(tour) shows it again", "已退出导览 · 输入 \(tour) 可再次查看")
    }

    /// A live board has no units, and how to get some.
    package var noRoster: String {
        pick(
            "No units: this board has no roster. Write one into ~/.config/watchfloor/roster.toml, or start with --roster FILE; watchfloor mapping show sample-district prints one to begin with.",
            "没有警力：看板尚无编成。请写入 ~/.config/watchfloor/roster.toml，或以 --roster 文件 启动；watchfloor mapping show sample-district 可输出一份样例。"
        )
    }
}
