import Testing

@testable import Harvest

/// Which addresses and networks the gateway is willing to ask.
struct AddressTests {
    @Test(arguments: [
        "http://127.0.0.1:9101/prislista", "https://pris.region.example/a?b=c", "https://PRIS.region.example:443",
        "http://[::1]:9100/", "https://3com.example/x", "http://localhost:8080",
    ])
    func `a plain address is willingly asked`(url: String) {
        #expect(checkAddress(url) == nil)
    }

    @Test(arguments: [
        "", "prislista", "/prislista", "http:/a", "http://", "http:///a", "ftp://a.example/", "file:///etc/passwd",
        "gopher://a.example/", "http://user@a.example/", "http://user:pass@a.example/", "http://a.example\\@b.example/",
        "http://a.example /", "http://a.example/\r\nX: y", "http://a.example:0/", "http://a.example:22/",
        "http://a.example:65536/", "http://a.example:/", "http://a.example:+80/", "http://2130706433/",
        "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://127.0.0.1.1/", "http://0x7f.0.0.1/",
        "http://256.0.0.1/", "http://127.0.0.0x1/", "http://[::1/", "http://[fe80::1%25eth0]/", "http://a_b.example/",
        "http://-a.example/", "http://a..example/", "http://a.example./", "http://å.example/", "http://a%2eexample/",
        "http://" + String(repeating: "a", count: 2_100),
    ])
    func `an odd address is refused`(url: String) {
        #expect(["address-malformed", "address-refused"].contains(checkAddress(url)?.code))
    }

    @Test func `a password is not repeated`() {
        #expect(checkAddress("http://user:secret@a.example/")?.detail == "http://a.example/")
    }

    @Test func `the port belongs to the origin, written out or not`() throws {
        #expect(try FeedAddress("https://a.example/x").origin == FeedAddress("https://A.example:443/y").origin)
        #expect(try FeedAddress("https://a.example/x").origin != FeedAddress("http://a.example/x").origin)
        #expect(try FeedAddress("http://a.example/x").origin != FeedAddress("http://a.example:8080/x").origin)
    }

    @Test func `references are read relative to where they stand`() throws {
        let base = try FeedAddress("http://a.example/x/y?z=1#f")
        #expect(base.text == "http://a.example/x/y?z=1")
        #expect(try base.resolving("b").text == "http://a.example/x/b")
        #expect(try base.resolving("../b?c").text == "http://a.example/b?c")
        #expect(try base.resolving("?page=2").text == "http://a.example/x/y?page=2")
        #expect(try base.resolving("//b.example/").origin == "http://b.example:80")
        #expect(throws: FeedFailure.self) { try base.resolving("") }
        #expect(throws: FeedFailure.self) { try base.resolving("javascript:alert(1)") }
    }

    @Test func `public addresses are always allowed, others only where listed`() throws {
        let none = AllowedNetworks.publicOnly
        let listed = try #require(AllowedNetworks(text: "127.0.0.0/8, ::1/128,10.1.0.0/15"))
        for address in ["193.10.0.1", "2a00:1450::1"] {
            #expect(none.allows(try #require(Network.parse(address))))
        }
        let special = [
            "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
            "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
            "2002:7f00:1::", "2001:db8::1", "ff02::1",
        ]
        for address in special { #expect(!none.allows(try #require(Network.parse(address))), "\(address)") }
        for address in ["127.9.9.9", "::1", "::ffff:127.0.0.1", "10.0.0.1", "10.1.255.255"] {
            #expect(listed.allows(try #require(Network.parse(address))), "\(address)")
        }
        for address in ["10.2.0.1", "::2"] { #expect(!listed.allows(try #require(Network.parse(address)))) }
    }

    @Test(arguments: ["x", "127.0.0.1/33", "::1/129", "127.0.0.1/-1", "127.0.0.1/8/8", "127.1"])
    func `a setting that is no list of networks is refused`(text: String) {
        #expect(AllowedNetworks(text: text) == nil)
    }
}
