private let layers: [Mode] = [.assign, .duplicates, .confirm, .menu, .help, .letters, .handover, .rollCall, .timers]
private let choices: [Mode] = [
    .assign, .duplicates, .confirm, .menu, .palette, .input, .letters, .handover, .rollCall, .timers,
]

extension Catalogue {
    /// Answers in dialogs, and editing in text fields.
    static let text: [CatalogueEntry] = answers + editing

    private static let answers: [CatalogueEntry] = [
        CatalogueEntry(.accept, .text, "Take what is selected or typed", "确定所选或所输入内容", in: choices)
            .keys(choices, "enter").hint(3, "accept", "确定"),
        CatalogueEntry(.cancel, .text, "Leave without a change", "不作更改并离开", in: choices + [.help])
            .keys(choices + [.help], "esc").hint(4, "cancel", "取消"),
        CatalogueEntry(.yes, .text, "Answer yes", "回答“是”", in: [.confirm]).keys(.confirm, "y").hint(1, "yes", "是"),
        CatalogueEntry(.no, .text, "Answer no", "回答“否”", in: [.confirm])
            .keys(.confirm, "n", "q").hint(2, "no", "否"),
        CatalogueEntry(.nextField, .text, "Go to the next field or choice", "下一个字段或选项", in: [.confirm, .input])
            .keys(.confirm, "tab"),
        CatalogueEntry(.previousField, .text, "Go to the previous field or choice", "上一个字段或选项", in: [.confirm, .input])
            .keys([.confirm, .input], "shift-tab"),
    ]

    private static let editing: [CatalogueEntry] = [
        CatalogueEntry(.complete, .text, "Complete the word, or go to the next field", "补全词语，或到下一个字段", in: [.input])
            .keys(.input, "tab").hint(5, "complete", "补全"),
        CatalogueEntry(.cursorStart, .text, "Go to the start of the text", "光标移到开头", in: [.input]).keys(.input, "home"),
        CatalogueEntry(.cursorEnd, .text, "Go to the end of the text", "光标移到末尾", in: [.input]).keys(.input, "end"),
        CatalogueEntry(.deleteBack, .text, "Delete the character before the cursor", "删除光标前字符", in: [.input])
            .keys(.input, "backspace"),
        CatalogueEntry(.deleteForward, .text, "Delete the character at the cursor", "删除光标处字符", in: [.input])
            .keys(.input, "delete", "ctrl-d"),
        CatalogueEntry(.deleteWord, .text, "Delete the word before the cursor", "删除光标前词语", in: [.input])
            .keys(.input, "ctrl-w"),
        CatalogueEntry(.deleteToEnd, .text, "Delete from the cursor to the end", "删除光标后全部", in: [.input])
            .keys(.input, "ctrl-k"),
        CatalogueEntry(.clearField, .text, "Empty the field", "清空输入框", in: [.input]).keys(.input, "ctrl-u"),
        CatalogueEntry(
            .clearForm, .text, "Empty the whole form: as it was when it was first opened", "清空整个表单，恢复初始内容", in: [.input]
        )
        .keys(.input, "ctrl-y"),
    ]

    /// The program itself.
    static let program: [CatalogueEntry] = running + handover

    /// Handing the shift over to the next.
    private static let handover: [CatalogueEntry] = [
        CatalogueEntry(
            .handOver, .program, "Hand the shift over: everything that a relief must know, item by item",
            "交接班：逐项交代接班人须知事项",
            in: [.normal]
        )
        .alias("handover", "交接班").action("hand-over", "交接班").ordersByItself(),
        CatalogueEntry(
            .acknowledgeItem, .program, "The relief knows the item and takes it over", "接班人已知悉并接手该项", in: [.handover]
        )
        .keys(.handover, "a", "y", "space").hint(1, "known", "已知悉"),
        CatalogueEntry(
            .deferItem, .program, "Put the item off: the relief looks at it first thing", "该项暂缓，接班后先行处理",
            in: [.handover]
        )
        .keys(.handover, "d").hint(2, "defer", "暂缓"),
        CatalogueEntry(
            .acknowledgeRest, .program, "The relief knows every other item that has been on the screen", "其余已显示各项均已知悉",
            in: [.handover]
        )
        .keys(.handover, "A").hint(3, "rest known", "其余均知悉"),
        CatalogueEntry(
            .clearAnswer, .program, "Take the answer to the item back", "收回对该项的答复", in: [.handover]
        )
        .keys(.handover, "backspace", "u"),
    ]

    private static let running: [CatalogueEntry] = [
        CatalogueEntry(.help, .program, "Show every key of this place", "显示此处全部按键", in: [.normal] + layers + [.input])
            .keys([.normal, .assign, .duplicates, .confirm, .menu, .letters, .handover, .rollCall, .timers], "?", "f1")
            .keys(.input, "f1")
            .hint(
                9, "keys", "按键"),
        CatalogueEntry(.palette, .program, "Find a command by any of its words", "按任意词语查找命令", in: [.normal])
            .keys(.normal, "ctrl-p").hint(88, "palette", "命令面板"),
        CatalogueEntry(.commandLine, .program, "Type a command", "输入命令", in: [.normal])
            .keys(.normal, ":").hint(26, "command", "命令"),
        CatalogueEntry(.undo, .program, "Undo your own last action", "撤销本人上一操作", in: [.normal])
            .keys(.normal, "u").hint(22, "undo", "撤销").ordersByItself()
            .verb("U") { line throws(Stop) in try line.undo() }
            .form("U", "U", "undo your own last action", "撤销本人上一操作")
            .action("undo", "撤销"),
        CatalogueEntry(.suspend, .program, "Suspend the program; fg brings it back", "挂起程序（fg 恢复）", in: [.normal])
            .keys(.normal, "ctrl-z"),
        CatalogueEntry(.keys, .program, "List every key and command", "列出全部按键与命令", in: [.normal]),
        CatalogueEntry(.reload, .program, "Read configuration, keys and themes again", "重新读取配置、按键与主题", in: [.normal]),
        CatalogueEntry(.mouse, .program, "Switch the mouse on or off", "开关鼠标", in: [.normal]).argument(
            "on|off", "on|off"),
        CatalogueEntry(.report, .program, "Show the figures", "显示统计指标", in: [.normal]),
        CatalogueEntry(
            .profile, .program, "Show how the deadline profile is kept, or choose another", "显示考核方案达标情况，或选择其他方案",
            in: [.normal]
        )
        .argument("[NAME]", "[名称]"),
        CatalogueEntry(
            .rules, .program, "Show where room.toml differs from the rules in force, and adopt it",
            "查看 room.toml 与现用规则的差异并采用", in: [.normal]
        )
        .alias("规则").action("adopt-rules", "采用规则"),
        CatalogueEntry(.tour, .program, "Be shown round the console, step by step", "逐步熟悉控制台", in: [.normal]),
        CatalogueEntry(.version, .program, "Show the version", "显示版本", in: [.normal]),
        CatalogueEntry(.quit, .program, "Quit the console", "退出控制台", in: [.normal]).alias("q"),
    ]
}

extension CommandName {
    package static let handOver = CommandName("hand-over")
    package static let acknowledgeItem = CommandName("acknowledge-item")
    package static let deferItem = CommandName("defer-item")
    package static let acknowledgeRest = CommandName("acknowledge-rest")
    package static let clearAnswer = CommandName("clear-answer")
    package static let accept = CommandName("accept")
    package static let cancel = CommandName("cancel")
    package static let yes = CommandName("yes")
    package static let no = CommandName("no")
    package static let complete = CommandName("complete")
    package static let nextField = CommandName("next-field")
    package static let previousField = CommandName("previous-field")
    package static let cursorStart = CommandName("cursor-start")
    package static let cursorEnd = CommandName("cursor-end")
    package static let deleteBack = CommandName("delete-back")
    package static let deleteForward = CommandName("delete-forward")
    package static let deleteWord = CommandName("delete-word")
    package static let deleteToEnd = CommandName("delete-to-end")
    package static let clearField = CommandName("clear-field")
    package static let clearForm = CommandName("clear-form")
    package static let help = CommandName("help")
    package static let palette = CommandName("palette")
    package static let undo = CommandName("undo")
    package static let suspend = CommandName("suspend")
    package static let quit = CommandName("quit")
    package static let reload = CommandName("reload")
    package static let keys = CommandName("keys")
    package static let mouse = CommandName("mouse")
    package static let version = CommandName("version")
    package static let tour = CommandName("tour")
    package static let report = CommandName("report")
    package static let profile = CommandName("profile")
    package static let rules = CommandName("rules")
    package static let commandLine = CommandName("command-line")
}
