import DispatchModel
import Districts
import Feeds

/// The messages of a made-up room, as its systems would send them: a dispatch system, vehicle locators, alarm masts.
///
/// Every fact in it is news to the board, so that each must be in the journal once. They depend on the seed and the
/// start alone.
struct MadeUpFeed {
    /// How the messages are shared out, in hundredths. A vehicle tells its place far more often than anything happens.
    private static let shares: [(kind: MessageKind, share: Int)] = [
        (.unitPosition, 70), (.unitStatus, 14), (.incidentUpdate, 6), (.incidentReport, 4), (.alert, 4),
        (.heartbeat, 2),
    ]
    private static let masts = 200
    private static let openLimit = 400

    private struct Incident {
        var number: Int
        var units = 0
    }

    /// What a unit does: nothing, or how far it is with an incident.
    private struct Duty {
        var incident = -1
        var step = 0
        var isOut = false
    }

    private var generator: SeededGenerator
    private let onlyFacts: Bool
    private var number = 0
    private var incidents: [Incident] = []
    private var reported = 0
    private let callsigns: [String]
    private var duties: [Duty]
    private var firing = [Bool](repeating: false, count: MadeUpFeed.masts)

    /// Facts given so far: what must be in the journal.
    private(set) var facts = 0

    /// - Parameter callsigns: The units that it speaks of; those of ``roster(at:)`` when not given.
    init(seed: UInt64 = 1, onlyFacts: Bool = false, callsigns: [String] = MadeUpFeed.callsigns) {
        generator = SeededGenerator(seed: seed)
        self.onlyFacts = onlyFacts
        self.callsigns = callsigns
        duties = [Duty](repeating: Duty(), count: callsigns.count)
    }

    private static let callsigns = (0..<2000).map { "\(3 + $0 / 1000)A\(1000 + $0 % 1000)" }

    /// The units, to be put on the board first.
    static func roster(at now: Timestamp) -> [Observation] {
        callsigns.enumerated().map { unit, callsign in
            Observation(
                at: now, actor: .system,
                content: .unit(
                    UnitRegistered(
                        callsign: callsign, kind: .vehiclePatrol, pane: .patrol, homeBeat: "B\(unit % 40)")))
        }
    }

    /// The next message, a line of JSON.
    mutating func next(at time: Timestamp) -> String {
        number += 1
        let kind = kind()
        if kind != .unitPosition, kind != .heartbeat { facts += 1 }
        let head = #"{"kind":"\#(kind.rawValue)","time":"\#(RFC3339.text(time))","#
        switch kind {
        case .heartbeat: return #"{"kind":"heartbeat","time":"\#(RFC3339.text(time))"}"#
        case .unitPosition: return head + position()
        case .unitStatus: return head + #""id":"s\#(number)","# + status()
        case .incidentReport: return head + report()
        case .incidentUpdate: return head + #""id":"u\#(number)","# + update()
        case .alert: return head + #""id":"a\#(number)","# + alert()
        }
    }

    private mutating func kind() -> MessageKind {
        if incidents.count < 50 { return .incidentReport }
        while true {
            var left = Int.random(in: 0..<100, using: &generator)
            for (kind, share) in MadeUpFeed.shares {
                left -= share
                guard left < 0 else { continue }
                if onlyFacts, kind == .unitPosition || kind == .heartbeat { break }
                return kind
            }
        }
    }

    private mutating func point() -> String {
        let (north, east) = (
            Int.random(in: 0..<200_000, using: &generator), Int.random(in: 0..<200_000, using: &generator)
        )
        return #""lat":31.\#(100_000 + north),"lon":121.\#(400_000 + east)"#
    }

    private mutating func position() -> String {
        let unit = callsigns[Int.random(in: callsigns.indices, using: &generator)]
        return #""unit":"\#(unit)",\#(point()),"accuracy":\#(Int.random(in: 2...30, using: &generator))}"#
    }

    private mutating func report() -> String {
        let incident = reported
        reported += 1
        incidents.append(Incident(number: incident))
        let priority = Int.random(in: 1...5, using: &generator)
        return #""id":"call-\#(incident)","type":"063","priority":\#(priority),"place":"临江路 \#(incident % 900) 号","#
            + point() + #","beat":"B\#(incident % 40)","caller":"王女士 138\#(10_000_000 + incident % 90_000_000)","#
            + #""text":"报警人称楼下有人争吵，已持续约二十分钟，未见器械；another caller says two men, no weapons seen"}"#
    }

    /// Another word about an incident, or its end once nobody is with it.
    private mutating func update() -> String {
        let index = Int.random(in: 0..<incidents.count, using: &generator)
        let incident = incidents[index]
        let name = #""incident":"call-\#(incident.number)","#
        if incidents.count > MadeUpFeed.openLimit, incident.units == 0 {
            incidents.swapAt(index, incidents.count - 1)
            incidents.removeLast()
            return name + #""disposition":"advised"}"#
        }
        return name + #""caller":"police box \#(number % 97)","text":"the crowd has grown to about thirty people"}"#
    }

    private mutating func status() -> String {
        let index = Int.random(in: callsigns.indices, using: &generator)
        let name = #""unit":"\#(callsigns[index])","#
        var duty = duties[index]
        defer { duties[index] = duty }
        if duty.incident < 0, index % 4 != 0 {
            duty.isOut.toggle()
            return name + #""status":"\#(duty.isOut ? "out-of-service" : "available")"}"#
        }
        let steps = ["dispatched", "en-route", "on-scene", "clear"]
        if duty.incident < 0 {
            let chosen = Int.random(in: 0..<incidents.count, using: &generator)
            incidents[chosen].units += 1
            duty = Duty(incident: incidents[chosen].number)
        }
        let (step, incident) = (duty.step, duty.incident)
        duty.step += 1
        if duty.step == steps.count {
            if let held = incidents.firstIndex(where: { $0.number == incident }) { incidents[held].units -= 1 }
            duty = Duty()
        }
        return name + #""status":"\#(steps[step])","incident":"call-\#(incident)"}"#
    }

    private mutating func alert() -> String {
        let mast = Int.random(in: 0..<MadeUpFeed.masts, using: &generator)
        firing[mast].toggle()
        return #""alert":"mast-\#(mast)","state":"\#(firing[mast] ? "firing" : "resolved")","severity":"medium","#
            + #""text":"mast \#(mast): link lost","place":"mast \#(mast), north ring"}"#
    }
}
