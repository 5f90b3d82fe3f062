import DispatchModel

extension JournalError {
    /// What went wrong, for people. Paths and causes are as the system gave them: sanitise before showing.
    public var message: BilingualText {
        switch kind {
        case .busy(let holder): busyMessage(holder)
        case .readOnly:
            BilingualText(english: "The journal cannot be written: \(path)", chinese: "日志不可写：\(path)")
        case .diskFull:
            BilingualText(
                english: "The disk is full; the event was not recorded: \(path)",
                chinese: "磁盘已满，该事件未记录：\(path)")
        case .damaged(let position, let what): damagedMessage(position, what)
        case .newerVersion(let found, let known):
            BilingualText(
                english: "The journal has format \(found); this program knows formats up to \(known): \(path)",
                chinese: "日志格式为 \(found)，本程序最高支持 \(known)：\(path)")
        case .notAJournal:
            BilingualText(english: "This is not a journal: \(path)", chinese: "这不是日志文件：\(path)")
        case .wrongKind(.exercise):
            BilingualText(
                english: "This is the journal of an exercise; only a drill writes it: \(path)",
                chinese: "这是演练日志，仅可由演练写入：\(path)")
        case .wrongKind(.room):
            BilingualText(
                english: "This journal is not an exercise's; a drill never writes it: \(path)",
                chinese: "这不是演练日志，演练不会写入：\(path)")
        case .io:
            BilingualText(
                english: "The journal could not be used: \(path): \(cause)", chinese: "日志无法使用：\(path)：\(cause)")
        case .positionMoved(let actual):
            BilingualText(
                english: "Somebody else recorded first; the journal now ends at \(actual)",
                chinese: "已有他人先行记录，日志现止于 \(actual)")
        case .duplicateSource(let key, let position):
            BilingualText(
                english: "Record \(key.id) of \(key.source) is in the journal already, at \(position)",
                chinese: "\(key.source) 的记录 \(key.id) 已在日志中，位置 \(position)")
        case .closed:
            BilingualText(english: "The journal was closed", chinese: "日志已关闭")
        case .malformedImport(let line, let field, let what): importMessage(line, field, what)
        }
    }

    /// What to do about it, for people.
    public var remedy: BilingualText {
        switch kind {
        case .busy:
            BilingualText(
                english: "Watch without writing, close the other console, or choose another data folder",
                chinese: "可只读观看、关闭另一控制台，或另选数据目录")
        case .readOnly:
            BilingualText(
                english: "Make the folder and its files writable, or choose another data folder",
                chinese: "请赋予目录及文件写权限，或另选数据目录")
        case .diskFull:
            BilingualText(
                english: "Free some space; recording goes on by itself", chinese: "请释放空间，记录将自动继续")
        case .damaged:
            BilingualText(
                english: "Run `watchfloor journal verify`, keep a copy of the folder, and restore the last export",
                chinese: "请运行 `watchfloor journal verify`，备份该目录，并从最近的导出恢复")
        case .newerVersion:
            BilingualText(
                english: "Use the newer program, or another data folder", chinese: "请使用新版程序，或另选数据目录")
        case .notAJournal:
            BilingualText(
                english: "Move the file away, or choose another data folder", chinese: "请移走该文件，或另选数据目录")
        case .wrongKind:
            BilingualText(
                english: "Live data and exercises never mix: give another folder, or another name for the drill",
                chinese: "实况数据与演练不得混用：请另选目录或为演练另取名称")
        case .io:
            BilingualText(
                english: "Check the disk and the folder's permissions", chinese: "请检查磁盘和目录权限")
        case .positionMoved:
            BilingualText(
                english: "Read what was added, decide again and append", chinese: "请读取新增记录后重新决定并追加")
        case .duplicateSource:
            BilingualText(english: "Nothing to do: it is recorded", chinese: "无需处理：该记录已存在")
        case .closed:
            BilingualText(english: "Open it again", chinese: "请重新打开")
        case .malformedImport:
            BilingualText(
                english: "Correct the line, or import an undamaged export; nothing was imported",
                chinese: "请更正该行，或导入完好的导出文件；本次未导入任何内容")
        }
    }

    private func busyMessage(_ holder: WriterIdentity) -> BilingualText {
        let english = holder.host.isEmpty ? "process \(holder.pid)" : "process \(holder.pid) on \(holder.host)"
        let chinese = holder.host.isEmpty ? "进程 \(holder.pid)" : "\(holder.host) 上的进程 \(holder.pid)"
        return BilingualText(
            english: "Another console records into this journal (\(english)): \(path)",
            chinese: "另一控制台正在写入该日志（\(chinese)）：\(path)")
    }

    private func damagedMessage(_ position: JournalPosition?, _ what: BilingualText) -> BilingualText {
        guard let position else {
            return BilingualText(
                english: "The journal is damaged: \(what.english): \(path)", chinese: "日志已损坏：\(what.chinese)：\(path)")
        }
        return BilingualText(
            english: "The journal is damaged at position \(position): \(what.english): \(path)",
            chinese: "日志在位置 \(position) 处损坏：\(what.chinese)：\(path)")
    }

    private func importMessage(_ line: Int, _ field: String, _ what: BilingualText) -> BilingualText {
        let english = field.isEmpty ? "line \(line)" : "line \(line), field \"\(field)\""
        let chinese = field.isEmpty ? "第 \(line) 行" : "第 \(line) 行字段“\(field)”"
        return BilingualText(
            english: "The export cannot be imported: \(english): \(what.english)",
            chinese: "无法导入：\(chinese)：\(what.chinese)")
    }
}
