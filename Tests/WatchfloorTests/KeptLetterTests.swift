import DispatchModel
import FeedTransports
import Feeds
import Formats
import Foundation
import Shell
import TestSupport
import Testing
import Wording

@testable import watchfloor

@Suite("Dead letters of before", .tags(.process), .full)
struct KeptLetterTests {
    private let place = Workplace()

    @Test("What is kept on the disk is counted from the start on, and told to nobody as new")
    func afterRestart() throws {
        let data = place.file("d")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        let fault = MessageFault(path: "", found: "x", foundChinese: "x", expected: "y", expectedChinese: "y")
        let store = DeadLetterStore(folder: data + "/dead-letters")
        for _ in 0..<3 { #expect(store.keep(DeadLetter(feed: "cad", at: .epoch, fault: fault, bytes: [1]))) }
        let text = "[[feed]]\nname = \"cad\"\nfrom = \"file:/nowhere/x\"\n[[feed]]\nname = \"avl\"\nfrom = \"stdin\"\n"
        let configuration = try FeedFile.read(text: text, file: "feeds.toml")
        let statuses = RunningFeeds(configuration: configuration, folder: data).statuses
        #expect(statuses.map(\.deadLetters) == [3, 0])
        #expect(statuses.map(\.newLetters) == [0, 0])
        var reporter = FeedReporter()
        #expect(reporter.look(statuses, now: wallTime()).isEmpty)
    }

    @Test("Without a count those of this run stand for it, as far as they could be kept")
    func uncounted() {
        var status = FeedStatus(name: "cad")
        (status.faults, status.refused, status.lostLetters) = (4, 2, 1)
        #expect(status.deadLetters == 5 && status.newLetters == 5)
        status.keptLetters = 9
        #expect(status.deadLetters == 9 && status.newLetters == 5)
    }
}
