import Districts
import Foundation

/// A mapping and the text that it was read from.
package struct ChosenMapping {
    /// The mapping.
    package var mapping: Mapping
    /// The text, as it was read.
    package var text: String

    /// A shipped mapping by name.
    package init?(shipped name: String) throws(MappingError) {
        guard let mapping = try Mapping.builtin(name), let text = Mapping.builtinText(name) else { return nil }
        self.mapping = mapping
        self.text = text
    }

    /// A mapping file.
    package init(file: String) throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            let known = Mapping.builtinTexts.map(\.name).joined(separator: ", ")
            throw Failure(
                .usage, say("--mapping \(file): no such file or built-in mapping", "--mapping \(file)：没有该文件或内置映射"),
                remedy: say("built in are: \(known)", "内置映射有：\(known)"))
        }
        text = String(decoding: data, as: UTF8.self)
        mapping = try Mapping(text: text, file: file)
    }
}

/// The mapping of a name: a file of one's own, else one that ships.
package func chooseMapping(_ name: String) throws -> ChosenMapping {
    do {
        if FileManager.default.contents(atPath: name) != nil { return try ChosenMapping(file: name) }
        return try ChosenMapping(shipped: name) ?? ChosenMapping(file: name)
    } catch let error as MappingError {
        throw Failure(error)
    }
}
