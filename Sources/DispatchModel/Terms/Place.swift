/// Where something is: in words, and as a point when it is known.
package struct Place: Recordable, Hashable, Sendable {
    /// Street, crossing or name as reported; text from outside, to be sanitised before it is shown.
    package var text: String = ""
    /// The point, when one is known.
    package var point: GeoPoint?
    /// What `text` says in Chinese, where that is known beside it; empty where there is only the one text, and in older
    /// journals.
    package var chinese: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        text: String = "", point: GeoPoint? = nil, chinese: String = ""
    ) {
        self.text = text
        self.point = point
        self.chinese = chinese
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "text", &text)
        visitor.visit(2, "point", &point)
        visitor.visit(3, "chinese", &chinese)
    }
}

extension Place {
    /// A place of these words.
    package init(_ words: BilingualText, point: GeoPoint? = nil) {
        let (text, chinese) = words.recorded
        self.init(text: text, point: point, chinese: chinese)
    }

    /// Its words, in each language those that there are.
    package var words: BilingualText { BilingualText(recorded: text, chinese) }

    /// Its words in a language, or in the other where it has none of its own.
    package subscript(language: Language) -> String {
        language == .chinese && !chinese.isEmpty ? chinese : text
    }

    /// Its words in all languages that it has, in one text.
    package var allWords: String { chinese.isEmpty ? text : words.both }
}

/// A point on the WGS 84 ellipsoid, to a millionth of a degree (about 11 cm).
package struct GeoPoint: Recordable, Hashable, Sendable {
    /// Degrees north times a million, -90,000,000 to 90,000,000.
    package var latitudeMicrodegrees: Int64 = 0
    /// Degrees east times a million, -180,000,000 to 180,000,000.
    package var longitudeMicrodegrees: Int64 = 0

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        latitudeMicrodegrees: Int64 = 0, longitudeMicrodegrees: Int64 = 0
    ) {
        self.latitudeMicrodegrees = latitudeMicrodegrees
        self.longitudeMicrodegrees = longitudeMicrodegrees
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "latitudeMicrodegrees", &latitudeMicrodegrees)
        visitor.visit(2, "longitudeMicrodegrees", &longitudeMicrodegrees)
    }

    /// The point at so many degrees, or nil outside the globe or when a number is not finite.
    package init?(latitude: Double, longitude: Double) {
        guard latitude.isFinite, longitude.isFinite, abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
        self.init(
            latitudeMicrodegrees: Int64((latitude * 1_000_000).rounded()),
            longitudeMicrodegrees: Int64((longitude * 1_000_000).rounded()))
    }

    /// True within about a kilometre of 0°, 0°, in the sea off Africa: what says so does not know where it is.
    package var isAtZero: Bool { abs(latitudeMicrodegrees) < 10_000 && abs(longitudeMicrodegrees) < 10_000 }

    /// Degrees north.
    package var latitude: Double { Double(latitudeMicrodegrees) / 1_000_000 }
    /// Degrees east.
    package var longitude: Double { Double(longitudeMicrodegrees) / 1_000_000 }
}

/// Why a position is not to be trusted.
package enum PositionDoubt: String, CaseIterable, Sendable {
    /// The receiver has no fix.
    case noFix
    /// The receiver's date lies a GPS week roll-over (1024 weeks) back, or years from now.
    case rolledOverDate
    /// The receiver states no time.
    case noTime
    /// Farther from the position before than anything on the road comes in the time between.
    case jump
    /// The receiver's own error estimate is large.
    case inaccurate
    /// At 0°, 0°, which is what a receiver says before it knows.
    case atZero
    /// Thousands of kilometres from the unit's duty point.
    case farFromDuty
}
