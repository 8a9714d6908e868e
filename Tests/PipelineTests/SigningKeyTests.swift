import Federation
import Foundation
import Pipeline
import Sealing
import Storage
import Testing

/// The committee's keys, from their making to their retirement.
struct SigningKeyTests {
    @Test func `a new key is written, listed and in use, and retires the one before`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let keys = bench.folder + "-keys"
            try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: keys) }
            let make = { (name: String) in
                try await bench.gateway().makeKey(file: "\(keys)/\(name)", outside: bench.folder, by: "anna")
            }
            #expect(try await bench.gateway().keys().current == nil)
            let first = try await make("1.pem")
            bench.clock.advance(days: 300)
            let second = try await make("2.pem")
            let list = try await bench.gateway().keys()
            #expect(list.records.map(\.id) == [first.id, second.id])
            #expect(list.records.map(\.retired) == [second.from, nil])
            for record in list.records {
                let number = record.id == first.id ? 1 : 2
                let key = try KeyFile.read("\(keys)/\(number).pem", outside: bench.folder)
                #expect(key.verifyingKey.hex == record.publicKey)
            }
        }
    }

    @Test func `of keys made at the same time every one that is not listed leaves no file`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let keys = bench.folder + "-keys"
            try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: keys) }
            let gateway = try bench.gateway()
            let outside = bench.folder
            let made = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await gateway.makeKey(file: "\(keys)/\(number).pem", outside: outside, by: "anna")
                            return true
                        } catch StoreError.keysOvertaken {
                            return false
                        }
                    }
                }
                return try await group.reduce(0) { $1 ? $0 + 1 : $0 }
            }
            #expect(made >= 1)
            #expect(try await gateway.keys().records.count == made)
            #expect(try FileManager.default.contentsOfDirectory(atPath: keys).count == made)
        }
    }

    @Test func `a key that cannot be written where it should is not listed`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let gateway = try bench.gateway()
            await #expect(throws: KeyFault.self) {
                try await gateway.makeKey(file: bench.folder + "/k.pem", outside: bench.folder, by: "anna")
            }
            let taken = bench.folder + ".pem"
            try Data().write(to: URL(filePath: taken))
            defer { try? FileManager.default.removeItem(atPath: taken) }
            await #expect(throws: KeyFault.exists(path: taken)) {
                try await gateway.makeKey(file: taken, outside: bench.folder, by: "anna")
            }
            #expect(try await gateway.keys().records.isEmpty)
        }
    }
}
