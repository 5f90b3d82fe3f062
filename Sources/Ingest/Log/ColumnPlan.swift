import DispatchModel

/// Where in a row the things stand that a mapping asks for.
struct ColumnPlan {
    var incident: [Int] = []
    var unit: [Int] = []
    var row: [Int] = []
    var received: [Int] = []
    var milestones: [(milestone: Milestone, columns: [Int])] = []
    var closed: [Int] = []
    var disposition: [Int] = []
    var type: [Int] = []
    var priority: [Int] = []
    var place: [Int] = []
    var report: [Int] = []
    var beat: [Int] = []
    var latitude: [Int] = []
    var longitude: [Int] = []
    var location: [Int] = []
    var unitType: [Int] = []
    var area: [Int] = []
    let header: [String]

    /// Finds the columns. A list of alternatives needs one of them; what is joined needs all.
    /// - Throws: `LogError.missingColumns`.
    init(mapping: Mapping, header: [String], path: String) throws(LogError) {
        let names = header.map(Mapping.normalised)
        self.header = names
        let columns = mapping.columns
        var missing: [String] = []
        func find(_ wanted: [String], all: Bool = false) -> [Int] {
            let found = wanted.compactMap { names.firstIndex(of: $0) }
            if all {
                missing += wanted.filter { !names.contains($0) }
            } else if found.isEmpty, let first = wanted.first {
                missing.append(first)
            }
            return found
        }
        incident = find(columns.incident, all: true)
        unit = find(columns.unit)
        row = find(columns.row, all: true)
        received = find(columns.received)
        for milestone in Milestone.allCases {
            guard let wanted = columns.milestones[milestone] else { continue }
            milestones.append((milestone, find(wanted)))
        }
        closed = find(columns.closed)
        disposition = find(columns.disposition)
        type = find(columns.type)
        priority = find(columns.priority)
        place = find(columns.place, all: true)
        report = find(columns.report, all: true)
        beat = find(columns.beat)
        latitude = find(columns.latitude)
        longitude = find(columns.longitude)
        location = find(columns.location)
        unitType = find(columns.unitType)
        if let home = mapping.home { area = find([home.area]) }
        if !missing.isEmpty {
            throw LogError.missingColumns(path: path, mapping: mapping.source, columns: missing)
        }
    }
}

extension CSVReader {
    /// The first filled field among these columns; empty when none is.
    func firstFilled(_ columns: [Int]) -> String {
        for column in columns {
            let text = text(column)
            if !text.isEmpty { return text }
        }
        return ""
    }

    /// The filled fields among these columns with a sign between them.
    func joined(_ columns: [Int], by separator: String) -> String {
        if columns.count == 1 { return text(columns[0]) }
        var result = ""
        for column in columns {
            let text = text(column)
            if text.isEmpty { continue }
            if !result.isEmpty { result += separator }
            result += text
        }
        return result
    }
}
