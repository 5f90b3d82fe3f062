import Dashboard
import DispatchModel
import Wording

extension Fixture {
    /// A feed's alert comes on.
    mutating func report(
        _ number: UInt32, _ text: String, _ severity: AlertSeverity, ago: Int64, place: String = "",
        standing: AlertStanding = .actual, latching: Bool = false, feed: String = "plant"
    ) {
        let source = SourceKey(source: feed, id: "\(number)")
        apply(
            .alertRaised(
                AlertRaised(
                    alert: AlertID(rawValue: number), kind: .reported, severity: severity, at: now - .seconds(ago),
                    reported: ReportedAlert(
                        source: source, text: text, place: Place(text: place), standing: standing),
                    latching: latching)), ago: ago, by: .feed(feed))
    }

    /// A pump fails, and everything behind it reports; a severe alert among it.
    mutating func addFlood() {
        report(100, "pump 3 stopped", .medium, ago: 420, place: "Waterworks")
        for number in UInt32(101)...138 { report(number, "low flow", .low, ago: 400, place: "Waterworks") }
        for number in UInt32(139)...141 { report(number, "low pressure", .medium, ago: 300, place: "Waterworks") }
        report(142, "reservoir overflow", .high, ago: 200, place: "Waterworks")
        apply(.floodChanged(FloodChanged(isFlood: true, count: 14, at: now - .seconds(395))), ago: 395, by: .policy)
        refresh()
    }

    /// An alert in every state, behaving in every way, and meant in every way.
    mutating func addStates() {
        let works = "works in the street"
        func hide(_ number: UInt32, _ way: AlertHidingWay, until: Timestamp?, once: Bool, _ reason: String) {
            apply(
                .alertHidden(
                    AlertHidden(
                        alert: AlertID(rawValue: number),
                        hiding: AlertHiding(
                            way: way, since: now - .seconds(60), until: until, once: once, reason: reason))), ago: 60)
        }
        for number in UInt32(80)...84 { report(number, "door \(number) open", .low, ago: 500) }
        hide(80, .shelved, until: now + .minutes(30), once: true, works)
        hide(81, .shelved, until: now + .hours(2), once: false, works)
        hide(82, .suppressed, until: nil, once: false, "maintenance hours")
        hide(83, .outOfService, until: nil, once: false, "sensor broken")
        report(85, "gate 4 density", .medium, ago: 450, latching: true)
        apply(.alertCleared(AlertCleared(alert: AlertID(rawValue: 85), at: now - .seconds(40))), ago: 40)
        report(86, "fire panel", .high, ago: 440, latching: true)
        apply(.alertAcknowledged(AlertAcknowledged(alert: AlertID(rawValue: 86), occurrence: 1)), ago: 400)
        apply(.alertCleared(AlertCleared(alert: AlertID(rawValue: 86), at: now - .seconds(30))), ago: 30)
        report(87, "tsunami drill", .high, ago: 430, standing: .exercise)
        report(88, "link test", .low, ago: 430, standing: .test)
        report(89, "bank vault", .high, ago: 300)
        apply(.alertEscalated(AlertEscalated(alert: AlertID(rawValue: 89), occurrence: 1, level: 2)), ago: 100)
        apply(
            .alertConductChanged(
                AlertConductChanged(alert: AlertID(rawValue: 84), conduct: .flapping, percent: 41)), ago: 50)
        apply(
            .alertLinked(AlertLinked(alert: AlertID(rawValue: 89), incident: IncidentID(rawValue: 4826))), ago: 90)
        refresh()
    }
}
