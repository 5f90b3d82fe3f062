/// What seed 1, stream 2 gave when this was written. Any other answer anywhere is another sample path.
enum GoldenNumbers {
    static let bits: [UInt64] = [0x9D0D_583D_7831_B35C, 0xC54B_CE03_625E_F731, 0x5821_63C9_4897_30ED]
    static let uniform: UInt64 = 0x3FDD_E7CF_1E5B_565D
    static let exponential: UInt64 = 0x4006_0217_8157_7482
    static let normal: UInt64 = 0x3FE4_5586_DE3D_473B
    static let lognormal: UInt64 = 0x4048_F4CC_3EE0_A3B0
    static let gamma: UInt64 = 0x402A_F450_7345_276D
    static let poisson = 93
}
