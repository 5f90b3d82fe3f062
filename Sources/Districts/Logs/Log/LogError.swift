import DispatchModel
import Glibc

/// Why a log could not be read at all.
package enum LogError: Error, Hashable, Sendable {
    /// The file cannot be opened or read; `code` is the system's error number.
    case unreadable(path: String, code: Int32)
    /// The file is no text of rows.
    case noText(path: String, kind: FileKind)
    /// The file has no header line.
    case empty(path: String)
    /// The C library does not know the encoding that the mapping names.
    case unknownEncoding(path: String, name: String)
    /// The header lacks columns that the mapping names; the first ones are those without which nothing can be read.
    case missingColumns(path: String, mapping: String, columns: [String], header: LogHeader)
    /// No known mapping fits the header.
    case noMapping(path: String, header: LogHeader)
    /// Most rows say nothing that could be taken: the mapping is not one for this log.
    case mostlySkipped(path: String, mapping: String, skipped: Int, rows: Int)

    /// The same error, told of the way in which the header makes the most columns.
    func of(_ layout: LogLayout?) -> LogError {
        guard let layout, case .missingColumns(let path, let mapping, let columns, _) = self else { return self }
        return .missingColumns(path: path, mapping: mapping, columns: columns, header: LogHeader(layout))
    }

    /// What is wrong and what to do, in English.
    package var english: String {
        switch self {
        case .unreadable(let path, let code) where code == EISDIR: "\(path): is a folder; name the CSV file in it"
        case .unreadable(let path, let code):
            "\(path): cannot be read (\(systemMessage(code))); check the path and permissions"
        case .noText(let path, let kind): "\(path): \(kind.english)"
        case .empty(let path): "\(path): no header line; the first line must name the columns"
        case .unknownEncoding(let path, let name):
            "\(path): this machine does not know the encoding \(name); convert the file to UTF-8"
        case .missingColumns(let path, let mapping, let columns, let header):
            "\(path):1: the header lacks \(columns.joined(separator: ", ")), which the mapping \(mapping) reads. "
                + "It has, separated by \(header.english): \(Self.some(header.names, ", ")). "
                + "Name another mapping with --mapping FILE, or correct the names in it"
        case .noMapping(let path, let header):
            "\(path):1: no mapping knows these columns, separated by \(header.english): "
                + "\(Self.some(header.names, ", ")); write one and name it with --mapping FILE"
        case .mostlySkipped(let path, let mapping, let skipped, let rows):
            "\(path): \(skipped) of \(rows) rows cannot be read by the mapping \(mapping); nothing was played. "
                + "Correct the mapping or the file, or name another mapping with --mapping FILE"
        }
    }

    /// What is wrong and what to do, in Chinese.
    package var chinese: String {
        switch self {
        case .unreadable(let path, let code) where code == EISDIR: "\(path)：是目录；请指定其中的 CSV 文件"
        case .unreadable(let path, let code): "\(path)：无法读取（\(systemMessage(code))）；请检查路径和权限"
        case .noText(let path, let kind): "\(path)：\(kind.chinese)"
        case .empty(let path): "\(path)：没有表头；首行应为列名"
        case .unknownEncoding(let path, let name): "\(path)：本机不支持编码 \(name)；请将文件转换为 UTF-8"
        case .missingColumns(let path, let mapping, let columns, let header):
            "\(path):1：表头缺少 \(columns.joined(separator: "、"))（映射 \(mapping) 需要）。"
                + "现有列（以\(header.chinese)分隔）：\(Self.some(header.names, "、"))。请用 --mapping 文件 指定其他映射，或修正其中的列名"
        case .noMapping(let path, let header):
            "\(path):1：没有映射认识这些列（以\(header.chinese)分隔）：\(Self.some(header.names, "、"))；"
                + "请编写映射并用 --mapping 文件 指定"
        case .mostlySkipped(let path, let mapping, let skipped, let rows):
            "\(path)：\(rows) 行中有 \(skipped) 行无法按映射 \(mapping) 读取，未播放任何内容。请修正映射或文件，或用 --mapping 文件 指定其他映射"
        }
    }

    private static func some(_ names: [String], _ separator: String) -> String {
        let short = names.prefix(12).map { $0.count <= 40 ? $0 : "\($0.prefix(39))…" }
        return short.joined(separator: separator) + (names.count > 12 ? " …" : "")
    }
}
