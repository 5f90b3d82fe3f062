/// What one row of a file may take up at most, so that a damaged file cannot take all memory.
struct CSVLimits: Sendable {
    /// Bytes in one field.
    var field: Int
    /// Bytes in one row, all its lines together.
    var row: Int
    /// Fields in one row.
    var fields: Int

    /// Creates limits; the defaults are far above any real call log.
    init(field: Int = 64 * 1024, row: Int = 256 * 1024, fields: Int = 1024) {
        self.field = field
        self.row = row
        self.fields = fields
    }
}

/// Why a row of a CSV file could not be read.
package enum CSVFault: Hashable, Sendable {
    /// A quoted field is still open where the file ends.
    case unclosedQuote
    /// Something other than a comma or the end of the line follows a closing quote.
    case textAfterQuote
    /// The row has another number of fields than the header.
    case fieldCount(found: Int, expected: Int)
    /// A field is larger than `CSVLimits.field`.
    case fieldTooLong
    /// A row is larger than `CSVLimits.row` or has more fields than `CSVLimits.fields`.
    case rowTooLong
}
