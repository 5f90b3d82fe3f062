/// Which of many things that stand out do so by more than chance.
///
/// Among those that are told at a level q, at most that share is wrong on average: Benjamini and Hochberg, "Controlling the
/// False Discovery Rate: A Practical and Powerful Approach to Multiple Testing", Journal of the Royal Statistical Society B 57
/// (1995).
package enum FalseDiscoveries {
    /// For each probability of standing out so far by chance, the smallest level at which it is told: p·m/k made monotone.
    package static func levels(_ probabilities: [Double]) -> [Double] {
        let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
        var levels = [Double](repeating: 1, count: probabilities.count)
        var least = 1.0
        for (rank, index) in order.enumerated().reversed() {
            least = min(least, probabilities[index] * Double(order.count) / Double(rank + 1))
            levels[index] = least
        }
        return levels
    }
}
