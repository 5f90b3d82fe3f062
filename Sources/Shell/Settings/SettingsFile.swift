import Formats
import Foundation

/// Reads the files that set the program up: keys, themes, profiles, rules, feeds, units.
///
/// What is nowhere is no fault: whoever asks goes on without it. Everything else that gives no text is told.
package enum SettingsFile {
    /// The most bytes of a file; more is no settings.
    private static let limit = 16 << 20

    /// The text of a file; nil when nothing has its name. A folder, a pipe, a link that leads nowhere and what may not be
    /// read are refused with their cause and a remedy.
    package static func text(of path: String) throws(UnreadableFile) -> String? {
        guard let all = try bytes(of: path, limit: limit) else { return nil }
        if let other = OtherText(all) { throw UnreadableFile(path, other) }
        return String(decoding: all, as: UTF8.self)
    }

    /// The bytes of a file of at most so many; nil when nothing has its name. What gives none is refused as for ``text(of:)``.
    package static func bytes(of path: String, limit: Int) throws(UnreadableFile) -> Data? {
        guard isNamed(path) else { return nil }
        var status = stat()
        guard stat(path, &status) == 0 else {
            let isLink = errno == ENOENT
            throw UnreadableFile(path, isLink ? .leadsNowhere : .system(errno))
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw UnreadableFile(path, .folder)
        // Nobody may ever write into it: the start would wait for that.
        case S_IFIFO, S_IFSOCK: throw UnreadableFile(path, .pipe)
        default: return try read(path, limit)
        }
    }

    /// True when something has the name, whatever it is: a link that leads nowhere, too, and what lies behind a folder that
    /// may not be looked into.
    package static func isNamed(_ path: String) -> Bool {
        var status = stat()
        if lstat(path, &status) == 0 { return true }
        guard errno == ENOTDIR else { return errno != ENOENT }
        // A file in place of the folder is told; a place that could hold none, such as /dev/null/x, is nowhere.
        let folder = URL(filePath: path).deletingLastPathComponent().path
        return stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private static func read(_ path: String, _ limit: Int) throws(UnreadableFile) -> Data {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw UnreadableFile(path, .system(errno)) }
        defer { close(descriptor) }
        var (all, part) = (Data(), [UInt8](repeating: 0, count: 1 << 16))
        while all.count <= limit {
            let count = Foundation.read(descriptor, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw UnreadableFile(path, .system(errno)) }
            guard count > 0 else { return all }
            all.append(contentsOf: part[..<count])
        }
        throw UnreadableFile(path, .tooLarge(limit))
    }
}

/// A file that is there and gives no text: why, and what to do, in both languages.
package struct UnreadableFile: Error {
    enum Cause {
        case folder
        case pipe
        case leadsNowhere
        /// It has more bytes than are read.
        case tooLarge(Int)
        /// Whatever else the system says.
        case system(Int32)
    }

    /// Where it is.
    package let path: String
    /// What is wrong and what to do, in English.
    package let english: String
    /// The same in Chinese.
    package let chinese: String

    init(_ path: String, _ other: OtherText) {
        (self.path, english, chinese) = (path, other.english, other.chinese)
    }

    init(_ path: String, _ cause: Cause) {
        self.path = path
        switch cause {
        case .folder:
            english = "cannot be read: it is a folder; put a file there or take the folder away"
            chinese = "无法读取：这是目录；请换成文件，或移走该目录"
        case .pipe:
            english = "cannot be read: it is a pipe; put a file there or take the pipe away"
            chinese = "无法读取：这是管道；请换成文件，或移走该管道"
        case .leadsNowhere:
            english = "cannot be read: the link leads nowhere; point it to a file or take it away"
            chinese = "无法读取：链接指向的文件不存在；请改正链接，或移走该链接"
        case .tooLarge(let limit):
            english = "cannot be read: longer than \(limit >> 20) MiB; make it smaller or take it away"
            chinese = "无法读取：超过 \(limit >> 20) MiB；请缩小或移走该文件"
        case .system(let number):
            let cause = SystemCause(number)
            let mayNot = number == EACCES || number == EPERM
            english =
                "cannot be read: \(cause.english)"
                + (mayNot ? "; let this user read it, or take it away" : "; put it right or take it away")
            chinese = "无法读取：\(cause.chinese)" + (mayNot ? "；请授予读取权限，或移走该文件" : "；请修正或移走该文件")
        }
    }

    /// The same as a problem of settings.
    package var problem: SettingsProblem {
        SettingsProblem(file: path, line: 0, column: 0, field: "", english: english, chinese: chinese)
    }
}

extension Failure {
    /// A file of settings that the program cannot do without.
    package init(_ error: UnreadableFile) {
        self.init(.usage, "\(error.path): " + say(error.english, error.chinese))
    }

    /// What an argument names is not there.
    package static func absent(_ path: String, remedy: String = "") -> Failure {
        Failure(.usage, say("\(path): there is no such file", "\(path)：没有该文件"), remedy: remedy)
    }
}

/// The text of a settings file that is named and has to be there.
package func requireSettings(_ path: String) throws -> String {
    guard let text = try namedText(path) else { throw Failure.absent(path) }
    return text
}

/// The text of what an argument names; nil when nothing has its name.
package func namedText(_ path: String) throws -> String? {
    var status = stat()
    // What a shell puts in place of a file is a pipe, and is read.
    let isOfShell = path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/") || path == "/dev/stdin"
    if isOfShell, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO {
        return FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
    do throws(UnreadableFile) {
        return try SettingsFile.text(of: path)
    } catch {
        throw Failure(error)
    }
}
