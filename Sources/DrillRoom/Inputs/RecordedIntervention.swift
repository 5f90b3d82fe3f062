import DispatchModel
import Drills

/// One line of `control.jsonl`: what the trainer did, and when on the board's clock.
package struct RecordedIntervention: Codable, Hashable, Sendable {
    /// Its place among keys and interventions, which are counted together from 1.
    package var number: Int64
    /// Board time in milliseconds since 1970 (UTC). Everything due by then had happened before it.
    package var at: Int64
    /// The journal's last position before it.
    package var position: Int64
    /// What was wanted.
    package var request: ControlRequest

    private enum CodingKeys: String, CodingKey {
        case number = "n"
        case at, position
    }

    /// An intervention at a moment.
    package init(number: Int64, at: Int64, position: Int64, request: ControlRequest) {
        self.number = number
        self.at = at
        self.position = position
        self.request = request
    }

    /// What it ordered about the clock; nil when it was about something else.
    package var clockOrder: ClockOrder? {
        let time = Timestamp(rawValue: at)
        switch request.verb {
        case .jump, .step:
            let target = request.to ?? request.by.map { at + $0 }
            return target.map { ClockOrder(at: time, kind: .ahead(to: Timestamp(rawValue: $0))) }
        case .speed:
            let speed = request.speed ?? 1
            return ClockOrder(at: time, kind: .speed(speed == 0 ? .infinity : speed))
        default: return nil
        }
    }

    /// Reads the members of a line.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        number = try values.decode(Int64.self, forKey: .number)
        at = try values.decode(Int64.self, forKey: .at)
        position = try values.decode(Int64.self, forKey: .position)
        request = try ControlRequest(from: decoder)
    }

    /// Writes the members of a line: the request's own beside number, time and position.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(number, forKey: .number)
        try values.encode(at, forKey: .at)
        try values.encode(position, forKey: .position)
        try request.encode(to: encoder)
    }
}
