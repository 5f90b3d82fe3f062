import DispatchModel

/// What the console tells its operator in the message line, outside of refusals and recorded commands.
package enum Message: Hashable, Sendable {
    /// An action was undone; what it was called in the journal, and what it was about.
    case undone(action: String, of: [String] = [])
    /// A command was recorded; `Words.recorded` said what.
    case recorded(String)
    /// A command changed nothing.
    case unchanged
    /// Rows came in above the ones that are seen.
    case newAbove(Int)
    /// There are more rows below.
    case moreBelow(Int)
    /// The command needs a selected row and there is none.
    case nothingSelected
    /// Rows are marked.
    case marked(Int)
    /// The terminal is too small; needed and actual columns and rows.
    case terminalTooSmall(needsWidth: Int, needsHeight: Int, width: Int, height: Int)
    /// A paste outside a text field did nothing.
    case pasteIgnored
    /// The filter lets nothing through.
    case noMatch(filter: String)
    /// The rows are filtered.
    case filtered(shown: Int, of: Int)
    /// The replay stands still.
    case paused
    /// The replay runs again.
    case resumed
    /// The replay's speed; nil is as fast as it goes.
    case speed(Double?)
    /// The picture stands still.
    case frozen
    /// The picture moves again.
    case unfrozen
    /// The log has been played to its end.
    case endOfLog
    /// Another console writes to the journal; who, when known.
    case watchingOnly(writer: String)
    /// The disk is full.
    case diskFull
    /// The data folder or journal may not be written.
    case readOnly(path: String)
    /// The journal is damaged at a position.
    case damaged(position: JournalPosition)
    /// The journal was written by a newer version.
    case newerVersion
    /// A feed has been silent for a time.
    case feedSilent(name: String, Span)
    /// Observations were refused; how many, and the reason of the last.
    case observationsRefused(Int, last: String)
    /// No command has this name; the nearest one, if any.
    case unknownCommand(String, suggestion: String?)
    /// A command makes no sense here.
    case notHere(command: String)
    /// Text was copied; how many lines.
    case copied(lines: Int)
    /// Text was too long to be copied.
    case copyRefused(limit: Int)
    /// The mouse is on or off.
    case mouse(on: Bool)
    /// A theme was chosen.
    case theme(String)
    /// The language was changed.
    case language
    /// The configuration was read again.
    case reloaded
    /// A file was refused; the last good one stays.
    case fileRefused(path: String, line: Int?, why: String)
    /// Rows are ordered by a column.
    case sorted(ColumnName, reversed: Bool)
    /// There is nothing further to go to.
    case noNextWaiting
    /// No alert is unanswered.
    case noNextAlert
    /// The search found nothing.
    case notFound(String)
}

extension Words {
    /// A message of the console.
    package func message(_ message: Message) -> String {
        switch message {
        case .newAbove, .moreBelow, .marked, .noMatch, .filtered, .sorted, .notFound, .noNextWaiting, .noNextAlert,
            .nothingSelected:
            listMessage(message)
        case .paused, .resumed, .speed, .frozen, .unfrozen, .endOfLog, .feedSilent, .observationsRefused:
            flowMessage(message)
        case .watchingOnly, .diskFull, .readOnly, .damaged, .newerVersion: journalMessage(message)
        case .copied, .copyRefused, .mouse, .theme, .language, .reloaded, .fileRefused, .terminalTooSmall:
            screenMessage(message)
        case .undone(let name, let things):
            pick("undone: \(action(name, of: things))", "已撤销：\(action(name, of: things))")
        case .recorded(let what): pick("recorded: \(what)", "已记录：\(what)")
        case .unchanged: pick("nothing changed", "没有变化")
        case .pasteIgnored:
            pick("paste ignored: open a text field first, such as :", "已忽略粘贴：请先打开输入框，例如 :")
        case .unknownCommand(let name, nil):
            pick("no command “\(name)” · F1 lists them all", "没有命令“\(name)” · 按 F1 查看全部")
        case .unknownCommand(let name, let near?):
            pick("no command “\(name)” · did you mean “\(near)”?", "没有命令“\(name)” · 是否指“\(near)”？")
        case .notHere(let command):
            pick(
                "“\(command)” does nothing here · \(key(.help)) lists what does",
                "“\(command)”在此无效 · 按 \(key(.help)) 查看可用命令")
        }
    }

    private func listMessage(_ message: Message) -> String {
        switch message {
        case .newAbove(let count): pick("\(count) new above · press \(key(.top))", "上方新增\(count)项 · 按 \(key(.top))")
        case .moreBelow(let count): pick("\(count) more", "下方还有\(count)项")
        case .marked(let count): pick("\(count) marked", "已标记\(count)项")
        case .nothingSelected: pick("nothing selected · choose a row first", "未选中任何项 · 请先选择一行")
        case .noMatch(let filter):
            pick(
                "nothing matches “\(filter)” · \(key(.clearFilter)) shows everything",
                "没有与“\(filter)”匹配的项 · 按 \(key(.clearFilter)) 显示全部")
        case .filtered(let shown, let all): pick("\(shown) of \(all) shown", "显示 \(shown) / 共 \(all)")
        case .sorted(let column, false): pick("sorted by \(column.rawValue)", "按\(header(column))排序")
        case .sorted(let column, true):
            pick("sorted by \(column.rawValue), reversed", "按\(header(column))倒序")
        case .noNextWaiting: pick("no incident waits for a unit", "没有待派警情")
        case .noNextAlert: pick("every alert is answered", "全部告警均已确认")
        case .notFound(let text): pick("“\(text)” not found", "未找到“\(text)”")
        default: ""
        }
    }

    private func flowMessage(_ message: Message) -> String {
        switch message {
        case .paused: pick("paused · \(key(.pause)) goes on", "已暂停 · 按 \(key(.pause)) 继续")
        case .resumed: pick("running again", "继续播放")
        case .speed(let factor): pick("speed \(speed(factor))", "倍速 \(speed(factor))")
        case .frozen:
            pick(
                "picture frozen, the board goes on · \(key(.freeze)) lets it run",
                "画面已冻结，看板仍在更新 · 按 \(key(.freeze)) 恢复")
        case .unfrozen: pick("picture runs again", "画面已恢复")
        case .endOfLog: pick("the log has been played to its end", "日志已播放完毕")
        case .feedSilent(let name, let span):
            pick("feed \(name) silent for \(length(span))", "数据源 \(name) 已中断 \(length(span))")
        case .observationsRefused(let count, let last):
            pick("\(count) feed records refused, the last: \(last)", "\(count)条数据未采纳，最近一条：\(last)")
        default: ""
        }
    }

    private func journalMessage(_ message: Message) -> String {
        switch message {
        case .watchingOnly(""):
            pick("watching only: another console writes this journal", "仅观看：另一控制台正在写入该日志")
        case .watchingOnly(let writer):
            pick("watching only: \(writer) writes this journal", "仅观看：\(writer) 正在写入该日志")
        case .diskFull:
            pick(
                "the disk is full: nothing more is recorded · free space, then repeat the command",
                "磁盘已满，无法继续记录 · 请清理空间后重新下达")
        case .readOnly(let path):
            pick(
                "\(path) cannot be written · check its owner and rights, or choose another --data-dir",
                "\(path) 不可写入 · 请检查属主与权限，或用 --data-dir 另选目录")
        case .damaged(let position):
            pick(
                "the journal is damaged at position \(grouped(Int(position))) · run watchfloor journal verify",
                "日志在位置 \(grouped(Int(position))) 处损坏 · 请运行 watchfloor journal verify")
        case .newerVersion:
            pick(
                "a newer version of Watchfloor wrote this journal · update this one", "该日志由更新版本的 Watchfloor 写入 · 请升级本程序"
            )
        default: ""
        }
    }

    private func screenMessage(_ message: Message) -> String {
        switch message {
        case .copied(let lines): pick("copied \(lines) \(lines == 1 ? "line" : "lines")", "已复制\(lines)行")
        case .copyRefused(let limit):
            pick(
                "too long to copy: at most \(grouped(limit)) bytes go through this terminal",
                "内容过长，无法复制：此终端最多 \(grouped(limit)) 字节")
        case .mouse(true): pick("mouse on", "鼠标已启用")
        case .mouse(false): pick("mouse off", "鼠标已关闭")
        case .theme(let name): pick("theme \(name)", "主题 \(name)")
        case .language: pick("language: \(language.ownName)", "语言：\(language.ownName)")
        case .reloaded: pick("configuration read again", "配置已重新读取")
        case .fileRefused(let path, nil, let why):
            pick("\(path): \(why) · the last good one stays", "\(path)：\(why) · 沿用上一份有效配置")
        case .fileRefused(let path, let line?, let why):
            pick("\(path):\(line): \(why) · the last good one stays", "\(path):\(line)：\(why) · 沿用上一份有效配置")
        case .terminalTooSmall(let needsWidth, let needsHeight, let width, let height):
            pick(
                "terminal too small: needs \(needsWidth)x\(needsHeight), has \(width)x\(height)",
                "终端过小：需要 \(needsWidth)x\(needsHeight)，现为 \(width)x\(height)")
        default: ""
        }
    }
}
