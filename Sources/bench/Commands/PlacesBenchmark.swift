import ArgumentParser
import Foundation
import GRDB
import Gazetteer
import Shell

/// The time that a key takes in the gazetteer, beside SQLite's full-text index in the same run.
struct PlacesBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places",
        abstract: say(
            "Time a key in a gazetteer of made-up places, beside SQLite FTS5.", "计时地点库每次按键的查找，并与 SQLite FTS5 对比。"))

    @Option(help: ArgumentHelp(say("Places.", "地点数。")))
    var places = 500_000

    @Option(help: ArgumentHelp(say("Addresses that are typed, key by key.", "逐键输入的地址数。")))
    var addresses = 360

    @Option(help: ArgumentHelp(say("Seed of the places.", "随机种子。")))
    var seed: UInt64 = 7

    func validate() throws {
        try requireCount("--places", places, from: 100)
        try requireCount("--addresses", addresses, from: 1)
        guard places <= GazetteerBuilder.limit else {
            throw ValidationError(
                say("--places is at most \(GazetteerBuilder.limit)", "--places 不超过 \(GazetteerBuilder.limit)"))
        }
    }

    func run() throws {
        var made = MadeUpPlaces(count: places, seed: seed)
        let keys = made.typed(addresses).flatMap { text in
            (1...text.count).map { String(text.prefix($0)) }
        }
        let clock = ContinuousClock()
        let text = Array(PlaceCSV.text(made.records).utf8)
        var start = clock.now
        var reader = PlaceReader()
        reader.takePlaces(text, file: "places.csv") { .refused(path: $0, english: "", chinese: "") }
        let gazetteer = reader.finish().gazetteer
        let reading = (clock.now - start) / .seconds(1)
        start = clock.now
        let peer = try FullTextPeer(made.records.map(\.names.english))
        let peerReading = (clock.now - start) / .seconds(1)
        let own = timed(keys) { gazetteer.search($0).count }
        let other = try timed(keys) { try peer.search($0) }
        print("\(gazetteer.count) places, \(gazetteer.nameCount) names, \(keys.count) keys")
        print("index: p50 \(own.middle) ms, p99 \(own.late) ms, found \(own.found) of \(keys.count)")
        print("FTS5:  p50 \(other.middle) ms, p99 \(other.late) ms, found \(other.found) of \(keys.count)")
        print("FTS5 / index: p50 \(Self.round(other.middle / own.middle)), p99 \(Self.round(other.late / own.late))")
        let size = gazetteer.size >> 20
        print("read from CSV in \(Self.round(reading)) s, \(size) MiB; FTS5 filled in \(Self.round(peerReading)) s")
    }

    /// The times of some keys, in milliseconds, and how many found anything.
    private struct Times {
        var middle: Double
        var late: Double
        var found: Int
    }

    private func timed(_ keys: [String], _ search: (String) throws -> Int) rethrows -> Times {
        let clock = ContinuousClock()
        var times: [Double] = []
        var found = 0
        for key in keys {
            let start = clock.now
            if try search(key) > 0 { found += 1 }
            times.append((clock.now - start) / .milliseconds(1))
        }
        times.sort()
        return Times(
            middle: Self.round(times[times.count / 2]), late: Self.round(times[times.count * 99 / 100]), found: found)
    }

    private static func round(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

/// SQLite's full-text index with prefixes, in memory: what is at hand for looking up while somebody types.
private struct FullTextPeer {
    private let queue: DatabaseQueue

    init(_ names: [String]) throws {
        queue = try DatabaseQueue()
        try queue.write { db in
            try db.execute(sql: "CREATE VIRTUAL TABLE place USING fts5(name, prefix='1 2 3', detail=full)")
            let statement = try db.makeStatement(sql: "INSERT INTO place (name) VALUES (?)")
            for name in names { try statement.execute(arguments: [name]) }
        }
    }

    /// How many of the first eight that hold all the words, the last one by its beginning.
    func search(_ typed: String) throws -> Int {
        let words = typed.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"" }
        guard !words.isEmpty else { return 0 }
        let match = words.joined(separator: " ") + "*"
        return try queue.read { db in
            try String.fetchAll(
                db.cachedStatement(sql: "SELECT name FROM place WHERE place MATCH ? LIMIT 8"), arguments: [match]
            ).count
        }
    }
}
