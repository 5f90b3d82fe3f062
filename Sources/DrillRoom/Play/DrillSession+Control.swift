import Dashboard
import DispatchModel
import Drills
import Formats
import Wording

extension DrillSession {
    /// Does what the trainer has asked for since the last time, and says how the drill stands.
    func answerTrainer() {
        guard let server else { return }
        for ticket in server.takeTickets() {
            guard outcome == nil else {
                server.answer(ticket, ControlReply(DrillSession.over))
                continue
            }
            do throws(DrillProblem) {
                let done = try fulfil(ticket.request)
                server.answer(ticket, ControlReply(done: done, status: status()))
            } catch {
                server.answer(ticket, ControlReply(error, status: status()))
            }
        }
    }

    /// The code of a refusal because the drill runs ahead: the same may be asked again once it is there.
    package static let aheadCode = "control.ahead"

    /// What is ordered while the drill runs ahead would take place at a moment that nobody chose.
    private func isAhead(_ target: Timestamp) -> DrillProblem {
        let (english, chinese) = (words(.english).clock(target), words(.chinese).clock(target))
        return DrillProblem(
            DrillSession.aheadCode, "the drill runs ahead to \(english); ask again when it is there",
            "演练正快进至 \(chinese)，到达后请再试")
    }

    private static let over = DrillProblem("control.ended", "the drill has ended", "演练已结束")

    /// Does what is wanted and takes it down. Returns what was done, in words.
    func fulfil(_ request: ControlRequest) throws(DrillProblem) -> ControlStatus.Text? {
        guard request.verb != .status else { return nil }
        guard end == nil || request.verb == .back else { throw DrillSession.over }
        guard !isStuck else {
            throw DrillProblem(
                "control.stuck", "the journal cannot be written; the drill stands still until it can",
                "日志无法写入，演练暂停至恢复为止")
        }
        if let ahead = jump, end == nil { throw isAhead(ahead) }
        if request.verb == .jump { _ = try target(of: request) }
        let kept = try keepMoment(before: request.verb)
        var line = RecordedIntervention(
            number: number + 1, at: play.now.rawValue, position: play.core.head.position, request: request)
        let done = try carryOut(request, number: number + 1)
        // How far a step went is not to be had from its request; a review leaves that time out.
        if request.verb == .step { line.request.to = play.now.rawValue }
        number += 1
        interventions?.add(line)
        if let order = line.clockOrder { orders.append(order) }
        guard let kept else { return done }
        return ControlStatus.Text { $0.exercise.both(done[$0.language], kept[$0.language]) }
    }

    /// What cannot be taken back otherwise leaves a snapshot of the moment before it. Returns what to say about that; nil
    /// when nothing is kept.
    private func keepMoment(before verb: ControlRequest.Verb) throws(DrillProblem) -> ControlStatus.Text? {
        guard verb == .jump || verb == .end, keys != nil, interventions != nil else { return nil }
        let stem = "before-\(verb.rawValue)"
        let own = snapshots.filter { $0.name.hasPrefix("before-") }
        if snapshots.count >= DrillSession.snapshotLimit {
            guard let oldest = own.first else { return nil }
            snapshots.removeAll { $0.name == oldest.name }
        }
        var request = ControlRequest(.snapshot)
        let count = (1...DrillSession.snapshotLimit + 1).first { count in
            !snapshots.contains { $0.name == "\(stem)-\(count)" }
        }
        let name = "\(stem)-\(count ?? 0)"
        request.name = name
        _ = try fulfil(request)
        return ControlStatus.Text { $0.exercise.takesBack(name) }
    }

    private func carryOut(_ request: ControlRequest, number: Int64) throws(DrillProblem) -> ControlStatus.Text {
        switch request.verb {
        case .pause, .resume, .speed: return setClock(request)
        case .step: return try step(toNext: play.nextDue)
        case .jump: return try jumpAhead(request)
        case .snapshot: return try keepSnapshot(request.name ?? "", number: number)
        case .back: return try goBack(request.name ?? "")
        case .inject, .out, .message, .end, .status:
            try play.intervene(request)
            return DrillSession.done(request)
        }
    }

    private static func done(_ request: ControlRequest) -> ControlStatus.Text {
        let (id, callsign) = (request.id ?? "", request.callsign ?? "")
        return ControlStatus.Text { words in
            switch request.verb {
            case .inject: words.exercise.happensNow(id)
            case .out: words.exercise.goesOut(callsign)
            case .message: words.exercise.playerTold
            case .end: words.exercise.drillEnded
            case .pause, .resume, .speed, .step, .jump, .snapshot, .back, .status: words.exercise.done
            }
        }
    }

    private func setClock(_ request: ControlRequest) -> ControlStatus.Text {
        let now = wall()
        // From here on the clock is the trainer's doing; what the player held it for stands with their next input.
        unwritten += endHolding() ?? 0
        switch request.verb {
        case .pause: play.console.boardClock.setPaused(true, wall: now)
        case .resume: play.console.boardClock.setPaused(false, wall: now)
        default:
            let speed = request.speed ?? 1
            play.console.boardClock.setSpeed(speed == 0 ? .infinity : speed, wall: now)
        }
        let clock = play.console.boardClock
        let speed = clock.isUnlimited ? nil : clock.speed
        let text = ControlStatus.Text { words in
            switch (request.verb, clock.isPaused) {
            case (.speed, true): words.exercise.speedOnceRunning(speed)
            case (_, true): words.exercise.clockHeld
            case (_, false): words.exercise.clockRuns(speed)
            }
        }
        play.console.tell(.info, text[play.console.wording.language])
        return text
    }

    /// Board time goes to the next thing that happens, also while it stands still.
    private func step(toNext due: Timestamp?) throws(DrillProblem) -> ControlStatus.Text {
        guard let due else {
            throw DrillProblem("control.nothing", "nothing more happens", "此后没有事件")
        }
        play.advance(to: max(due, play.now))
        play.console.boardClock.advance(to: play.now, wall: wall())
        return ControlStatus.Text(play.console.wording) { $0.exercise.itIs(play.now) }
    }

    private func jumpAhead(_ request: ControlRequest) throws(DrillProblem) -> ControlStatus.Text {
        let target = try target(of: request)
        jump = target
        return ControlStatus.Text(play.console.wording) { $0.exercise.onTheWay(to: target) }
    }

    /// Where a jump goes: ahead, and not as far as the drill's end.
    private func target(of request: ControlRequest) throws(DrillProblem) -> Timestamp {
        let target = request.to.map(Timestamp.init(rawValue:)) ?? play.now + Span(milliseconds: request.by ?? 0)
        let (english, chinese) = (words(.english), words(.chinese))
        guard target > play.now else {
            let names = NameList(snapshots.suffix(8).map(\.name))
            throw DrillProblem(
                "control.jump",
                "it is \(english.clock(play.now)) and board time never runs back; back NAME goes back to a snapshot"
                    + (names.isEmpty ? ", none is kept yet" : ": \(names.english)"),
                "现为 \(chinese.clock(play.now))，演练时间不能倒退；back 名称 可回到快照"
                    + (names.isEmpty ? "（尚无快照）" : "：\(names.english)"))
        }
        let last = play.director.latestEnd
        guard target < last else {
            throw DrillProblem(
                "control.jump",
                "the drill ends at \(english.clock(last)); jump to a time before that, or end it by end",
                "演练于 \(chinese.clock(last)) 结束；请快进至此前的时刻，或用 end 结束")
        }
        return target
    }

    private func keepSnapshot(_ name: String, number: Int64) throws(DrillProblem) -> ControlStatus.Text {
        guard !snapshots.contains(where: { $0.name == name }) else {
            throw DrillProblem("control.taken", "there is a snapshot \(name) already", "已有快照 \(name)")
        }
        guard snapshots.count < DrillSession.snapshotLimit else {
            throw DrillProblem("control.full", "there are too many snapshots", "快照过多")
        }
        snapshots.append(
            ControlStatus.Snapshot(
                name: name, at: play.now.rawValue, position: play.core.head.position, number: number))
        return ControlStatus.Text(play.console.wording) { $0.exercise.snapshotKept(name, at: play.now) }
    }

    /// The most snapshots of a drill.
    static let snapshotLimit = 200

    private func goBack(_ name: String) throws(DrillProblem) -> ControlStatus.Text {
        guard keys != nil, interventions != nil else {
            throw DrillProblem(
                "control.unkept", "this drill is not kept, so nothing can be gone back to", "该演练未保存，无法回退")
        }
        guard let snapshot = snapshots.last(where: { $0.name == name }) else {
            let known = NameList(snapshots.map(\.name))
            throw DrillProblem(
                "control.snapshot", "there is no snapshot \(name); there are: \(known.english)",
                "没有快照 \(name)；现有：\(known.chinese)")
        }
        outcome = .back(snapshot)
        return ControlStatus.Text { $0.exercise.goingBack(to: name, from: identity.name) }
    }

    private func words(_ language: Language) -> Words {
        var words = play.console.wording
        words.language = language
        return words
    }
}
