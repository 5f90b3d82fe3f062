import DispatchModel
import Foundation
import Wording

/// The language of the command line, before any option is read: `--locale` wins over the environment.
package let shellLanguage: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
        if argument == "--locale", index + 1 < arguments.count, let named = Language(localeName: arguments[index + 1]) {
            return named
        }
        if argument.hasPrefix("--locale="), let named = Language(localeName: String(argument.dropFirst(9))) {
            return named
        }
    }
    return Language(environment: ProcessInfo.processInfo.environment)
}()

/// The text in the language of the command line.
package func say(_ english: String, _ chinese: String) -> String {
    shellLanguage == .chinese ? chinese : english
}
