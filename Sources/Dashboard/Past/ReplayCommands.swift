import Core
import DispatchModel
import Formats
import Wording

/// Commands that steer time: of a replay, or of the past that is shown.
struct ReplayCommands: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        let running = console.travel.past?.clock ?? clock
        switch name {
        case .pause:
            steer { $0.setPaused(!running.isPaused, wall: $1) }
            say(.info, words.message(running.isPaused ? .resumed : .paused))
        case .slower: setSpeed(ReplayCommands.step(from: running.speed, by: -1))
        case .faster: setSpeed(ReplayCommands.step(from: running.speed, by: 1))
        case .speed:
            guard let speed = WrittenSpeed.factor(argument) else { return say(.warning, words.speedWanted) }
            setSpeed(speed)
        default: return untaken(name)
        }
    }

    private func setSpeed(_ speed: Double) {
        steer { $0.setSpeed(speed, wall: $1) }
        let running = console.travel.past?.clock ?? clock
        say(.info, words.message(.speed(running.isUnlimited ? nil : running.speed)))
    }

    /// Changes the clock of what is shown: the past's, else the replay's.
    private func steer(_ change: (inout BoardClock, Timestamp) -> Void) {
        guard var past = console.travel.past else { return change(&clock, console.run.clockTime) }
        change(&past.clock, console.surroundings.steady())
        console.travel.past = past
    }

    /// The speeds that the faster and slower keys step through.
    private static let steps: [Double] = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 1000]

    private static func step(from speed: Double, by direction: Int) -> Double {
        if speed == .infinity { return direction > 0 ? speed : 1000 }
        return direction > 0 ? steps.first { $0 > speed * 1.001 } ?? 1000 : steps.last { $0 < speed * 0.999 } ?? 0.1
    }
}
