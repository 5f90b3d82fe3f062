import TerminalKit
import Themes
import Wording

extension Frame {
    /// The marks of a frame of the past: which moment, and what the present asks for meanwhile. They give way last.
    func pastParts() -> [StripPart] {
        var parts: [StripPart] = []
        if let past = strip.past {
            let text = layout.size.columns < 60 ? words.briefPast(now) : words.past(now, now: past.present)
            parts.append(StripPart(text: RichText(" \(text) ", .modeTest), importance: 1500))
            if past.unanswered > 0 {
                let alerts = words.alertsNow(new: past.newAlerts, unanswered: past.unanswered)
                let role: Role = past.newAlerts > 0 ? .noticeError : .stripWarning
                let importance = past.newAlerts > 0 ? 950 : 700
                parts.append(StripPart(text: RichText("\(glyphs.disc) \(alerts)", role), importance: importance))
            }
            if past.newEvents > 0 {
                parts.append(StripPart(text: RichText(words.newSince(past.newEvents), .stripStrong), importance: 650))
            }
        }
        if let percent = strip.reading {
            let text = RichText(" \(words.readingJournal(percent)) ", .modeReplay)
            parts.append(StripPart(text: text, importance: 940))
        }
        return parts
    }

    /// On a screen too small for the strip the past says what it is before anything else.
    mutating func drawPastMarkAlone() {
        guard strip.past != nil else { return }
        grid.fill(layout.strip, style: style(.modeTest))
        write(words.briefPast(now), layout.strip, .modeTest)
    }
}
