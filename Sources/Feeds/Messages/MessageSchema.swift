import Formats

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
