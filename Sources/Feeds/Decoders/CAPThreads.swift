/// Remembers under which alert each message of CAP went on, so that an update that names only the one before it, not the
/// first of all, still goes on under the same. The newest messages are remembered, up to a limit.
struct CAPThreads: Sendable {
    private let limit: Int
    private var firsts: [String: String] = [:]
    private var order: [String] = []
    private var head = 0

    init(limit: Int = 8192) {
        self.limit = limit
    }

    /// Puts messages under the alerts that they go on under; what would end one that has just gone on is left out.
    mutating func follow(_ decoded: inout DecodedText) {
        var leader: (id: String, alert: String)?
        decoded.messages = decoded.messages.compactMap { message in
            guard message.kind == .alert else { return message }
            var message = message
            message.alert = firsts[message.alert] ?? message.alert
            if let leader, message.id.hasPrefix(leader.id + "#") {
                return message.alert == leader.alert ? nil : message
            }
            if message.id != message.alert { remember(message.id, message.alert) }
            leader = (message.id, message.alert)
            return message
        }
    }

    private mutating func remember(_ message: String, _ alert: String) {
        guard firsts.updateValue(alert, forKey: message) == nil else { return }
        order.append(message)
        guard firsts.count > limit else { return }
        firsts[order[head]] = nil
        head += 1
        if head > 1024, head * 2 > order.count {
            order.removeFirst(head)
            head = 0
        }
    }
}
