/// Numbers as a chart writes them.
enum NumberText {
    /// A number with so many decimals (0 to 6), rounded half to even; `–` when it is no finite number a chart can show.
    static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "–" }
        let places = min(max(decimals, 0), 6)
        var scale: Int64 = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int64((value * Double(scale)).rounded(.toNearestOrEven))
        let sign = scaled < 0 ? "-" : ""
        let whole = "\(sign)\(scaled.magnitude / UInt64(scale))"
        guard places > 0 else { return whole }
        let rest = "\(scaled.magnitude % UInt64(scale))"
        return whole + "." + String(repeating: "0", count: places - rest.count) + rest
    }

    /// A number with as few decimals as it needs, at most `decimals`.
    static func short(_ value: Double, decimals: Int = 3) -> String {
        var text = fixed(value, decimals: decimals)
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text == "-0" ? "0" : text
    }

    /// A length of time in seconds: `0:40`, `12:05`, `1:02:33`.
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds.magnitude < 1e12 else { return "–" }
        let whole = Int64(seconds.rounded(.toNearestOrEven))
        let (sign, rest) = (whole < 0 ? "-" : "", whole.magnitude)
        guard rest >= 3600 else { return "\(sign)\(rest / 60):\(two(rest % 60))" }
        return "\(sign)\(rest / 3600):\(two(rest / 60 % 60)):\(two(rest % 60))"
    }

    /// The time of day of a number of local seconds since any midnight: `19:42`, with `:07` when seconds are asked for.
    static func clock(_ seconds: Double, withSeconds: Bool = false) -> String {
        guard seconds.isFinite, seconds.magnitude < 1e12 else { return "–" }
        let whole = Int64(seconds.rounded(.down))
        let ofDay = UInt64(((whole % 86_400) + 86_400) % 86_400)
        let minutes = "\(two(ofDay / 3600)):\(two(ofDay / 60 % 60))"
        return withSeconds ? "\(minutes):\(two(ofDay % 60))" : minutes
    }

    /// A coordinate in a picture, one decimal.
    static func pixel(_ value: Double) -> String { short(value, decimals: 1) }

    private static func two(_ value: UInt64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
