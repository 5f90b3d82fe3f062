import Testing

/// Who may put bytes into files, and why each may: everything else goes through `NamedOutput`.
private let writers: [String: String] = [
    "Sources/JournalSQLite": "the journal's own files, in its data folder",
    "Sources/FeedTransports": "dead letters and progress, in the data folder",
    "Sources/DrillRoom": "a drill's own files, in its folder",
    "Sources/Shell/Streams/WritingFiles.swift": "the one way for files of a program on this machine",
    "Sources/Shell/Settings/FirstRun.swift": "an empty mark in the state folder",
    "Sources/bench": "the benchmark's own temporary files",
]

/// Who may write a file without asking whose it is: they know its name and that it is their own.
private let keepers: Set = [
    "Sources/Shell/Streams/WritingFiles.swift", "Sources/Shell/Streams/NamedOutput.swift",
    "Sources/watchfloor/Wiring/ViewFiles.swift", "Sources/watchfloor/Commands/InstallExtrasCommand.swift",
]

@Suite("The rules of writing files")
struct WritingRulesTests {
    /// Code that puts bytes into a file, or another file in its place.
    private static func writes(_ line: Substring) -> Bool {
        line.contains(
            #/O_CREAT|O_TRUNC|\bfopen\([^)]*"[wa]|\bcreat\(|createFile\(|forWriting|forUpdating|\.write\(to(?:File)?:|copyItem\(|moveItem\(|replaceItem|\brename\(|OutputStream\(|truncate\(/#
        ) && !line.contains("func ")
    }

    private static func isKnown(_ path: String) -> Bool {
        writers.keys.contains { path == $0 || path.hasPrefix($0 + "/") }
    }

    /// Values of the house that write themselves into a text call their method alike.
    private static let texts: Set = [
        "Sources/Formats/JSON/JSON.swift", "Sources/DispatchModel/Recording/EventRecord.swift",
        "Sources/Core/Journal/JournalExport.swift", "Sources/Drills/Scoring/ScoreFold.swift",
    ]

    @Test("Files are written in few places, each for files of its own")
    func places() {
        var used: Set<String> = []
        for file in SourceFile.all where !Self.texts.contains(file.path) {
            for (number, line) in file.lines.enumerated() where Self.writes(line) {
                #expect(
                    Self.isKnown(file.path), "\(file.path):\(number + 1) writes a file; let it go through NamedOutput")
                used.formUnion(writers.keys.filter { file.path.hasPrefix($0) })
            }
        }
        #expect(
            used == Set(writers.keys), "these write nothing any more: \(Set(writers.keys).subtracting(used).sorted())")
    }

    @Test("What a person names is written by way of NamedOutput alone")
    func named() {
        var used: Set<String> = []
        for file in SourceFile.all {
            for (number, line) in file.lines.enumerated() where line.contains(#/\bwriteFile\(/#) {
                #expect(keepers.contains(file.path), "\(file.path):\(number + 1) writes a file past NamedOutput")
                used.insert(file.path)
            }
        }
        #expect(used == keepers, "\(keepers.subtracting(used).sorted())")
    }

    @Test("What the rules look for is found in what breaks them")
    func rulesCanFail() {
        for line in [
            "try data.write(to: url)", "open(path, O_WRONLY | O_CREAT, 0o644)", "FileHandle(forWritingAtPath: path)",
            "FileManager.default.createFile(atPath: path, contents: data)", "rename(old, new)",
        ] {
            #expect(Self.writes(line[...]), "\(line)")
        }
        #expect(!Self.writes("open(path, O_RDONLY | O_CLOEXEC)"))
        #expect(!Self.isKnown("Sources/watchfloor/Commands/SampleCommand.swift"))
    }
}
