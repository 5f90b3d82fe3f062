import DispatchModel
import Wording

/// What a list shows and how: its filter, its order and its columns.
package struct ListLook: Hashable, Sendable {
    /// The filter as typed; empty for none.
    package var filter = ""
    /// The column it is sorted by; nil for the usual one.
    package var sort: ColumnName?
    /// True when the order is turned round.
    package var isReversed = false
    /// Its columns in their order; empty for the usual ones.
    package var columns: [ColumnName] = []

    /// A list as it comes.
    package init() {}
}

/// How the lists are seen, under a name: what it does not name is seen as it comes.
package struct SavedView: Hashable, Sendable {
    /// What it is called by.
    package var name: String
    /// The lists that are not as they come.
    package var lists: [PaneName: ListLook]

    /// Creates a view.
    package init(name: String, lists: [PaneName: ListLook] = [:]) {
        (self.name, self.lists) = (name, lists)
    }

    /// The view that is always there: every list as it comes. It cannot be replaced.
    package static let standard = SavedView(name: standardName)

    /// What `standard` is called.
    package static let standardName = "default"

    /// The lists that a view says something of, in the order of their digits.
    package static let panes = PaneName.tabs.filter(\.room.isFiltered)

    /// The longest name in characters.
    static let nameLimit = 24

    /// Words that mean something else behind `:view`.
    private static let taken = Set(ViewOrder.allCases.flatMap(\.words) + [standardName, "默认"])

    /// True for what may name a view: a word of letters, digits, `-` and `_` that means nothing else.
    package static func isName(_ text: String) -> Bool {
        (1...nameLimit).contains(text.count) && !taken.contains(text.lowercased())
            && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
}

/// What else can be done behind `:view` than naming one.
enum ViewOrder: CaseIterable {
    case save, list, remove

    /// What it is called in either language.
    var words: [String] {
        switch self {
        case .save: ["save", "保存"]
        case .list: ["list", "列表"]
        case .remove: ["remove", "删除"]
        }
    }

    /// What a word means; nil for any other.
    init?(_ word: some StringProtocol) {
        guard let order = ViewOrder.allCases.first(where: { $0.words.contains(word.lowercased()) }) else { return nil }
        self = order
    }
}

/// The views that there are: the machine's, and over them the person's own.
package struct SavedViews: Hashable, Sendable {
    /// Those of the machine's file.
    package private(set) var machine: [SavedView] = []
    /// Those of the person's file, and what was saved since.
    package private(set) var own: [SavedView] = []
    /// The one that a console opens with; nil for the standard one.
    package private(set) var opening: String?

    /// The standard view alone.
    package init() {}

    /// Views of files; the person's stand before the machine's of the same name.
    package init(machine: ViewFile?, own: ViewFile?) {
        self.machine = machine?.views ?? []
        self.own = own?.views ?? []
        opening = own?.opening ?? machine?.opening
    }

    /// Every view by name, the standard one first.
    package var all: [SavedView] {
        [.standard] + own + machine.filter { own($0.name) == nil }
    }

    /// The view of a name, in any case; nil when there is none.
    package subscript(name: String) -> SavedView? {
        let small = name.lowercased()
        return small == "默认" ? .standard : all.first { $0.name.lowercased() == small }
    }

    /// The person's own view of a name, in any case; nil when there is none.
    package func own(_ name: String) -> SavedView? {
        let small = name.lowercased()
        return own.first { $0.name.lowercased() == small }
    }

    /// Puts a view of one's own in place of the one of exactly its name, or takes it away.
    mutating func put(_ view: SavedView?, as name: String) {
        let place = own.firstIndex { $0.name == name }
        switch (place, view) {
        case (let place?, let view?): own[place] = view
        case (let place?, nil): own.remove(at: place)
        case (nil, let view?): own.append(view)
        case (nil, nil): break
        }
    }
}

/// What became of a view that was to be kept.
package enum ViewKeeping: Hashable, Sendable {
    /// It stands in this file.
    case kept(file: String)
    /// It holds for this run only: the file cannot be written, or not without harm; why.
    case unkept(String)
    /// It holds for this run only: there is no file.
    case thisRunOnly
}
