import Federation

/// Deals items out to JSON pages, each with the same head, the items and the address of the page after.
struct PagedItems {
    private let path: String
    private let pageSize: Int
    private let total: Int
    private let head: (inout JSONText) -> Void
    private var written = 0
    private var page = JSONText()
    private var drafts: [Draft] = []

    /// Pages of a delivery of so many items; page one stands at `path`, the others have the query `?sida=n`.
    init(path: String, pageSize: Int, total: Int, head: @escaping (inout JSONText) -> Void) {
        self.path = path
        self.pageSize = pageSize
        self.total = total
        self.head = head
        beginPage()
    }

    /// Adds one item: an object that `write` fills.
    mutating func item(_ write: (inout JSONText) -> Void) {
        if written > 0 && written % pageSize == 0 {
            endPage()
            beginPage()
        }
        page.object(inline: true)
        write(&page)
        page.end()
        written += 1
    }

    /// All pages.
    mutating func finish() -> [Draft] {
        endPage()
        return drafts
    }

    /// The path and query of a page, from 1.
    static func address(_ path: String, page: Int) -> String { page == 1 ? path : "\(path)?sida=\(page)" }

    private var pageCount: Int { max(1, (total + pageSize - 1) / pageSize) }

    private mutating func beginPage() {
        page = JSONText()
        page.object()
        head(&page)
        page.member("sida", literal: String(drafts.count + 1))
        page.member("antal", literal: String(total))
        page.array("items")
    }

    private mutating func endPage() {
        let number = drafts.count + 1
        page.end()
        page.member(
            "next", literal: number < pageCount ? "\"\(PagedItems.address(path, page: number + 1))\"" : "null")
        page.end()
        drafts.append(Draft(path: PagedItems.address(path, page: number), format: .json, text: page.bytes))
    }
}
