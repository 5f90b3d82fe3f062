import Formats
import Wording

/// What a trainer types, as requests: the words of `drill control` and of the instructor console.
package enum ControlLanguage {
    /// Reads a length such as `10m`, `90s`, `1h`, `1h30m`, or a time of day such as `14:05`, into a jump.
    ///
    /// A time of day is on the board's own clock the one that has been since the drill began, which a jump is then refused
    /// for, else the next one after now. Nil for anything else.
    /// - Parameters:
    ///   - now: Board time in milliseconds since 1970.
    ///   - began: When the drill began, in the same.
    package static func jump(_ text: String, at now: Int64, began: Int64, secondsEast: Int64) -> ControlRequest? {
        var request = ControlRequest(.jump)
        let bare = text.filter { !$0.isWhitespace }.lowercased()
        if let clock = timeOfDay(bare) {
            let day: Int64 = 86_400
            let local = now.flooredDivision(by: 1000).quotient + secondsEast
            var target = local.flooredDivision(by: day).quotient * day + clock
            if target > local { target -= day }
            if (target - secondsEast) * 1000 < began { target += day }
            request.to = (target - secondsEast) * 1000
            return request
        }
        guard let length = WrittenSpan.milliseconds(bare, bare: 60_000), length > 0 else { return nil }
        request.by = length
        return request
    }

    /// `14:05` or `14:05:30` as seconds of a day; nil for anything else.
    static func timeOfDay(_ text: String) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0 != nil }) else { return nil }
        let numbers = parts.compactMap { $0 } + (parts.count == 2 ? [0] : [])
        guard (0..<24).contains(numbers[0]), (0..<60).contains(numbers[1]), (0..<60).contains(numbers[2]) else {
            return nil
        }
        return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    }

    /// `4`, `x4`, `0.5` or `max` as a wish for a speed; nil for what is none.
    package static func speed(_ text: String) -> ControlRequest? {
        guard let factor = WrittenSpeed.factor(text) else { return nil }
        var request = ControlRequest(.speed)
        request.speed = factor == .infinity ? 0 : factor
        return request
    }

    /// How the lines of the instructor console are read, by the command that asks for one; nil for what means nothing.
    static let lines: [CommandName: @Sendable (_ line: String, _ status: ControlStatus?) -> ControlRequest?] = [
        .tellPlayer: { line, _ in
            var request = ControlRequest(.message)
            request.text = line
            return request
        },
        .takeUnitOut: { line, _ in out(line) },
        .runAhead: { line, status in
            jump(line, at: status?.at ?? 0, began: status?.began ?? 0, secondsEast: status?.secondsEast ?? 0)
        },
        .drillSpeed: { line, _ in speed(line) },
        .keepSnapshot: { line, _ in snapshot(.snapshot, line) },
        .backToSnapshot: { line, _ in snapshot(.back, line) },
    ]

    private static func snapshot(_ verb: ControlRequest.Verb, _ name: String) -> ControlRequest {
        var request = ControlRequest(verb)
        request.name = name
        return request
    }

    /// A callsign and, after it, why it goes out.
    package static func out(_ text: String) -> ControlRequest {
        var request = ControlRequest(.out)
        let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        request.callsign = parts.first.map(String.init)
        request.text = parts.count > 1 ? String(parts[1]) : nil
        return request
    }
}
