"""In which order the program asks the disk to keep things, as its system calls tell: a file of the archive is synced before
it gets its name, and name and folder are synced before the database can name the file. A power cut shows no less; a killed
program does, since the system then writes everything all the same."""
import re
import shutil

import office
from gateway import REGIONS, Gateway, regions, require
from traces import calls, strace

ROWS = 60
CALLS = "fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat"


def prove(job):
    require(shutil.which("strace"), "strace finns inte här")
    with regions(job.program, job.ports, "--rows", ROWS) as addresses:
        gateway = Gateway(job.program, job.folder / "data", addresses | office.PERSONS)
        gateway.open_last_year(job.folder)
        # One feed at a time, so that the database has nothing else to sync.
        fetched = sum(traced(job, gateway, "fetch", "--region", region, "--kind", kind)
                      for region in REGIONS for kind in ("price-list", "plan"))
    (parts,), = gateway.rows("SELECT count(DISTINCT wire) FROM version_part")
    require(fetched == parts, f"{parts} filer hämtades, {fetched} fick namn i arkivet")
    office.adopt(gateway)
    key, _ = office.new_key(gateway, job.folder)
    published = traced(job, gateway, "publish", "2023", "--by", "bo", "--key", key, "--now", "2022-12-03T09:00:00Z",
                       "--without", "pdf")
    return f"{fetched} hämtade och {published} publicerade filer stod på disken innan databasen nämnde dem"


def traced(job, gateway, *words):
    """Runs a command and looks at its calls; gives how many files got a name in the archive, at least one."""
    trace = job.folder / "trace"
    gateway.run(*words, codes={0}, before=strace(trace, f"trace={CALLS}"))
    made = [call for call in calls(trace) if call.result == "0"]
    named = [call for call in made if call.name.startswith("rename") and in_archive(gateway, call.paths[1])]
    require(named, f"{' '.join(map(str, words))}: ingen fil fick ett namn i arkivet")
    for call in named:
        fault = misplaced(gateway, call, made)
        require(not fault, f"{' '.join(map(str, words))}: {call.paths[1]}: {fault}")
    return len(named)


def in_archive(gateway, path):
    return re.fullmatch(re.escape(str(gateway.data / "archive")) + r"/[0-9a-f]{2}/[0-9a-f]{62}", path)


def misplaced(gateway, named, made):
    """What is wrong with the order around a file that got its name; nothing where it is right."""
    old, new = named.paths
    folder = new.rpartition("/")[0]
    wal = f"{next(gateway.data.glob('*.sqlite'))}-wal"
    until = min((call.began for call in synced(made, wal) if call.began > named.began), default=float("inf"))
    if not any(call.ended < named.began for call in synced(made, old)):
        return "filen var inte synkad innan den fick namnet"
    if not any(named.ended < call.began and call.ended < until for call in synced(made, folder)):
        return "mappen synkades inte mellan namnet och databasen"
    archive = folder.rpartition("/")[0]
    for call in made:
        if call.name.startswith("mkdir") and call.paths == [folder] and not any(
                call.ended < sync.began and sync.ended < until for sync in synced(made, archive)):
            return "den nya mappen synkades inte i arkivet före databasen"
    return None


def synced(made, path):
    return [call for call in made if call.name in ("fsync", "fdatasync") and call.paths == [path]]
