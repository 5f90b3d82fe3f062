/// Names as a sentence lists them: with commas in English, with enumeration commas in Chinese.
package struct NameList: Hashable, Sendable {
    private let names: [String]

    /// Lists names in their order.
    package init(_ names: some Sequence<String>) { self.names = Array(names) }

    /// True when there is none.
    package var isEmpty: Bool { names.isEmpty }
    /// For an English sentence.
    package var english: String { names.joined(separator: ", ") }
    /// For a Chinese one.
    package var chinese: String { names.joined(separator: "、") }
}
