import DispatchModel
import Formats

/// Why the journal could not do what it was asked to. Nothing that was recorded before is lost by any of these.
package struct JournalError: Error, Hashable, Sendable {
    /// What became of a file of an open journal.
    package enum FileLoss: Hashable, Sendable {
        /// Its name was removed.
        case removed
        /// It, or a folder above it, has another name now.
        case moved
        /// Another file has its name.
        case replaced
        /// It is shorter than it was.
        case cut
        /// Its contents are not the journal's any more.
        case overwritten
    }

    /// What went wrong, with the facts that a message needs.
    package enum Kind: Hashable, Sendable {
        /// Another process has the journal open for writing.
        case busy(WriterIdentity)
        /// The folder or file may not be written, or the journal was opened for watching only.
        case readOnly
        /// No room is left where the journal lies.
        case diskFull
        /// What was read is not what was written; `position` is the event concerned, when that is known.
        case damaged(position: JournalPosition?, what: BilingualText)
        /// A newer program made the journal.
        case newerVersion(found: Int64, known: Int64)
        /// The file is something else.
        case notAJournal
        /// The store is of the other kind: an exercise's was asked for and it is a command room's, or the other way round.
        case wrongKind(found: JournalKind)
        /// There is no journal in the folder, or no such folder.
        case noJournal
        /// The folder or file may not be read.
        case unreadable
        /// The database is gone or empty although a journal was recorded there: up to `end`, when that is known.
        case databaseGone(end: JournalPosition?)
        /// The files of the open journal are no longer those that were opened.
        case filesLost(FileLoss)
        /// The operating system or SQLite refused; `cause` has its words.
        case io
        /// Somebody else appended first; the journal now ends at `actual`.
        case positionMoved(actual: JournalPosition)
        /// Another system's record is in the journal already.
        case duplicateSource(SourceKey, at: JournalPosition)
        /// The journal was closed.
        case closed
        /// An exported line cannot be taken in. `line` counts from 1; `field` is empty when the whole line is meant.
        case malformedImport(line: Int, field: String, what: BilingualText)
        /// An export does not hold what its header says: it was cut, or a line was changed.
        case unprovenImport(expected: JournalPosition, found: JournalPosition)
    }

    /// What went wrong.
    package var kind: Kind
    /// The file or folder concerned; empty for a journal in memory.
    package var path: String
    /// The technical cause in the words of whoever reported it, for logs; may be empty.
    package var cause: String

    /// Creates an error.
    package init(_ kind: Kind, path: String = "", cause: String = "") {
        self.kind = kind
        self.path = path
        self.cause = cause
    }

    /// A stable name of the kind of error, for programs.
    package var code: String {
        switch kind {
        case .busy: "journal.busy"
        case .readOnly: "journal.readOnly"
        case .diskFull: "journal.diskFull"
        case .damaged: "journal.damaged"
        case .newerVersion: "journal.newerVersion"
        case .notAJournal: "journal.notAJournal"
        case .wrongKind: "journal.wrongKind"
        case .noJournal: "journal.none"
        case .unreadable: "journal.unreadable"
        case .databaseGone: "journal.databaseGone"
        case .filesLost: "journal.filesLost"
        case .io: "journal.io"
        case .positionMoved: "journal.positionMoved"
        case .duplicateSource: "journal.duplicateSource"
        case .closed: "journal.closed"
        case .malformedImport: "journal.malformedImport"
        case .unprovenImport: "journal.unprovenImport"
        }
    }
}

extension JournalError {
    /// What went wrong, for people. Paths and causes are as the system gave them: sanitise before showing.
    package var message: BilingualText {
        switch kind {
        case .busy(let holder): busyMessage(holder)
        case .readOnly:
            BilingualText("The journal cannot be written: \(path)", "日志不可写：\(path)")
        case .diskFull:
            BilingualText(
                "The disk is full; the event was not recorded: \(path)",
                "磁盘已满，该事件未记录：\(path)")
        case .damaged(let position, let what): damagedMessage(position, what)
        case .newerVersion(let found, let known):
            BilingualText(
                "The journal has format \(found); this program knows formats up to \(known): \(path)",
                "日志格式为 \(found)，本程序最高支持 \(known)：\(path)")
        case .notAJournal:
            BilingualText("This is not a journal: \(path)", "这不是日志文件：\(path)")
        case .wrongKind(.exercise):
            BilingualText(
                "This is the journal of an exercise; only a drill writes it: \(path)",
                "这是演练日志，仅可由演练写入：\(path)")
        case .wrongKind(.room):
            BilingualText(
                "This journal is not an exercise's; a drill never writes it: \(path)",
                "这不是演练日志，演练不会写入：\(path)")
        case .noJournal:
            BilingualText("There is no journal in \(path)", "\(path) 中没有日志")
        case .unreadable:
            BilingualText("The journal may not be read: \(path)", "无权读取日志：\(path)")
        case .databaseGone(let end): goneMessage(end)
        case .filesLost(let loss): lossMessage(loss)
        case .io:
            BilingualText(
                "The journal could not be used: \(path): \(cause)", "日志无法使用：\(path)：\(SystemReason.chinese(cause))")
        case .positionMoved(let actual):
            BilingualText(
                "Somebody else recorded first; the journal now ends at \(actual)",
                "已有他人先行记录，日志现止于 \(actual)")
        case .duplicateSource(let key, let position):
            BilingualText(
                "Record \(key.id) of \(key.source) is in the journal already, at \(position)",
                "\(key.source) 的记录 \(key.id) 已在日志中，位置 \(position)")
        case .closed:
            BilingualText("The journal was closed", "日志已关闭")
        case .malformedImport(let line, let field, let what): importMessage(line, field, what)
        case .unprovenImport(let expected, let found): unprovenMessage(expected, found)
        }
    }

    /// What to do about it, for people.
    package var remedy: BilingualText {
        switch kind {
        case .busy:
            BilingualText(
                "Watch without writing (`watchfloor console --watch`), close the other console, "
                    + "or choose another data folder",
                "可只读观看（`watchfloor console --watch`）、关闭另一控制台，或另选数据目录")
        case .readOnly:
            BilingualText(
                "Make the folder and its files writable, or choose another data folder",
                "请赋予目录及文件写权限，或另选数据目录")
        case .diskFull:
            BilingualText(
                "Free some space; recording goes on by itself", "请释放空间，记录将自动继续")
        case .damaged:
            BilingualText(
                "Run `watchfloor journal verify`, keep a copy of the folder, and restore the last export",
                "请运行 `watchfloor journal verify`，备份该目录，并从最近的导出恢复")
        case .newerVersion:
            BilingualText(
                "Use the newer program, or another data folder", "请使用新版程序，或另选数据目录")
        case .notAJournal:
            BilingualText(
                "Move the file away, or choose another data folder", "请移走该文件，或另选数据目录")
        case .wrongKind:
            BilingualText(
                "Live data and exercises never mix: give another folder, or another name for the drill",
                "实况数据与演练不得混用：请另选目录或为演练另取名称")
        case .noJournal:
            BilingualText(
                "Check the folder's name; a journal is made by recording into it",
                "请核对目录名称；日志在首次记录时建立")
        case .unreadable:
            BilingualText("Make the folder and its files readable", "请赋予目录及文件读权限")
        case .databaseGone:
            BilingualText(
                "Put journal.sqlite back, or restore an export into another folder; to begin anew here, move what is left away",
                "请放回 journal.sqlite，或将导出恢复到另一目录；若要在此重新开始，请先移走残留文件")
        case .filesLost:
            BilingualText(
                "Put the folder back as it was, or close the console and open another data folder",
                "请将目录恢复原状，或关闭控制台后另选数据目录")
        case .io:
            BilingualText(
                "Check the disk and the folder's permissions", "请检查磁盘和目录权限")
        case .positionMoved:
            BilingualText(
                "Read what was added, decide again and append", "请读取新增记录后重新决定并追加")
        case .duplicateSource:
            BilingualText("Nothing to do: it is recorded", "无需处理：该记录已存在")
        case .closed:
            BilingualText("Open it again", "请重新打开")
        case .malformedImport:
            BilingualText(
                "Correct the line, or import an undamaged export; nothing was imported",
                "请更正该行，或导入完好的导出文件；本次未导入任何内容")
        case .unprovenImport:
            BilingualText(
                "Import a whole export; `--force` takes it as it is. Nothing was imported",
                "请导入完整的导出文件；`--force` 可按现状导入。本次未导入任何内容")
        }
    }

    private func goneMessage(_ end: JournalPosition?) -> BilingualText {
        guard let end else {
            return BilingualText(
                "The database of this journal is gone, though other files of it are there: \(path)",
                "日志数据库已不存在，但其他日志文件仍在：\(path)")
        }
        return BilingualText(
            "The database of this journal is gone or empty; \(end) events were recorded: \(path)",
            "日志数据库已不存在或为空，曾记录 \(end) 条事件：\(path)")
    }

    private func lossMessage(_ loss: FileLoss) -> BilingualText {
        let (english, chinese) =
            switch loss {
            case .removed: ("was removed", "已被删除")
            case .moved: ("was moved away", "已被移走")
            case .replaced: ("was replaced by another file", "已被其他文件替换")
            case .cut: ("was cut short", "已被截短")
            case .overwritten: ("was overwritten", "内容已被改写")
            }
        return BilingualText(
            "The open journal's file \(english): \(path)", "使用中的日志文件\(chinese)：\(path)")
    }

    private func busyMessage(_ holder: WriterIdentity) -> BilingualText {
        let english = holder.host.isEmpty ? "process \(holder.pid)" : "process \(holder.pid) on \(holder.host)"
        let chinese = holder.host.isEmpty ? "进程 \(holder.pid)" : "\(holder.host) 上的进程 \(holder.pid)"
        return BilingualText(
            "Another console records into this journal (\(english)): \(path)",
            "另一控制台正在写入该日志（\(chinese)）：\(path)")
    }

    private func damagedMessage(_ position: JournalPosition?, _ what: BilingualText) -> BilingualText {
        guard let position else {
            return BilingualText(
                "The journal is damaged: \(what.english): \(path)", "日志已损坏：\(what.chinese)：\(path)")
        }
        return BilingualText(
            "The journal is damaged at position \(position): \(what.english): \(path)",
            "日志在位置 \(position) 处损坏：\(what.chinese)：\(path)")
    }

    private func unprovenMessage(_ expected: JournalPosition, _ found: JournalPosition) -> BilingualText {
        guard expected == found else {
            return BilingualText(
                "The export is not whole: its header says \(expected) events, it has \(found)",
                "导出文件不完整：首行记为 \(expected) 条事件，实有 \(found) 条")
        }
        return BilingualText(
            "The export was changed: its \(found) events are not those that were exported",
            "导出文件被改动：其中 \(found) 条事件与导出时不符")
    }

    private func importMessage(_ line: Int, _ field: String, _ what: BilingualText) -> BilingualText {
        let english = field.isEmpty ? "line \(line)" : "line \(line), field \"\(field)\""
        let chinese = field.isEmpty ? "第 \(line) 行" : "第 \(line) 行字段“\(field)”"
        return BilingualText(
            "The export cannot be imported: \(english): \(what.english)",
            "无法导入：\(chinese)：\(what.chinese)")
    }
}

extension RecordError {
    /// What could not be read, for people.
    var text: BilingualText {
        switch self {
        case .truncated(let offset):
            BilingualText("it ends too early, at byte \(offset)", "在第 \(offset) 字节处提前结束")
        case .notText(let field):
            BilingualText("field “\(field)” is no text", "字段“\(field)”不是文本")
        case .unknownValue(let field, let value):
            BilingualText(
                "field “\(field)” holds \(value), which this program does not know",
                "字段“\(field)”的值 \(value) 本程序无法识别")
        case .unknownKind(let kind):
            BilingualText(
                "it is of kind \(kind), which this program does not know", "类别 \(kind) 本程序无法识别")
        case .unknownVersion(let version):
            BilingualText(
                "it has format \(version), which this program does not know", "格式 \(version) 本程序无法识别")
        }
    }
}
