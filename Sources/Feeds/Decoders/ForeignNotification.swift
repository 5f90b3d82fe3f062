import Formats

/// Tells what a JSON text is that is none of what a decoder reads, so that its sender knows what to send instead.
enum ForeignNotification {
    private static let kinds: [(members: [String], english: String, chinese: String)] = [
        (["kind"], "one of the console's own messages", "控制台自有消息"),
        (["specversion", "source"], "a CloudEvent", "CloudEvent"),
        (["Type", "TopicArn", "SubscribeURL"], "an Amazon SNS subscription request", "Amazon SNS 订阅请求"),
        (["Type", "TopicArn"], "an Amazon SNS notification, such as CloudWatch sends", "Amazon SNS 通知（如 CloudWatch）"),
        (["orgId", "alerts"], "a Grafana notification of another version", "其他版本的 Grafana 告警通知"),
        (["ruleName", "state"], "a Grafana notification", "Grafana 通知"),
        (["check_id", "current_state"], "a Pingdom notification", "Pingdom 通知"),
        (["check_result", "stream"], "a Graylog notification", "Graylog 通知"),
        (["event_definition_id"], "a Graylog notification", "Graylog 通知"),
        (["groupKey", "alerts"], "an Alertmanager notification", "Alertmanager 通知"),
        (["class", "device"], "a report of gpsd", "gpsd 报告"),
    ]

    /// A fault that names the kind; nil for a text of no kind that is known here.
    static func fault(_ value: JSON, expected: String, _ chinese: String) -> MessageFault? {
        guard let kind = kinds.first(where: { kind in kind.members.allSatisfy { value[$0] != nil } }) else {
            return nil
        }
        return MessageFault(
            path: "", found: kind.english, foundChinese: kind.chinese, expected: expected, expectedChinese: chinese)
    }
}
