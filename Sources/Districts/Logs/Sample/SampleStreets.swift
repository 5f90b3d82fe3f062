/// Streets of the made-up district by beat, three each.
enum SampleStreets {
    static let byBeat: [String: [String]] = [
        "B01": ["Jiefang Rd / 解放路", "Gulou Lane / 鼓楼巷", "Wenmiao St / 文庙街"],
        "B02": ["Renmin Ave / 人民大道", "Jishi St / 集市街", "Yanye Lane / 盐业巷"],
        "B03": ["Zhanqian Rd / 站前路", "Tiedao St / 铁道街", "Yingbin Ave / 迎宾大道"],
        "B04": ["Daxue Rd / 大学路", "Shuyuan St / 书院街", "Qingnian Rd / 青年路"],
        "B05": ["Yanjiang Ave / 沿江大道", "Dukou Rd / 渡口路", "Liuyin Lane / 柳荫巷"],
        "B06": ["Gangwan Rd / 港湾路", "Matou St / 码头街", "Cangku Rd / 仓库路"],
        "B07": ["Shanyuan Rd / 山苑路", "Fenglin St / 枫林街", "Taiping Rd / 太平路"],
        "B08": ["Xincheng Ave / 新城大道", "Keji Rd / 科技路", "Hexie St / 和谐街"],
    ]
}
