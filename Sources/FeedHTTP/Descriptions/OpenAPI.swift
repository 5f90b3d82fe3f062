import Feeds
import Formats

/// The OpenAPI 3.1 description of the server, shipped with the program. The schema of a message comes from the rules that
/// the checker uses, so that the two cannot say different things.
package enum OpenAPI {
    /// The description, indented.
    package static func text() -> String { written }

    private static let written = document.written(indented: true) + "\n"

    /// The description as a value.
    static let document: JSON = {
        var limits = JSONLimits()
        limits.depth = 32
        // A resource of the program that is no JSON would be found by the first test that looks at it.
        guard let root = try? JSONReader.read(PackageResources.openapi_json, limits: limits) else { return .null }
        return root.adding(MessageRules.schema(), at: ["components", "schemas", "Message"][...])
    }()
}

extension JSON {
    /// The same with a member put in at a path of names whose objects are there.
    fileprivate func adding(_ value: JSON, at path: ArraySlice<String>) -> JSON {
        guard case .object(var members) = self, let name = path.first else { return value }
        let rest = path.dropFirst()
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index].value = members[index].value.adding(value, at: rest)
        } else {
            members.append(Member(name: name, value: value))
        }
        return .object(members)
    }
}
