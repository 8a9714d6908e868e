"""The real program, as the proofs and the bench start it: a data folder, seven simulated regions, what it cost."""
import contextlib
import dataclasses
import hashlib
import os
import pathlib
import signal
import sqlite3
import subprocess
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
YEAR, NOW = "2023", "2022-11-15T09:00:00Z"
REGIONS = ("uppsala", "sormland", "varmland", "orebro", "vastmanland", "dalarna", "gavleborg")


class Broken(Exception):
    """What a proof found not to hold."""


def require(holds, message):
    if not holds:
        raise Broken(message)


@dataclasses.dataclass
class Ended:
    """A process that has ended: its exit code (minus the signal that killed it), output, seconds and peak megabytes."""
    code: int
    out: str
    err: str
    wall: float
    cpu: float
    peak: float

    def said(self):
        return (self.out + self.err)[-800:]


def run(words, settings=None, kill_after=None, timeout=1200):
    """Runs a command to its end, or kills it after so many seconds. Output goes to files, so that it never waits."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        child = subprocess.Popen(words, stdout=out, stderr=err, env={**plain_settings(), **(settings or {})})
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child.pid, signal.SIGKILL)  # not child.kill(), which would take the usage away from wait4
        usage, status = waited(child, began + timeout)
        out.seek(0), err.seek(0)
        return Ended(
            os.waitstatus_to_exitcode(status), out.read().decode(), err.read().decode(), time.monotonic() - began,
            usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


def waited(child, deadline):
    while True:
        found, status, usage = os.wait4(child.pid, os.WNOHANG)
        if found:
            child.returncode = os.waitstatus_to_exitcode(status)
            return usage, status
        if time.monotonic() > deadline:
            os.kill(child.pid, signal.SIGKILL)
            deadline = float("inf")
        time.sleep(0.005)


def plain_settings():
    """The environment without settings of the program, and with the rules of this checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERKAN_")}
    return kept | {
        "SAMVERKAN_REGIONS": str(ROOT / "Regions"), "SAMVERKAN_CONTRACTS": str(ROOT / "Contracts"),
        "SAMVERKAN_YEAR": YEAR, "SAMVERKAN_NOW": NOW, "SAMVERKAN_PERSONS": "anna=Anna Ek"}


@dataclasses.dataclass
class Gateway:
    """The program over one data folder, fetching from some addresses."""
    program: str
    data: pathlib.Path
    settings: dict = dataclasses.field(default_factory=dict)

    def run(self, *words, before=(), codes=None, **more):
        """Runs a command; `codes` are the exit codes that will do, `before` goes in front of it, such as strace."""
        ended = run([*before, self.program, *map(str, words), "--data", str(self.data)], self.settings, **more)
        require(codes is None or ended.code in codes, f"{' '.join(map(str, words))}: kod {ended.code}\n{ended.said()}")
        return ended

    def open_last_year(self, folder):
        """Takes in the simulator's list of the year before."""
        file = pathlib.Path(folder) / "antagen-2022.json"
        if not file.exists():
            urllib.request.urlretrieve(self.settings["SAMVERKAN_UPPSALA_URL"] + "/adopted-2022.json", file)
        self.run("open", "2022", file, "--decision", "SN 2021-0029 § 52", "--date", "2021-12-03", codes={0})

    def database(self):
        """The database, open for reading."""
        file, = self.data.glob("*.sqlite")
        return contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True))

    def rows(self, query):
        with self.database() as database:
            return database.execute(query).fetchall()

    def archived(self, fingerprint):
        return self.data / "archive" / fingerprint[:2] / fingerprint[2:]


@contextlib.contextmanager
def regions(program, port_base, *options):
    """Seven simulated regions; gives the settings that lead to them."""
    words = [program, "simulate", "--port-base", str(port_base), *map(str, options)]
    servers = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=plain_settings())
    try:
        settings = {}
        for line in servers.stdout:
            if line.startswith("export "):
                name, _, value = line.removeprefix("export ").strip().partition("=")
                settings[name] = value
            if "ALLOW_NETWORKS" in line:
                break
        require("SAMVERKAN_ALLOW_NETWORKS" in settings, "regionerna startade inte")
        yield settings
    finally:
        stop(servers)


@contextlib.contextmanager
def serving(gateway, port, command=("serve",), host="127.0.0.1", **more):
    """`samverkan serve`, or another command that serves, at a port; gives the process once it answers."""
    words = [gateway.program, *map(str, command), "--port", str(port), "--data", str(gateway.data)]
    server = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, env={**plain_settings(), **gateway.settings}, **more)
    try:
        for _ in range(400):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://{host}:{port}/health/live").close()
                break
            require(server.poll() is None, "servern dog")
            time.sleep(0.05)
        yield server
    finally:
        stop(server)


def stop(process):
    """Ends a process that we started, kindly first."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(40)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stdout:
        process.stdout.close()


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def renderings(folder):
    """The SHA-256 of every file in a folder, by name."""
    return {path.name: sha256(path) for path in sorted(pathlib.Path(folder).iterdir())}
