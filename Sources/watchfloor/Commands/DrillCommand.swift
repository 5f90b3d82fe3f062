import ArgumentParser
import Shell

/// Exercises: played, driven by a trainer.
struct DrillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill",
        abstract: say("Exercises: play a scenario, and drive one that is played.", "演练：进行想定，以及导调。"),
        discussion: say(
            "watchfloor drill evening-peak --trainee Lin plays one; watchfloor drill control in a second terminal drives it.",
            "watchfloor drill evening-peak --trainee 林 开始演练；在另一终端用 watchfloor drill control 导调。"),
        subcommands: [
            DrillPlayCommand.self, DrillResumeCommand.self, DrillControlCommand.self, DrillFromLog.self,
            DrillFromJournal.self,
        ],
        defaultSubcommand: DrillPlayCommand.self)
}
