import DispatchModel
import TestSupport
import Testing

@testable import Dashboard

/// A list of numbers in the order they are given.
private struct Numbers: ListOrder {
    var numbers: [Int]
    var count: Int { numbers.count }
    func id(at row: Int) -> Int? { numbers.indices.contains(row) ? numbers[row] : nil }
    func row(of id: Int) -> Int? { numbers.firstIndex(of: id) }
}

@Suite("Selection, scrolling and holding still")
struct ListStateTests {
    private func settled(_ numbers: [Int], selected: Int, height: Int = 5) -> ListState<Int> {
        var state = ListState<Int>()
        let list = Numbers(numbers: numbers)
        state.settle(list, height: height)
        state.select(selected, in: list)
        state.settle(list, height: height)
        return state
    }

    @Test("the first thing is selected at the start")
    func start() {
        #expect(settled(Array(1...20), selected: 1).selected == 1)
        var empty = ListState<Int>()
        empty.settle(Numbers(numbers: []), height: 5)
        #expect(empty.selected == nil)
        #expect(empty.selectionLost == nil)
    }

    @Test("the selected thing keeps its line when others come in above")
    func keepsItsLine() {
        var state = settled(Array(1...20), selected: 8)
        let line = state.inSight.firstIndex(of: 8)
        state.settle(Numbers(numbers: [101, 102, 103] + Array(1...20)), entered: [101, 102, 103], height: 5)
        #expect(state.selected == 8)
        #expect(state.inSight.firstIndex(of: 8) == line)
        #expect(state.newAbove == 3)
        state.settle(Numbers(numbers: [103] + Array(1...20)), height: 5)
        #expect(state.inSight.firstIndex(of: 8) == line)
        #expect(state.newAbove == 1)
    }

    @Test("what comes in above is counted until it has been in sight")
    func newAbove() {
        var state = settled(Array(1...20), selected: 8)
        let list = Numbers(numbers: [101, 102] + Array(1...20))
        state.settle(list, entered: [101, 102], height: 5)
        #expect(state.newAbove == 2)
        state.top(in: list)
        #expect(state.newAbove == 0)
        state.bottom(in: list)
        #expect(state.newAbove == 0)
    }

    @Test("at the top, what comes in is seen and the cursor stays on its thing")
    func atTop() {
        var state = settled(Array(1...20), selected: 1)
        state.settle(Numbers(numbers: [101] + Array(1...20)), entered: [101], height: 5)
        #expect(state.selected == 1)
        #expect(state.inSight.first == 101)
        #expect(state.newAbove == 0)
    }

    @Test("when the selected thing goes, its neighbour below is selected and the loss is told")
    func lost() {
        var state = settled(Array(1...20), selected: 8)
        state.settle(Numbers(numbers: Array(1...7) + Array(9...20)), height: 5)
        #expect(state.selected == 9)
        #expect(state.selectionLost == 8)
        var last = settled([1, 2, 3], selected: 3)
        last.settle(Numbers(numbers: [1, 2]), height: 5)
        #expect(last.selected == 2)
        var only = settled([1], selected: 1)
        only.settle(Numbers(numbers: []), height: 5)
        #expect(only.selected == nil)
        #expect(only.selectionLost == 1)
    }

    @Test("a frozen order stays while the list goes on")
    func frozen() {
        var state = settled(Array(1...20), selected: 3)
        state.freeze(Numbers(numbers: Array(1...20)))
        let turned = Numbers(numbers: [99] + Array((1...20).reversed()))
        state.settle(turned, entered: [99], height: 5)
        #expect(state.inSight == [1, 2, 3, 4, 5])
        #expect(state.enteredWhileFrozen == 1)
        state.move(by: 1, in: turned)
        #expect(state.selected == 4)
        state.thaw()
        state.settle(turned, height: 5)
        #expect(state.selected == 4)
        #expect(state.inSight.contains(4))
    }

    @Test("a click means what was drawn on the line")
    func click() {
        var state = settled(Array(1...20), selected: 1)
        let drawn = state.inSight[3]
        // Another order stands by now; the line still means what was drawn there.
        state.click(line: 3, in: Numbers(numbers: Array((1...20).reversed())))
        #expect(state.selected == drawn)
        let nothing = state.click(line: 99, in: Numbers(numbers: [1]))
        #expect(!nothing)
    }

    @Test("a list that leaves the screen is found again as it was left")
    func hidden() {
        var state = settled(Array(1...20), selected: 8)
        let line = state.inSight.firstIndex(of: 8)
        state.settle(Numbers(numbers: Array(1...20)), height: 0)
        state.settle(Numbers(numbers: [101] + Array(1...20)), entered: [101], height: 0)
        state.settle(Numbers(numbers: [101] + Array(1...20)), height: 5)
        #expect(state.inSight.firstIndex(of: 8) == line)
        #expect(state.newAbove == 1)
    }

    @Test("marks stay in the order of marking and go with their things")
    func marks() {
        var state = settled(Array(1...9), selected: 1)
        for id in [4, 2, 7, 2, 9] { state.toggleMark(id) }
        #expect(state.marked == [4, 7, 9])
        state.keepMarks { $0 != 7 }
        #expect(state.marked == [4, 9])
    }

    @Test("whatever happens, the selection is in sight and no room is wasted", arguments: [21, 22, 23, 24, 25, 26])
    func alwaysInSight(seed: UInt64) {
        var random = Seeded(seed)
        var numbers = Array(0..<30)
        var state = ListState<Int>()
        var next = 1000
        for step in 0..<400 {
            var entered: [Int] = []
            switch Int.random(in: 0..<8, using: &random) {
            case 0:
                let place = Int.random(in: 0...numbers.count, using: &random)
                numbers.insert(next, at: place)
                entered = [next]
                next += 1
            case 1 where !numbers.isEmpty: numbers.remove(at: Int.random(in: 0..<numbers.count, using: &random))
            case 2: numbers.shuffle(using: &random)
            case 3: state.move(by: Int.random(in: -9...9, using: &random), in: Numbers(numbers: numbers))
            case 4: state.page(by: Bool.random(using: &random) ? 1 : -1, in: Numbers(numbers: numbers))
            case 5: state.scroll(by: Int.random(in: -4...4, using: &random), in: Numbers(numbers: numbers))
            case 6: numbers = Int.random(in: 0..<20, using: &random) == 0 ? [] : numbers
            default: break
            }
            let height = Int.random(in: 0...12, using: &random)
            state.settle(Numbers(numbers: numbers), entered: entered, height: height)
            let context: Comment = "seed \(seed), step \(step)"
            #expect((state.selected == nil) == numbers.isEmpty, context)
            if height > 0 { #expect(state.inSight.count == min(height, numbers.count), context) }
            if let selected = state.selected, height > 0 { #expect(state.inSight.contains(selected), context) }
            if height > 0 { #expect(state.newAbove <= state.offset, context) }
        }
    }
}
