/// Some decimal digits to find in numbers, by arithmetic: no number is written out for it.
struct Digits: Hashable, Sendable {
    private let value: UInt64
    /// Ten to the count of digits.
    private let modulus: UInt64

    /// Digits alone, up to ten of them; nil for any other text.
    init?(_ text: some StringProtocol) {
        guard (1...10).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let value = UInt64(text)
        else { return nil }
        self.value = value
        modulus = (0..<text.utf8.count).reduce(1) { power, _ in power * 10 }
    }

    /// True when a number begins with the digits.
    func begin(_ number: UInt32) -> Bool {
        guard value > 0, value * 10 >= modulus else { return false }
        var rest = UInt64(number)
        while rest > value { rest /= 10 }
        return rest == value
    }

    /// True when a number ends with the digits.
    func end(_ number: UInt32) -> Bool {
        UInt64(number) % modulus == value && UInt64(number) * 10 >= modulus
    }

    /// True when a number has the digits anywhere.
    func areIn(_ number: UInt32) -> Bool {
        var rest = UInt64(number)
        while rest > 0 {
            if rest % modulus == value, rest * 10 >= modulus { return true }
            rest /= 10
        }
        return false
    }
}
