import Keymap
import Wording

extension Console {
    /// Commands that steer a replay.
    func runReplay(_ name: CommandName, _ argument: String) {
        let wall = surroundings.wall()
        switch name {
        case .pause:
            clock.setPaused(!clock.isPaused, wall: wall)
            say(.info, words.message(clock.isPaused ? .paused : .resumed))
            return
        case .slower: clock.setSpeed(Console.step(from: clock.speed, by: -1), wall: wall)
        case .faster: clock.setSpeed(Console.step(from: clock.speed, by: 1), wall: wall)
        case .speed:
            guard let speed = Console.speed(argument) else { return say(.warning, words.speedWanted) }
            clock.setSpeed(speed, wall: wall)
        default: return
        }
        say(.info, words.message(.speed(clock.isUnlimited ? nil : clock.speed)))
    }

    /// `4`, `x4`, `0.5` or `max`; nil for what is no speed.
    private static func speed(_ text: String) -> Double? {
        let bare = text.filter { !$0.isWhitespace }.lowercased()
        if bare == "max" { return .infinity }
        let number = Double(bare.hasPrefix("x") ? String(bare.dropFirst()) : bare)
        return number.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }

    /// The speeds that the faster and slower keys step through.
    private static let steps: [Double] = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 1000]

    private static func step(from speed: Double, by direction: Int) -> Double {
        if speed == .infinity { return direction > 0 ? speed : 1000 }
        return direction > 0 ? steps.first { $0 > speed * 1.001 } ?? 1000 : steps.last { $0 < speed * 0.999 } ?? 0.1
    }
}
