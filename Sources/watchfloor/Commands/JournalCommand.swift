import ArgumentParser
import Core
import DispatchModel
import Foundation
import JournalSQLite
import Shell
import Wording

/// Work on a journal without a console.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: say("Verify, export or import a journal.", "校验、导出或导入日志。"),
        subcommands: [Verify.self, Export.self, Import.self])

    /// Checks everything that is stored.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: say("Check every record, the hash chain, the index and the snapshots.", "校验全部记录、哈希链、索引与快照。"))

        @OptionGroup var folder: FolderOptions

        @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
        var json = false

        func run() throws {
            try requirePlace(folder.path, isMade: false)
            let report = try journalStep { () throws(JournalError) in
                let journal = try SQLiteJournal(JournalFolder(folder.path), .watch)
                defer { journal.close() }
                return try journal.verify()
            }
            if json { try printJSON(report) } else { printText(report) }
            if !report.isSound { throw ExitCode(ExitStatus.failure.rawValue) }
        }

        private struct Finding: Encodable {
            var code: String
            var position: JournalPosition?
            var file: String
            var offset: Int64?
            var length: Int64?
            var text: String
        }

        private struct Report: Encodable {
            var sound: Bool
            var records: Int
            var position: JournalPosition
            var hash: String
            var board: String
            var everyByteChecked: Bool
            var findings: [Finding]
            var dropped: Int
        }

        private func printJSON(_ report: JournalReport) throws {
            let findings = report.findings.map {
                Finding(
                    code: $0.code.rawValue, position: $0.position, file: $0.file, offset: $0.offset, length: $0.length,
                    text: say($0.text.english, $0.text.chinese))
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            let value = Report(
                sound: report.isSound, records: report.records, position: report.lastPosition,
                hash: report.lastHash.hex, board: report.boardDigest, everyByteChecked: report.everyByteChecked,
                findings: findings, dropped: report.dropped)
            print(String(decoding: try encoder.encode(value), as: UTF8.self))
        }

        private func printText(_ report: JournalReport) {
            for finding in report.findings {
                var place = finding.file
                if let offset = finding.offset { place += " @\(offset)" }
                if let position = finding.position { place += " #\(position)" }
                printError((place.isEmpty ? "" : place + ": ") + say(finding.text.english, finding.text.chinese))
            }
            if report.dropped > 0 { printError(say("… and \(report.dropped) more", "……另有 \(report.dropped) 项")) }
            let verdict = report.isSound ? say("sound", "完好") : say("DAMAGED", "已损坏")
            print(
                say(
                    "\(verdict): \(report.records) records, chain \(report.lastHash.hex.prefix(16))…, board \(report.boardDigest.prefix(16))…",
                    "\(verdict)：\(report.records) 条记录，链 \(report.lastHash.hex.prefix(16))…，看板 \(report.boardDigest.prefix(16))…"
                ))
        }
    }

    /// Writes every event as JSON Lines.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: say("Write every event as one JSON object a line.", "按行输出全部事件（JSON）。"))

        @OptionGroup var folder: FolderOptions

        func run() throws {
            let journal = try openJournal(folder.path, watching: true).journal
            defer { journal.close() }
            var lines = ""
            var failure: (any Error)?
            try journalStep { () throws(JournalError) in
                try JournalExport.export(journal) { line in
                    guard failure == nil else { return }
                    lines += line
                    guard lines.utf8.count > 1 << 16 else { return }
                    do { try writeOutput(lines.utf8) } catch { failure = error }
                    lines = ""
                }
            }
            if let failure { throw failure }
            try writeOutput(lines.utf8)
        }
    }

    /// Reads exported events into an empty data folder.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: say("Read exported events into an empty data folder: all or nothing.", "将导出的事件读入空目录：全部成功或全部放弃。"))

        @OptionGroup var folder: FolderOptions

        @Argument(
            help: ArgumentHelp(say("Exported file (default: standard input).", "导出文件（默认标准输入）。"), valueName: "file"))
        var file: String?

        @Flag(
            help: ArgumentHelp(
                say(
                    "Take in an export that is cut or was changed by its own header, as far as its lines are whole.",
                    "即使按首行校验导出文件不完整或被改动，也照样导入其中完整的各行。")))
        var force = false

        func run() throws {
            try requirePlace(folder.path)
            let lines = try LineReader(file: file)
            // What kind of store it becomes follows from what was exported: an exercise never becomes live data.
            let header = lines.next()
            if let failure = lines.failure { throw failure }
            let kind = try journalStep { () throws(JournalError) in
                try header.map { bytes throws(JournalError) in try JournalExport.readHeader(bytes).mode } == .exercise
                    ? JournalKind.exercise : .room
            }
            try requireFolder(folder.path, fits: kind)
            let imported = try read(header, lines, as: kind)
            if let doubt = imported.doubt { printError(doubt) }
            print(say("\(imported.position) events imported", "已导入 \(imported.position) 条事件"))
        }

        private func read(_ first: [UInt8]?, _ lines: LineReader, as kind: JournalKind) throws -> JournalExport.Imported
        {
            let journal = try journalStep { () throws(JournalError) in
                let access = SQLiteJournal.Access.write(as: .thisProcess(at: wallTime()), kind: kind)
                return try SQLiteJournal(JournalFolder(folder.path), access)
            }
            defer { journal.close() }
            let held = try journalStep { () throws(JournalError) in try journal.lastPosition() }
            guard held == 0 else {
                throw Failure(
                    .usage,
                    say("\(folder.path) holds \(held) events already", "\(folder.path) 中已有 \(held) 条事件"),
                    remedy: say("name an empty folder with --data-dir", "请用 --data-dir 指定空目录"))
            }
            var header = first
            do {
                return try JournalExport.read(into: journal, forced: force) { () throws(JournalError) in
                    defer { header = nil }
                    if let line = header ?? lines.next() { return line }
                    // An end that is none: nothing is imported.
                    guard lines.failure == nil else { throw JournalError(.io) }
                    return nil
                }
            } catch {
                throw lines.failure ?? Failure(error)
            }
        }
    }
}
