"""Killed with SIGKILL at random moments, and at the system calls around archive and commit: the next run needs no
repair and ends with the same bytes as an undisturbed one."""
import random
import shutil

from gateway import Gateway, regions, renderings, require, sha256

ROUNDS, SEED, ROWS = 20, 2023, 400
CALLS = ("fsync", "fdatasync", "rename", "pwrite64")
TURNS = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89)


def prove(job):
    with regions(job.program, job.ports, "--rows", ROWS) as addresses:
        undisturbed = Gateway(job.program, job.folder / "undisturbed", addresses)
        undisturbed.open_last_year(job.folder)
        steps = [(words, undisturbed.run(*words, codes={0, 1}).wall) for words in work(job)]
        right = Right(undisturbed, renderings(job.folder / "out"))

        chance = random.Random(SEED)
        killed = 0
        for number in range(job.count(ROUNDS)):
            gateway = Gateway(job.program, job.folder / f"random-{number}", addresses)
            gateway.open_last_year(job.folder)
            for _ in range(chance.choice((1, 1, 2, 3))):
                killed += interrupted(gateway, steps, chance.uniform(0, sum(seconds for _, seconds in steps)))
            right.holds_for(job, gateway, f"slumpad omgång {number}")
        told = f"{killed} avbrott i {job.count(ROUNDS)} omgångar (frö {SEED})"
        if not shutil.which("strace"):
            return told + "; strace finns inte här, så systemanropen är inte prövade"
        return told + "; " + at_system_calls(job, addresses, right)


def work(job):
    return [("fetch",), ("build", "--out", job.folder / "out")]


def interrupted(gateway, steps, moment):
    """Works until that moment, in seconds, and is killed then; tells whether it came so far."""
    for words, seconds in steps:
        if moment < seconds:
            return gateway.run(*words, kill_after=moment).code == -9
        gateway.run(*words, codes={0, 1})
        moment -= seconds
    return False


def at_system_calls(job, addresses, right):
    """Kills the process as a thread of it enters a call for the nth time."""
    killed = between = 0
    for call in CALLS:
        for turn in TURNS[::4 if job.quick else 1]:
            gateway = Gateway(job.program, job.folder / f"{call}-{turn}", addresses)
            gateway.open_last_year(job.folder)
            strace = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                      f"inject={call}:signal=SIGKILL:when={turn}")
            ended = gateway.run("fetch", before=strace)
            if ended.code >= 0:
                break
            killed += 1
            between += len(without_rows(gateway)) > 0
            right.holds_for(job, gateway, f"{call} gång {turn}")
            shutil.rmtree(gateway.data)
    require(between, "inget avbrott föll mellan arkiv och databas")
    return f"{killed} avbrott vid {', '.join(CALLS)}, {between} av dem med byte i arkivet som ingen rad nämnde än"


def without_rows(gateway):
    """Archived files that no version names."""
    query = "SELECT wire FROM version_part UNION SELECT file FROM opening_list"
    named = {fingerprint for fingerprint, in gateway.rows(query)}
    files = {path.parent.name + path.name for path in (gateway.data / "archive").glob("??/*")}
    return files - named


class Right:
    """What an undisturbed run left, and the comparison with it."""

    def __init__(self, gateway, files):
        self.files = files
        self.versions = self.of(gateway)

    def of(self, gateway):
        return sorted(gateway.rows("SELECT region, kind, fingerprint FROM version"))

    def holds_for(self, job, gateway, name):
        """Right after the kill nothing is broken, and after one more run all is as it should be."""
        self.is_whole(gateway, name + ", genast")
        for words in work(job):
            gateway.run(*words, codes={0, 1})
        self.is_whole(gateway, name + ", efteråt")
        made = renderings(job.folder / "out")
        require(made == self.files, f"{name}: andra byte i filerna: {sorted(set(made.items()) ^ set(self.files.items()))}")
        require(self.of(gateway) == self.versions, f"{name}: andra versioner")
        shutil.rmtree(job.folder / "out")

    def is_whole(self, gateway, name):
        require(gateway.rows("PRAGMA integrity_check") == [("ok",)], f"{name}: databasen är skadad")
        require(not gateway.rows("PRAGMA foreign_key_check"), f"{name}: rader utan mål")
        for fingerprint, in gateway.rows("SELECT DISTINCT wire FROM version_part"):
            file = gateway.archived(fingerprint)
            require(file.exists() and sha256(file) == fingerprint, f"{name}: arkivet saknar {fingerprint}")
