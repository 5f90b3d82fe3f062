import Glibc

/// The words of a system error.
func systemMessage(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
}

/// An open file that is read in chunks; its beginning can be looked at before.
final class LogFile {
    private let descriptor: Int32
    private let path: String
    private let seen: (UnsafeRawBufferPointer) -> Void
    /// What was looked at and not handed out yet.
    private var ahead: ArraySlice<UInt8> = []

    /// Opens a file; `seen` is shown all its bytes once, in order, as they are read.
    /// - Throws: `LogError.unreadable`.
    init(path: String, seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }) throws(LogError) {
        self.path = path
        self.seen = seen
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw LogError.unreadable(path: path, code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// The first bytes, so many where there are so many, before anything was read.
    /// - Throws: `LogError.unreadable`.
    func peek(_ count: Int) throws(LogError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let more: Int
            do {
                more = try bytes.withUnsafeMutableBytes {
                    try takeBytes(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
                }
            } catch let error as LogError {
                throw error
            } catch {
                throw LogError.unreadable(path: path, code: EIO)
            }
            if more == 0 { break }
            filled += more
        }
        bytes.removeLast(count - filled)
        ahead = bytes[...]
        return bytes
    }

    /// Reads what there is, at most as much as there is room; 0 at the end.
    /// - Throws: `LogError.unreadable`.
    func read(into target: UnsafeMutableRawBufferPointer) throws(LogError) -> Int {
        guard !ahead.isEmpty else { return try takeBytes(target) }
        let count = min(target.count, ahead.count)
        target.copyBytes(from: ahead.prefix(count))
        ahead = ahead.dropFirst(count)
        return count
    }

    private func takeBytes(_ target: UnsafeMutableRawBufferPointer) throws(LogError) -> Int {
        while true {
            let count = Glibc.read(descriptor, target.baseAddress, target.count)
            if count >= 0 {
                seen(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(target)[..<count]))
                return count
            }
            if errno != EINTR { throw LogError.unreadable(path: path, code: errno) }
        }
    }
}

/// What a file is when it is no text of rows, by the bytes that it begins with.
package enum FileKind: Hashable, Sendable {
    /// A workbook: `Excel`, `OpenDocument`.
    case spreadsheet(String)
    /// A packed file, by the program that unpacks it: `gunzip`, `unzip`.
    case packed(by: String)
    /// A page of a web site, saved in place of the data behind it.
    case page
    /// JSON.
    case json
    /// XML.
    case xml
    /// Something else that is known by name.
    case named(String)
    /// Bytes that are no text.
    case bytes

    /// How much of a file is looked at.
    static let length = 4096

    /// What a file is that begins with these bytes; nil for a text of rows as far as they tell.
    init?(_ head: [UInt8]) {
        func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
        if let packed = FileKind.packed.first(where: { begins($0.bytes) }) {
            self = packed.program == "unzip" ? FileKind.zipped(head) : .packed(by: packed.program)
        } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .spreadsheet("Excel")
        } else if let known = FileKind.known.first(where: { begins(Array($0.bytes.utf8)) }) {
            self = .named(known.name)
        } else if let marked = FileKind.markedUp(head) {
            self = marked
        } else if TextEncoding.marked(head) == nil, head.count(where: { $0 == 0 }) * 50 > head.count {
            // A damaged text may have a few bytes of nothing; what is no text has many.
            self = .bytes
        } else {
            return nil
        }
    }

    private static let packed: [(bytes: [UInt8], program: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "unzip"), ([0x50, 0x4B, 0x05, 0x06], "unzip"), ([0x1F, 0x8B], "gunzip"),
        ([0x42, 0x5A, 0x68], "bunzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "unxz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "unzstd"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z x"),
        ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "unrar x"),
    ]

    private static let known: [(bytes: String, name: String)] = [
        ("%PDF-", "PDF"), ("SQLite format 3", "SQLite"), ("PAR1", "Parquet"), ("{\\rtf", "RTF"),
    ]

    /// Workbooks are zip files: their parts have names of their own.
    private static func zipped(_ head: [UInt8]) -> FileKind {
        let text = String(decoding: head, as: UTF8.self)
        if text.contains("[Content_Types].xml") || text.contains("xl/") { return .spreadsheet("Excel") }
        if text.contains("application/vnd.oasis.opendocument") { return .spreadsheet("OpenDocument") }
        return .packed(by: "unzip")
    }

    /// JSON, XML and HTML, by their first signs.
    private static func markedUp(_ head: [UInt8]) -> FileKind? {
        let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head[3...] : head[...]
        let body = text.drop { $0 <= 0x20 }
        let start = String(decoding: body.prefix(512), as: UTF8.self).lowercased()
        let next = body.dropFirst().first { $0 > 0x20 }
        switch body.first {
        case UInt8(ascii: "<"):
            if start.hasPrefix("<!doctype html") || start.contains("<html") { return .page }
            return start.hasPrefix("<?xml") || start.hasPrefix("<!") ? .xml : nil
        case UInt8(ascii: "{"): return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") ? .json : nil
        case UInt8(ascii: "["): return next == UInt8(ascii: "{") || next == UInt8(ascii: "[") ? .json : nil
        default: return nil
        }
    }

    /// What it is and what to do, in English.
    package var english: String {
        switch self {
        case .spreadsheet(let program):
            "is a workbook (\(program)); open it there and save the sheet as CSV, in UTF-8"
        case .packed(let program): "is packed; unpack it first: \(program)"
        case .page: "is a web page, not the data behind it; download the data as CSV"
        case .json: "is JSON; a call log is CSV: download or convert it as CSV"
        case .xml: "is XML; a call log is CSV: download or convert it as CSV"
        case .named(let name): "is a file of \(name); a call log is CSV"
        case .bytes: "is no text; a call log is CSV"
        }
    }

    /// What it is and what to do, in Chinese.
    package var chinese: String {
        switch self {
        case .spreadsheet(let program): "是工作簿（\(program)）；请打开后将工作表另存为 UTF-8 编码的 CSV"
        case .packed(let program): "是压缩文件；请先解压：\(program)"
        case .page: "是网页，而非其背后的数据；请下载 CSV 格式的数据"
        case .json: "是 JSON；警情记录须为 CSV，请下载或转换为 CSV"
        case .xml: "是 XML；警情记录须为 CSV，请下载或转换为 CSV"
        case .named(let name): "是 \(name) 文件；警情记录须为 CSV"
        case .bytes: "不是文本；警情记录须为 CSV"
        }
    }
}
