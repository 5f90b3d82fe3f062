import Wording

/// The detail of what is selected, over the whole screen where there is little room.
struct DetailLayer: Layer {
    var mode: Mode? { .detail }
    var isModal: Bool { false }
    var isDetail: Bool { true }
    func page(of rows: Int) -> Int? { rows / 2 }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        name == .back ? .closes : runCommon(name, on: console)
    }

    func move(by distance: Int, on console: Console) {
        let below = console.painter.info.detailBelow
        DetailRoom().move(.rows(distance), in: &console.view, below: below)
    }

    /// The layout gives the detail the whole screen: nothing is drawn over it.
    func draw(into frame: inout Frame) {}
}
