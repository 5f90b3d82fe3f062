import Foundation
import TestSupport

/// Texts that terminals trip over.
enum Hostile {
    static let own: [String] = [
        "\u{1B}[31mred\u{1B}[2J", "\u{9B}31m", "a\u{202E}txet desrever\u{202C}b", "\u{200B}\u{200B}zero width",
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "\u{301}mark first", "👨‍👩‍👧‍👦 family 🏳️‍🌈", "🇨🇳🇫🇷 flags",
        "全角文字が続く長い名前のとても長い場所の名前です", "tab\tand\nline\r\nfeeds", "\0null\u{7F}delete", "ﷺ﷽", "a\u{AD}soft\u{2028}line",
        "\u{FEFF}bom", "\u{E0001}tag", "ｶﾞｷﾞｸﾞ half", "ก็็็็็็็็็็", "\u{1B}]52;c;Zm9v\u{07}", "", " ",
        String(repeating: "长", count: 300),
        String(repeating: "x", count: 5000), "‏שלום‎ mixed مرحبا",
    ]

    /// The big list of naughty strings, where the shared data stands beside the checkout.
    static func shared() -> [String] {
        guard let file = sharedData("data/terminal/blns.txt"),
            let text = try? String(contentsOfFile: file, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }
}
