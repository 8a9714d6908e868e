"""A server that others reach: one peer that opens many connections is cut at its cap, others are answered meanwhile, and the
first one too when it lets go. In a network of its own, whose addresses nobody else sees."""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

from gateway import Gateway, require, serving

CONNECTIONS, MOST = 600, 64
GREEDY, OTHER, PORT = "192.0.2.1", "192.0.2.2", 8080
NETWORK = f"""
ip link set lo up && ip addr add {GREEDY}/32 dev lo && ip addr add {OTHER}/32 dev lo || exit 99
exec "$@"
"""


def prove(job):
    if not shutil.which("ip"):
        return "ip (paketet iproute2) finns inte här, så inget är prövat"
    words = ["unshare", "-n", "sh", "-c", NETWORK, "sh", sys.executable, "-B", __file__, job.program, job.folder / "data"]
    ended = subprocess.run(words, capture_output=True, text=True)
    if ended.returncode == 99 or (os.geteuid() != 0 and not ended.stdout):
        return "ett eget nätverk kräver root, så inget är prövat"
    require(ended.returncode == 0, (ended.stdout + ended.stderr)[-800:])
    kept, others, again = json.loads(ended.stdout)
    require(kept == MOST, f"{kept} förbindelser hölls öppna, högst {MOST} ska")
    require(others == {OTHER: True, "127.0.0.1": True}, f"andra blev svarade: {others}")
    require(again, "den som släppte sina förbindelser fick inget svar")
    return f"av {CONNECTIONS} förbindelser från en motpart svarades {kept}; två andra svarades, och den första igen efteråt"


def inside(program, data):
    """In the network: how many of the greedy peer's connections are answered, who else is, and the first one again."""
    gateway = Gateway(program, pathlib.Path(data), {
        "SAMVERKAN_SERVE_HOST": GREEDY, "SAMVERKAN_SERVE_ALLOW_REMOTE": "true", "SAMVERKAN_SERVE_HOSTS": GREEDY})
    with serving(gateway, PORT, host=GREEDY):
        lines = [connected(GREEDY) for _ in range(CONNECTIONS)]
        kept = [line for line in lines if answered(line)]
        others = {peer: answered(connected(peer)) for peer in (OTHER, "127.0.0.1")}
        for line in lines:
            line.close()
        until = time.monotonic() + 20
        while not (again := answered(connected(GREEDY))) and time.monotonic() < until:
            time.sleep(0.1)
        return len(kept), others, again


def connected(peer):
    return socket.create_connection((GREEDY, PORT), timeout=20, source_address=(peer, 0))


def answered(line):
    """Whether a request on the connection is answered; one that was cut is not. Nothing may just be left hanging."""
    try:
        line.sendall(f"GET /health/live HTTP/1.1\r\nHost: {GREEDY}\r\n\r\n".encode())
        return line.recv(4096).startswith(b"HTTP/1.1 200")
    except (ConnectionResetError, BrokenPipeError):
        return False
    except TimeoutError:
        sys.exit("en förbindelse blev varken besvarad eller bruten")


if __name__ == "__main__":
    print(json.dumps(inside(*sys.argv[1:])))
