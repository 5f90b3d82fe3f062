import DispatchModel

extension Words {
    /// In which way an alert is out of sight.
    package func hiding(_ way: AlertHidingWay) -> String {
        switch way {
        case .shelved: pick("shelved", "搁置")
        case .suppressed: pick("suppressed", "抑制")
        case .outOfService: pick("out of service", "停用")
        }
    }

    /// What brought an alert back into sight.
    package func cause(_ cause: AlertShowingCause) -> String {
        switch cause {
        case .ordered: pick("by order", "人工恢复")
        case .expired: pick("its time is over", "到期")
        case .conditionEnded: pick("the condition ended", "条件消失")
        case .severityRose: pick("it became more severe", "级别升高")
        case .ruleEnded: pick("the rule no longer hides it", "规则不再适用")
        }
    }

    /// How an alert comes and goes.
    package func conduct(_ conduct: AlertConduct) -> String {
        switch conduct {
        case .steady: pick("steady", "平稳")
        case .chattering: pick("chattering", "频繁触发")
        case .flapping: pick("flapping", "反复抖动")
        }
    }
}
