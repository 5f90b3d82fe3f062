extension Board: Recordable {
    /// Shows everything that a snapshot holds to the visitor; the look-up tables are built again after reading.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "position", integer: &position)
        visitor.visit(2, "lastEventAt", &lastEventAt)
        visitor.visit(3, "mode", &mode)
        visitor.visit(4, "counters", &counters)
        var names = typeNames.elements
        visitor.visit(5, "typeNames", list: &names)
        var areas = beats.elements
        visitor.visit(6, "beats", list: &areas)
        var everyUnit = units.elements
        visitor.visit(7, "units", list: &everyUnit)
        var everyIncident = incidents.elements
        visitor.visit(8, "incidents", list: &everyIncident)
        var everyAlert = alerts.elements
        visitor.visit(9, "alerts", list: &everyAlert)
        visitor.visit(10, "actions", list: &actions)
        var closed = Array(closedOrder[closedStart...])
        visitor.visit(11, "closedOrder", &closed)
        var owners = Visitor.isReading ? [] : unexpectedOwners()
        visitor.visit(12, "sourceOwners", list: &owners)
        visitor.visit(13, "floodSince", &floodSince)
        visitor.visit(14, "ground", &ground)
        visitor.visit(25, "handovers", list: &handovers)
        visitor.visit(40, "timers", list: &timers)
        visitor.visit(41, "rules", &rules)
        if Visitor.isReading {
            typeNames.replaceAll(with: names)
            beats.replaceAll(with: areas)
            units.replaceAll(with: everyUnit)
            incidents.replaceAll(with: everyIncident)
            alerts.replaceAll(with: everyAlert)
            closedOrder = closed
            closedStart = 0
            indexAll(owners)
        }
    }

    private mutating func indexAll(_ owners: [SourceOwner]) {
        callsigns = Dictionary(units.elements.map { ($0.callsign, $0.id) }, uniquingKeysWith: min)
        reportedAlerts = [:]
        alertMessages = [:]
        for alert in alerts.elements { noteNames(of: alert) }
        sources = expectedSources()
        for owner in owners { sources[owner.key] = owner.incident }
    }

    /// The incident of each key as the incidents themselves tell it. Merging, splitting and reopening leave a report in
    /// several of them, and then their history decides: see `unexpectedOwners`.
    private func expectedSources() -> [SourceKey: IncidentID] {
        var records: [SourceKey: IncidentID] = Dictionary(minimumCapacity: incidents.count)
        incidents.elements.withUnsafeBufferPointer { incidents in
            for index in incidents.indices {
                if let key = incidents[index].source { records[key] = incidents[index].id }
            }
        }
        var expected = records
        // A report that was copied by a merge belongs to the incident that carries it now.
        for open in [false, true] {
            incidents.elements.withUnsafeBufferPointer { incidents in
                for index in incidents.indices where incidents[index].isOpen == open {
                    let own = incidents[index].source
                    for report in incidents[index].reports {
                        guard let key = report.source, key != own, records[key] == nil else { continue }
                        expected[key] = incidents[index].mergedInto ?? incidents[index].id
                    }
                }
            }
        }
        return expected
    }

    /// The keys whose incident is another than `expectedSources` says, ordered by key.
    private func unexpectedOwners() -> [SourceOwner] {
        let expected = expectedSources()
        guard expected != sources else { return [] }
        var owners: [SourceOwner] = []
        for (key, incident) in sources where expected[key] != incident {
            owners.append(SourceOwner(key: key, incident: incident))
        }
        for key in expected.keys where sources[key] == nil { owners.append(SourceOwner(key: key)) }
        return owners.sorted { $0.key.precedes($1.key) }
    }
}

/// Which incident follow-ups of a key go to; none when they go nowhere.
private struct SourceOwner: Recordable {
    var key = SourceKey()
    var incident: IncidentID?

    mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "key", &key)
        visitor.visit(2, "incident", &incident)
    }
}

extension SourceKey {
    /// The order of the bytes of source and id.
    fileprivate func precedes(_ other: SourceKey) -> Bool {
        if source.utf8.elementsEqual(other.source.utf8) { return id.utf8.lexicographicallyPrecedes(other.id.utf8) }
        return source.utf8.lexicographicallyPrecedes(other.source.utf8)
    }
}

/// The same as for every `Recordable`, written out so that the compiler makes fast code for the largest value there is.
extension Board {
    /// The board as bytes.
    package func encoded() -> [UInt8] {
        var writer = RecordWriter()
        writer.reserve(512 * (units.count + incidents.count))
        var copy = self
        copy.fields(&writer)
        return writer.bytes
    }

    /// Reads a board from the bytes that `encoded` made. Throws `RecordError`.
    package init(encoded bytes: [UInt8]) throws(RecordError) {
        var board = Board()
        let failure = bytes.withUnsafeBytes { buffer in
            var reader = RecordReader(buffer)
            board.fields(&reader)
            return reader.failure
        }
        if let failure { throw failure }
        self = board
    }
}
