import ArgumentParser
import Shell

/// The greatest number that an option which counts something takes: sums of a few of them never overflow.
private let greatestCount = 1_000_000_000

/// Refuses a number on the command line that counts something and lies outside of what can be counted.
func requireCount(_ option: String, _ value: Int, from least: Int) throws {
    guard value < least || value > greatestCount else { return }
    throw ValidationError(
        say("\(option) must be \(least) to \(greatestCount)", "\(option) 须为 \(least) 至 \(greatestCount)"))
}
