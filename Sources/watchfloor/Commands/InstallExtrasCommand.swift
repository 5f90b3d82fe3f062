import ArgumentParser
import DispatchModel
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
        let extras = remove ? Extra.installed(in: share) : Extra.all(in: share)
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
        let made = Set(extras.flatMap(\.madeFolders))
        for extra in extras { print(remove ? try extra.remove() : try extra.install()) }
        guard remove else { return print(hint) }
        // The deepest first; one that something else has come into stays.
        for folder in made.sorted(by: { $0.utf8.count > $1.utf8.count }) { rmdir(folder) }
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
    /// Before the number of folders that were made for it.
    private static let foldersMark = "folders made for it: "

    var path: String
    /// What it says, without the lines at its end.
    var text: String
    private var comment: String

    /// The files, in the share folder given.
    static func all(in share: String) -> [Extra] {
        [
            Extra(
                "\(share)/bash-completion/completions/watchfloor", Watchfloor.completionScript(for: .bash), comment: "#"
            ),
            Extra("\(share)/zsh/site-functions/_watchfloor", Watchfloor.completionScript(for: .zsh), comment: "#"),
            Extra(
                "\(share)/fish/vendor_completions.d/watchfloor.fish", Watchfloor.completionScript(for: .fish),
                comment: "#"),
            manual(shellLanguage, in: share),
        ]
    }

    /// The files as they were installed: the manual page in another language than that of now, too.
    static func installed(in share: String) -> [Extra] {
        let other = manual(shellLanguage == .chinese ? .english : .chinese, in: share)
        return all(in: share) + ([.same, .older].contains(other.state) ? [other] : [])
    }

    private static func manual(_ language: Language, in share: String) -> Extra {
        let folder = language == .chinese ? "man/zh_CN/man1" : "man/man1"
        return Extra(
            "\(share)/\(folder)/watchfloor.1", ManualPage(language: language).text, comment: ".\\\"")
    }

    private init(_ path: String, _ text: String, comment: String) {
        self.path = path
        self.text = text + (text.hasSuffix("\n") ? "" : "\n")
        self.comment = comment
    }

    /// The lines at the end of a file for which so many folders were made. They stand there because zsh reads the first line.
    private func ending(_ folders: Int) -> String {
        (folders > 0 ? "\(comment) \(Extra.foldersMark)\(folders)\n" : "") + "\(comment) \(Extra.mark)\n"
    }

    /// What the file says that is there, as far as this command made it, and for how many folders; nil for none of its.
    private var found: (text: String, folders: Int)? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let whole = String(decoding: bytes, as: UTF8.self)
        guard whole.hasSuffix(ending(0)) else { return nil }
        let rest = whole.dropLast(ending(0).count)
        guard let last = rest.split(separator: "\n").last, last.hasPrefix("\(comment) \(Extra.foldersMark)"),
            let folders = Int(last.dropFirst("\(comment) \(Extra.foldersMark)".count))
        else { return (String(rest), 0) }
        return (String(rest.dropLast(last.count + 1)), folders)
    }

    /// The folders that were made for the file that is there, the one it lies in first.
    var madeFolders: [String] {
        guard !isLink, let found else { return [] }
        var folders = [URL(filePath: path).deletingLastPathComponent()]
        while folders.count < found.folders { folders.append(folders[folders.count - 1].deletingLastPathComponent()) }
        return folders.prefix(found.folders).map(\.path)
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
        guard let found else { return .foreign }
        return found.text == text ? .same : .older
    }

    /// Writes the file; returns what was done, in words.
    func install() throws -> String {
        let before = state
        guard before != .same else { return say("as it is    \(path)", "无需改动  \(path)") }
        let known = before == .older ? found?.folders ?? 0 : 0
        let made = try makeFolders(URL(filePath: path).deletingLastPathComponent().path)
        // The link goes, not what it leads to.
        if isLink { _ = try remove() }
        try writeFile((text + ending(known + made)).utf8, to: path)
        switch before {
        case .absent, .same: return say("installed   \(path)", "已安装    \(path)")
        case .older: return say("renewed     \(path)", "已更新    \(path)")
        case .foreign, .folder: return say("REPLACED    \(path)", "已替换    \(path)")
        }
    }

    /// Takes the file away; returns what was done, in words.
    func remove() throws -> String {
        guard state != .absent else { return say("not there   \(path)", "不存在    \(path)") }
        guard unlink(path) == 0 else { throw Failure(unwritable: path, SystemCause()) }
        return say("removed     \(path)", "已移除    \(path)")
    }
}
