import Foundation
import Testing

extension Published {
    /// Cases priced over HTTP.
    @Suite struct QuoteTests {
        private static let path = "/v1/price-lists/2023/quotes"

        /// Two days of psychiatric care, which are priced by care service.
        private func care(on date: String, service: String = "901-VD1") -> String {
            #"{"region":"uppsala","provider":"akademiska","unit":"psykiatri","typeOfCare":"02","#
                + #""date":"\#(date)","careServices":[{"code":"\#(service)","count":2}]}"#
        }

        @Test func `a case is priced by the edition in force on its day, with every step`() async throws {
            let site = try Site.shared()
            for (date, edition, total) in [("2023-03-31", 1, "17010.00"), ("2023-04-01", 2, "17210.00")] {
                let reply = try await site.post(Self.path, care(on: date), ["Via": "1.1 proxy"])
                let quote = try reply.json()
                #expect(reply.status == 200 && reply["cache-control"] == "no-store")
                #expect(quote["total"] as? String == total)
                #expect((quote["priceList"] as? [String: Any])?["edition"] as? Int == edition)
                #expect((quote["steps"] as? [Any])?.isEmpty == false)
                #expect((quote["words"] as? [String: [String]])?["sv"]?.isEmpty == false)
            }
        }

        @Test func `a case is priced as it would have been known then`() async throws {
            let reply = try await Site.shared().post(
                Self.path + "?knownAt=2023-02-28T00:00:00Z", care(on: "2023-04-01"))
            #expect(try reply.json()["total"] as? String == "17010.00")
        }

        @Test func `many cases are answered in their order, each with a quote or why not`() async throws {
            let cases = [care(on: "2023-04-01"), care(on: "2023-04-01", service: "NONE"), care(on: "2024-01-01")]
            let items = try await Site.shared().post(Self.path, "[\(cases.joined(separator: ","))]").items()
            #expect(items.map { $0["quote"] != nil } == [true, false, false])
            let refusals = items.compactMap { $0["refusal"] as? [String: Any] }
            #expect(
                refusals.map { $0["code"] as? String } == ["quote-unknown-service", "quote-no-list-in-force"])
            #expect(refusals.allSatisfy { ($0["sv"] as? String)?.isEmpty == false })
        }

        @Test func `one case that cannot be priced is a problem with its code`() async throws {
            let reply = try await Site.shared().post(
                Self.path, care(on: "2023-04-01", service: "NONE"), ["Accept-Language": "en"])
            #expect(reply.status == 422)
            let problem = try reply.json()
            #expect(problem["type"] as? String == "urn:samverkan:problem:case-not-priced")
            #expect(problem["code"] as? String == "quote-unknown-service")
            #expect((problem["detail"] as? String)?.contains("NONE") == true)
        }

        @Test(arguments: [
            (#"{"region":"uppsala"}"#, ""), (#"{"regoin":"uppsala"}"#, ""),
            (#"[{"region":"uppsala","provider":"akademiska","typeOfCare":"9"}]"#, "/0/typeOfCare"),
            (#"{"region":"uppsala","provider":1,"typeOfCare":"01"}"#, "/provider"),
            (#"{"region":"uppsala","provider":"akademiska","typeOfCare":"01","date":"2023-02-30"}"#, "/date"),
            (
                #"{"region":"uppsala","provider":"akademiska","typeOfCare":"01","date":"2023-02-01","cost":"1,5"}"#,
                "/cost"
            ),
            (#"{"region":"uppsala","provider":"akademiska","typeOfCare":"01","admission":"2023-02-01"}"#, ""),
            ("[]", ""), ("7", ""),
        ])
        func `a slip of the pen is refused with its place`(body: String, pointer: String) async throws {
            let reply = try await Site.shared().post(Self.path, body)
            #expect(reply.status == 400)
            let problem = try reply.json()
            #expect(problem["type"] as? String == "urn:samverkan:problem:invalid-body")
            #expect(problem["pointer"] as? String == pointer)
            #expect(problem["line"] as? Int == 1)
        }

        @Test(arguments: ["", "{", "{\"region\":\"a\",\"region\":\"b\"}", "<case/>"])
        func `what is no JSON is refused`(body: String) async throws {
            let reply = try await Site.shared().post(Self.path, body)
            #expect(reply.status == 400)
            #expect(try reply.json()["type"] as? String == "urn:samverkan:problem:invalid-body")
        }

        @Test func `another form than JSON is not taken, nor more than a megabyte`() async throws {
            let site = try Site.shared()
            #expect(try await site.post(Self.path, "x", ["Content-Type": "text/plain"]).status == 415)
            let large = "[" + String(repeating: " ", count: 1 << 20) + "]"
            #expect(try await site.post(Self.path, large).status == 413)
        }

        @Test func `a thousand cases at most`() async throws {
            let cases = Array(repeating: care(on: "2023-04-01"), count: 1001).joined(separator: ",")
            let reply = try await Site.shared().post(Self.path, "[\(cases)]")
            #expect(reply.status == 400)
            #expect(try reply.json()["detail"].map { "\($0)" }?.contains("1000") == true)
        }

        @Test func `a draft prices only where it may be seen`() async throws {
            let site = try Site.shared()
            let local = try await site.post(Self.path + "?draft=true", care(on: "2023-02-01"))
            #expect((try local.json()["priceList"] as? [String: Any])?["standing"] as? String == "draft")
            let path = Self.path + "?draft=true"
            #expect(try await site.post(path, care(on: "2023-02-01"), ["Via": "1.1 proxy"]).status == 403)
        }

        @Test func `without a published list there is nothing to price by`() async throws {
            #expect(
                try await Site.shared().post("/v1/price-lists/2022/quotes", care(on: "2022-02-01")).status == 404)
        }
    }
}
