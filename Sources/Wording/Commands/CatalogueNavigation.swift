private let lists: [Mode] = [.normal, .assign, .duplicates, .menu, .help, .letters]
private let panes: [Mode] = [.normal]

extension Catalogue {
    /// Moving about in panes and lists.
    static let navigation: [CatalogueEntry] = moves + focuses

    private static let moves: [CatalogueEntry] = [
        CatalogueEntry(.up, .navigation, "Move the selection up", "上移一行", in: lists + [.confirm, .palette, .input])
            .keys(lists, "up", "k").keys(.palette, "up", "ctrl-p").keys(.input, "up"),
        CatalogueEntry(.down, .navigation, "Move the selection down", "下移一行", in: lists + [.palette, .input])
            .keys(lists, "down", "j").keys(.palette, "down", "ctrl-n").keys(.input, "down"),
        CatalogueEntry(.pageUp, .navigation, "Move up a page", "上翻一页", in: lists + [.palette])
            .keys(lists, "pageup", "ctrl-u").keys(.palette, "pageup"),
        CatalogueEntry(.pageDown, .navigation, "Move down a page", "下翻一页", in: lists + [.palette])
            .keys(lists, "pagedown", "ctrl-d").keys(.palette, "pagedown"),
        CatalogueEntry(.top, .navigation, "Go to the top and show what is new there", "到顶部并显示新内容", in: lists)
            .keys(lists, "g", "home"),
        CatalogueEntry(.bottom, .navigation, "Go to the bottom", "到底部", in: lists).keys(lists, "G", "end"),
        CatalogueEntry(.left, .navigation, "Scroll or move left", "左移", in: panes + [.confirm, .input])
            .keys(.normal, "left", "h").keys(.confirm, "left", "h").keys(.input, "left"),
        CatalogueEntry(.right, .navigation, "Scroll or move right", "右移", in: panes + [.confirm, .input])
            .keys(.normal, "right", "l").keys(.confirm, "right", "l").keys(.input, "right"),
        CatalogueEntry(.open, .navigation, "Open the selected thing in detail", "打开所选项详情", in: panes)
            .keys(.normal, "enter").hint(20, "open", "打开"),
        CatalogueEntry(.back, .navigation, "Go back a step; never quits", "返回上一步（不会退出）", in: panes)
            .keys(.normal, "esc"),
        CatalogueEntry(
            .close, .navigation, "Close the top layer", "关闭最上层",
            in: panes + [.assign, .duplicates, .menu, .help, .letters]
        )
        .keys([.normal, .assign, .duplicates, .menu, .letters], "q").keys(.help, "q", "?").hint(80, "close", "关闭"),
        CatalogueEntry(
            .mark, .navigation, "Mark or unmark the selected thing", "标记或取消标记所选项", in: panes + [.assign]
        )
        .keys([.normal, .assign], "space").hint(30, "mark", "标记"),
        CatalogueEntry(.clearMarks, .navigation, "Remove every mark", "清除全部标记", in: panes + [.assign])
            .keys([.normal, .assign], "U"),
    ]

    private static let focuses: [CatalogueEntry] = [
        CatalogueEntry(.nextPane, .navigation, "Go to the next pane", "下一个窗格", in: panes)
            .keys(.normal, "tab").hint(85, "pane", "窗格"),
        CatalogueEntry(.previousPane, .navigation, "Go to the previous pane", "上一个窗格", in: panes)
            .keys(.normal, "shift-tab"),
        CatalogueEntry(.focusDispatch, .navigation, "Go to the dispatch pane", "转到警情列表", in: panes)
            .keys(.normal, "1").alias("dispatch"),
        CatalogueEntry(.focusPatrol, .navigation, "Go to the patrol pane", "转到巡逻窗格", in: panes)
            .keys(.normal, "2").alias("patrol"),
        CatalogueEntry(.focusQuickResponse, .navigation, "Go to the quick-response pane", "转到快反窗格", in: panes)
            .keys(.normal, "3").alias("quick-response"),
        CatalogueEntry(.focusAlerts, .navigation, "Go to the alert pane", "转到告警窗格", in: panes)
            .keys(.normal, "4").argument("[hidden]", "[hidden]").alias("alerts"),
        CatalogueEntry(.focusActivity, .navigation, "Go to the activity log", "转到动态窗格", in: panes)
            .keys(.normal, "5"),
        CatalogueEntry(.focusFeeds, .navigation, "Go to the feeds: where messages come from", "转到数据源窗格", in: panes)
            .keys(.normal, "6").alias("feeds"),
        CatalogueEntry(
            .focusScorecard, .navigation, "Go to the scorecard: the console's alerts against the standards' limits",
            "转到告警考核：本台告警与标准限值对照", in: panes
        )
        .keys(.normal, "7").alias("scorecard"),
        CatalogueEntry(.goTo, .navigation, "Go to an incident or unit by its number", "按编号转到警情或单元", in: panes)
            .keys(.normal, "o").argument("INCIDENT|UNIT", "警情|单元"),
        CatalogueEntry(
            .nextWaiting, .navigation, "Go to the most urgent incident that waits for a unit", "转到最紧急的待派警情", in: panes
        )
        .keys(.normal, ".").hint(75, "next waiting", "下一待派"),
    ]
}
