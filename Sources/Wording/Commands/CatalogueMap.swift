private let onMap: [Mode] = [.map]

extension Catalogue {
    /// Looking at the map and moving about on it.
    static let map: [CatalogueEntry] = [
        CatalogueEntry(.map, .map, "Open the map, go to it, or close it", "打开、转到或关闭地图", in: [.normal])
            .keys(.normal, "M").hint(27, "map", "地图"),
        CatalogueEntry(
            .mapNext, .map, "Go to the next thing on the map, the most urgent first", "转到地图上的下一项（按紧急程度）", in: onMap
        )
        .keys(.map, "tab").hint(11, "next", "下一项"),
        CatalogueEntry(.mapPrevious, .map, "Go to the previous thing on the map", "转到地图上的上一项", in: onMap)
            .keys(.map, "shift-tab"),
        CatalogueEntry(.mapIn, .map, "Show the map larger", "放大地图", in: onMap)
            .keys(.map, "+").alias("zoom-in").hint(17, "larger", "放大"),
        CatalogueEntry(.mapOut, .map, "Show more of the map", "缩小地图", in: onMap)
            .keys(.map, "-").alias("zoom-out").hint(18, "smaller", "缩小"),
        CatalogueEntry(.mapFollow, .map, "Keep the selected thing in the middle, or stop", "使所选项保持居中，或停止", in: onMap)
            .keys(.map, "f").hint(32, "follow", "跟随"),
        CatalogueEntry(
            .mapLens, .map, "Magnify what lies around the selected thing, or stop", "放大所选项周围，或停止", in: onMap
        )
        .keys(.map, "i").alias("lens").hint(21, "lens", "放大镜"),
        CatalogueEntry(
            .mapUncovered, .map, "Go to the next beat without a free unit, and to the free unit nearest to it",
            "转到下一个无待命单元的巡区及离其最近的待命单元", in: onMap
        )
        .keys(.map, "U").alias("uncovered").hint(23, "next bare beat", "下一空缺巡区"),
        CatalogueEntry(
            .mapFill, .map, "Fill the beats by free units, by calls, or not at all", "按待命单元或警情数填充巡区，或不填充", in: onMap
        )
        .keys(.map, "F").argument("[off|uncovered|calls]", "[off|uncovered|calls]").hint(34, "fill", "填充"),
        CatalogueEntry(
            .mapDots, .map, "Choose how finely the map is drawn: by what the terminal's font has",
            "选择地图的绘制精细程度（视终端字体而定）", in: onMap
        )
        .argument("[octant|braille|quadrant|half|ascii]", "[octant|braille|quadrant|half|ascii]"),
    ]
}

extension CommandName {
    package static let map = CommandName("map")
    package static let mapNext = CommandName("map-next")
    package static let mapPrevious = CommandName("map-previous")
    package static let mapIn = CommandName("map-in")
    package static let mapOut = CommandName("map-out")
    package static let mapFollow = CommandName("map-follow")
    package static let mapLens = CommandName("map-lens")
    package static let mapUncovered = CommandName("map-uncovered")
    package static let mapFill = CommandName("map-fill")
    package static let mapDots = CommandName("map-dots")
}
