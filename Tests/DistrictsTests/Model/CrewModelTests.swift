import DispatchModel
import DispatchPolicy
import TestSupport
import Testing

@testable import Districts

@Suite struct CrewModelTests {
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func worksAnAssignmentThrough(seed: UInt64) throws {
        print("crew seed \(seed)")
        var room = Room.filled(seed: seed)
        try room.order(.assign(room.incident(1), [room.unit(1)], divert: false), at: room.start)
        room.run(until: room.start + .hours(5))
        #expect(room.milestones.first == "A1 acknowledged")
        let read = try #require(room.time("A1", .acknowledged))
        let moving = try #require(room.time("A1", .enRoute))
        let there = try #require(room.time("A1", .arrived))
        let free = try #require(room.time("A1", .cleared))
        #expect((5...20).contains(read.seconds))
        #expect((10_000...240_000).contains(moving.milliseconds - read.milliseconds))
        let unit = try #require(room.board.units[room.unit(1)])
        let home = try #require(unit.dutyPoint.point)
        let scene = try #require(room.board.incidents[room.incident(1)]?.place.point)
        let way = TravelModel().seconds(from: home, to: scene, kind: .vehiclePatrol, urgent: true)
        #expect(abs(Double(there.milliseconds - moving.milliseconds) / 1000 - way) < 0.01)
        #expect((120...14_400).contains(free.seconds - there.seconds))
        if let feedback = room.time("A1", .feedback) { #expect(there < feedback && feedback < free) }
        #expect(unit.status == .available)
        #expect(room.board.position(of: unit)?.point == home, "it drove home")
        #expect(room.milestones.count == Set(room.milestones).count, "nothing is said twice")
    }

    @Test(
        "Crews asked to stand elsewhere answer in their time, stay there until they are sent, and let short questions lapse"
    )
    func standsWhereItAgreed() throws {
        let post = Place(text: "Post 1", point: GeoPoint(latitudeMicrodegrees: 9000, longitudeMicrodegrees: 30_000))
        var answers: [StandingAnswer] = []
        for seed in (Array(1...6) + [32]) as [UInt64] {
            var room = Room.filled(seed: seed)
            let unit = room.unit(1)
            try room.order(
                .proposeStanding([StandingOffer(unit: unit, place: post)], until: room.start + .minutes(15)),
                at: room.start)
            room.run(until: room.start + .minutes(30))
            let answer = try #require(room.board.units[unit]?.standing?.answer)
            answers.append(answer)
            let said = room.said.first { if case .standing = $0.content { true } else { false } }
            let waited = try #require(said).at - room.start
            #expect(waited >= .seconds(20) && waited < .minutes(2))
            let home = room.board.units[unit]?.dutyPoint.point
            #expect(
                room.board.position(of: room.board.units[unit]!)?.point == (answer == .accepted ? post.point : home))
            guard answer == .accepted else { continue }
            try room.order(.assign(room.incident(1), [unit], divert: false), at: room.start + .minutes(30))
            room.run(until: room.start + .hours(6))
            #expect(
                room.board.position(of: room.board.units[unit]!)?.point == home,
                "it was sent: the post is no longer its own")
        }
        #expect(answers.contains(.accepted) && answers.contains(.declined) && !answers.contains(.open))
        var room = Room.filled(seed: 3)
        try room.order(
            .proposeStanding([StandingOffer(unit: room.unit(1), place: post)], until: room.start + .seconds(10)),
            at: room.start)
        room.run(until: room.start + .minutes(30))
        #expect(room.said.isEmpty)
    }

    @Test func reportsItsWayEveryFiveSeconds() throws {
        var room = Room.filled(seed: 9)
        try room.order(.assign(room.incident(1), [room.unit(1)], divert: false), at: room.start)
        room.run(until: room.start + .minutes(30))
        let moving = try #require(room.time("A1", .enRoute))
        let there = try #require(room.time("A1", .arrived))
        let reports = room.said.compactMap { observation -> (Span, GeoPoint)? in
            guard case .position(_, let point, let at) = observation.content else { return nil }
            return (at - room.start, point)
        }.filter { moving < $0.0 && $0.0 <= there }
        #expect(reports.count >= Int((there.seconds - moving.seconds) / 5))
        for (before, after) in zip(reports, reports.dropFirst()) {
            #expect(after.0.milliseconds - before.0.milliseconds <= 5000)
            #expect(after.1.longitudeMicrodegrees >= before.1.longitudeMicrodegrees)
        }
        #expect(reports.last?.1.longitudeMicrodegrees == 20_000)
        #expect(reports.last?.0 == there, "it is heard at the scene when it says it is there")
    }

    @Test func stopsWhenTakenOffAndDrivesHome() throws {
        var room = Room.filled(seed: 4)
        try room.order(.assign(room.incident(1), [room.unit(1)], divert: false), at: room.start)
        room.run(until: room.start + .minutes(5))
        let said = room.milestones
        #expect(said == ["A1 acknowledged", "A1 enRoute"] || said.contains("A1 arrived"))
        try room.order(.withdraw(room.unit(1), reason: "not needed"), at: room.start + .minutes(5))
        room.run(until: room.start + .hours(4))
        #expect(room.milestones == said)
        let unit = try #require(room.board.units[room.unit(1)])
        #expect(room.board.position(of: unit)?.point == unit.dutyPoint.point)
    }

    @Test func followsADiversion() throws {
        var room = Room.filled(seed: 5)
        try room.order(.assign(room.incident(1), [room.unit(1)], divert: false), at: room.start)
        room.run(until: room.start + .minutes(2))
        try room.order(.assign(room.incident(3), [room.unit(1)], divert: true), at: room.start + .minutes(2))
        room.run(until: room.start + .hours(5))
        let third = try #require(room.board.incidents[room.incident(3)])
        #expect(third.assignments.last?.cleared != nil)
        #expect(room.board.incidents[room.incident(1)]?.assignments.first?.arrived == nil)
    }

    @Test func followsWhatIsSetByHand() throws {
        var room = Room.filled(seed: 6)
        try room.order(.assign(room.incident(1), [room.unit(1)], divert: false), at: room.start)
        try room.order(.advance(room.unit(1), .arrived, disposition: ""), at: room.start + .seconds(1))
        room.run(until: room.start + .hours(5))
        #expect(!room.milestones.contains("A1 acknowledged") && !room.milestones.contains("A1 arrived"))
        #expect(room.milestones.contains("A1 cleared"))
    }

    @Test func fallsSilentInAnEmergencyAndWhenClosed() throws {
        var room = Room.filled(seed: 7)
        try room.order(.assign(room.incident(1), [room.unit(1)], divert: false), at: room.start)
        try room.order(.assign(room.incident(2), [room.unit(2)], divert: false), at: room.start)
        try room.order(.emergency(room.unit(1)), at: room.start + .seconds(1))
        try room.order(.close(room.incident(2), disposition: "report"), at: room.start + .seconds(2))
        room.run(until: room.start + .hours(5))
        #expect(room.milestones == [])
    }

    @Test func leavesAloneWhatAFeedReports() throws {
        var room = Room.filled(seed: 8)
        let assigned = MilestoneObservation(
            incident: .number(room.incident(1)), callsign: "A1", milestone: .assigned, stated: room.start)
        room.observe(.milestone(assigned), at: room.start)
        room.run(until: room.start + .hours(1))
        #expect(room.said == [])
    }

    @Test func drawsForOneUnitWithoutRegardToOthers() throws {
        var alone = Room.filled(seed: 10)
        try alone.order(.assign(alone.incident(1), [alone.unit(1)], divert: false), at: alone.start)
        alone.run(until: alone.start + .hours(5))
        var together = Room.filled(seed: 10)
        try together.order(.assign(together.incident(1), [together.unit(1)], divert: false), at: together.start)
        try together.order(.assign(together.incident(2), [together.unit(2)], divert: false), at: together.start)
        together.run(until: together.start + .hours(5))
        for milestone in Milestone.allCases {
            #expect(alone.time("A1", milestone) == together.time("A1", milestone), "\(milestone)")
        }
        #expect(together.time("A2", .acknowledged) != together.time("A1", .acknowledged))
    }

    @Test func saysTheSameInOneStrideAsInMany() throws {
        var fine = Room.filled(seed: 11)
        var coarse = Room.filled(seed: 11)
        let end = fine.start + .hours(5)
        try fine.order(.assign(fine.incident(1), [fine.unit(1), fine.unit(2)], divert: false), at: fine.start)
        try coarse.order(
            .assign(coarse.incident(1), [coarse.unit(1), coarse.unit(2)], divert: false), at: coarse.start)
        fine.run(until: end)
        // As the console does at full speed: ask for everything, decide it, ask again.
        for _ in 0..<100 {
            for observation in coarse.crews.due(until: end, board: coarse.board) {
                coarse.said.append(observation)
                coarse.take(observation)
            }
        }
        for callsign in ["A1", "A2"] {
            for milestone in Milestone.allCases {
                #expect(fine.time(callsign, milestone) == coarse.time(callsign, milestone), "\(callsign) \(milestone)")
            }
        }
    }

    @Test(arguments: [0, 10, 60, 150, 300, 900, 3000] as [Int64]) func goesOnAfterARestart(seconds: Int64) throws {
        var whole = Room.filled(seed: 12)
        try whole.order(.assign(whole.incident(1), [whole.unit(1)], divert: false), at: whole.start)
        var cut = whole
        whole.run(until: whole.start + .hours(5))
        let restart = cut.start + .seconds(seconds)
        cut.run(until: restart)
        cut.crews = CrewModel(seed: 12, resuming: cut.board, now: restart)
        cut.run(until: cut.start + .hours(5))
        #expect(cut.milestones == whole.milestones)
        for milestone in Milestone.allCases {
            guard let before = whole.time("A1", milestone), let after = cut.time("A1", milestone) else { continue }
            // Only the way is measured anew, from the position last heard.
            #expect(abs(before.milliseconds - after.milliseconds) <= 6000, "\(milestone) after \(seconds) s")
        }
    }

    @Test func repeatsWhatTheBoardDoesNotTake() throws {
        var room = Room.filled(seed: 13)
        try room.order(.assign(room.incident(1), [room.unit(1)], divert: false), at: room.start)
        var count = 0
        for minute in 1...60 as ClosedRange<Int64> {
            count += room.crews.due(until: room.start + .minutes(minute), board: room.board).count
        }
        #expect(count == CrewModel.repeatLimit)
        #expect(room.crews.nextDue == nil)
    }

    @Test(.full, arguments: ([21, 22, 23] as [UInt64]).tiered()) func endsEverythingItIsGiven(seed: UInt64) throws {
        print("crowd seed \(seed)")
        var room = Room.filled(seed: seed, units: 20)
        var generator = SeededGenerator(seed: seed)
        var now = room.start
        for _ in 0..<200 {
            now = now + .seconds(Int64(generator.uniform(1...120)))
            room.run(until: now)
            let unit = UnitID(rawValue: UInt32(generator.next() % 20) + 1)
            let incident = IncidentID(rawValue: UInt32(generator.next() % 3) + 1)
            // Orders that the rules refuse are part of the exercise.
            switch generator.next() % 4 {
            case 0: try? room.order(.withdraw(unit, reason: "r"), at: now)
            case 1: try? room.order(.undo, at: now)
            default: try? room.order(.assign(incident, [unit], divert: true), at: now)
            }
        }
        room.run(until: now + .hours(24))
        for unit in room.board.units.elements {
            #expect(unit.status == .available, "seed \(seed): \(unit.callsign) is \(unit.status)")
            let place = try #require(room.board.position(of: unit)?.point)
            let home = try #require(unit.dutyPoint.point)
            #expect(TravelModel.metres(from: place, to: home) <= 30, "seed \(seed): \(unit.callsign)")
        }
    }
}
