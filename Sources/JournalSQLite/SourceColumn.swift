import Core
import DispatchModel
import Foundation

/// How a text of another system stands in a column of text.
///
/// SQLite ends a text at its first NUL, so NUL is written `\0` and a backslash `\\`; all else stands as it is.
enum SourceColumn {
    /// The column's text.
    static func encode(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0 || $0 == 0x5C }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\0": result += "\\0"
            case "\\": result += "\\\\"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text that `encode` wrote.
    static func decode(_ column: String) -> String {
        guard column.utf8.contains(0x5C) else { return column }
        var result = ""
        var escaped = false
        for scalar in column.unicodeScalars {
            if escaped {
                result.unicodeScalars.append(scalar == "0" ? "\0" : scalar)
                escaped = false
            } else if scalar == "\\" {
                escaped = true
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension ChainHash {
    /// The bytes, for a column.
    var data: Data { Data(bytes) }
}
