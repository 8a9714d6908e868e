extension Fault {
    /// The server sends the client elsewhere.
    static let redirects: [Fault] = [
        Fault("redirect-loop", "302 to the same address, for ever.") { exchange in
            redirect(to: exchange.origin + exchange.request.target)
        },
        Fault("redirect-elsewhere", "302 to the server of another region.") { exchange in
            redirect(to: exchange.elsewhere + "/hit-ska-ingen-komma")
        },
        Fault("redirect-credentials", "302 to an address that holds a user and a password.") { exchange in
            redirect(to: exchange.origin.replacing("://", with: "://user:secret@") + exchange.request.target)
        },
        Fault("redirect-file", "302 to a file of the client's own machine.") { _ in
            redirect(to: "file:///etc/passwd")
        },
        Fault("redirect-ftp", "302 to an ftp address.") { _ in redirect(to: "ftp://127.0.0.1:1/prislista") },
        Fault("redirect-empty", "302 with an empty Location.") { _ in redirect(to: "") },
        Fault("redirect-none", "302 without a Location.") { _ in Reply.text(.found, "Flyttad").steps() },
        Fault("redirect-two-locations", "302 with two Locations that differ.") { exchange in
            let target = exchange.request.target
            return Reply.text(.found, "Flyttad", ["Location": target, "location": target + "&b"]).steps()
        },
        Fault("redirect-relative", "302 to a relative address, which is allowed; there all is well.") { exchange in
            let target = exchange.request.target
            if target.contains(movedFolder) {
                var inner = exchange.request
                inner.target = target.replacing(movedFolder, with: "/")
                return exchange.shelf.reply(to: inner).steps()
            }
            return redirect(to: movedFolder.dropFirst() + (target.split(separator: "/").last ?? ""))
        },
    ]

    private static let movedFolder = "/flyttad/"

    private static func redirect(to location: some StringProtocol) -> [Step] {
        Reply.text(.found, "Flyttad", ["Location": String(location)]).steps()
    }
}
