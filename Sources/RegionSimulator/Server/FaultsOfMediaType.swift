extension Fault {
    /// What the answer says that it is, and is not.
    static let mediaTypes: [Fault] = [
        Fault("no-content-type", "The right document without a content type.") { exchange in
            var reply = exchange.content
            reply.fields.remove(name: "Content-Type")
            return reply.steps()
        },
        Fault("wrong-content-type", "The right document as image/png.") { exchange in
            exchange.content.with("Content-Type", "image/png").steps()
        },
        Fault("charset-disagrees", "The content type says UTF-16, whatever the document says.") { exchange in
            let type = exchange.content.fields.first(name: "Content-Type") ?? "text/xml"
            return exchange.content.with("Content-Type", type.prefix { $0 != ";" } + "; charset=UTF-16").steps()
        },
        Fault("html-login", "A login page with status 200.") { _ in
            let page = """
                <!DOCTYPE html>
                <html lang="sv"><head><title>Logga in</title></head>
                <body><h1>Logga in</h1><form method="post"><input name="user"><input name="password"></form></body></html>
                """
            return Reply(fields: ["Content-Type": "text/html; charset=utf-8"]).with(body: Array(page.utf8)).steps()
        },
        Fault("pdf-file", "A PDF instead of the document.") { exchange in
            exchange.content.with("Content-Type", "application/pdf").with(body: OtherFiles.pdf).steps()
        },
        Fault("zip-file", "The document inside a zip archive.") { exchange in
            let zip = OtherFiles.zip([("prislista", exchange.content.bytes)])
            return exchange.content.with("Content-Type", "application/zip").with(body: zip).steps()
        },
        Fault("xlsx-file", "An Excel workbook instead of the document.") { exchange in
            let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            return exchange.content.with("Content-Type", type).with(body: OtherFiles.workbook).steps()
        },
    ]
}
