import DispatchPolicy
import Feeds
import Formats

extension MessageFault {
    /// Why the board could do nothing with a message, so that its sender or the roster can be put right.
    package init(_ reason: Ignored) {
        switch reason {
        case .unknownUnit(let callsign):
            self.init(
                path: "unit", found: MessageFault.excerpt(callsign), foundChinese: " \(MessageFault.excerpt(callsign))",
                expected: "a unit of the roster", expectedChinese: "编成中的警力")
        case .unknownIncident:
            self.init(
                path: "incident", found: "an incident that is not on the board", foundChinese: "看板上没有的警情",
                expected: "one that this feed has reported before", expectedChinese: "此数据源先前上报的警情")
        case .noAssignment:
            self.init(
                path: "incident", found: "no assignment of the unit to it", foundChinese: "该警力未派往此警情",
                expected: "an assignment that was made and not withdrawn", expectedChinese: "已作出且未撤回的派警")
        case .contradiction:
            self.init(
                path: "id", found: "the id of another message, which says something else",
                foundChinese: "另一条内容不同的消息的编号", expected: "an id of its own, or the same message again",
                expectedChinese: "自己的编号，或同一条消息")
        case .unreadable:
            self.init(
                path: "id", found: "the id of a message whose record cannot be read",
                foundChinese: "一条记录无法读取的消息的编号",
                expected: "a sound journal; watchfloor journal verify names what is damaged",
                expectedChinese: "完好的日志；watchfloor journal verify 指出损坏之处")
        case .ahead:
            self.init(
                path: "time", found: "a time that has not come", foundChinese: "尚未到来的时间",
                expected: "a time up to now; report what is booked for later when it falls due",
                expectedChinese: "不晚于现在的时间；预约警情请到时再上报")
        case .known:
            self.init(
                path: "", found: "nothing new", foundChinese: "无新内容", expected: "something that is not known yet",
                expectedChinese: "尚未知悉的内容")
        }
    }
}
