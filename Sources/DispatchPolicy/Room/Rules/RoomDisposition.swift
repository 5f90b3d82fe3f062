import DispatchModel

/// A way to end an incident (处置结果) and what it asks of whoever ends it.
package struct RoomDisposition: Hashable, Sendable {
    /// What a disposition asks for beside its name.
    package enum Demand: String, CaseIterable, Hashable, Sendable {
        /// A few words on what was done.
        case note
        /// The number of the report, with a digit at least.
        case reportNumber = "report_number"
    }

    /// Its code: what is typed.
    package var code: String
    /// What it is called.
    package var name: BilingualText
    /// What has to follow it, behind a colon: `report: 2026-0042`.
    package var asks: Set<Demand>

    /// Creates a disposition.
    package init(code: String, name: BilingualText, asks: Set<Demand> = []) {
        self.code = code
        self.name = name
        self.asks = asks
    }

    /// The codes that the console has words for; of any other the journal has the words themselves.
    private static let known: Set<String> = Set(standard.map(\.code))

    /// What the journal says of an incident that ended so.
    package var recorded: String { Self.known.contains(code) ? code : name.both }

    /// The same with what was said behind it.
    package func recorded(with detail: String) -> String { detail.isEmpty ? recorded : "\(recorded): \(detail)" }

    /// What a text says behind this disposition: empty for nothing, nil when it names another.
    package func detail(in text: String) -> String? {
        for name in [code, recorded, name.english, name.chinese] where !name.isEmpty {
            guard text.lowercased().hasPrefix(name.lowercased()) else { continue }
            let rest = text.dropFirst(name.count).drop { $0 == " " }
            if rest.isEmpty { return "" }
            if rest.hasPrefix(":") || rest.hasPrefix("：") { return String(rest.dropFirst().trimmingBlanks) }
        }
        return nil
    }

    /// True when what stands behind the disposition is what it asks for.
    package func isContent(with detail: String) -> Bool {
        asks.allSatisfy { demand in
            switch demand {
            case .note: !detail.isEmpty
            case .reportNumber: detail.unicodeScalars.contains { ("0"..."9").contains($0) }
            }
        }
    }

    /// The dispositions that ship with the console; none asks for anything.
    package static let standard = [
        RoomDisposition(code: "report", name: BilingualText("report", "已出报告")),
        RoomDisposition(code: "arrest", name: BilingualText("arrest", "抓获")),
        RoomDisposition(code: "citation", name: BilingualText("citation", "处罚")),
        RoomDisposition(code: "advised", name: BilingualText("advised", "现场劝导")),
        RoomDisposition(code: "mediated", name: BilingualText("mediated", "调解")),
        RoomDisposition(code: "transported", name: BilingualText("transported", "已押送")),
        RoomDisposition(code: "referred", name: BilingualText("referred", "移交")),
        RoomDisposition(code: "gone-on-arrival", name: BilingualText("gone on arrival", "到场已离开")),
        RoomDisposition(code: "unfounded", name: BilingualText("unfounded", "查无此事")),
        RoomDisposition(code: "false-alarm", name: BilingualText("false alarm", "误报")),
        RoomDisposition(code: "duplicate", name: BilingualText("duplicate", "重复警情")),
        RoomDisposition(code: "cancelled", name: BilingualText("cancelled", "取消")),
        RoomDisposition(code: "entered in error", name: BilingualText("entered in error", "录入有误")),
    ]
}

extension Sequence<RoomDisposition> {
    /// The disposition that a text begins with, and what it says behind it; nil for words of one's own.
    package func named(in text: String) -> (disposition: RoomDisposition, detail: String)? {
        // The longest name wins: “report” must not take what belongs to “report filed”.
        lazy.compactMap { one in one.detail(in: text).map { (one, $0) } }
            .min { $0.1.utf8.count < $1.1.utf8.count }
    }
}
