"""A server that gets SIGTERM in the middle of a large download: the download ends whole, and the exit code is 0."""
import hashlib
import signal
import socket
import time

from gateway import Gateway, regions, require, serving, sha256

ROWS = 60_000  # more than the buffers of the sockets hold


def prove(job):
    gateway = Gateway(job.program, job.folder / "data")
    with regions(job.program, job.ports, "--rows", ROWS) as addresses:
        gateway.settings = addresses
        gateway.run("fetch", "--region", "varmland", "--kind", "price-list", codes={0, 1})
    (version, wire), = gateway.rows(
        "SELECT version.fingerprint, wire FROM version JOIN version_part ON version = version.id")
    path = f"/v1/regions/varmland/feeds/price-list/versions/{version}/raw"
    port = job.ports + 50
    with serving(gateway, port) as server:
        with socket.socket() as line:
            line.settimeout(60)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 << 10)
            line.connect(("127.0.0.1", port))
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
            head, _, body = received_until(line, b"\r\n\r\n")
            require(head.startswith(b"HTTP/1.1 200"), head.decode())
            server.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            require(server.poll() is None, "servern slutade innan svaret var klart")
            hasher, length = hashlib.sha256(body), len(body)
            while piece := line.recv(64 << 10):
                hasher.update(piece)
                length += len(piece)
        require(hasher.hexdigest() == wire == sha256(gateway.archived(wire)), f"bara {length} byte kom fram")
        code = server.wait(40)
        require(code == 0, f"slutkod {code}")
    return f"{length / 1e6:.0f} MB kom fram hela efter SIGTERM, slutkod 0"


def received_until(line, mark):
    """What has come, parted at the mark."""
    got = b""
    while mark not in got:
        piece = line.recv(4096)
        require(piece, "svaret bröts av")
        got += piece
    return got.partition(mark)
