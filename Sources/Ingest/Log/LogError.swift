import DispatchModel

/// Why a log could not be read at all.
public enum LogError: Error, Hashable, Sendable {
    /// The file cannot be opened or read; `code` is the system's error number.
    case unreadable(path: String, code: Int32)
    /// The file has no header line.
    case empty(path: String)
    /// The header lacks columns that the mapping names.
    case missingColumns(path: String, mapping: String, columns: [String])
    /// No known mapping fits the header.
    case noMapping(path: String, header: [String])

    /// What is wrong and what to do, in English.
    public var english: String {
        switch self {
        case .unreadable(let path, let code):
            "\(path): cannot be read (\(systemMessage(code))); check the path and permissions"
        case .empty(let path): "\(path): no header line; the first line must name the columns"
        case .missingColumns(let path, let mapping, let columns):
            "\(path):1: the header lacks \(columns.joined(separator: ", ")), which the mapping \(mapping) reads; "
                + "name another mapping with --mapping FILE"
        case .noMapping(let path, let header):
            "\(path):1: no mapping knows these columns: \(header.prefix(6).joined(separator: ", ")); "
                + "write one and name it with --mapping FILE"
        }
    }

    /// What is wrong and what to do, in Chinese.
    public var chinese: String {
        switch self {
        case .unreadable(let path, let code): "\(path)：无法读取（\(systemMessage(code))）；请检查路径和权限"
        case .empty(let path): "\(path)：没有表头；首行应为列名"
        case .missingColumns(let path, let mapping, let columns):
            "\(path):1：表头缺少 \(columns.joined(separator: "、"))（映射 \(mapping) 需要）；请用 --mapping 文件 指定其他映射"
        case .noMapping(let path, let header):
            "\(path):1：没有映射认识这些列：\(header.prefix(6).joined(separator: "、"))；请编写映射并用 --mapping 文件 指定"
        }
    }
}
