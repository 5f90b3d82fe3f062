/// How long to wait before the next try: doubling from half a second to half a minute, less up to a quarter by chance so
/// that many consoles do not come all at once.
struct Backoff {
    static let first: Int64 = 500
    static let longest: Int64 = 30_000
    private var next = Backoff.first

    /// The milliseconds to wait now.
    mutating func wait(using random: inout some RandomNumberGenerator) -> Int64 {
        defer { next = min(Backoff.longest, next * 2) }
        return next - Int64.random(in: 0...(next / 4), using: &random)
    }

    /// It went well: the next trouble begins again at the first wait.
    mutating func reset() { next = Backoff.first }
}
