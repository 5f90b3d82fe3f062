import DispatchModel
import TerminalKit
import Themes
import Wording

/// How long something may last, and how the time it has lasted looks.
struct AgeLook {
    var text: String
    var role: Role
    /// By how much the limit has passed; nil when it has not.
    var over: Span?
}

extension Frame {
    /// The shape of a role: the theme's own where the terminal can show it, else the given one.
    func shape(_ role: Role, _ usual: String) -> String {
        glyphs == .ascii ? usual : theme.glyph(role) ?? usual
    }

    /// The shape of a priority; the three lower ones have none.
    func shape(_ priority: Priority) -> String {
        switch priority {
        case .p1: shape(.priorityP1, glyphs.triangle)
        case .p2: shape(.priorityP2, glyphs.diamond)
        case .p3, .p4, .p5: ""
        }
    }

    func role(_ priority: Priority, overdue: Bool = false) -> Role {
        switch priority {
        case .p1: overdue ? .priorityP1Overdue : .priorityP1
        case .p2: overdue ? .priorityP2Overdue : .priorityP2
        case .p3: overdue ? .priorityP3Overdue : .priorityP3
        case .p4: overdue ? .priorityP4Overdue : .priorityP4
        case .p5: overdue ? .priorityP5Overdue : .priorityP5
        }
    }

    func role(_ progress: IncidentProgress) -> Role {
        switch progress {
        case .waiting: .stageWaiting
        case .noUnit: .stageOnscene
        case .assigned: .stageAssigned
        case .enRoute: .stageEnroute
        case .onScene, .transporting: .stageOnscene
        case .held: .stageHeld
        case .closed: .stageClosed
        }
    }

    func role(_ status: UnitStatus) -> Role {
        switch status {
        case .available: .statusAvailable
        case .dispatched: .statusDispatched
        case .enRoute: .statusEnroute
        case .onScene: .statusOnscene
        case .transporting: .statusTransporting
        case .clear: .statusClear
        case .outOfService: .statusOutofservice
        case .emergency: .statusEmergency
        }
    }

    func shape(_ status: UnitStatus) -> String {
        let usual: String =
            switch status {
            case .available: glyphs.circle
            case .clear: glyphs.check
            case .dispatched: glyphs.hollowArrow
            case .enRoute: glyphs.arrow
            case .transporting: glyphs.doubleArrow
            case .onScene: glyphs.disc
            case .outOfService: glyphs.dash
            case .emergency: glyphs.triangle
            }
        return shape(role(status), usual)
    }

    /// An age against a limit: from three quarters of it a warning, past it overdue with an exclamation mark, so that no
    /// colour is needed to see it.
    func age(_ span: Span, limit: Span?, calm: Role = .age) -> AgeLook {
        let text = words.age(span)
        guard let limit, limit > .zero else { return AgeLook(text: text, role: calm) }
        if span >= limit {
            return AgeLook(
                text: text + "!", role: .ageOverdue, over: Span(milliseconds: span.milliseconds - limit.milliseconds))
        }
        let isNear = span.milliseconds >= limit.milliseconds / 4 * 3
        return AgeLook(text: text, role: isNear ? .ageWarning : calm)
    }

    /// Writes an age at the right of its column, whose last cell is for the exclamation mark.
    mutating func ageCell(_ look: AgeLook, _ place: ColumnTable.Place, _ line: Rect, _ style: Style) {
        var place = place
        if look.over == nil { place.columns -= 1 }
        cell(look.text, place, line, style)
    }

    /// Writes an age in a list's row.
    mutating func ageCell(_ age: AgeLook, _ place: ColumnTable.Place, _ line: Rect, _ role: Role, _ look: RowLook) {
        ageCell(age, place, line, rowStyle(role, look))
    }

    /// The age of an incident; only one that waits has a limit.
    func age(of incident: Incident) -> AgeLook {
        let until = incident.closed ?? now
        let waits = incident.progress == .waiting
        let limit = waits ? view.limits.deadlines.waitingLimit(of: incident)?.limit : nil
        return age(until - incident.received, limit: limit, calm: waits ? .age : .textDim)
    }

    /// How long a unit has been in its status.
    func age(of unit: FieldUnit) -> AgeLook {
        age(
            now - unit.statusSince, limit: view.limits.deadlines.status[unit.status]?.limit,
            calm: unit.status == .available ? .textDim : .age)
    }

    func role(_ severity: AlertSeverity) -> Role {
        switch severity {
        case .high: .alertP1Unanswered
        case .medium: .alertP2Unanswered
        case .low: .alertP3Unanswered
        }
    }

    /// What an exercise or a test reports never looks like what is so, however severe.
    func role(of alert: Alert) -> Role {
        switch alert.state {
        case .unacknowledged: alert.standing == .actual ? role(alert.severity) : .alertP4Unanswered
        case .returnedUnacknowledged, .latchedUnacknowledged: .alertReturned
        case .shelved, .suppressed, .outOfService: .alertShelved
        case .acknowledged, .latchedAcknowledged, .normal: .alertAcknowledged
        }
    }

    /// The shape of an alert's state: filled asks for an answer.
    func shape(of alert: Alert) -> String {
        switch alert.state {
        case .unacknowledged: alert.standing == .actual ? shape(role(of: alert), glyphs.disc) : glyphs.dash
        case .returnedUnacknowledged: glyphs.dottedCircle
        case .latchedUnacknowledged: glyphs.barFull
        case .latchedAcknowledged: glyphs.barEmpty
        case .acknowledged, .normal: shape(.alertAcknowledged, glyphs.circle)
        case .shelved, .suppressed, .outOfService: shape(.alertShelved, glyphs.dottedCircle)
        }
    }

    func role(_ grade: DisputeGrade) -> Role {
        switch grade {
        case .red: .disputeRed
        case .orange: .disputeOrange
        case .yellow: .disputeYellow
        case .blue: .disputeBlue
        }
    }

    /// The shape of a grade: filled for what is grave.
    func shape(_ grade: DisputeGrade) -> String {
        switch grade {
        case .red, .orange: shape(role(grade), glyphs.square)
        case .yellow, .blue: shape(role(grade), glyphs.hollowSquare)
        }
    }

    func role(_ state: FeedStatus.State) -> Role {
        switch state {
        case .failed: .noticeError
        case .silent: .freshnessStale
        case .waiting, .ended: .textDim
        case .open: .text
        case .fresh: .freshnessGood
        }
    }

    /// Full for what speaks, empty for what should and does not.
    func shape(_ state: FeedStatus.State) -> String {
        switch state {
        case .failed: glyphs.warning
        case .silent: glyphs.barEmpty
        case .waiting: glyphs.circle
        case .open, .fresh: glyphs.barFull
        case .ended: glyphs.check
        }
    }

    // MARK: What a silent feed has left behind

    /// How long a feed has been silent beyond its deadline; nil while it speaks.
    func silence(ofFeed name: String?) -> Span? {
        name.flatMap { board.lastHeard(fromSilentFeed: $0) }.map { max(.zero, now - $0) }
    }

    /// How old a thing is whose feed is silent, for the right end of its cell; nil while the feed speaks.
    func silenceTag(ofFeed feed: String?) -> CellTag? {
        silence(ofFeed: feed).map { CellTag(text: "\(glyphs.warning) \(words.briefAge($0))", role: .stale) }
    }
}

extension Alert {
    /// Whether whoever reports it means it; the console's own alerts are always meant.
    var standing: AlertStanding { reported?.standing ?? .actual }
}

extension Glyphs {
    /// What stands before a thing that another seems to be.
    var alike: String { self == .ascii ? "~" : "≈" }
}
