import DispatchModel
import Formats
import Wording

/// What a `views.toml` says.
///
/// ```toml
/// start = "night"                    # the view that a console opens with; the usual one when left out
///
/// [view.night.dispatch]              # dispatch, patrol, quick-response, alerts; what is left out is seen as it comes
/// filter = "p1,p2 -held"             # as it is typed behind /
/// sort = "age"                       # a column that the list can be sorted by
/// reversed = true
/// columns = ["age", "number", "type", "place", "units"]
/// ```
package struct ViewFile: Hashable, Sendable {
    /// Its views in the order of their names.
    package private(set) var views: [SavedView] = []
    /// The view that a console opens with; nil when it names none.
    package private(set) var opening: String?

    /// The most views of a file.
    package static let limit = 64

    /// Reads a file. A view of another file, such as the machine's, may be named to open with.
    /// - Throws: `SettingsError` with every problem of the file, at least one.
    package init(text: String, file: String, others: [String] = []) throws(SettingsError) {
        let root = try SettingsTable(text: text, file: file)
        root.expect(["start", "view"])
        if let table = root.subtable("view") {
            if table.keys.count > ViewFile.limit {
                root.fault(
                    "view", "\(table.keys.count) views; at most \(ViewFile.limit)",
                    "共 \(table.keys.count) 个视图，至多 \(ViewFile.limit) 个")
            }
            views = table.keys.prefix(ViewFile.limit).compactMap { ViewFile.view($0, table) }
        }
        opening = root.string("start")
        let known = views.map(\.name) + others + [SavedView.standardName]
        if let opening, !known.contains(opening) {
            let list = NameList(known)
            root.fault(
                "start", "there is no view \"\(opening)\"; name one of: \(list.english)",
                "没有视图“\(opening)”；可用：\(list.chinese)")
        }
        guard root.problems.all.isEmpty else { throw SettingsError(problems: root.problems.all) }
    }

    private static func view(_ name: String, _ table: SettingsTable) -> SavedView? {
        guard SavedView.isName(name) else {
            let most = SavedView.nameLimit
            table.fault(
                name,
                "not a view's name; take up to \(most) letters, digits, - and _, and none of: default, save, list, remove",
                "不能作视图名称；请用不超过 \(most) 个字母、汉字、数字、- 或 _，且不得为视图命令的用词")
            return nil
        }
        guard let inner = table.subtable(name) else { return nil }
        inner.expect(SavedView.panes.map(\.rawValue))
        var view = SavedView(name: name)
        for pane in SavedView.panes {
            guard let list = inner.subtable(pane.rawValue) else { continue }
            view.lists[pane] = look(list, pane)
        }
        return view
    }

    private static func look(_ table: SettingsTable, _ pane: PaneName) -> ListLook {
        table.expect(["filter", "sort", "reversed", "columns"])
        var look = ListLook()
        look.filter = filter(table)
        look.isReversed = table.flag("reversed")
        let sorts = pane.room.sortColumns
        if sorts.isEmpty, table.has("sort") || table.has("reversed") {
            table.fault(
                table.has("sort") ? "sort" : "reversed", "this list has one order; remove it", "此列表只有一种顺序；请删除")
        } else if !sorts.isEmpty {
            look.sort = table.choice("sort", of: byName(sorts))
        }
        let known = pane.room.columns
        for word in table.strings("columns") {
            if let column = known.first(where: { $0.rawValue == word }) {
                if look.columns.contains(column) {
                    table.fault("columns", "\"\(word)\" stands there twice; remove one", "“\(word)”重复；请删除一个")
                } else {
                    look.columns.append(column)
                }
            } else {
                let names = NameList(known.map(\.rawValue))
                table.fault(
                    "columns", "\"\(word)\" is none of: \(names.english)", "“\(word)”不在可选值中：\(names.chinese)")
            }
        }
        return look
    }

    private static func byName(_ columns: [ColumnName]) -> [String: ColumnName] {
        Dictionary(columns.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func filter(_ table: SettingsTable) -> String {
        guard let text = table.string("filter") else { return "" }
        let texts = Language.allCases.map { language in
            guard case .failure(let failure) = Filter.parse(text, words: Words(language)) else { return "" }
            return Words(language).lineFailure(failure.message, failure.remedy)
        }
        if texts.contains(where: { !$0.isEmpty }) { table.fault("filter", texts[0], texts[1]) }
        return text
    }
}
