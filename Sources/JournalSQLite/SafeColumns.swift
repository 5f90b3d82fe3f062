import Core
import Foundation
import GRDB

/// Columns of a file that may be damaged: a value of another type than expected is nil, never a trap.
extension Row {
    func integer(_ column: Int) -> Int64? {
        Int64.fromDatabaseValue(self[column] as DatabaseValue)
    }

    func text(_ column: Int) -> String? {
        String.fromDatabaseValue(self[column] as DatabaseValue)
    }

    func bytes(_ column: Int) -> [UInt8] {
        Data.fromDatabaseValue(self[column] as DatabaseValue).map { [UInt8]($0) } ?? []
    }
}
