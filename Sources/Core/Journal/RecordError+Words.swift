import DispatchModel

extension RecordError {
    /// What could not be read, for people.
    var text: BilingualText {
        switch self {
        case .truncated(let offset):
            BilingualText("it ends too early, at byte \(offset)", "在第 \(offset) 字节处提前结束")
        case .notText(let field):
            BilingualText("field “\(field)” is no text", "字段“\(field)”不是文本")
        case .unknownValue(let field, let value):
            BilingualText(
                "field “\(field)” holds \(value), which this program does not know",
                "字段“\(field)”的值 \(value) 本程序无法识别")
        case .unknownKind(let kind):
            BilingualText(
                "it is of kind \(kind), which this program does not know", "类别 \(kind) 本程序无法识别")
        case .unknownVersion(let version):
            BilingualText(
                "it has format \(version), which this program does not know", "格式 \(version) 本程序无法识别")
        }
    }
}
