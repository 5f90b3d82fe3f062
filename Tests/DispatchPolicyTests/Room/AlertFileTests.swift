import DispatchModel
import DispatchPolicy
import Formats
import Testing

@Suite("alerts.toml")
struct AlertFileTests {
    private static let full = """
        [shifts]
        starts = ["07:00", "19:00"]
        utc-offset = "+08:00"
        [[latch]]
        feed = "fire-panel"
        [[suppress]]
        name = "links"
        feed = ["nms", "snmp"]
        text = "link *"
        same-place = true
        hours = "22:00-06:00"
        [suppress.while]
        text = "mast down"
        [[suppress]]
        name = "tests"
        standing = ["test", "exercise"]
        severity = "high"
        [escalation]
        first = "90s"
        every = "3m"
        [[escalation.supervisor]]
        name = "duty officer"
        command = ["page", "--to", "duty", "{name}: {text}"]
        [[escalation.supervisor]]
        name = "chief"
        [flood]
        above = 20
        below = 8
        [sound]
        bell = false
        command = ["aplay", "alert.wav"]
        every = "10s"
        """

    @Test("Everything that can be written is read")
    func all() throws {
        let settings = try AlertFile.read(text: Self.full, file: "alerts.toml")
        #expect(settings.shifts == Shifts(starts: [420, 1140], minutesEast: 480))
        #expect(settings.alerts.latching.count == 1)
        #expect(settings.alerts.latching[0].mostSevere == .high)
        let links = settings.alerts.suppression[0]
        #expect(links.name == "links" && links.samePlace && links.hours == DailyHours(from: 1320, to: 360))
        #expect(links.pattern.mostSevere == .medium, "P1 is hidden only when the rule says so")
        #expect(links.pattern.feeds.map(\.text) == ["nms", "snmp"])
        #expect(links.cause?.text == TextPattern("mast down") && links.cause?.mostSevere == .high)
        #expect(settings.alerts.suppression[1].pattern.mostSevere == .high)
        #expect(settings.alerts.suppression[1].pattern.standings == [.test, .exercise])
        let escalation = Escalation(first: .seconds(90), every: .minutes(3), supervisors: ["duty officer", "chief"])
        #expect(settings.alerts.escalation == escalation)
        #expect(settings.alerts.flood == FloodLimits(above: 20, below: 8))
        #expect(settings.notices.supervisors[0].command.last == "{name}: {text}")
        #expect(settings.notices.bell == false && settings.notices.soundEvery == .seconds(10))
        #expect(settings.notices.sound == ["aplay", "alert.wav"])
    }

    @Test("An empty file is the rules that ship, in the machine's zone")
    func empty() throws {
        let settings = try AlertFile.read(text: "", file: "alerts.toml", minutesEast: 60)
        #expect(settings == RoomSettings(minutesEast: 60))
        #expect(settings.alerts == .standard)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var text: String
        var line: Int
        var field: String
        var testDescription: String { "\(field): \(text.replacing("\n", with: " · "))" }

        init(_ text: String, _ line: Int, _ field: String) {
            self.text = text
            self.line = line
            self.field = field
        }
    }

    static let faults: [Fault] = [
        Fault("[shift]", 1, "shift"),
        Fault("[shifts]\nstarts = [\"8:00\"]", 2, "shifts.starts"),
        Fault("[shifts]\nstarts = []", 2, "shifts.starts"),
        Fault("[shifts]\nutc-offset = \"8\"", 2, "shifts.utc-offset"),
        Fault("[shifts]\nutc-offset = \"+15:00\"", 2, "shifts.utc-offset"),
        Fault("[[latch]]", 1, "latch[1].feed"),
        Fault("[[latch]]\nfeed = 7", 2, "latch[1].feed"),
        Fault("[[latch]]\nkind = \"fire\"", 2, "latch[1].kind"),
        Fault("[[suppress]]\nfeed = \"x\"", 1, "suppress[1].name"),
        Fault("[[suppress]]\nname = \"a\"", 1, "suppress[1].feed"),
        Fault("[[suppress]]\nname = \"a\"\ntext = \"\"", 3, "suppress[1].text"),
        Fault("[[suppress]]\nname = \"a\"\nfeed = \"x\"\nsame-place = true", 4, "suppress[1].same-place"),
        Fault("[[suppress]]\nname = \"a\"\nfeed = \"x\"\nhours = \"22-6\"", 4, "suppress[1].hours"),
        Fault("[[suppress]]\nname = \"a\"\nfeed = \"x\"\nseverity = \"p1\"", 4, "suppress[1].severity"),
        Fault(
            "[[suppress]]\nname = \"a\"\nfeed = \"x\"\n[[suppress]]\nname = \"a\"\nfeed = \"y\"", 5, "suppress[2].name"),
        Fault("[[suppress]]\nname = \"a\"\nfeed = \"x\"\n[suppress.while]\n", 4, "suppress[1].while.feed"),
        Fault("[escalation]\nfirst = \"soon\"", 2, "escalation.first"),
        Fault("[escalation]\nevery = \"0s\"", 2, "escalation.every"),
        Fault("[[escalation.supervisor]]\ncommand = [\"x\"]", 1, "escalation.supervisor[1].name"),
        Fault("[sound]\ncommand = \"aplay x; rm -rf /\"", 2, "sound.command"),
        Fault("[sound]\ncommand = []", 2, "sound.command"),
        Fault("[sound]\ncommand = [\"{text}\"]", 2, "sound.command"),
        Fault("[sound]\ncommand = [\"say\", \"{txt}\"]", 2, "sound.command"),
        Fault("[flood]\nabove = 3\nbelow = 5", 3, "flood.below"),
        Fault("[flood]\nabove = 0", 2, "flood.above"),
        Fault("x = [", 1, ""),
    ]

    @Test("What is wrong is told with file, line, field and remedy in both languages", arguments: faults)
    func wrong(_ fault: Fault) throws {
        do throws(SettingsError) {
            let settings = try AlertFile.read(text: fault.text, file: "alerts.toml")
            Issue.record("read as \(settings)")
        } catch {
            let first = try #require(error.problems.first)
            #expect(first.file == "alerts.toml")
            #expect(first.line == fault.line, "\(error)")
            #expect(first.field == fault.field, "\(error)")
            #expect(!first.english.isEmpty && !first.chinese.isEmpty && first.english != first.chinese)
        }
    }
}
