"""A million records pass within 300 MB, in canonical XML and in canonical JSON: checked, handed in and fetched."""
import contextlib
import gzip
import http.server
import os
import shutil
import threading

import deliveries
from gateway import ROOT, Gateway, require

RECORDS, MOST_MEGABYTES = 1_000_000, 300
WHICH = ("--region", "uppsala", "--kind", "price-list")


def prove(job):
    figures = []
    for name, layout in (("xml", deliveries.CanonicalXML()), ("json", deliveries.CanonicalJSON())):
        file, packed = job.folder / f"volume.{name}", job.folder / f"volume.{name}.gz"
        deliveries.write(file, layout, job.count(RECORDS))
        pack(file, packed)
        rules = deliveries.rules_for(layout, ROOT, job.folder)
        checking, taking, fetching = (
            Gateway(job.program, job.folder / f"{name}-{way}", dict(rules)) for way in ("check", "submit", "fetch"))
        checked = checking.run("check", file, *WHICH, codes={0})
        require("fel 0, varningar 0" in plain(checked.out), checked.said())
        records = job.count(RECORDS) + deliveries.BESIDE
        require(f"{records:,}".replace(",", " ") + " poster" in plain(checked.out), checked.said())
        taken = taking.run("submit", packed, *WHICH, codes={0})
        with serving(packed) as address:
            fetching.settings |= {"SAMVERKAN_UPPSALA_URL": address, "SAMVERKAN_ALLOW_NETWORKS": "127.0.0.0/8"}
            fetched = fetching.run("fetch", *WHICH, codes={0})
        for way, ended, gateway in (("check", checked, None), ("submit", taken, taking), ("fetch", fetched, fetching)):
            figures.append(f"{name} {os.path.getsize(file) / 1e6:.0f} MB {way} {ended.wall:.0f} s, {ended.peak:.0f} MB")
            require(ended.peak <= MOST_MEGABYTES, f"för mycket minne: {figures[-1]}")
            if gateway:
                kept = gateway.rows("SELECT verdict, (SELECT COUNT(*) FROM price_record) FROM examination")
                require(kept == [("accepted", records)], f"{way} bevarade {kept}")
                shutil.rmtree(gateway.data)
        file.unlink(), packed.unlink()
    return "; ".join(figures)


def pack(file, packed):
    """Packs a file with gzip: so large deliveries are sent packed."""
    with open(file, "rb") as source, gzip.open(packed, "wb", compresslevel=1) as target:
        shutil.copyfileobj(source, target)


@contextlib.contextmanager
def serving(packed):
    """A server on loopback that answers everything with a packed file; gives its address."""
    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(os.path.getsize(packed)))
            self.end_headers()
            with open(packed, "rb") as source:
                shutil.copyfileobj(source, self.wfile)

        def log_message(self, *words):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def plain(text):
    """Text with ordinary blanks in its numbers."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
