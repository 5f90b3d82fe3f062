import DispatchModel
import Formats

/// An alert of CAP.
struct CAPAlert {
    private let node: XMLNode
    private let words: WordMapping

    /// The most messages that one may refer to.
    static let references = 100

    /// - Parameter words: The sender's own words of severity.
    init(_ node: XMLNode, words: WordMapping = WordMapping()) {
        self.node = node
        self.words = words
    }

    /// What it says: itself, and the end of the messages that it takes the place of besides the first.
    func messages() throws(MessageFault) -> [FeedMessage] {
        var message = FeedMessage(.alert)
        let own = CAPWords.identity(try CAPWords.name(node, "sender"), try CAPWords.name(node, "identifier"))
        message.time = try CAPWords.time(node, "sent")
        message.standing = try CAPWords.word(node, "status", CAPWords.standings)
        let type = try CAPWords.word(node, "msgType", CAPWords.types)
        _ = try CAPWords.word(node, "scope", ["Public": 0, "Restricted": 1, "Private": 2])
        let infos = try node.all("info").enumerated().map { index, info throws(MessageFault) in
            do throws(MessageFault) {
                return try CAPInfo(info, words)
            } catch {
                throw error.inside("info[\(index + 1)]")
            }
        }
        // A sender's system that says nothing says that it is alive, as the Canadian feed does every minute.
        let isAlive = message.standing == .system && infos.isEmpty && type != .cancel
        guard type != .other, !isAlive else { return [FeedMessage(.heartbeat)] }
        message.isActive = type != .cancel && !(type == .update && CAPInfo.isAllClear(infos))
        let references = type == .alert ? [] : try self.references(isNeeded: !message.isActive)
        (message.id, message.name) = (own, own)
        message.alert = references.first ?? own
        message.isUnlinked = type == .update && references.isEmpty
        describe(&message, infos)
        return [message]
            + references.dropFirst().enumerated().map { index, reference in
                var end = message
                end.id = "\(own)#\(index + 2)"
                (end.alert, end.isActive) = (reference, false)
                return end
            }
    }

    /// The messages that this one refers to, each as it is known; what ends something must name it. An update that names
    /// nothing, or names it wrongly, is news all the same.
    private func references(isNeeded: Bool) throws(MessageFault) -> [String] {
        do throws(MessageFault) {
            return try statedReferences()
        } catch {
            guard !isNeeded else { throw error }
            return []
        }
    }

    private func statedReferences() throws(MessageFault) -> [String] {
        let text = node.child("references")?.text ?? ""
        let tokens = text.split(maxSplits: CAPAlert.references, whereSeparator: \.isWhitespace)
        let expectation = (
            "sender,identifier,sent of each earlier message, 1 to \(CAPAlert.references)",
            "各先前消息的 sender,identifier,sent，1 至 \(CAPAlert.references) 条"
        )
        guard !tokens.isEmpty else { throw MessageFault.missing("references", expectation.0, expectation.1) }
        var references: [String] = []
        for token in tokens {
            let parts = token.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, CAPWords.isName(parts[0]), CAPWords.isName(parts[1]) else {
                throw MessageFault.text("references", String(token), expectation.0, expectation.1)
            }
            let reference = CAPWords.identity(parts[0], parts[1])
            if !references.contains(reference) { references.append(reference) }
        }
        return references
    }

    /// What, where, how grave and until when, by its infos; one without any says so little that it is low.
    private func describe(_ message: inout FeedMessage, _ infos: [CAPInfo]) {
        guard let leading = infos.min(by: { $0.severity < $1.severity }) else {
            message.severity = .low
            let note = ForeignText.line(node.child("note")?.text ?? "", limit: 2000)
            message.text = note.isEmpty ? message.alert : note
            return
        }
        message.severity = leading.severity
        message.text = CAPInfo.text(infos, leading)
        let same = [leading] + infos.filter { $0.language == leading.language }
        message.place = CAPInfo.place(same)
        message.expires = infos.contains { $0.expires == nil } ? nil : infos.compactMap(\.expires).max()
        if let expires = message.expires, let ends = infos.compactMap(\.ends).max(), ends > expires {
            message.ends = ends
        }
    }
}

/// An info of an alert, all of whose required elements are there.
struct CAPInfo {
    /// How grave it is.
    let severity: AlertSeverity
    /// Its language without region, `en` when it names none.
    let language: String
    /// When it ends by its sender's word: its words, or the event when nothing is said of those.
    let expires: Timestamp?
    /// When the event ends, in a parameter as the National Weather Service of the United States writes it.
    let ends: Timestamp?
    private let headline: String
    private let areas: [XMLNode]
    private let points: [GeoPoint]
    private let isAllClear: Bool

    /// Grave is what may harm now: the same as Wireless Emergency Alerts take for an imminent threat (47 CFR 10.400 b):
    /// severe or extreme, immediate or expected, observed or likely. What is past or unlikely is low.
    init(_ info: XMLNode, _ words: WordMapping) throws(MessageFault) {
        _ = try CAPWords.text(info, "category")
        let event = try CAPWords.text(info, "event")
        let urgency = try CAPWords.word(info, "urgency", CAPWords.urgencies)
        let certainty = try CAPWords.word(info, "certainty", CAPWords.certainties)
        let stated = try CAPWords.severity(info, words)
        let isSmall = urgency == .small || certainty == .small
        let isGreat = urgency == .great && certainty == .great
        severity = isSmall ? .low : isGreat ? stated : max(stated, .medium)
        language = (info.child("language")?.text ?? "en").prefix { $0 != "-" }.lowercased()
        // A parameter that cannot be read is no reason to refuse a warning.
        ends = info.all("parameter").first { $0.child("valueName")?.text.lowercased() == "eventendingtime" }?
            .child("value").flatMap { RFC3339.instant($0.text) }
        let expiry = info.child("expires")?.text.isEmpty == false ? try CAPWords.time(info, "expires") : nil
        expires = expiry ?? ends
        let words = ForeignText.line(info.child("headline")?.text ?? "", limit: 2000)
        headline = words.isEmpty ? ForeignText.line(event, limit: 2000) : words
        areas = info.all("area")
        var points: [GeoPoint] = []
        for area in areas {
            if let point = try CAPWords.point(area) { points.append(point) }
        }
        self.points = points
        isAllClear = info.all("responseType").contains { $0.text == "AllClear" }
    }

    /// True when every info says that there is no danger any more.
    static func isAllClear(_ infos: [CAPInfo]) -> Bool { !infos.isEmpty && infos.allSatisfy(\.isAllClear) }

    /// The headlines in the leading one's language, followed by those in the console's other languages.
    static func text(_ infos: [CAPInfo], _ leading: CAPInfo) -> String {
        var languages = [leading.language]
        for language in ["en", "zh"] where !languages.contains(language) { languages.append(language) }
        var parts: [String] = []
        for language in languages {
            var headlines = language == leading.language ? [leading.headline] : []
            for info in infos where info.language == language && !headlines.contains(info.headline) {
                guard headlines.count < 8 else { break }
                headlines.append(info.headline)
            }
            let part = headlines.joined(separator: "; ")
            if !part.isEmpty, !parts.contains(part) { parts.append(part) }
        }
        return ForeignText.line(parts.joined(separator: " / "), limit: 2000)
    }

    /// The descriptions of all areas, and a point of the first area that has one.
    static func place(_ infos: [CAPInfo]) -> Place {
        var descriptions: [String] = []
        for area in infos.flatMap(\.areas) where descriptions.count < 32 {
            let description = ForeignText.line(area.child("areaDesc")?.text ?? "", limit: 500)
            if !description.isEmpty, !descriptions.contains(description) { descriptions.append(description) }
        }
        return Place(
            text: ForeignText.line(descriptions.joined(separator: "; "), limit: 500),
            point: infos.lazy.compactMap(\.points.first).first)
    }
}

/// An entry of an index feed: the fields of CAP directly in the entry, the alert itself elsewhere.
struct CAPIndexEntry {
    private let entry: XMLNode
    private let fields: XMLNode
    private let words: WordMapping

    /// How the message's type is called: by CAP, and by feeds that take words apart.
    private static let typeNames = ["msgType", "msgtype", "message_type", "messageType"]

    init(_ entry: XMLNode, _ fields: [XMLNode], words: WordMapping) {
        self.entry = entry
        self.words = words
        self.fields = XMLNode(name: "entry", namespace: fields.first?.namespace ?? "", children: fields)
    }

    /// What the entry says of its alert.
    func message() throws(MessageFault) -> FeedMessage {
        var message = FeedMessage(.alert)
        let id = try CAPWords.text(entry, "id")
        let time = try CAPWords.time(entry, "updated")
        message.time = time
        message.standing = try CAPWords.word(fields, "status", CAPWords.standings)
        var type = CAPWords.MessageType.alert
        if let name = CAPIndexEntry.typeNames.first(where: { fields.child($0) != nil }) {
            type = try CAPWords.word(fields, name, CAPWords.types)
        }
        guard type != .other else { return FeedMessage(.heartbeat) }
        message.alert = StableHash.bounded(id, 170)
        message.id = message.alert + "@" + RFC3339.text(time)
        message.isActive = type != .cancel
        if fields.child("severity") != nil {
            message.severity = try CAPWords.severity(fields, words)
        }
        if fields.child("expires")?.text.isEmpty == false { message.expires = try CAPWords.time(fields, "expires") }
        let title = entry.child("title")?.text ?? fields.child("event")?.text ?? ""
        message.text = ForeignText.line(title, limit: 2000)
        message.place.text = ForeignText.line(fields.child("areaDesc")?.text ?? "", limit: 500)
        message.place.point = try CAPWords.point(fields)
        return message
    }
}
