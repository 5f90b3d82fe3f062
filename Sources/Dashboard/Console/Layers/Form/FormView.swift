import Formats
import TerminalKit
import Themes
import Wording

/// Fields to fill in.
package struct FormView: Sendable {
    /// One field.
    package struct Field: Sendable {
        /// What it asks for.
        package var label: String
        /// What stood in it when the form was opened.
        package let given: String
        /// What was typed.
        package var field: TextField
        /// What may be typed, in a few words.
        package var hint: String
        /// What is wrong with it; empty when nothing is.
        package var error = ""
        /// What could be meant, the best first.
        package var completions: [CompletionRow] = []
        /// True when it stands on the line of the field before it.
        package let isBeside: Bool

        /// Creates a field.
        package init(label: String, field: TextField = TextField(), hint: String = "", isBeside: Bool = false) {
            self.label = label
            self.field = field
            self.hint = hint
            self.isBeside = isBeside
            given = field.text
        }

        /// Another field with something in it when the form is opened.
        package init(_ other: Field, given text: String) {
            self.init(label: other.label, field: TextField(text), hint: other.hint, isBeside: other.isBeside)
        }

        /// True when something else stands in it than when the form was opened.
        package var isChanged: Bool { field.text != given }
    }
    /// What the form is for.
    package var title: String
    /// The fields from the top.
    package var fields: [Field]
    /// Which field has the cursor.
    package var focused = 0
    /// What is to be known of the place that is being entered, a line each.
    package var hazards: [String] = []
    /// What on the board seems to be the same event as what is being entered, in words, the likeliest first.
    package var alike: [String] = []
    /// How what is being entered goes to the first of those.
    package var joinHint = ""
    /// What happened at the place before, in words; empty for nothing.
    package var earlier = ""
    /// Something to say below the fields.
    package var message: Notice?
    /// The keys that help here.
    package var hints: [KeyHint] = []
    /// What the form makes; nil for nothing.
    var purpose: (any FormPurpose)?

    /// Creates the form.
    package init(title: String, fields: [Field]) {
        self.title = title
        self.fields = fields
    }
}

/// What a form makes of its fields.
protocol FormPurpose: Sendable {
    /// What was typed and left with Esc is kept under this.
    var draft: DraftSubject { get }
    /// Looks at what the fields say as far as they can be read: what the one with the cursor could go on with.
    mutating func complete(_ form: inout FormView, on console: Console)
    /// What the text in the field with the cursor could be meant for, as it would be read: one text when it means one thing.
    func candidates(_ form: FormView, on console: Console) -> [String]
    /// Gives the order that the form describes, or points at the field that will not do. True closes the form.
    mutating func accept(_ form: inout FormView, on console: Console) -> Bool
    /// Makes another report of the incident that the form shows out of what was entered. True closes the form.
    mutating func join(_ form: inout FormView, on console: Console) -> Bool
}

extension FormPurpose {
    func join(_ form: inout FormView, on console: Console) -> Bool {
        console.say(.info, console.words.nothingToJoin)
        return false
    }
}

extension FormView {
    /// Opens the form, with what was typed into it and left before.
    func open(for purpose: any FormPurpose, on console: Console) {
        var form = self
        form.purpose = purpose
        if let draft = console.keyboard.drafts.take(purpose.draft), draft.texts.count == fields.count {
            for (index, text) in draft.texts.enumerated() {
                if let text { form.fields[index].field.text = text }
            }
            console.say(.info, console.words.draftBack(clear: console.keyText(.clearForm, in: .input)))
        }
        form.settle(on: console)
        console.layers.open(form)
    }

    /// Lets the purpose work on the form, taken out of it meanwhile.
    private mutating func ask<Result>(_ work: (inout any FormPurpose, inout FormView) -> Result) -> Result? {
        guard var purpose else { return nil }
        let result = work(&purpose, &self)
        self.purpose = purpose
        return result
    }

    /// Puts the cursor into a field and says what is wrong with it.
    mutating func point(at field: Int, _ error: String, on console: Console) {
        focused = field
        fields[field].error = error
        console.screen.bell()
    }
}

extension FormView: Layer {
    var mode: Mode? { .input }
    func page(of rows: Int) -> Int? { nil }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        switch name {
        case .accept: return ask { $0.accept(&$1, on: console) } == true ? .closes : .stays
        case .joinReport: return ask { $0.join(&$1, on: console) } == true ? .closes : .stays
        case .complete: complete(on: console)
        case .nextField: moveField(1, on: console)
        case .previousField: moveField(-1, on: console)
        case .clearForm: clear(on: console)
        case .up, .down:
            move(by: name == .up ? -1 : 1, on: console)
            settle(on: console)
        default: return runEdit(name, on: console) ? .stays : runCommon(name, on: console)
        }
        return .stays
    }

    mutating func move(by distance: Int, on console: Console) { focused = moved(focused, distance, fields.count) }

    mutating func edit(_ change: (inout TextField) -> Bool, on console: Console) -> Bool {
        let fits = change(&fields[focused].field)
        fields[focused].error = fits ? "" : console.words.fieldFull
        console.textChanged()
        return true
    }

    mutating func settle(on console: Console) { _ = ask { $0.complete(&$1, on: console) } }

    /// Tab: completes as far as nothing has to be guessed, and goes to the next field once nothing is left to choose.
    private mutating func complete(on console: Console) {
        let text = fields[focused].field.text
        let candidates = text.isEmpty ? [] : purpose?.candidates(self, on: console) ?? []
        if let more = candidates.completing(text) {
            _ = edit(
                {
                    $0.text = more
                    return true
                }, on: console)
        }
        guard candidates.count > 1 else { return moveField(1, on: console) }
        console.screen.bell()
        settle(on: console)
    }

    private mutating func moveField(_ step: Int, on console: Console) {
        focused = (focused + step + fields.count) % fields.count
        settle(on: console)
    }

    /// Puts every field back to what stood in it when the form was opened.
    private mutating func clear(on console: Console) {
        for index in fields.indices {
            fields[index].field.text = fields[index].given
            fields[index].error = ""
        }
        focused = 0
        settle(on: console)
    }

    /// What was typed is kept.
    func leave(on console: Console) {
        guard let purpose else { return }
        let texts = fields.map { $0.isChanged ? $0.field.text : nil }
        console.keyboard.drafts.keep(Draft(subject: purpose.draft, texts: texts))
    }

    mutating func refresh(on console: Console) {
        hints = console.keyHints.hints(entering: console.words.recordHint, digits: nil)
    }
}
