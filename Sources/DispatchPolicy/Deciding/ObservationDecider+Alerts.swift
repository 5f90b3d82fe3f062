import DispatchModel

extension ObservationDecider {
    /// A feed's alert comes on, comes on again, is told of in other words, comes to matter more or less, or ends; anything
    /// else is known already.
    ///
    /// What comes on again before anybody answered, or after it ended unanswered, is the same alert's next occurrence.
    /// The silence of a feed never gets here, so it never ends an alert.
    func takeAlert(_ alert: AlertObservation, _ draft: inout Draft, on board: Board) throws(Ignored) {
        var alert = alert
        var known = board.alert(reportedAs: alert.reported.source)
        if known?.reported?.standing == .actual, alert.reported.standing != .actual {
            // A test or an exercise changes nothing that is meant: it is an alert of its own.
            alert.reported.source.id += " (\(alert.reported.standing))"
            known = board.alert(reportedAs: alert.reported.source)
        }
        guard alert.isActive else { return try end(alert, known, &draft) }
        try alert.reported.goOn(from: known?.reported)
        guard let known, known.active else {
            return draft.add(
                .alertRaised(
                    AlertRaised(
                        alert: known?.id ?? draft.nextAlert(), kind: .reported, severity: alert.severity, at: alert.at,
                        limit: alert.limit, reported: alert.reported)))
        }
        guard alert.severity != known.severity || alert.reported != known.reported else { throw .known }
        if alert.reported != known.reported {
            draft.add(.alertRevised(AlertRevised(alert: known.id, reported: alert.reported, at: alert.at)))
        }
        if alert.severity < known.severity {
            draft.add(
                .alertSeverityRaised(AlertSeverityRaised(alert: known.id, severity: alert.severity, at: alert.at)))
        } else if alert.severity > known.severity {
            draft.add(
                .alertSeverityLowered(AlertSeverityLowered(alert: known.id, severity: alert.severity, at: alert.at)))
        }
    }

    /// Ends what is on, unless it is the end of an earlier occurrence, or of a message whose place has been taken by one
    /// that the alert itself goes on under.
    private func end(_ alert: AlertObservation, _ known: Alert?, _ draft: inout Draft) throws(Ignored) {
        guard let known, known.active else { throw .known }
        // The console's own word about a feed follows its clock, which may be set back.
        guard alert.reported.ownFeed != nil || alert.at >= known.raised else { throw .known }
        if let message = alert.reported.messages.last, known.reported?.messages.contains(message) == true {
            throw .known
        }
        draft.add(.alertCleared(AlertCleared(alert: known.id, at: alert.at)))
    }
}

extension ReportedAlert {
    /// Goes on under the key of what was reported before, with the names of the messages since. Throws `known` when a newer
    /// message came before.
    fileprivate mutating func goOn(from former: ReportedAlert?) throws(Ignored) {
        if let former {
            if let sent, let newest = former.sent, sent < newest { throw .known }
            source = former.source
            sent = sent ?? former.sent
        }
        let names = (former?.messages ?? []) + messages
        var kept: [String] = []
        for name in names where name != source.id && !kept.contains(name) { kept.append(name) }
        messages = kept.suffix(ReportedAlert.messageLimit)
    }
}

/// Where help is sent to when an officer calls for it: where the officer is, never just where they were going.
struct EmergencyPlace {
    /// The place of the incident that the call makes.
    let place: Place
    /// Its beat; empty when that is not known.
    let beat: String

    /// Stands before where a unit was going to and has not been seen to be.
    private static let arrow = "→ "
    /// So near in metres to a place that has a name, a position is called by that name.
    private static let near = 200.0

    /// The place of a unit at a moment: what it has arrived at, else where it was heard, with where it was going to behind
    /// an arrow; unheard on the way, where it was going to, else its duty point.
    init(of unit: FieldUnit, task: (incident: Incident, assignment: Assignment)?, on board: Board) {
        let duty = Self.named(unit.dutyPoint, or: unit)
        let heard = board.position(of: unit).flatMap { $0.at == nil ? nil : $0.point }
        if let task, task.assignment.arrived != nil {
            let place = task.incident.place
            self.init(Place(place.words, point: heard ?? place.point), task.incident.beat)
        } else if let heard {
            self.init(heard, going: task?.incident, duty: duty, unit)
        } else if let task, task.assignment.enRoute != nil {
            let place = task.incident.place
            self.init(Place(place.words.map { Self.arrow + $0 }, point: place.point), "")
        } else {
            self.init(Place(Self.from(duty.words, to: task?.incident), point: duty.point), unit.homeBeat)
        }
    }

    private init(_ place: Place, _ beat: String) {
        self.place = place
        self.beat = beat
    }

    private init(_ heard: GeoPoint, going: Incident?, duty: Place, _ unit: FieldUnit) {
        if let going, let point = going.place.point, TravelModel.metres(from: heard, to: point) <= Self.near {
            self.init(Place(going.place.words, point: heard), going.beat)
            return
        }
        if let point = duty.point, TravelModel.metres(from: heard, to: point) <= Self.near {
            self.init(Place(duty.words, point: heard), unit.homeBeat)
            return
        }
        let here = Self.written(heard)
        self.init(Place(Self.from(BilingualText(here, here), to: going), point: heard), "")
    }

    /// Where a unit is, and behind an arrow where it was going to.
    private static func from(_ here: BilingualText, to going: Incident?) -> BilingualText {
        guard let there = going?.place.words else { return here }
        return BilingualText(
            here.english + " " + arrow + there.english, here.chinese + " " + arrow + there.chinese)
    }

    private static func named(_ place: Place, or unit: FieldUnit) -> Place {
        place.text.isEmpty ? Place(text: unit.callsign, point: place.point) : place
    }

    /// A point as both languages write it: degrees to the fourth decimal, some ten metres.
    private static func written(_ point: GeoPoint) -> String {
        "\(degrees(point.latitudeMicrodegrees)), \(degrees(point.longitudeMicrodegrees))"
    }

    private static func degrees(_ micro: Int64) -> String {
        let tenths = (abs(micro) + 50) / 100
        let fraction = String(tenths % 10_000)
        let zeros = String(repeating: "0", count: 4 - fraction.utf8.count)
        return "\(micro < 0 ? "-" : "")\(tenths / 10_000).\(zeros)\(fraction)"
    }
}
