import Formats

/// Something in a scenario file that must be put right before the drill can be played.
package typealias ScenarioProblem = SettingsProblem

/// A scenario file that cannot be played, with everything that is wrong with it, in the order of the file.
package typealias ScenarioError = SettingsError
