private let panes: [Mode] = [.normal]
private let logs: [Mode] = [.activity, .help]

extension Catalogue {
    /// What is seen and how.
    static let view: [CatalogueEntry] = lists + screen

    private static let lists: [CatalogueEntry] = [
        CatalogueEntry(.sort, .view, "Choose the column to sort by", "选择排序列", in: panes)
            .keys(.normal, "s").argument("[COLUMN]", "[列名]"),
        CatalogueEntry(.sortReverse, .view, "Reverse the order", "反转排序", in: panes).keys(.normal, "S"),
        CatalogueEntry(
            .filter, .view, "Filter the list, such as p1 beat:B02 robbery", "筛选列表，如 p1 beat:B02 抢劫",
            in: panes + [.assign, .help]
        )
        .keys(.normal, "/", "f").keys([.assign, .help], "/").argument("[WORDS]", "[条件]").hint(24, "filter", "筛选"),
        CatalogueEntry(
            .clearFilter, .view, "Show everything again, wherever something is left out", "清除全部筛选",
            in: panes + [.assign]
        )
        .keys([.normal, .assign], "F"),
        CatalogueEntry(.findNext, .view, "Go to the next match", "下一处匹配", in: logs).keys(logs, "n"),
        CatalogueEntry(.findPrevious, .view, "Go to the previous match", "上一处匹配", in: logs).keys(logs, "N"),
        CatalogueEntry(.showNew, .view, "Show what came in above", "显示上方新内容", in: panes).keys(.normal, "^"),
        CatalogueEntry(.copy, .view, "Copy the selected thing as text", "复制所选项文本", in: panes).keys(.normal, "y"),
    ]

    private static let screen: [CatalogueEntry] = [
        CatalogueEntry(.freeze, .view, "Freeze the picture, or let it run again", "冻结或恢复画面", in: panes)
            .keys(.normal, "z"),
        CatalogueEntry(.zoomPane, .view, "Give the pane the whole screen, or give it back", "放大或还原窗格", in: panes)
            .keys(.normal, "Z"),
        CatalogueEntry(.detail, .view, "Show or hide the detail view", "显示或隐藏详情", in: panes).keys(.normal, "d"),
        CatalogueEntry(.activity, .view, "Show or hide the activity log", "显示或隐藏动态", in: panes).keys(.normal, "A"),
        CatalogueEntry(.wall, .view, "Change to the wall layout and back", "切换大屏布局", in: panes).keys(.normal, "w"),
        CatalogueEntry(.theme, .view, "Change to the next theme, or to the named one", "切换到下一个或指定主题", in: panes)
            .keys(.normal, "T").argument("[NAME]", "[名称]"),
        CatalogueEntry(.locale, .view, "Change the language, en or zh-Hans", "切换语言（en 或 zh-Hans）", in: panes)
            .keys(.normal, "L").argument("[en|zh-Hans]", "[en|zh-Hans]").alias("language"),
        CatalogueEntry(.redraw, .view, "Draw the whole screen afresh", "重绘整个屏幕", in: [.always]).keys(.always, "ctrl-l"),
    ]

    /// The replay's clock.
    static let replay: [CatalogueEntry] = [
        CatalogueEntry(.pause, .replay, "Pause the replay, or let it run again", "暂停或继续回放", in: panes)
            .keys(.normal, "p").hint(70, "pause", "暂停"),
        CatalogueEntry(.slower, .replay, "Play at half the speed", "回放减速一半", in: panes).keys(.normal, "["),
        CatalogueEntry(.faster, .replay, "Play at twice the speed", "回放加速一倍", in: panes).keys(.normal, "]"),
        CatalogueEntry(.speed, .replay, "Play at a speed, a factor or max", "设定回放倍速（数值或 max）", in: panes)
            .argument("FACTOR|max", "倍数|max"),
    ]
}
