/// True when a value may reach a terminal: no control, no surrogate, no bidirectional or other invisible format character.
package func isHarmless(_ value: UInt32) -> Bool {
    guard value >= 0x20, let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
    default: return true
    }
}
