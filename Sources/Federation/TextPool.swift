/// Lets equal texts share one string, since a delivery repeats a few texts many times. Texts of at most 15 bytes lie in
/// the string itself and gain nothing.
package struct TextPool {
    private var texts: [String: String] = [:]
    /// Beyond so many different texts there is nothing left to gain.
    private static let most = 50_000

    package init() {}

    /// The text, sharing its bytes with the equal ones before it.
    package mutating func shared(_ text: String) -> String {
        guard text.utf8.count > 15, texts.count < TextPool.most else { return text }
        if let known = texts[text] { return known }
        texts[text] = text
        return text
    }
}
