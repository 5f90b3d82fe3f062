import DispatchModel
import Formats

/// Reads Common Alerting Protocol 1.1 and 1.2 in XML, alone or as the entries of an Atom feed.
///
/// Source: OASIS CAP-V1.1 (2005) and CAP-v1.2 (2010), section 3.2. `status` decides what an alert is meant as; an update
/// goes on under the identity of the first message that it refers to and ends the others, a cancellation ends them all.
/// The entries of a feed, which often lists the newest first, are taken in the order in which they were sent.
/// Signatures are not verified, and links and embedded resources are not looked at.
package enum CAPDecoder {
    /// The namespaces that are read.
    static let namespaces: Set<String> = [
        "urn:oasis:names:tc:emergency:cap:1.1", "urn:oasis:names:tc:emergency:cap:1.2",
    ]
    private static let atom = "http://www.w3.org/2005/Atom"
    private static let first = "http://www.incident.com/cap/1.0"

    /// The alerts of a document, their severities by the sender's words first. Throws when the document as a whole cannot
    /// be read.
    package static func decode(
        _ text: some Collection<UInt8>, words: WordMapping = WordMapping()
    ) throws(MessageFault) -> DecodedText {
        let root = try XMLReader.read(text)
        if root.name == "feed", root.namespace == atom { return feed(root, words) }
        guard root.name == "alert", namespaces.contains(root.namespace) else { throw foreign(root) }
        var decoded = DecodedText()
        do throws(MessageFault) {
            decoded.messages = try CAPAlert(root, words: words).messages()
        } catch {
            throw error.inside("alert")
        }
        return decoded
    }

    private static func feed(_ root: XMLNode, _ words: WordMapping) -> DecodedText {
        var decoded = DecodedText()
        for (index, entry) in root.all("entry").enumerated() {
            decoded.addAll("entry[\(index + 1)]") { () throws(MessageFault) in try messages(entry, words) }
        }
        decoded.messages = inOrder(decoded.messages)
        for alert in root.children where alert.name == "alert" && namespaces.contains(alert.namespace) {
            decoded.faults.append(
                MessageFault(
                    path: "feed.alert", found: "an alert outside of an entry", foundChinese: "条目之外的 alert",
                    expected: "each alert inside <entry><content>", expectedChinese: "每个 alert 置于 <entry><content> 内"))
        }
        // A feed without entries says that it is alive.
        if decoded.messages.isEmpty, decoded.faults.isEmpty { decoded.messages = [FeedMessage(.heartbeat)] }
        return decoded
    }

    /// Messages in the order in which they were sent; at the same time what is on comes before what has ended.
    private static func inOrder(_ messages: [FeedMessage]) -> [FeedMessage] {
        messages.enumerated().sorted { one, other in
            let (left, right) = (one.element.time ?? .epoch, other.element.time ?? .epoch)
            if left != right { return left < right }
            if one.element.isActive != other.element.isActive { return one.element.isActive }
            return one.offset < other.offset
        }.map(\.element)
    }

    /// A document of another kind, named so that its sender knows what to send instead.
    private static func foreign(_ root: XMLNode) -> MessageFault {
        let name = MessageFault.excerpt(root.name)
        guard root.name == "alert" else {
            let namespace = root.namespace.isEmpty ? "" : " (\(MessageFault.excerpt(root.namespace)))"
            return MessageFault(
                path: "", found: "<\(name)>\(namespace)", foundChinese: " <\(name)>\(namespace)",
                expected: "an <alert> of CAP 1.1 or 1.2, or an Atom <feed> of such",
                expectedChinese: " CAP 1.1 或 1.2 的 <alert>，或其 Atom <feed>")
        }
        let found = root.namespace == first ? "CAP 1.0" : JSON.quoted(MessageFault.excerpt(root.namespace))
        return MessageFault(
            path: "alert.xmlns", found: found, foundChinese: " \(found)",
            expected: "CAP 1.2 (or 1.1): urn:oasis:names:tc:emergency:cap:1.2",
            expectedChinese: " CAP 1.2（或 1.1）：urn:oasis:names:tc:emergency:cap:1.2")
    }

    private static func messages(_ entry: XMLNode, _ words: WordMapping) throws(MessageFault) -> [FeedMessage] {
        if let content = entry.child("content"),
            let alert = content.children.first(where: { $0.name == "alert" && namespaces.contains($0.namespace) })
        {
            return try CAPAlert(alert, words: words).messages()
        }
        let fields = entry.children.filter { namespaces.contains($0.namespace) }
        guard fields.contains(where: { $0.name == "status" }) else {
            let hasLink = entry.child("link") != nil
            throw MessageFault(
                path: "content", found: hasLink ? "only links, which are not followed" : "nothing",
                foundChinese: hasLink ? "仅有链接（不跟随链接）" : "空缺",
                expected: "the CAP alert itself inside <content>, or sent by itself",
                expectedChinese: "<content> 内含 CAP alert 本身，或单独发送该 alert")
        }
        return [try CAPIndexEntry(entry, fields, words: words).message()]
    }
}

/// The Common Alerting Protocol as a format of feeds. A document is kept as a whole whatever part of it is wrong: taken
/// again it says nothing twice.
struct CAPFormat: WireFormat {
    static var framing: FeedFraming { .file }
    static var wordFields: [String] { ["severity"] }
    static var path: String? { "/v1/cap" }
    static var mediaTypes: String { "application/cap+xml, application/xml, text/xml, application/atom+xml" }

    let words: WordMapping

    /// The document itself says how it is encoded, and a charset that says otherwise is not believed.
    static func shape(of type: MediaType, hasEventHeader: Bool) -> BodyShape? {
        let isXML = type.name == "application/xml" || type.name == "text/xml" || type.name.hasSuffix("+xml")
        return isXML || type.isUntold ? .document : nil
    }

    func decode(_ text: [UInt8], now: Timestamp) throws(MessageFault) -> DecodedText {
        try CAPDecoder.decode(text, words: words)
    }
}
