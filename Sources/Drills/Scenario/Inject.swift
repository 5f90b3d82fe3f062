import DispatchModel

/// A scripted event of a drill, as a master scenario events list (MSEL) has it: when, what, what the player should do
/// about it, and what the evaluator should watch for.
package struct Inject: Hashable, Sendable {
    /// Its name in the scenario, short and without blanks.
    package var id: String
    /// What it is called.
    package var title: BilingualText
    /// When it happens.
    package var trigger: Trigger
    /// What happens.
    package var action: InjectAction
    /// What the player should do; nil when nothing is asked.
    package var expected: Expectation?
    /// What the evaluator should watch for.
    package var note: BilingualText

    /// Creates an inject.
    package init(
        id: String, title: BilingualText, trigger: Trigger, action: InjectAction, expected: Expectation? = nil,
        note: BilingualText = .none
    ) {
        self.id = id
        self.title = title
        self.trigger = trigger
        self.action = action
        self.expected = expected
        self.note = note
    }

    /// When an inject happens.
    package enum Trigger: Hashable, Sendable {
        /// So long after the drill's beginning.
        case at(Span)
        /// As soon as a condition holds, but not before so long after the beginning.
        case when(Condition, notBefore: Span)
        /// Only when the trainer says so.
        case byHand
    }

    /// What the player should do about an inject, and how long it may take.
    package struct Expectation: Hashable, Sendable {
        /// In words.
        package var action: BilingualText
        /// How the journal shows it.
        package var check: Condition
        /// How long it may take from the inject on.
        package var within: Span

        /// Creates an expectation.
        package init(action: BilingualText, check: Condition, within: Span) {
            self.action = action
            self.check = check
            self.within = within
        }
    }
}

/// What happens when an inject comes.
package enum InjectAction: Hashable, Sendable {
    /// Somebody reports an incident.
    case report(ScriptedCall)
    /// A feed (an alarm panel, a camera) raises a located alert, which reaches the console as an untriaged incident.
    case alert(ScriptedCall)
    /// Somebody else reports the incident of an earlier inject as if it were a new one, so many metres away.
    case duplicate(of: String, ScriptedWords, metres: Double)
    /// Somebody calls again about the incident of an earlier inject; the report is added to it.
    case callback(of: String, ScriptedWords)
    /// The incident of an earlier inject becomes more serious. What is left out of type and priority stays, and is then
    /// for the player to put right.
    case escalate(of: String, type: String, priority: Priority?, ScriptedWords)
    /// A unit cannot be sent any more; for so long, or until it is brought back.
    case takeOut(callsign: String, reason: BilingualText, for: Span?)
    /// A unit that was out of service is back.
    case bringBack(callsign: String)
    /// Radio fails in an area.
    case radioOut(area: RadioArea, for: Span?)
    /// Radio works again everywhere where an inject had made it fail.
    case radioBack
    /// Weather or traffic changes the speed of everything that drives and the rate of calls; 1 is as usual.
    case conditions(speed: Double, demand: Double, BilingualText)
    /// An officer calls for help.
    case emergency(Officer)
    /// The player is told something.
    case message(BilingualText)

    /// Whose call for help it is.
    package enum Officer: Hashable, Sendable {
        /// The unit of a callsign.
        case callsign(String)
        /// The unit that arrived first at the incident of an earlier inject and is still there.
        case atIncident(inject: String)
    }

    /// The inject that this one continues; nil when it stands by itself.
    package var continues: String? {
        switch self {
        case .duplicate(let id, _, _), .callback(let id, _), .escalate(let id, _, _, _),
            .emergency(.atIncident(let id)):
            id
        default: nil
        }
    }

    /// True when it makes an incident of its own.
    var makesIncident: Bool {
        switch self {
        case .report, .alert, .duplicate, .emergency: true
        default: false
        }
    }
}

/// An incident as somebody reports it in a scenario.
package struct ScriptedCall: Hashable, Sendable {
    /// The code of its type.
    package var type: String
    /// How urgent it is taken for.
    package var priority: Priority
    /// Where it is.
    package var place: Place
    /// The beat that owns it; empty to leave it open.
    package var beat: String
    /// Who says what.
    package var words: ScriptedWords
    /// True when type, priority and place have been confirmed already.
    package var isTriaged: Bool
    /// How long units have to do at the scene; nil to draw it from the district's figures.
    package var onScene: Span?

    /// Creates a call.
    package init(
        type: String, priority: Priority, place: Place, beat: String = "", words: ScriptedWords = ScriptedWords(),
        isTriaged: Bool = false, onScene: Span? = nil
    ) {
        self.type = type
        self.priority = priority
        self.place = place
        self.beat = beat
        self.words = words
        self.isTriaged = isTriaged
        self.onScene = onScene
    }
}

/// What a caller says.
package struct ScriptedWords: Hashable, Sendable {
    /// Who calls.
    package var caller: String
    /// What is said.
    package var text: BilingualText

    /// Creates a caller's words.
    package init(caller: String = "", text: BilingualText = .none) {
        self.caller = caller
        self.text = text
    }
}

/// Where radio fails.
package enum RadioArea: Hashable, Sendable {
    /// Everywhere.
    case everywhere
    /// In these beats.
    case beats([String])
    /// Around a point.
    case circle(centre: GeoPoint, metres: Double)
}
