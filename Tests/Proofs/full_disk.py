"""The disk runs full, or breaks, while the program fetches, builds or publishes: it ends with words and code 70, leaves
nothing half-written that a later run trips over, and with room again the next run ends with the same bytes."""
import dataclasses
import itertools
import pathlib
import re
import shutil

import office
from gateway import Gateway, regions, renderings, require
from kills import Right
from traces import calls, strace

ROWS = 200
STEPS = 10  # of the room that is taken in the end; what is made meanwhile may need a few times as much
BREAKS = (("pwrite64", "ENOSPC"), ("fsync", "ENOSPC"), ("fsync", "EIO"), ("fdatasync", "ENOSPC"), ("rename", "ENOSPC"))
TURNS = (1, 2, 5, 13, 34)

# A disk of so many bytes that only this process sees; what is on it afterwards is copied to a larger one.
SMALL_DISK = """
disk=$1 size=$2 before=$3 after=$4; shift 4
mount -t tmpfs -o size="$size" tmpfs "$disk" && cp -a "$before/." "$disk" || exit 99
export TMPDIR="$disk"
"$@"
code=$?
cp -a "$disk/." "$after"
exit $code
"""


@dataclasses.dataclass
class Station:
    """A step of the work: what it begins with, how it is called over a folder, and how much more room it needs."""
    name: str
    before: pathlib.Path
    words: object
    growth: int
    holds: object


def prove(job):
    require(shutil.which("strace"), "strace finns inte här")
    with regions(job.program, job.ports, "--rows", ROWS) as addresses:
        stations = prepared(job, addresses | office.PERSONS)
        small = [on_small_disks(job, addresses, station) for station in stations]
        broken = [at_system_calls(job, addresses, station) for station in stations]
    words = ("; ".join(small) if None not in small else
             "en liten disk är inte prövad, för det krävs root och en egen namnrymd")
    return f"{words}; {'; '.join(broken)}"


def prepared(job, settings):
    """Does all of the work undisturbed; gives its stations."""
    gateway = Gateway(job.program, job.folder / "undisturbed" / "data", settings)
    out = gateway.data.parent / "out"
    gateway.data.parent.mkdir()
    gateway.open_last_year(job.folder)
    opened = kept(job, gateway, "opened")
    gateway.run("fetch", codes={0, 1})
    fetched = kept(job, gateway, "fetched")
    gateway.run("build", "--out", out, codes={0, 1})
    built = kept(job, gateway, "built")
    right = List(gateway, renderings(out))
    shutil.rmtree(out)
    office.adopt(gateway)
    private, _ = office.new_key(gateway, job.folder)
    adopted = kept(job, gateway, "adopted")
    publishing = ("publish", "2023", "--by", "bo", "--key", private, "--now", "2022-12-03T09:00:00Z", "--without", "pdf")
    gateway.run(*publishing, codes={0})
    published = kept(job, gateway, "published")
    edition = Edition(gateway, publishing, job.folder / "pack")
    return [
        Station("fetch", opened, lambda _: ("fetch",), room(fetched) - room(opened), right.holds_for),
        Station("build", fetched, lambda folder: ("build", "--out", folder / "out"), room(built) - room(fetched),
                right.holds_for),
        Station("publish", adopted, lambda _: publishing, room(published) - room(adopted), edition.holds_for)]


class List(Right):
    """What an undisturbed build left."""

    def holds_for(self, job, gateway, name, failed=True):
        for file, fingerprint in renderings(job.folder / "out").items() if (job.folder / "out").exists() else ():
            require(file.startswith(".") or self.files[file] == fingerprint, f"{name}: {file} är halv")
        super().holds_for(job, gateway, name)


class Edition:
    """What an undisturbed publishing left, and the comparison with it."""

    def __init__(self, gateway, publishing, pack):
        self.publishing, self.pack = publishing, pack
        self.files = self.packed(gateway)

    def packed(self, gateway):
        gateway.run("committee-pack", "2023", "--without", "pdf", "--out", self.pack, codes={0})
        files = renderings(self.pack)
        shutil.rmtree(self.pack)
        return files

    def holds_for(self, _, gateway, name, failed=True):
        (editions,), = gateway.rows("SELECT count(*) FROM edition")
        require(editions == (0 if failed else 1), f"{name}: {editions} utgåvor")
        if failed:
            gateway.run(*self.publishing, codes={0})
        files = self.packed(gateway)
        differing = sorted(file for file in files.keys() | self.files.keys() if files.get(file) != self.files.get(file))
        require(not differing, f"{name}: andra byte i utgåvan: {differing}")


def kept(job, gateway, name):
    """A copy of the folder as it is now."""
    return shutil.copytree(gateway.data.parent, job.folder / name)


def room(folder):
    """The bytes that a folder's files take on a disk of pages."""
    return sum(-(-file.stat().st_size // 4096) * 4096 for file in folder.rglob("*") if file.is_file())


def on_small_disks(job, addresses, station):
    """Works on disks with more and more room, until there is enough; nothing where no disk can be made."""
    full, succeeded = 0, False
    steps = itertools.count(0, 4 if job.quick else 1)
    while not succeeded:
        share = next(steps) / STEPS
        name = f"{station.name}, {share:.0%} av utrymmet"
        folder = job.folder / "small"
        disk, after = folder / "disk", folder / "after"
        disk.mkdir(parents=True), after.mkdir()
        gateway = Gateway(job.program, disk / "data", addresses | office.PERSONS)
        size = room(station.before) + int(share * station.growth)
        ended = gateway.run(*station.words(disk), before=(
            "unshare", "-m", "sh", "-c", SMALL_DISK, "sh", disk, str(size), station.before, after))
        if ended.code in (99, 1) and not any(after.iterdir()):
            shutil.rmtree(folder)
            return None
        succeeded = share >= 1 and ended.code in (0, 1)
        if not succeeded:
            judged(ended, name)
            full += 1
            require(share < 5, f"{name} räcker inte")
        gateway.data = after / "data"
        if (after / "out").exists():
            shutil.move(after / "out", job.folder / "out")
        station.holds(job, gateway, name, failed=not succeeded)
        shutil.rmtree(folder)
    return f"{station.name}: {full} fulla diskar"


def at_system_calls(job, addresses, station):
    """Lets a system call fail as it does on a full or broken disk, for the nth time that a thread makes it."""
    failed = 0
    for call, error in BREAKS:
        for turn in TURNS[:job.count(len(TURNS))]:
            name = f"{station.name}, {call} gång {turn} {error}"
            folder, trace = job.folder / "broken", job.folder / "trace"
            shutil.copytree(station.before, folder)
            gateway = Gateway(job.program, folder / "data", addresses | office.PERSONS)
            ended = gateway.run(*station.words(job.folder), before=strace(
                trace, f"trace={call}", f"inject={call}:error={error}:when={turn}"))
            injected = [made for made in calls(trace) if "INJECTED" in made.result]
            if injected:
                unnoticed = is_tidying(ended, injected, gateway)
                if not unnoticed:
                    judged(ended, f"{name}: {[call.paths for call in injected]}")
                station.holds(job, gateway, name, failed=not unnoticed)
                failed += 1
            shutil.rmtree(folder)
            shutil.rmtree(job.folder / "out", ignore_errors=True)
            if not injected:
                break
    require(failed, f"{station.name}: inget systemanrop misslyckades")
    return f"{station.name}: {failed} anrop som misslyckades"


def is_tidying(ended, injected, gateway):
    """Whether only SQLite's tidying failed, when everything was in its journal already: it says nothing then, and needs to
    say nothing, since the journal stays and is read next time."""
    tidied = [str(gateway.data), *map(str, gateway.data.glob("*.sqlite"))]
    return ended.code in (0, 1) and all(call.paths[0] in tidied for call in injected)


def judged(ended, name):
    """The program ended by itself, with the code for what is no fault of the data, and says that it is the disk."""
    require(ended.code == 70, f"{name}: slutkod {ended.code}\n{ended.said()}")
    require(re.search(r"[Dd]isken\b", ended.err), f"{name}: {ended.said()}")
