import Registry
import Testing

struct MappingPathTests {
    @Test func `absolute and relative paths are read step by step`() {
        #expect(MappingPath(absolute: "/a/@b") == MappingPath(steps: [.child("a"), .attribute("b")]))
        #expect(MappingPath(absolute: "/[]/b") == MappingPath(steps: [.items, .child("b")]))
        #expect(MappingPath(absolute: "/") == MappingPath(steps: []))
        #expect(MappingPath(relative: "../../namn") == MappingPath(ups: 2, steps: [.child("namn")]))
        #expect(MappingPath(relative: ".") == MappingPath(steps: []))
    }

    @Test(arguments: ["a", "/a//b", "/a/@b/c", "/a/../b", "//a", "/@"])
    func `what is no absolute path is refused`(text: String) { #expect(MappingPath(absolute: text) == nil) }

    @Test(arguments: ["", "/a", "a/../b", "a//b", "@a/b"])
    func `what is no relative path is refused`(text: String) { #expect(MappingPath(relative: text) == nil) }
}
