import DispatchModel

/// A kind of call in the made-up district.
struct SampleType {
    /// Its words in the log.
    var name: String
    /// How often it comes in the early evening and at night, against the others.
    var evening: Int
    var night: Int
    /// Priorities in the log's codes, each as likely.
    var priorities: [String]
    /// What is sent: each entry one unit of any of these unit types.
    var sent: [[String]]
    /// Minutes at the scene, least and most.
    var minutes: ClosedRange<Int>
    /// Dispositions, each as likely.
    var endings: [String]

    private static let car = ["VEHICLE PATROL", "FOOT PATROL", "BICYCLE PATROL"]
    private static let fast = ["QUICK RESPONSE"]
    private static let helper = ["GRID WORKER", "PATROL VOLUNTEER", "AUXILIARY POLICE"]

    /// The kinds of call, with their shares.
    static let all = crimes + services

    private static let crimes: [SampleType] = [
        SampleType(
            name: "Robbery", evening: 2, night: 3, priorities: ["E"], sent: [car, car, fast], minutes: 30...90,
            endings: ["Case opened / 立案", "Suspect held / 抓获嫌疑人"]),
        SampleType(
            name: "Snatching", evening: 3, night: 3, priorities: ["E", "3"], sent: [car, fast], minutes: 20...50,
            endings: ["Case opened / 立案", "Suspect held / 抓获嫌疑人", "Unfounded / 查无此事"]),
        SampleType(
            name: "Fight", evening: 9, night: 20, priorities: ["E", "3", "3"], sent: [car, fast], minutes: 15...50,
            endings: ["Suspect held / 抓获嫌疑人", "Settled on the spot / 当场调处", "Gone on arrival / 到场已离开"]),
        SampleType(
            name: "Theft", evening: 16, night: 8, priorities: ["2", "A"], sent: [car], minutes: 10...35,
            endings: ["Case opened / 立案", "Advised / 告知劝导"]),
        SampleType(
            name: "Burglary", evening: 5, night: 5, priorities: ["3", "2"], sent: [car, car], minutes: 25...60,
            endings: ["Case opened / 立案", "Unfounded / 查无此事"]),
        SampleType(
            name: "Intrusion alarm", evening: 9, night: 13, priorities: ["3", "2"], sent: [fast], minutes: 6...18,
            endings: ["False alarm / 误报", "False alarm / 误报", "Case opened / 立案"]),
        SampleType(
            name: "Suspicious person", evening: 10, night: 12, priorities: ["2"], sent: [car], minutes: 8...25,
            endings: ["Gone on arrival / 到场已离开", "Checked and released / 核查放行"]),
        SampleType(
            name: "Fraud", evening: 10, night: 3, priorities: ["2", "A"], sent: [car], minutes: 15...40,
            endings: ["Case opened / 立案", "Payment stopped / 止付成功"]),
    ]

    private static let services: [SampleType] = [
        SampleType(
            name: "Dispute", evening: 26, night: 18, priorities: ["2", "2", "A"], sent: [car, helper],
            minutes: 12...40,
            endings: ["Settled on the spot / 当场调处", "To people's mediation / 转人民调解", "Advised / 告知劝导"]),
        SampleType(
            name: "Family dispute", evening: 14, night: 16, priorities: ["3", "2"], sent: [car, helper],
            minutes: 15...45,
            endings: ["Settled on the spot / 当场调处", "To people's mediation / 转人民调解", "Case opened / 立案"]),
        SampleType(
            name: "Traffic collision", evening: 30, night: 12, priorities: ["2", "A"], sent: [car], minutes: 10...35,
            endings: ["Settled on the spot / 当场调处", "To traffic police / 移交交警"]),
        SampleType(
            name: "Collision with injuries", evening: 6, night: 5, priorities: ["E", "3"],
            sent: [car, ["AMBULANCE"]], minutes: 20...50,
            endings: ["To traffic police / 移交交警", "Taken to hospital / 送医"]),
        SampleType(
            name: "Missing child", evening: 3, night: 1, priorities: ["E"], sent: [car, car, helper],
            minutes: 25...80, endings: ["Found unharmed / 平安找回"]),
        SampleType(
            name: "Missing person", evening: 3, night: 3, priorities: ["3"], sent: [car, helper], minutes: 25...70,
            endings: ["Found unharmed / 平安找回", "Case opened / 立案"]),
        SampleType(
            name: "Medical", evening: 12, night: 10, priorities: ["E", "3"], sent: [["AMBULANCE"], car],
            minutes: 12...30, endings: ["Taken to hospital / 送医", "Treated at the scene / 现场救治"]),
        SampleType(
            name: "Fire", evening: 4, night: 2, priorities: ["E", "3"], sent: [["ENGINE"], ["TRUCK"], car],
            minutes: 20...70, endings: ["Put out / 已扑灭", "False alarm / 误报"]),
        SampleType(
            name: "Drunk person", evening: 8, night: 24, priorities: ["2", "A"], sent: [car], minutes: 10...40,
            endings: ["Taken home / 送回家中", "Advised / 告知劝导"]),
        SampleType(
            name: "Noise", evening: 12, night: 24, priorities: ["S", "A"], sent: [["GRID WORKER", "FOOT PATROL"]],
            minutes: 6...20, endings: ["Advised / 告知劝导", "Gone on arrival / 到场已离开"]),
        SampleType(
            name: "Public assistance", evening: 22, night: 10, priorities: ["A", "S"],
            sent: [["AUXILIARY POLICE", "PATROL VOLUNTEER", "FOOT PATROL"]], minutes: 8...30,
            endings: ["Helped / 已帮助", "Advised / 告知劝导"]),
        SampleType(
            name: "Parking", evening: 14, night: 3, priorities: ["S"], sent: [["FOOT PATROL", "AUXILIARY POLICE"]],
            minutes: 5...15, endings: ["Moved / 已驶离", "To traffic police / 移交交警"]),
        SampleType(
            name: "Crowd", evening: 4, night: 2, priorities: ["3"], sent: [car, fast, ["COMMAND"]], minutes: 25...60,
            endings: ["Dispersed / 已疏散"]),
    ]
}

/// Streets of the made-up district by beat, three each.
enum SampleStreets {
    static let byBeat: [String: [BilingualText]] = [
        "B01": [
            BilingualText("Jiefang Rd", "解放路"), BilingualText("Gulou Lane", "鼓楼巷"), BilingualText("Wenmiao St", "文庙街"),
        ],
        "B02": [
            BilingualText("Renmin Ave", "人民大道"), BilingualText("Jishi St", "集市街"), BilingualText("Yanye Lane", "盐业巷"),
        ],
        "B03": [
            BilingualText("Zhanqian Rd", "站前路"), BilingualText("Tiedao St", "铁道街"),
            BilingualText("Yingbin Ave", "迎宾大道"),
        ],
        "B04": [
            BilingualText("Daxue Rd", "大学路"), BilingualText("Shuyuan St", "书院街"), BilingualText("Qingnian Rd", "青年路"),
        ],
        "B05": [
            BilingualText("Yanjiang Ave", "沿江大道"), BilingualText("Dukou Rd", "渡口路"),
            BilingualText("Liuyin Lane", "柳荫巷"),
        ],
        "B06": [
            BilingualText("Gangwan Rd", "港湾路"), BilingualText("Matou St", "码头街"), BilingualText("Cangku Rd", "仓库路"),
        ],
        "B07": [
            BilingualText("Shanyuan Rd", "山苑路"), BilingualText("Fenglin St", "枫林街"), BilingualText("Taiping Rd", "太平路"),
        ],
        "B08": [
            BilingualText("Xincheng Ave", "新城大道"), BilingualText("Keji Rd", "科技路"), BilingualText("Hexie St", "和谐街"),
        ],
    ]
}
