import DispatchModel
import Feeds
import Formats
import NIOHTTP1

/// What is said back to a request.
struct Answer: Sendable {
    var status: HTTPResponseStatus
    /// Fields besides those that every answer has.
    var fields: [(name: String, value: String)] = []
    var mediaType: String
    var body: [UInt8]
    /// True when the connection ends with it.
    var closes = false
    /// Why it is no success.
    var refusal: RequestRefusal?

    /// A JSON body.
    static func json(_ status: HTTPResponseStatus, _ value: JSON, _ mediaType: String = "application/json") -> Answer {
        Answer(status: status, mediaType: mediaType, body: Array((value.written() + "\n").utf8))
    }

    /// A problem in the form of RFC 9457. `detail` must hold nothing of the client's that was not made safe.
    static func problem(
        _ status: HTTPResponseStatus, _ refusal: RequestRefusal, _ detail: String, more: [JSON.Member] = []
    ) -> Answer {
        let members = [
            JSON.Member(name: "type", value: .string("about:blank")),
            JSON.Member(name: "title", value: .string(status.reasonPhrase)),
            JSON.Member(name: "status", value: .integer(Int64(status.code))),
            JSON.Member(name: "code", value: .string(refusal.rawValue)),
            JSON.Member(name: "detail", value: .string(detail)),
        ]
        var answer = json(status, .object(members + more), "application/problem+json")
        answer.refusal = refusal
        return answer
    }

    /// The same, after which the connection ends.
    var closing: Answer {
        var answer = self
        answer.closes = true
        return answer
    }

    /// The same with a further field.
    func with(_ name: String, _ value: String) -> Answer {
        var answer = self
        answer.fields.append((name, value))
        return answer
    }

    /// The same with the seconds after which to come again, at least one.
    func retry(afterMilliseconds wait: Int64) -> Answer { with("Retry-After", String(max(1, (wait + 999) / 1000))) }
}

extension Answer {
    /// The answer to what is no request.
    static func malformed(_ detail: String) -> Answer { problem(.badRequest, .malformed, detail).closing }

    /// The program ends: another try finds the next one.
    static var stopping: Answer {
        problem(.serviceUnavailable, .stopping, "the console is being stopped; send again")
            .retry(afterMilliseconds: 2000).closing
    }

    /// The journal failed or took too long.
    static var unrecorded: Answer {
        problem(.serviceUnavailable, .journal, "the journal could not take it yet; send again, nothing is taken twice")
            .retry(afterMilliseconds: 2000)
    }

    /// Too much at once, by a status after which the sender comes again.
    static func full(_ route: Route?, _ refusal: RequestRefusal, _ detail: String, wait: Int64) -> Answer {
        let isFinal = route?.format?.type.takesRefusalsForFinal ?? false
        return problem(isFinal ? .serviceUnavailable : .tooManyRequests, refusal, detail)
            .retry(afterMilliseconds: wait)
    }
}

/// Times as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A time to the second.
    static func text(_ time: Timestamp) -> String {
        let (days, rest) = time.rawValue.flooredDivision(by: 86_400_000)
        let date = CivilDate(daysSince1970: days)
        let seconds = Int(rest / 1000)
        return "\(weekdays[CivilDate.weekday(daysSince1970: days)]), \(padded(date.day, 2)) \(months[date.month - 1]) "
            + "\(padded(date.year, 4)) \(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
            + " GMT"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
