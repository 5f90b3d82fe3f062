/// One message in the two languages of the product.
public struct BilingualText: Hashable, Sendable {
    /// English.
    public var english: String
    /// Simplified Chinese (zh-Hans).
    public var chinese: String

    /// Creates a message.
    public init(english: String, chinese: String) {
        self.english = english
        self.chinese = chinese
    }
}
