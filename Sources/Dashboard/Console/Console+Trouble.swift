import Core
import DispatchModel
import Wording

extension Console {
    /// A step of the wall's clock is told where board time is the world's.
    func noteClockStep(_ step: Span) {
        isDirty = true
        guard !clock.isAdjustable else { return }
        settings.notices.insert(Notice(.warning, words.clockStepped(by: step)), at: 0)
        settings.notices = Array(settings.notices.prefix(Console.noticeLimit))
        say(.warning, words.clockStepped(by: step))
    }

    /// The most notices that are kept.
    private static let noticeLimit = 8

    /// What is wrong with the picture of a console that only watches; nil while it is live.
    var writerTrouble: WriterTrouble? {
        guard let trouble = run.writerTrouble else { return nil }
        return switch trouble {
        case .silent(let span): .silent(span)
        case .ended: .ended
        case .failing(let code): .failing(words.writerFailure(code))
        case .unreadable(let error): .unreadable(text(error.message))
        }
    }

    /// The bar that says that what is shown is not live, or is not being recorded. It stays until that is over. A watching
    /// console tells the wall's time: its writer's board time says nothing about when it was last heard of.
    func refreshTrouble(now: Timestamp) {
        let since = attention.troubleSince ?? (settings.watching ? surroundings.wall() : now)
        view.trouble = troubleText(since: since)
        attention.troubleSince = view.trouble == nil ? nil : since
    }

    private func troubleText(since: Timestamp) -> String? {
        if settings.watching { return writerTrouble.map { notLive($0, noticed: since) } }
        guard let failure = core.failure else { return nil }
        return words.notRecording(text(failure.message), remedy: text(failure.remedy), since: since)
    }

    /// That the picture is not live: since the writer's last sign of life, or since its trouble was noticed.
    private func notLive(_ trouble: WriterTrouble, noticed: Timestamp) -> String {
        var words = words
        words.zone = settings.wallZone ?? words.zone
        let wall = surroundings.wall()
        switch trouble {
        case .silent, .ended:
            let silence = run.writerHeard.map { surroundings.steady() - $0 } ?? .zero
            return words.notLive(trouble, since: wall - silence, now: wall)
        case .failing, .unreadable: return words.notLive(trouble, since: noticed, now: wall)
        }
    }
}
