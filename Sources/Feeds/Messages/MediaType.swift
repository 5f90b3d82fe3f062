/// A media type (RFC 9110, section 8.3.1) as far as it is looked at.
package struct MediaType: Hashable, Sendable {
    /// Type and subtype in lower case.
    package var name: String
    /// The character set in lower case; empty when none is named.
    package var charset = ""

    /// Reads a `Content-Type`.
    package init(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(MediaType.trimmed)
        name = parts[0].lowercased()
        for part in parts.dropFirst() where part.lowercased().hasPrefix("charset=") {
            charset = part.dropFirst(8).filter { $0 != "\"" }.lowercased()
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    /// True for JSON's own character set (RFC 8259, section 8.1), or a part of it.
    package var isUTF8: Bool { charset.isEmpty || charset == "utf-8" || charset == "utf8" || charset == "us-ascii" }

    /// True when it says nothing: the type of forms is what `curl -d` sends whatever the body is.
    package var isUntold: Bool { name == "application/x-www-form-urlencoded" }
}
