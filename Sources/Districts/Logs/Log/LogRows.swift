import DispatchModel

/// Texts that come again and again, each kept once.
struct Interner {
    private(set) var texts: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(_ text: String) -> Int32 {
        if let number = numbers[text] { return number }
        let number = Int32(texts.count)
        numbers[text] = number
        texts.append(text)
        return number
    }

    subscript(number: Int32) -> String { texts[Int(number)] }
}

/// A call of the log.
struct LoggedCall {
    var id: String
    var received: Timestamp
    var type: Int32
    var priority: Priority
    var place: Place
    var beat: Int32
    var area: Int32
    var report: BilingualText
    var disposition: Int32
    var closed: Timestamp?
    /// Rows of units, and how many of them were cleared.
    var unitRows = 0
    var clearedRows = 0
}

/// One unit's part in a call.
struct LoggedResponse {
    var id: String
    var call: Int32
    var unit: Int32
    var times: LoggedTimes
}

/// Another report of a call that the log already has.
struct LoggedReport {
    var id: String
    var call: Int32
    var received: Timestamp
    var words: BilingualText
}

/// The stated times of one response by milestone, in little room.
struct LoggedTimes {
    private var times: (Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64)

    init() {
        let none = Int64.min
        times = (none, none, none, none, none, none, none, none)
    }

    subscript(milestone: Milestone) -> Timestamp? {
        get {
            let value = raw(milestone)
            return value == .min ? nil : Timestamp(rawValue: value)
        }
        set {
            let value = newValue?.rawValue ?? .min
            switch milestone {
            case .assigned: times.0 = value
            case .acknowledged: times.1 = value
            case .enRoute: times.2 = value
            case .arrived: times.3 = value
            case .transporting: times.4 = value
            case .atDestination: times.5 = value
            case .feedback: times.6 = value
            case .cleared: times.7 = value
            }
        }
    }

    private func raw(_ milestone: Milestone) -> Int64 {
        switch milestone {
        case .assigned: times.0
        case .acknowledged: times.1
        case .enRoute: times.2
        case .arrived: times.3
        case .transporting: times.4
        case .atDestination: times.5
        case .feedback: times.6
        case .cleared: times.7
        }
    }

    /// The earliest time stated.
    var earliest: Timestamp? {
        var found: Timestamp?
        for milestone in Milestone.allCases {
            guard let time = self[milestone] else { continue }
            found = min(found ?? time, time)
        }
        return found
    }

    /// Goes through what the log says in the order of milestones: when it becomes known, and whether it runs backwards.
    ///
    /// The assignment is always said, without a stated time where the log lacks one. Nothing becomes known before the
    /// call was received or before the milestone in front of it.
    func replay(
        received: Timestamp, _ visit: (Milestone, _ at: Timestamp, _ stated: Timestamp?, _ backwards: Bool) -> Void
    ) {
        var at = received
        for milestone in Milestone.allCases {
            let stated = self[milestone]
            guard stated != nil || milestone == .assigned else { continue }
            let time = stated ?? earliest ?? received
            // An assignment without a time stands at the earliest time of its row and precedes nothing.
            let backwards = stated.map { $0 < at } ?? false
            at = max(at, time)
            visit(milestone, at, stated, backwards)
        }
    }

    /// True when a stated time lies before one that should precede it.
    func runsBackwards(received: Timestamp) -> Bool {
        var found = false
        replay(received: received) { _, _, _, backwards in found = found || backwards }
        return found
    }
}
