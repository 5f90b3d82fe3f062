import Glibc

/// The columns that a text takes on the emulator's screen, by the system's own tables, which the emulator uses too.
func columns(of text: some StringProtocol) -> Int {
    let before = uselocale(SystemWidth.shared.locale)
    defer { uselocale(before) }
    return text.unicodeScalars.reduce(0) { $0 + max(0, Int(SystemWidth.shared.width(Int32($1.value)))) }
}

/// The C library's `wcwidth`, which its headers hide from Swift, and the locale that it needs.
///
/// Unchecked: an opaque handle and a function, made once and never changed.
private struct SystemWidth: @unchecked Sendable {
    static let shared = SystemWidth()

    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let width: @convention(c) (Int32) -> Int32

    private init() {
        let found = dlsym(nil, "wcwidth")
        guard let found else { preconditionFailure("the C library has no wcwidth") }
        width = unsafeBitCast(found, to: (@convention(c) (Int32) -> Int32).self)
    }
}

/// The rows between the strip and the bottom line whose right border is not where it should be.
func crookedRows(_ lines: [String], columns width: Int) -> [String] {
    lines.enumerated().dropFirst().dropLast().compactMap { number, line in
        guard let last = line.last, "│┐┘┤".contains(last), columns(of: line) == width else {
            return "\(number): \(line)"
        }
        return nil
    }
}
