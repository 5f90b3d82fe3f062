import Foundation

/// Where files live, by the XDG base directory specification.
package struct Folders {
    private let environment: [String: String]

    /// The folders that an environment names.
    package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    /// `$XDG_DATA_HOME/watchfloor`: journals.
    package var data: String { home("XDG_DATA_HOME", ".local/share") }
    /// `$XDG_CONFIG_HOME/watchfloor`: keys, themes, roster.
    package var configuration: String { home("XDG_CONFIG_HOME", ".config") }
    /// `$XDG_STATE_HOME/watchfloor`: logs.
    package var state: String { home("XDG_STATE_HOME", ".local/state") }

    /// The data folder of the live console.
    package var live: String { data + "/live" }

    /// The drills, each in a folder of its own.
    package var drills: String { data + "/drills" }

    /// The data folder of a replayed log; a log and the way it is played have one of their own. It is named by the digest
    /// of the log's bytes: two logs of one name never share a folder, and a log that was renamed keeps its own.
    package func replay(digest: String, asRecorded: Bool) -> String {
        data + "/replay/" + digest.prefix(16) + (asRecorded ? "-as-recorded" : "-to-dispatch")
    }

    /// Folders in which themes are looked for, the user's first.
    package var themes: [String] { [configuration + "/themes", Folders.machine + "/themes"] }

    /// The machine's folder of settings.
    private static let machine = "/etc/watchfloor"

    /// The files of settings, by their names in a folder of settings.
    static let settingsNames: Set = [
        "alerts.toml", "config.toml", "feeds.toml", "ground.toml", "keys.toml", "profiles.toml", "roster.toml",
        "views.toml",
    ]

    /// The folders of settings: the user's and the machine's.
    var settingsFolders: [String] { [configuration, Folders.machine] }

    /// Everything that lies in the folders of settings and of themes: what a settings file names lies there, too.
    var settingsFiles: [String] {
        (settingsFolders + themes).flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).map { folder + "/" + $0 }
        }
    }

    /// A configuration file: the user's, else the machine's; nil when there is neither. It need not be readable.
    package func configurationFile(_ name: String) -> String? {
        configurationFiles(name).last
    }

    /// The configuration files of a name that are there, readable or not: the machine's first, then the user's.
    package func configurationFiles(_ name: String) -> [String] {
        [Folders.machine + "/" + name, configuration + "/" + name].filter(SettingsFile.isNamed)
    }

    /// That a configuration file is nowhere, where it was looked for, and what to do.
    package func missing(_ name: String, remedy: String) -> Failure {
        Failure(
            .usage,
            say(
                "there is no \(name), neither in \(configuration) nor in /etc/watchfloor",
                "\(configuration) 与 /etc/watchfloor 中均没有 \(name)"), remedy: remedy)
    }

    private func home(_ variable: String, _ fallback: String) -> String {
        if let set = environment[variable], set.hasPrefix("/") { return set + "/watchfloor" }
        let user = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
        return user + "/" + fallback + "/watchfloor"
    }
}
