import Federation

/// The pages for people.
struct PageResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] { [] }
}
