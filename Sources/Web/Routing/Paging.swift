import Hummingbird
import Sealing

/// Which page of a long list is asked for (sida): `limit` entries, pages from 1.
struct Paging {
    static let names = ["limit", "page"]

    let limit: Int
    let page: Int

    /// Reads the paging of a query; 20 entries and the first page where nothing is said.
    init(_ query: Query) throws(Problem) {
        limit = try query.number("limit", in: 1...1000, or: 20)
        page = try query.number("page", in: 1...1_000_000, or: 1)
    }

    /// The positions of the page in a list of so many; empty beyond its end.
    func range(of total: Int) -> Range<Int> {
        let start = min((page - 1) * limit, total)
        return start..<min(start + limit, total)
    }

    /// The page as an answer: its entries, the total, what else belongs to it, and links to the pages beside it.
    func answer(
        _ items: [CanonicalValue], total: Int, to call: Call, caching: Answer.Caching,
        more: [(String, CanonicalValue?)] = []
    ) throws -> Answer {
        var answer = try Answer(
            json: .members(
                more + [
                    ("items", .array(items)), ("limit", .integer(limit)), ("page", .integer(page)),
                    ("total", .integer(total)),
                ]), caching: caching)
        let last = max((total + limit - 1) / limit, 1)
        var links: [String] = []
        if page > 1 { links.append(link(to: min(page - 1, last), "prev", call)) }
        if page < last { links.append(link(to: page + 1, "next", call)) }
        if !links.isEmpty { answer.headers[.link] = links.joined(separator: ", ") }
        return answer
    }

    private func link(to page: Int, _ relation: String, _ call: Call) -> String {
        "<\(call.path)?\(call.query.replacing("page", with: String(page)))>; rel=\"\(relation)\""
    }
}
