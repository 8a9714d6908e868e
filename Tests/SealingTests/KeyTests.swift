import Federation
import Foundation
import Sealing
import Testing

struct `Signing keys` {
    /// The first three vectors of RFC 8032, section 7.1: seed, public key, message, signature.
    private static let vectors = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ]

    private func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }

    @Test
    func `sign and verify as RFC 8032 says`() throws {
        for (seed, publicKey, message, signature) in Self.vectors {
            let key = try #require(SigningKey(seed: bytes(seed)))
            #expect(key.verifyingKey.hex == publicKey)
            #expect(key.verifyingKey.isSignature(bytes(signature), of: bytes(message)))
            #expect(key.verifyingKey.isSignature(try key.signature(of: bytes(message)), of: bytes(message)))
            #expect(!key.verifyingKey.isSignature(bytes(signature), of: bytes(message) + [0]))
        }
    }

    @Test
    func `are read back from PEM, the private and the public half`() throws {
        let key = SigningKey()
        let folder = try Folder()
        defer { folder.remove() }
        let path = folder.path + "/key.pem"
        try KeyFile.write(key, to: path, outside: folder.path + "/data")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        #expect(try KeyFile.read(path, outside: nil).verifyingKey == key.verifyingKey)
        let publicText = try key.verifyingKey.pem()
        #expect(publicText.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
        #expect(try VerifyingKey(pem: publicText) == key.verifyingKey)
        #expect(VerifyingKey(hex: key.verifyingKey.hex) == key.verifyingKey)
    }

    @Test
    func `of another kind, or none, are refused`() throws {
        let key = SigningKey()
        let publicText = try key.verifyingKey.pem()
        #expect(throws: KeyFault.notAPrivateKey) { try SigningKey(pem: publicText) }
        for text in ["", "x", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"] {
            #expect(throws: KeyFault.notAPublicKey) { try VerifyingKey(pem: text) }
            #expect(throws: KeyFault.notAPrivateKey) { try SigningKey(pem: text) }
        }
        #expect(VerifyingKey(hex: String(repeating: "A", count: 64)) == nil)
        #expect(SigningKey(seed: [1, 2, 3]) == nil)
    }

    @Test
    func `are named by their id and never printed`() throws {
        let key = SigningKey()
        #expect("\(key)" == "signing key \(key.verifyingKey.id)")
        #expect(key.verifyingKey.id == String(Fingerprint(of: key.verifyingKey.bytes).hex.prefix(16)))
    }

    @Test
    func `are kept in a file that only its owner can read`() throws {
        let folder = try Folder()
        defer { folder.remove() }
        let path = folder.path + "/key.pem"
        try KeyFile.write(SigningKey(), to: path, outside: nil)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        for open in [0o640, 0o604, 0o644, 0o602, 0o660] {
            try FileManager.default.setAttributes([.posixPermissions: open], ofItemAtPath: path)
            #expect(throws: KeyFault.openToOthers(path: path, mode: String(open, radix: 8))) {
                try KeyFile.read(path, outside: nil)
            }
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
        #expect(throws: Never.self) { try KeyFile.read(path, outside: nil) }
    }

    @Test
    func `are never overwritten, and never written through a link`() throws {
        let folder = try Folder()
        defer { folder.remove() }
        let path = folder.path + "/key.pem"
        try KeyFile.write(SigningKey(), to: path, outside: nil)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: KeyFault.exists(path: path)) { try KeyFile.write(SigningKey(), to: path, outside: nil) }
        let link = folder.path + "/link.pem"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/elsewhere")
        #expect(throws: KeyFault.exists(path: link)) { try KeyFile.write(SigningKey(), to: link, outside: nil) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test
    func `do not lie in the data folder, not even by way of a link`() throws {
        let folder = try Folder()
        defer { folder.remove() }
        let data = folder.path + "/data"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: data)
        for path in [data + "/key.pem", link + "/key.pem", data + "/../data/key.pem"] {
            let fault = KeyFault.insideDataFolder(path: path, folder: data)
            #expect(throws: fault) { try KeyFile.write(SigningKey(), to: path, outside: data) }
            #expect(throws: fault) { try KeyFile.read(path, outside: data) }
        }
        try KeyFile.write(SigningKey(), to: folder.path + "/data.pem", outside: data)
    }

    @Test
    func `in a file that is absent, a folder or too long are told`() throws {
        let folder = try Folder()
        defer { folder.remove() }
        let long = folder.path + "/long.pem"
        try Data(count: KeyFile.longest + 1).write(to: URL(fileURLWithPath: long))
        #expect(throws: KeyFault.tooLong(path: long, most: KeyFile.longest)) { try KeyFile.readPublic(long) }
        for path in [folder.path, folder.path + "/none.pem"] {
            #expect(throws: KeyFault.unreadable(path: path)) { try KeyFile.readPublic(path) }
        }
        let nowhere = folder.path + "/none/key.pem"
        #expect(throws: KeyFault.self) { try KeyFile.write(SigningKey(), to: nowhere, outside: nil) }
    }

    /// A folder of the test's own.
    private struct Folder {
        let path: String

        init() throws {
            path = NSTemporaryDirectory() + "samverkan-keys-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        func remove() { try? FileManager.default.removeItem(atPath: path) }
    }
}

struct `The list of keys` {
    @Test
    func `retires the key before when a new one comes, and keeps it with its dates`() throws {
        let keys = PublishedSample().keys.map(\.verifyingKey)
        let first = try Known.moment("2022-09-01T08:00:00Z")
        let second = try Known.moment("2023-09-01T08:00:00Z")
        let list = try KeyList().adding(keys[0], from: first).adding(keys[1], from: second)
        #expect(list.records.map(\.id) == keys.map(\.id))
        #expect(list.records.map(\.from) == [first, second])
        #expect(list.records.map(\.retired) == [second, nil])
        #expect(list.current?.publicKey == keys[1].hex)
        #expect(throws: KeyFault.listed(id: keys[0].id)) { try list.adding(keys[0], from: second) }
        #expect(throws: KeyFault.clockBehind(first, last: second)) {
            try list.adding(SigningKey().verifyingKey, from: first)
        }
    }

    @Test
    func `says who signs next: one key, or both after a change`() throws {
        let sample = try PublishedSample.threeEditions()
        let keys = sample.keys.map(\.verifyingKey)
        let moment = try Known.moment("2022-09-01T08:00:00Z")
        let one = try KeyList().adding(keys[0], from: moment)
        let two = try one.adding(keys[1], from: try Known.moment("2023-09-01T08:00:00Z"))
        #expect(KeyList().signers(after: nil).isEmpty)
        #expect(one.signers(after: nil) == [keys[0]])
        #expect(one.signers(after: sample.manifests[0].manifest) == [keys[0]])
        #expect(two.signers(after: sample.manifests[1].manifest) == [keys[0], keys[1]])
        #expect(two.signers(after: sample.manifests[2].manifest) == [keys[1]])
    }
}
