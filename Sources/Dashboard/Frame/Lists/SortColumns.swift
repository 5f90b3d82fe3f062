import Wording

extension IncidentSort {
    /// The column whose header carries the sort's mark.
    package var column: ColumnName {
        switch self {
        case .priority: .priority
        case .age: .age
        case .place: .place
        case .stage: .stage
        case .beat: .beat
        case .number: .number
        case .deadline: .grade
        }
    }

    /// The sort by a column; nil for one that cannot be sorted by.
    package init?(column: ColumnName) {
        guard let sort = IncidentSort.allCases.first(where: { $0.column == column }) else { return nil }
        self = sort
    }
}

extension UnitSort {
    /// The column whose header carries the sort's mark.
    package var column: ColumnName {
        switch self {
        case .callsign: .unit
        case .status: .status
        case .time: .time
        case .beat: .beat
        case .heard: .heard
        }
    }

    /// The sort by a column; nil for one that cannot be sorted by.
    package init?(column: ColumnName) {
        guard let sort = UnitSort.allCases.first(where: { $0.column == column }) else { return nil }
        self = sort
    }
}
