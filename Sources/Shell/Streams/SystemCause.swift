import Formats
import Foundation

/// Why the system refused something, in words of both languages.
package struct SystemCause {
    /// In English.
    package let english: String
    /// In Chinese.
    package let chinese: String
    /// True when there is no such thing.
    package let isAbsence: Bool
    /// True when what was named cannot be what was meant: it is not there, a folder, a loop of links, or nothing that this user
    /// may touch. What befalls the work itself, such as a full disk, is none of these.
    package let isMisnamed: Bool

    /// The cause that an error number means; the last one's without a number.
    package init(_ number: Int32 = errno) {
        let said = String(cString: strerror(number))
        english = said
        let known = SystemReason.chinese(said)
        chinese = known == said ? "系统错误 \(number)（\(said)）" : known
        isAbsence = number == ENOENT || number == ENOTDIR
        isMisnamed = isAbsence || SystemCause.misnaming.contains(number)
    }

    private static let misnaming = [EISDIR, EACCES, EPERM, EROFS, ENAMETOOLONG, ELOOP, EEXIST, EINVAL, ENXIO]

    private init(english: String, chinese: String) {
        self.english = english
        self.chinese = chinese
        (isAbsence, isMisnamed) = (false, false)
    }

    /// The cause of an error of Foundation; its own sentences are of one language and for programmers.
    package init(_ error: any Error) {
        let error = error as NSError
        if let number = Self.number(of: error) {
            self.init(number)
        } else {
            self.init(english: "system error \(error.code)", chinese: "系统错误 \(error.code)")
        }
    }

    private static func number(of error: NSError) -> Int32? {
        if error.domain == NSPOSIXErrorDomain { return Int32(exactly: error.code) }
        if let below = error.userInfo[NSUnderlyingErrorKey] as? NSError { return number(of: below) }
        guard error.domain == NSCocoaErrorDomain else { return nil }
        switch CocoaError.Code(rawValue: error.code) {
        case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
        case .fileReadNoPermission, .fileWriteNoPermission: return EACCES
        case .fileWriteOutOfSpace: return ENOSPC
        case .fileWriteVolumeReadOnly: return EROFS
        case .fileWriteFileExists: return EEXIST
        case .fileReadInvalidFileName, .fileWriteInvalidFileName: return EINVAL
        case .fileReadTooLarge: return EFBIG
        default: return nil
        }
    }
}

extension Failure {
    /// A file that cannot be read.
    package init(unreadable path: String, _ cause: SystemCause) {
        self.init(
            .usage, say("\(path) cannot be read: \(cause.english)", "无法读取 \(path)：\(cause.chinese)"))
    }

    /// A file that cannot be written; where its name cannot be meant (``SystemCause/isMisnamed``), it was named wrongly.
    package init(unwritable path: String, _ cause: SystemCause) {
        self.init(
            cause.isMisnamed ? .usage : .failure,
            say("\(path) cannot be written: \(cause.english)", "无法写入 \(path)：\(cause.chinese)"))
    }
}
