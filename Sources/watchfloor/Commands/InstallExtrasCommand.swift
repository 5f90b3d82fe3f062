import ArgumentParser
import Foundation
import Shell
import Wording

/// Puts shell completions and the manual page where they are found, or takes them away.
struct InstallExtrasCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install-extras",
        abstract: say(
            "Install shell completions (bash, zsh, fish) and the manual page; --remove takes them away.",
            "安装命令补全（bash、zsh、fish）与手册页；--remove 移除。"),
        discussion: say(
            "Without --prefix they go into your own data folder, $XDG_DATA_HOME or ~/.local/share. A file that this command did not make is left alone.",
            "不带 --prefix 时安装到用户数据目录（$XDG_DATA_HOME 或 ~/.local/share）。不是本命令所建的文件不会改动。"))

    @Option(
        help: ArgumentHelp(
            say(
                "Where to install, such as /usr/local: the files go into its share folder.",
                "安装位置，如 /usr/local：文件放入其 share 目录。"),
            valueName: "dir"))
    var prefix: String?

    @Flag(help: ArgumentHelp(say("Remove what was installed.", "移除已安装的文件。")))
    var remove = false

    @Flag(help: ArgumentHelp(say("Replace, or remove, files that others made too.", "也替换或移除他人所建的文件。")))
    var force = false

    @OptionGroup var locale: LocaleOption

    mutating func validate() throws {
        guard prefix?.isEmpty != true else {
            throw ValidationError(
                say("--prefix: empty; give a folder such as /usr/local", "--prefix：为空；请给出目录，如 /usr/local"))
        }
    }

    func run() throws {
        let extras = Extra.all(in: share)
        if let folder = extras.first(where: { $0.state == .folder })?.path {
            throw Failure(
                .failure, say("\(folder) is a folder; nothing was changed", "\(folder) 是目录；未作任何改动"),
                remedy: say("move it away: not even --force takes a folder", "请先移走该目录：--force 也不会动目录"))
        }
        let foreign = extras.filter { $0.state == .foreign }
        guard foreign.isEmpty || force else {
            let paths = foreign.map(\.path).joined(separator: "\n  ")
            throw Failure(
                .failure,
                say(
                    "not made by this command, and left alone; nothing was changed:\n  \(paths)",
                    "以下文件并非本命令所建，已保留；未作任何改动：\n  \(paths)"),
                remedy: say("move them away, or give --force", "请移走这些文件，或使用 --force"))
        }
        for extra in extras { print(remove ? try extra.remove() : try extra.install()) }
        if remove { Extra.removeEmptyFolders(of: extras, in: share) } else { print(hint) }
    }

    /// The share folder of the prefix, or the user's own.
    private var share: String {
        guard let prefix else { return URL(filePath: Folders().data).deletingLastPathComponent().path }
        return URL(filePath: prefix).appending(path: "share").path
    }

    private var hint: String {
        say(
            "New shells of bash and fish find them. For zsh put this into ~/.zshrc before compinit: fpath+=(\(share)/zsh/site-functions)",
            "新打开的 bash 与 fish 会自动找到。zsh 请在 ~/.zshrc 的 compinit 之前加入：fpath+=(\(share)/zsh/site-functions)")
    }
}

/// A file that goes with the program.
private struct Extra {
    /// What stands at its path.
    enum State: Equatable {
        case absent, same, older, foreign, folder
    }

    /// What a file of this command says about itself.
    private static let mark = "made by watchfloor install-extras"

    var path: String
    var text: String

    /// The files, in the share folder given.
    static func all(in share: String) -> [Extra] {
        let manual = say("man/man1", "man/zh_CN/man1")
        return [
            Extra(
                "\(share)/bash-completion/completions/watchfloor", Watchfloor.completionScript(for: .bash), comment: "#"
            ),
            Extra("\(share)/zsh/site-functions/_watchfloor", Watchfloor.completionScript(for: .zsh), comment: "#"),
            Extra(
                "\(share)/fish/vendor_completions.d/watchfloor.fish", Watchfloor.completionScript(for: .fish),
                comment: "#"),
            Extra("\(share)/\(manual)/watchfloor.1", ManualPage(language: shellLanguage).text, comment: ".\\\""),
        ]
    }

    private init(_ path: String, _ text: String, comment: String) {
        self.path = path
        // At the end: zsh reads the first line.
        self.text = text + (text.hasSuffix("\n") ? "" : "\n") + "\(comment) \(Extra.mark)\n"
    }

    /// True for a link, wherever it leads.
    private var isLink: Bool { (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil }

    var state: State {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            // A link that leads nowhere is somebody's too.
            return isLink ? .foreign : .absent
        }
        // This command makes no links: what one leads to is somebody else's.
        if isLink { return .foreign }
        if isFolder.boolValue { return .folder }
        guard let bytes = FileManager.default.contents(atPath: path) else { return .foreign }
        let found = String(decoding: bytes, as: UTF8.self)
        if found == text { return .same }
        return found.hasSuffix("\(Extra.mark)\n") ? .older : .foreign
    }

    /// Writes the file; returns what was done, in words.
    func install() throws -> String {
        let before = state
        guard before != .same else { return say("as it is    \(path)", "无需改动  \(path)") }
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure(unwritable: folder.path, SystemCause(error))
        }
        // The link goes, not what it leads to.
        if isLink { _ = try remove() }
        try writeFile(text.utf8, to: path)
        switch before {
        case .absent, .same: return say("installed   \(path)", "已安装    \(path)")
        case .older: return say("renewed     \(path)", "已更新    \(path)")
        case .foreign, .folder: return say("REPLACED    \(path)", "已替换    \(path)")
        }
    }

    /// Takes away the folders that were made for the files, up to the share folder, as far as nothing is left in them.
    static func removeEmptyFolders(of extras: [Extra], in share: String) {
        for extra in extras {
            var folder = URL(filePath: extra.path).deletingLastPathComponent().path
            while folder.hasPrefix(share), rmdir(folder) == 0 {
                folder = URL(filePath: folder).deletingLastPathComponent().path
            }
        }
    }

    /// Takes the file away; returns what was done, in words.
    func remove() throws -> String {
        guard state != .absent else { return say("not there   \(path)", "不存在    \(path)") }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw Failure(unwritable: path, SystemCause(error))
        }
        return say("removed     \(path)", "已移除    \(path)")
    }
}
