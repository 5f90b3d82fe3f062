import Feeds
import Formats
import TestSupport

/// Checks answers against the schemas of an OpenAPI description: those words of JSON Schema (2020-12) that it uses.
struct SchemaCheck {
    let root: JSON

    /// What a reference such as `#/components/schemas/Report` names.
    func resolved(_ reference: String) -> JSON? {
        reference.split(separator: "/").dropFirst().reduce(Optional(root)) { $0?[String($1)] }
    }

    private func followed(_ value: JSON) -> JSON {
        value["$ref"]?.text.flatMap(resolved) ?? value
    }

    /// What about an answer is other than an operation says.
    func problems(of answer: RawClient.Answer, _ operation: JSON) -> [String] {
        let response = followed(operation["responses"]?[String(answer.status)] ?? .null)
        var found: [String] = []
        for header in response["headers"]?.members ?? [] {
            guard let value = answer.fields[header.name.lowercased()] else {
                found.append("no \(header.name)")
                continue
            }
            if header.value["schema"]?["type"]?.text == "integer", Int(value) == nil { found.append(header.name) }
        }
        let type = (answer.fields["content-type"] ?? "").split(separator: ";").first.map(String.init) ?? ""
        guard let schema = response["content"]?[type]?["schema"] else { return found + ["\(type) is not named"] }
        if type.hasSuffix("json") {
            var limits = JSONLimits()
            limits.depth = 32
            guard let value = try? JSONReader.read(answer.body, limits: limits) else { return found + ["no JSON"] }
            found += problems(of: value, schema, "")
        }
        return found
    }

    /// What about a value is other than a schema says.
    func problems(of value: JSON, _ schema: JSON, _ path: String) -> [String] {
        let schema = followed(schema)
        var found: [String] = []
        if let constant = schema["const"], constant != value { found.append("\(path) is \(value)") }
        if let choices = schema["enum"]?.elements, !choices.contains(value) { found.append("\(path) is \(value)") }
        if let type = schema["type"] {
            let names = type.elements?.compactMap(\.text) ?? [type.text ?? ""]
            if !names.contains(where: { isType(value, $0) }) { found.append("\(path) is no \(names)") }
        }
        if let least = schema["minimum"]?.double, let number = value.double, number < least {
            found.append("\(path) is \(number)")
        }
        if let elements = value.elements {
            let count = Double(elements.count)
            if count > schema["maxItems"]?.double ?? .infinity || count < schema["minItems"]?.double ?? 0 {
                found.append("\(path) has \(elements.count)")
            }
            if let items = schema["items"] {
                for (index, element) in elements.enumerated() {
                    found += problems(of: element, items, "\(path)[\(index)]")
                }
            }
        }
        if let members = value.members {
            for name in schema["required"]?.elements?.compactMap(\.text) ?? [] where value[name] == nil {
                found.append("\(path) lacks \(name)")
            }
            for member in members {
                if let inner = schema["properties"]?[member.name] {
                    found += problems(of: member.value, inner, "\(path).\(member.name)")
                } else if schema["additionalProperties"] == .bool(false) {
                    found.append("\(path) has \(member.name)")
                }
            }
        }
        return found
    }

    private func isType(_ value: JSON, _ name: String) -> Bool {
        switch (value, name) {
        case (.null, "null"), (.bool, "boolean"), (.integer, "integer"), (.integer, "number"), (.number, "number"),
            (.string, "string"), (.array, "array"), (.object, "object"):
            true
        default: false
        }
    }
}
