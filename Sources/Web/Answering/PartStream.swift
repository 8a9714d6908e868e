import Hummingbird
import NIOCore
import NIOPosix
import Reading

/// The bytes of a delivered part or a published file on their way out of the archive.
///
// Unchecked: the source is read by one piece at a time, each awaited before the next is asked for.
final class PartStream: @unchecked Sendable {
    private let source: any ByteSource

    init(_ source: any ByteSource) { self.source = source }

    /// The whole as a body of that length; it breaks off where the archive gives less.
    func body(_ length: Int) -> ResponseBody {
        ResponseBody(contentLength: length) { writer in
            while let piece = try await self.next() { try await writer.write(piece) }
            try await writer.finish(nil)
        }
    }

    /// The whole compressed, as a body of unknown length.
    func compressedBody() -> ResponseBody {
        ResponseBody { writer in
            let compressed = PartStream(try DeflatingSource(self.source))
            while let piece = try await compressed.next() { try await writer.write(piece) }
            try await writer.finish(nil)
        }
    }

    /// The bytes that come next, read on a thread that may block; nil at the end.
    private func next() async throws -> ByteBuffer? {
        let piece = try await NIOThreadPool.singleton.runIfActive {
            var buffer = ByteBufferAllocator().buffer(capacity: 64 << 10)
            try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: 64 << 10) { try self.source.read(into: $0) }
            return buffer
        }
        return piece.readableBytes > 0 ? piece : nil
    }
}
