import Formats

/// What a trainer asks of a drill: one line of JSON on its control socket.
package struct ControlRequest: Codable, Hashable, Sendable {
    /// What is to be done.
    package enum Verb: String, Codable, CaseIterable, Sendable {
        /// Nothing: only to be told how the drill stands.
        case status
        /// Board time stands still.
        case pause
        /// Board time goes on.
        case resume
        /// Board time runs at another speed.
        case speed
        /// Board time goes to the next thing that happens.
        case step
        /// A scripted inject happens now.
        case inject
        /// A unit goes out of service.
        case out
        /// The player is told something.
        case message
        /// Board time runs ahead, with everything that happens meanwhile.
        case jump
        /// This moment can be gone back to.
        case snapshot
        /// The drill goes on from a snapshot, in a store of its own.
        case back
        /// The drill ends.
        case end
    }

    /// What is to be done.
    package var verb: Verb
    /// The inject, for `inject`.
    package var id: String?
    /// The unit, for `out`.
    package var callsign: String?
    /// What the player is told, for `message`; why a unit goes out, for `out`.
    package var text: String?
    /// Board seconds a second, for `speed`; 0 for as fast as it goes.
    package var speed: Double?
    /// How far ahead in milliseconds, for `jump`.
    package var by: Int64?
    /// To which board time in milliseconds since 1970 (UTC), for `jump`.
    package var to: Int64?
    /// The snapshot, for `snapshot` and `back`.
    package var name: String?

    private enum CodingKeys: String, CodingKey {
        case verb = "do"
        case id, callsign, text, speed, by, to, name
    }

    /// A wish; what it needs is set afterwards.
    package init(_ verb: Verb) {
        self.verb = verb
    }

    /// The most characters of a text.
    package static let textLimit = 500
    /// The most characters of a name.
    package static let nameLimit = 60
    /// The furthest jump ahead: a week.
    package static let jumpLimit: Int64 = 7 * 24 * 3600 * 1000

    /// The wish with its texts made safe to record and to show. Throws what is missing or out of bounds.
    package func checked() throws(DrillProblem) -> ControlRequest {
        var safe = self
        switch verb {
        case .status, .pause, .resume, .step, .end: break
        case .speed: try checkSpeed()
        case .inject: safe.id = try named(id, "id")
        case .out:
            safe.callsign = try named(callsign, "callsign")
            safe.text = try text.map { value throws(DrillProblem) in try worded(value) }
        case .message: safe.text = try worded(text)
        case .jump: try checkJump()
        case .snapshot, .back: safe.name = try named(name, "name")
        }
        return safe
    }

    private func checkSpeed() throws(DrillProblem) {
        guard let speed, speed == 0 || (0.1...1000).contains(speed) else {
            throw DrillProblem(
                "control.speed", "a speed from 0.1 to 1000 is wanted, or max", "速度须为 0.1 至 1000，或 max")
        }
    }

    private func checkJump() throws(DrillProblem) {
        if let by, (1...ControlRequest.jumpLimit).contains(by) { return }
        if let to, by == nil, (0...(1 << 50)).contains(to) { return }
        throw DrillProblem(
            "control.jump", "a length such as 10m, up to a week, or a time is wanted", "请给出时长（如 10m，至多一周）或时刻")
    }

    private func named(_ value: String?, _ field: String) throws(DrillProblem) -> String {
        let safe = Sanitiser.visible(value ?? "").trimmed
        guard !safe.isEmpty, safe.count <= ControlRequest.nameLimit else {
            throw DrillProblem(
                "control.field", "\(field): a name of at most \(ControlRequest.nameLimit) characters is wanted",
                "\(field)：须为至多 \(ControlRequest.nameLimit) 字的名称")
        }
        return safe
    }

    private func worded(_ value: String?) throws(DrillProblem) -> String {
        let safe = Sanitiser.visible(value ?? "").trimmed
        guard !safe.isEmpty, safe.count <= ControlRequest.textLimit else {
            throw DrillProblem(
                "control.field", "text: 1 to \(ControlRequest.textLimit) characters are wanted",
                "text：须为 1 至 \(ControlRequest.textLimit) 字")
        }
        return safe
    }
}

extension String {
    /// Without blanks at its ends.
    fileprivate var trimmed: String {
        let front = drop { $0.isWhitespace }
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
