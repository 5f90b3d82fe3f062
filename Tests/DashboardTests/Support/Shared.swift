import TestSupport

// What these tests share with those of the core.
typealias Counter = TestSupport.Counter
typealias District = TestSupport.District
typealias GatedJournal = TestSupport.GatedJournal
typealias HandClock = TestSupport.HandClock
typealias ListSource = TestSupport.ListSource
