import Hummingbird
import NIOCore

/// What Hummingbird hands along with a request: the connection's other end.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let peer: SocketAddress?

    init(source: Source) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
    }
}
