import Synchronization

/// What has come of the server's connections and requests, from any thread.
final class ServerCounts: Sendable {
    /// A request's route and code; a nil route for none of ours.
    struct Key: Hashable {
        var route: Route?
        var code: UInt
    }

    /// The figures at one moment.
    struct Figures {
        var open = 0
        var accepted: Int64 = 0
        var answers: [Key: Int64] = [:]
        var refusals: [RequestRefusal: Int64] = [:]
    }

    private let figures = Mutex(Figures())

    /// The figures now.
    var current: Figures { figures.withLock { $0 } }

    func opened() {
        figures.withLock { figures in
            figures.open += 1
            figures.accepted += 1
        }
    }

    func closed() { figures.withLock { $0.open -= 1 } }

    func note(_ refusal: RequestRefusal) { figures.withLock { $0.refusals[refusal, default: 0] += 1 } }

    func note(_ route: Route?, _ answer: Answer) {
        figures.withLock { figures in
            figures.answers[Key(route: route, code: answer.status.code), default: 0] += 1
            if let refusal = answer.refusal { figures.refusals[refusal, default: 0] += 1 }
        }
    }
}
