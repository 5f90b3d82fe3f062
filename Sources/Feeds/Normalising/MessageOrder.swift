import DispatchModel

/// Remembers the newest time at which a feed has spoken of each unit and each alert, so that what comes late is told from
/// what is new. It remembers what was said, not what became of it: what was refused keeps nothing out by itself.
struct MessageOrder: Sendable {
    /// Where a message stands among those about the same.
    struct Place {
        /// True when something newer came before it.
        var isOvertaken = false
        /// True when it changes nothing any more.
        var isMoot = false
        /// The newest time at which the unit was said to be free, of no incident.
        var freeSince: Timestamp?
        /// When the alert that comes on by it had ended already.
        var over: Timestamp?
    }

    private struct UnitTimes {
        private static let never = Timestamp(milliseconds: .min)
        var status = UnitTimes.never
        var position = UnitTimes.never
        var free: Timestamp?
    }

    private typealias Word = (time: Timestamp, isActive: Bool)

    private let unitLimit: Int
    private var units: [String: UnitTimes] = [:]
    /// The newest words of alerts. When the new ones are as many as are kept they become the old ones.
    private var alerts: (new: [String: Word], old: [String: Word]) = ([:], [:])

    /// Remembers so many units, and the newest so many alerts.
    init(unitLimit: Int) {
        self.unitLimit = unitLimit
    }

    /// Notes a message and says where it stands.
    mutating func place(_ message: FeedMessage, at time: Timestamp) -> Place {
        switch message.kind {
        case .unitStatus, .unitPosition:
            guard units.count < unitLimit || units[message.unit] != nil else { return Place() }
            return MessageOrder.place(message, at: time, &units[message.unit, default: UnitTimes()])
        // What has no identity says what is so now, whenever it began.
        case .alert where !message.id.isEmpty: return placeAlert(message, at: time)
        case .incidentReport, .incidentUpdate, .alert, .heartbeat: return Place()
        }
    }

    private static func place(_ message: FeedMessage, at time: Timestamp, _ times: inout UnitTimes) -> Place {
        var place = Place()
        guard message.kind == .unitStatus else {
            place.isOvertaken = time < times.position
            place.isMoot = place.isOvertaken
            times.position = max(time, times.position)
            return place
        }
        place.isOvertaken = time < times.status
        place.freeSince = times.free
        times.status = max(time, times.status)
        if message.incident.isEmpty, message.status == .available || message.status == .clear {
            times.free = max(time, times.free ?? time)
        }
        return place
    }

    /// True for an alert that is told without a time while by its sender's last word it is off: it has come on again.
    func isComingBack(_ message: FeedMessage) -> Bool {
        message.isActive && message.time == nil && newest(of: message.alert)?.isActive == false
    }

    private func newest(of alert: String) -> Word? { alerts.new[alert] ?? alerts.old[alert] }

    private mutating func placeAlert(_ message: FeedMessage, at time: Timestamp) -> Place {
        var place = Place()
        guard let newest = newest(of: message.alert) else {
            note(message, at: time)
            return place
        }
        // A cancellation may be sent in the very second of what it names, and be read before it.
        let isCancelled = !newest.isActive && !message.name.isEmpty && time == newest.time
        guard time < newest.time || isCancelled else {
            note(message, at: time)
            return place
        }
        place.isOvertaken = true
        if newest.isActive {
            // Messages with names are placed by the board, which knows them after a restart too.
            place.isMoot = message.name.isEmpty
        } else if message.isActive {
            place.over = newest.time
        }
        return place
    }

    private mutating func note(_ message: FeedMessage, at time: Timestamp) {
        alerts.new[message.alert] = (time, message.isActive)
        if alerts.new.count >= unitLimit { alerts = ([:], alerts.new) }
    }
}
