/// The stretch of a document, in UTF-8, that readers may still point into.
struct ByteWindow: ~Copyable {
    /// The offset in the document of the first byte that is still here.
    private(set) var base = 0
    private var storage: UnsafeMutableRawBufferPointer
    private var count = 0

    init(capacity: Int) {
        storage = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
    }

    deinit { storage.deallocate() }

    /// The offset just after the last byte.
    var end: Int { base + count }

    /// All bytes that are here; valid until the next change.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[..<count]) }

    /// The bytes of that range of the document; valid until the next change.
    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: storage[range.lowerBound - base..<range.upperBound - base])
    }

    /// Adds up to `capacity` bytes, as many as the body says it wrote.
    mutating func append(capacity: Int, _ body: (UnsafeMutableRawBufferPointer) throws -> Int) rethrows {
        if count + capacity > storage.count { grow(to: max(count + capacity, storage.count * 2)) }
        let free = UnsafeMutableRawBufferPointer(rebasing: storage[count..<count + capacity])
        count += try body(free)
    }

    /// Forgets what is before that offset.
    mutating func drop(before offset: Int) {
        let length = offset - base
        guard length > 0, length <= count else { return }
        storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[length..<count]))
        count -= length
        base = offset
    }

    private mutating func grow(to capacity: Int) {
        let bigger = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
        bigger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<count]))
        storage.deallocate()
        storage = bigger
    }
}
