import DispatchModel
import Formats

/// Which fields each kind of message has: the one source of the checker and of the printed JSON Schema.
package enum MessageRules {
    /// The words of the units' statuses.
    package static let statuses: [(word: String, status: UnitStatus)] = [
        ("available", .available), ("dispatched", .dispatched), ("en-route", .enRoute), ("on-scene", .onScene),
        ("transporting", .transporting), ("clear", .clear), ("out-of-service", .outOfService),
        ("emergency", .emergency),
    ]
    /// The words of the alerts' severities.
    package static let severities: [(word: String, severity: AlertSeverity)] = [
        ("high", .high), ("medium", .medium), ("low", .low),
    ]
    /// The words of what an alert is meant as.
    package static let standings: [(word: String, standing: AlertStanding)] = [
        ("actual", .actual), ("exercise", .exercise), ("test", .test), ("system", .system), ("draft", .draft),
    ]

    /// The words for whether an alert is on.
    static let states = ["firing", "resolved"]
    /// The place of the word for an alert that is on.
    static let firing = 0

    /// The words of the grades of disputes.
    package static let grades: [(word: String, grade: DisputeGrade)] = [
        ("red", .red), ("orange", .orange), ("yellow", .yellow), ("blue", .blue),
    ]

    /// The words for how a report came in.
    package static let ways: [(word: String, way: CallWay)] = [
        ("phone", .phone), ("text", .text), ("alarm", .alarm), ("walk-in", .walkIn), ("other-desk", .otherDesk),
    ]

    /// The fields of a kind besides `kind`, in the order of the documentation.
    package static func fields(of kind: MessageKind) -> [FieldRule] {
        switch kind {
        case .incidentReport: incidentReport
        case .incidentUpdate: incidentUpdate
        case .unitStatus: unitStatus
        case .unitPosition: unitPosition
        case .alert: alert
        case .heartbeat: heartbeat
        }
    }

    /// The names of the fields of a kind, in the same order.
    static func names(of kind: MessageKind) -> [String] { names[kind] ?? [] }

    /// A bit for each field that a message of a kind must have, the first field's lowest.
    static func required(of kind: MessageKind) -> UInt64 { required[kind] ?? 0 }

    private static let names = Dictionary(
        uniqueKeysWithValues: MessageKind.allCases.map { ($0, fields(of: $0).map(\.name)) })
    private static let required = Dictionary(
        uniqueKeysWithValues: MessageKind.allCases.map { kind in
            (
                kind,
                fields(of: kind).enumerated().reduce(0 as UInt64) {
                    $0 | ($1.element.isRequired ? 1 << UInt64($1.offset) : 0)
                }
            )
        })

    /// A field that begins so is the sender's own; it is not looked at.
    static let foreignPrefix = "x-"

    private static let id = FieldRule(
        .id, .identity(limit: 200), required: true, "the message's identity; sent again it is taken once",
        "消息标识；重复发送只取一次")
    private static let time = FieldRule(
        .time, .time, required: true, "when it happened", "发生时间")
    private static func incident(required: Bool, _ english: String, _ chinese: String) -> FieldRule {
        FieldRule(.incident, .identity(limit: 200), required: required, english, chinese)
    }
    private static func unit() -> FieldRule {
        FieldRule(.unit, .identity(limit: 60), required: true, "the unit's callsign", "警力呼号")
    }
    private static func point(required: Bool) -> [FieldRule] {
        [
            FieldRule(.lat, .number(-90...90), required: required, "degrees north, WGS 84", "纬度（WGS 84）"),
            FieldRule(.lon, .number(-180...180), required: required, "degrees east, WGS 84", "经度（WGS 84）"),
        ]
    }
    private static let placeChinese = FieldRule(
        .placeChinese, .text(limit: 500), "the place in Chinese, where it has a name in each language",
        "地点的中文名称（两种语言各有名称时）")
    private static let particulars: [FieldRule] =
        [
            FieldRule(.priority, .integer(1...5), "1, life in danger, to 5, service request", "优先级，1 最高，5 最低"),
            FieldRule(.place, .text(limit: 500), "street, crossing or name", "街道、路口或名称"),
            placeChinese,
        ] + point(required: false) + [
            FieldRule(.beat, .identity(limit: 100), "the beat that owns the incident", "属地巡区"),
            FieldRule(.caller, .text(limit: Caller.nameLimit), "who reported", "报警人"),
            FieldRule(
                .callback, .text(limit: Caller.callbackLimit), "the number by which they are called back", "回拨号码"),
            FieldRule(.flat, .text(limit: Caller.flatLimit), "the caller's flat, room or floor", "报警人的户号、房间或楼层"),
            FieldRule(.way, .word(ways.map(\.word)), "how the report came in", "报警方式"),
            FieldRule(.rang, .time, "when the call began to ring", "来电振铃时间"),
            FieldRule(.answered, .time, "when the call was answered", "来电接听时间"),
            FieldRule(.text, .text(limit: 8000), "what was reported", "报警内容"),
            FieldRule(.grade, .word(grades.map(\.word)), "the grade of a dispute", "矛盾纠纷等级"),
        ]

    private static let incidentReport: [FieldRule] =
        [
            id, time,
            incident(required: false, "the incident's identity; without it the message's", "警情标识；空缺时用消息标识"),
            FieldRule(.type, .identity(limit: 100), required: true, "the code of the incident's type", "警情类型代码"),
        ] + particulars

    private static let incidentUpdate: [FieldRule] =
        [
            id, time, incident(required: true, "the incident's identity as reported", "上报时的警情标识"),
            FieldRule(.type, .identity(limit: 100), "another type", "更正的类型"),
        ] + particulars + [
            FieldRule(.disposition, .identity(limit: 200), "how it ended; closes the incident", "处置结果；警情就此解决"),
            FieldRule(
                .reopened, .identity(limit: 200), "why it is open again; opens the closed incident",
                "重新打开的原因；已解决的警情就此重新打开"),
        ]

    private static let unitStatus: [FieldRule] = [
        id, time, unit(),
        FieldRule(.status, .word(statuses.map(\.word)), required: true, "what the unit does now", "警力当前状态"),
        incident(
            required: false, "the incident that it does so for: a milestone of its assignment", "所处警情：记为派警节点"),
    ]

    private static let unitPosition: [FieldRule] =
        [FieldRule(.id, .identity(limit: 200), id.english, id.chinese), time, unit()] + point(required: true) + [
            FieldRule(.accuracy, .number(0...1_000_000), "95 % error in metres", "95% 误差（米）")
        ]

    private static let alert: [FieldRule] =
        [
            id, time,
            FieldRule(
                .alert, .identity(limit: 300),
                "the alert's identity from coming on to its end; without it the message's",
                "告警自出现至结束的标识；空缺时用消息标识"),
            FieldRule(
                .state, .word(states), "whether it is on; firing when not said", "是否仍在；缺省为 firing"),
            FieldRule(
                .severity, .word(severities.map(\.word)), "how much it matters; medium when not said",
                "严重程度；缺省为 medium"),
            FieldRule(
                .standing, .word(standings.map(\.word)), "whether it is meant; actual when not said", "性质；缺省为 actual"),
            FieldRule(.text, .text(limit: 2000), required: true, "what is wrong", "告警内容"),
            FieldRule(.expires, .time, "when it ends by its sender's word", "发送方声明的截止时间"),
            FieldRule(
                .ends, .time, "when the event itself ends, if its words expire before", "事件本身结束的时间（晚于告警截止时间时）"),
            FieldRule(.place, .text(limit: 500), "where", "地点"), placeChinese,
        ] + point(required: false)

    private static let heartbeat: [FieldRule] = [
        FieldRule(.id, .identity(limit: 200), id.english, id.chinese),
        FieldRule(.time, .time, time.english, time.chinese),
    ]
}

extension MessageRules {
    /// The JSON Schema (2020-12) of a message, made from the rules that the checker uses.
    package static func schema() -> JSON {
        object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("Watchfloor feed message / 数据源消息")),
            (
                "description",
                .string("One message a line, UTF-8, each name once. Fields that begin with x- are the sender's own.")
            ),
            ("type", .string("object")),
            ("required", .array([.string("kind")])),
            ("oneOf", .array(MessageKind.allCases.map(schema))),
        ])
    }

    private static func schema(of kind: MessageKind) -> JSON {
        let rules = fields(of: kind)
        let properties: [(String, JSON)] =
            [("kind", object([("const", .string(kind.rawValue))]))] + rules.map { ($0.name, schema(of: $0)) }
        let required = ["kind"] + rules.filter(\.isRequired).map(\.name)
        var members: [(String, JSON)] = [
            ("title", .string(kind.rawValue)),
            ("properties", object(properties)),
            ("required", .array(required.map(JSON.string))),
            ("patternProperties", object([("^\(foreignPrefix)", .bool(true))])),
            ("additionalProperties", .bool(false)),
        ]
        if rules.contains(where: { $0.name == "lat" }) {
            members.append(
                ("dependentRequired", object([("lat", .array([.string("lon")])), ("lon", .array([.string("lat")]))])))
        }
        return object(members)
    }

    private static func schema(of rule: FieldRule) -> JSON {
        var members: [(String, JSON)] = [("description", .string("\(rule.english) / \(rule.chinese)"))]
        switch rule.shape {
        case .identity(let limit):
            members += [
                ("type", .string("string")), ("minLength", .integer(1)), ("maxLength", .integer(Int64(limit))),
                ("pattern", .string("^[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cn}\\p{Co}]*$")),
            ]
        case .text(let limit):
            members += [("type", .string("string")), ("maxLength", .integer(Int64(limit)))]
        case .time: members += [("type", .string("string")), ("format", .string("date-time"))]
        case .word(let words): members += [("enum", .array(words.map(JSON.string)))]
        case .integer(let range):
            members += [
                ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)),
            ]
        case .number(let range):
            members += [
                ("type", .string("number")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ]
        }
        return object(members)
    }

    private static func object(_ members: [(String, JSON)]) -> JSON {
        .object(members.map { JSON.Member(name: $0.0, value: $0.1) })
    }
}
