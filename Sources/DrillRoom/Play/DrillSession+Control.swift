import Dashboard
import DispatchModel
import Drills
import Wording

extension DrillSession {
    /// Does what the trainer has asked for since the last time, and says how the drill stands.
    func answerTrainer() {
        guard let server else { return }
        for ticket in server.take() {
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
        let line = RecordedIntervention(
            number: number + 1, at: play.now.rawValue, position: play.core.head.position, request: request)
        let done = try carryOut(request, number: number + 1)
        number += 1
        interventions?.add(line)
        return done
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
        return switch request.verb {
        case .inject: .init("inject \(id) happens now", "注入 \(id) 立即发生")
        case .out: .init("unit \(callsign) goes out of service", "单元 \(callsign) 停用")
        case .message: .init("the player is told", "已告知受训者")
        case .end: .init("the drill has ended", "演练已结束")
        default: .init("done", "完成")
        }
    }

    private func setClock(_ request: ControlRequest) -> ControlStatus.Text {
        let now = wall()
        switch request.verb {
        case .pause: play.console.boardClock.setPaused(true, wall: now)
        case .resume: play.console.boardClock.setPaused(false, wall: now)
        default:
            let speed = request.speed ?? 1
            play.console.boardClock.setSpeed(speed == 0 ? .infinity : speed, wall: now)
        }
        let clock = play.console.boardClock
        let words = play.console.wording
        let speed = clock.isUnlimited ? nil : clock.speed
        let (english, chinese) = (Words(.english).speed(speed), Words(.chinese).speed(speed))
        let text: ControlStatus.Text =
            switch (request.verb, clock.isPaused) {
            case (.speed, true): .init("\(english) once the clock runs again", "时钟恢复后为 \(chinese)")
            case (_, true): .init("the trainer holds the clock", "导调员暂停了时钟")
            case (_, false): .init("the clock runs, \(english)", "时钟运行，\(chinese)")
            }
        play.console.tell(.info, words.pick(text.english, text.chinese))
        return text
    }

    /// Board time goes to the next thing that happens, also while it stands still.
    private func step(toNext due: Timestamp?) throws(DrillProblem) -> ControlStatus.Text {
        guard let due else {
            throw DrillProblem("control.nothing", "nothing more happens", "此后没有事件")
        }
        play.advance(to: max(due, play.now))
        play.console.boardClock.advance(to: play.now, wall: wall())
        let (english, chinese) = (words(.english).clock(play.now), words(.chinese).clock(play.now))
        return .init("it is \(english)", "现为 \(chinese)")
    }

    private func jumpAhead(_ request: ControlRequest) throws(DrillProblem) -> ControlStatus.Text {
        let target = request.to.map(Timestamp.init(rawValue:)) ?? play.now + Span(milliseconds: request.by ?? 0)
        let furthest = play.now + Span(milliseconds: ControlRequest.jumpLimit)
        guard target > play.now, target <= furthest else {
            throw DrillProblem(
                "control.jump", "a time after \(words(.english).clock(play.now)), at most a week ahead, is wanted",
                "须为 \(words(.chinese).clock(play.now)) 之后、一周以内的时刻")
        }
        jump = target
        return .init("on the way to \(words(.english).clock(target))", "正在前往 \(words(.chinese).clock(target))")
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
        return .init("snapshot \(name) is kept", "已保存快照 \(name)")
    }

    /// The most snapshots of a drill.
    static let snapshotLimit = 200

    private func goBack(_ name: String) throws(DrillProblem) -> ControlStatus.Text {
        guard keys != nil, interventions != nil else {
            throw DrillProblem(
                "control.unkept", "this drill is not kept, so nothing can be gone back to", "该演练未保存，无法回退")
        }
        guard let snapshot = snapshots.last(where: { $0.name == name }) else {
            let known = snapshots.map(\.name).joined(separator: ", ")
            throw DrillProblem(
                "control.snapshot", "there is no snapshot \(name); there are: \(known)", "没有快照 \(name)；现有：\(known)")
        }
        outcome = .back(snapshot)
        return .init(
            "going back to \(name); what was recorded stays in \(identity.name)",
            "正在回到 \(name)；已有记录保留在 \(identity.name)")
    }

    private func words(_ language: Language) -> Words {
        var words = play.console.wording
        words.language = language
        return words
    }
}
