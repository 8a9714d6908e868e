import Foundation
import Sealing

/// What the interface is, for machines: `openapi.json` and the national profile's `api-info`.
struct APIDescription {
    /// The version of the interface.
    static let version = "1.0.0"
    /// The day that version was released.
    static let released = "2026-11-22"

    private let document: Body

    /// Throws where `openapi.json` cannot be read.
    init(contractsFolder: String) throws {
        let file = URL(fileURLWithPath: contractsFolder + "/openapi.json")
        document = try Body(keeping: Array(try Data(contentsOf: file)))
    }

    /// The document has an address without version too, which does not change when the version does.
    var routes: [Route] {
        let document = document
        let whole = { @Sendable (call: Call) throws -> Answer in
            try call.query.allow([])
            return Answer(document, mediaType: "application/json")
        }
        return [
            .get("/v1/api-info") { call in
                try call.query.allow([])
                return try Answer(json: [
                    "apiName": "samverkan", "apiVersion": .string(APIDescription.version),
                    "apiReleased": .string(APIDescription.released), "apiDocumentation": "/openapi.json",
                    "apiStatus": "active",
                ])
            },
            .get("/v1/openapi.json", whole), .get("/openapi.json", whole),
        ]
    }
}
