private let listModes: [Mode] = [.normal, .assign, .duplicates, .menu, .help, .letters, .handover, .rollCall, .timers]
private let panes: [Mode] = [.normal]
private let onMap: [Mode] = [.map]

extension Catalogue {
    /// Moving about in panes and lists.
    static let navigation: [CatalogueEntry] = moves + focuses

    private static let moves: [CatalogueEntry] = [
        CatalogueEntry(.up, .navigation, "Move the selection up", "上移一行", in: listModes + [.confirm, .palette, .input])
            .keys(listModes, "up", "k").keys(.palette, "up", "ctrl-p").keys(.input, "up"),
        CatalogueEntry(.down, .navigation, "Move the selection down", "下移一行", in: listModes + [.palette, .input])
            .keys(listModes, "down", "j").keys(.palette, "down", "ctrl-n").keys(.input, "down"),
        CatalogueEntry(.pageUp, .navigation, "Move up a page", "上翻一页", in: listModes + [.palette])
            .keys(listModes, "pageup", "ctrl-u").keys(.palette, "pageup"),
        CatalogueEntry(.pageDown, .navigation, "Move down a page", "下翻一页", in: listModes + [.palette])
            .keys(listModes, "pagedown", "ctrl-d").keys(.palette, "pagedown"),
        CatalogueEntry(.top, .navigation, "Go to the top and show what is new there", "到顶部并显示新内容", in: listModes)
            .keys(listModes, "g", "home"),
        CatalogueEntry(.bottom, .navigation, "Go to the bottom", "到底部", in: listModes).keys(listModes, "G", "end"),
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
            in: panes + [.assign, .duplicates, .menu, .help, .letters, .handover, .rollCall, .timers]
        )
        .keys([.normal, .assign, .duplicates, .menu, .letters, .handover, .rollCall, .timers], "q").keys(
            .help, "q", "?"
        ).hint(
            80, "close", "关闭"),
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

extension Catalogue {
    /// Looking back: the board as it stood before. Every key also stands under the chord `b`, which lists them.
    static let past: [CatalogueEntry] = [
        CatalogueEntry(
            .asof, .past, "Show the whole board as it stood at a time or event", "显示某一时刻或事件时的整个看板", in: panes
        )
        .keys(.normal, "@", "b @").argument("TIME|-SPAN|#EVENT", "时刻|-时长|#事件").hint(72, "look back", "回看"),
        CatalogueEntry(.backToNow, .past, "Leave the past: show the present again", "离开历史，返回当前", in: panes)
            .keys(.normal, "=", "b =").alias("now").hint(91, "now", "返回当前"),
        CatalogueEntry(.backMinute, .past, "Back by a minute", "后退1分钟", in: panes)
            .keys(.normal, "<", "b <").hint(92, "-1 min", "-1分"),
        CatalogueEntry(.forwardMinute, .past, "Forward by a minute", "前进1分钟", in: panes)
            .keys(.normal, ">", "b >").hint(93, "+1 min", "+1分"),
        CatalogueEntry(.backTenMinutes, .past, "Back by ten minutes", "后退10分钟", in: panes).keys(.normal, "{", "b {"),
        CatalogueEntry(.forwardTenMinutes, .past, "Forward by ten minutes", "前进10分钟", in: panes)
            .keys(.normal, "}", "b }"),
        CatalogueEntry(.backHour, .past, "Back by an hour", "后退1小时", in: panes).keys(.normal, "(", "b ("),
        CatalogueEntry(.forwardHour, .past, "Forward by an hour", "前进1小时", in: panes).keys(.normal, ")", "b )"),
        CatalogueEntry(.previousEvent, .past, "Back to before the last event", "退回上一事件", in: panes)
            .keys(.normal, "K", "b k").hint(94, "event back", "上一事件"),
        CatalogueEntry(.nextEvent, .past, "Forward by an event", "前进到下一事件", in: panes)
            .keys(.normal, "J", "b j").hint(95, "next event", "下一事件"),
        CatalogueEntry(
            .previousOwnEvent, .past, "Back to the previous event of the selected incident or unit", "退到所选警情或单元的上一事件",
            in: panes
        ).keys(.normal, "B", "b b"),
        CatalogueEntry(
            .nextOwnEvent, .past, "Forward to the next event of the selected incident or unit", "前进到所选警情或单元的下一事件",
            in: panes
        ).keys(.normal, "W", "b w"),
        CatalogueEntry(.firstEvent, .past, "Back to where the journal begins", "退到日志开头", in: panes)
            .keys(.normal, "0", "b 0"),
        CatalogueEntry(.lastEvent, .past, "Forward to the newest event", "前进到最新事件", in: panes)
            .keys(.normal, "$", "b $"),
    ]
}

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
        CatalogueEntry(
            .columns, .view, "Choose the columns of the list; usual brings the usual ones back",
            "选择列表的列；“默认”可恢复默认列", in: panes
        )
        .argument("[COLUMN…]", "[列名…]"),
        CatalogueEntry(
            .view, .view, "Views: filter, order and columns of the lists under a name; take, keep or remove one",
            "视图：以名称保存的筛选、排序与列；可调用、保存、删除", in: panes
        )
        .keys(.normal, "w").argument("[NAME|save NAME|remove NAME|list]", "[名称|保存 名称|删除 名称|列表]").alias("views"),
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
        CatalogueEntry(
            .demand, .view, "Demand: calls to be expected, hot beats, and where to stand", "信息研判：警情预测、热点巡区与驻点建议",
            in: panes
        )
        .keys(.normal, "P").action("ask to stand", "驻点建议", of: "propose-standing"),
        CatalogueEntry(
            .theme, .view, "Choose a theme: each is shown while you move to it; or take the named one",
            "选择主题：移动即预览；或直接采用指定主题", in: panes
        )
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

extension Catalogue {
    /// Looking at the map and moving about on it.
    static let map: [CatalogueEntry] = [
        CatalogueEntry(.map, .map, "Open the map, go to it, or close it", "打开、转到或关闭地图", in: [.normal])
            .keys(.normal, "M").hint(27, "map", "地图"),
        CatalogueEntry(
            .mapNext, .map, "Go to the next thing on the map, the most urgent first", "转到地图上的下一项（按紧急程度）", in: onMap
        )
        .keys(.map, "tab").hint(11, "next", "下一项"),
        CatalogueEntry(.mapPrevious, .map, "Go to the previous thing on the map", "转到地图上的上一项", in: onMap)
            .keys(.map, "shift-tab"),
        CatalogueEntry(.mapIn, .map, "Show the map larger", "放大地图", in: onMap)
            .keys(.map, "+").alias("zoom-in").hint(17, "larger", "放大"),
        CatalogueEntry(.mapOut, .map, "Show more of the map", "缩小地图", in: onMap)
            .keys(.map, "-").alias("zoom-out").hint(18, "smaller", "缩小"),
        CatalogueEntry(.mapFollow, .map, "Keep the selected thing in the middle, or stop", "使所选项保持居中，或停止", in: onMap)
            .keys(.map, "f").hint(32, "follow", "跟随"),
        CatalogueEntry(
            .mapLens, .map, "Magnify what lies around the selected thing, or stop", "放大所选项周围，或停止", in: onMap
        )
        .keys(.map, "i").alias("lens").hint(21, "lens", "放大镜"),
        CatalogueEntry(
            .mapUncovered, .map, "Go to the next beat without a free unit, and to the free unit nearest to it",
            "转到下一个无待命单元的巡区及离其最近的待命单元", in: onMap
        )
        .keys(.map, "U").alias("uncovered").hint(23, "next gap", "下一空缺巡区"),
        CatalogueEntry(
            .mapFill, .map, "Fill the beats by free units, by calls, by travel time, or not at all",
            "按待命单元、警情数或到达时间填充巡区，或不填充", in: onMap
        )
        .keys(.map, "F").argument("[off|uncovered|calls]", "[off|uncovered|calls]").hint(34, "fill", "填充"),
        CatalogueEntry(
            .mapDots, .map, "Choose how finely the map is drawn: by what the terminal's font has",
            "选择地图的绘制精细程度（视终端字体而定）", in: onMap
        )
        .argument("[octant|braille|quadrant|half|ascii]", "[octant|braille|quadrant|half|ascii]"),
    ]
}

extension CommandName {
    package static let up = CommandName("up")
    package static let down = CommandName("down")
    package static let left = CommandName("left")
    package static let right = CommandName("right")
    package static let top = CommandName("top")
    package static let bottom = CommandName("bottom")
    package static let open = CommandName("open")
    package static let back = CommandName("back")
    package static let close = CommandName("close")
    package static let mark = CommandName("mark")
    package static let pageUp = CommandName("page-up")
    package static let pageDown = CommandName("page-down")
    package static let clearMarks = CommandName("clear-marks")
    package static let nextPane = CommandName("next-pane")
    package static let previousPane = CommandName("previous-pane")
    package static let focusDispatch = CommandName("focus-dispatch")
    package static let focusPatrol = CommandName("focus-patrol")
    package static let focusQuickResponse = CommandName("focus-quick-response")
    package static let focusAlerts = CommandName("focus-alerts")
    package static let focusActivity = CommandName("focus-activity")
    package static let focusFeeds = CommandName("focus-feeds")
    package static let demand = CommandName("demand")
    package static let focusScorecard = CommandName("focus-scorecard")
    package static let goTo = CommandName("go-to")
    package static let nextWaiting = CommandName("next-waiting")
    package static let sort = CommandName("sort")
    package static let filter = CommandName("filter")
    package static let columns = CommandName("columns")
    package static let view = CommandName("view")
    package static let freeze = CommandName("freeze")
    package static let copy = CommandName("copy")
    package static let detail = CommandName("detail")
    package static let theme = CommandName("theme")
    package static let locale = CommandName("locale")
    package static let redraw = CommandName("redraw")
    package static let activity = CommandName("activity")
    package static let sortReverse = CommandName("sort-reverse")
    package static let clearFilter = CommandName("clear-filter")
    package static let zoomPane = CommandName("zoom-pane")
    package static let showNew = CommandName("show-new")
    package static let findNext = CommandName("find-next")
    package static let findPrevious = CommandName("find-previous")
    package static let pause = CommandName("pause")
    package static let slower = CommandName("slower")
    package static let faster = CommandName("faster")
    package static let speed = CommandName("speed")
    package static let asof = CommandName("asof")
    package static let backToNow = CommandName("back-to-now")
    package static let backMinute = CommandName("back-minute")
    package static let forwardMinute = CommandName("forward-minute")
    package static let backTenMinutes = CommandName("back-ten-minutes")
    package static let forwardTenMinutes = CommandName("forward-ten-minutes")
    package static let backHour = CommandName("back-hour")
    package static let forwardHour = CommandName("forward-hour")
    package static let previousEvent = CommandName("previous-event")
    package static let nextEvent = CommandName("next-event")
    package static let previousOwnEvent = CommandName("previous-own-event")
    package static let nextOwnEvent = CommandName("next-own-event")
    package static let firstEvent = CommandName("first-event")
    package static let lastEvent = CommandName("last-event")
    package static let map = CommandName("map")
    package static let mapNext = CommandName("map-next")
    package static let mapPrevious = CommandName("map-previous")
    package static let mapIn = CommandName("map-in")
    package static let mapOut = CommandName("map-out")
    package static let mapFollow = CommandName("map-follow")
    package static let mapLens = CommandName("map-lens")
    package static let mapUncovered = CommandName("map-uncovered")
    package static let mapFill = CommandName("map-fill")
    package static let mapDots = CommandName("map-dots")
}
