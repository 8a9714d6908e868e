"""The same deliveries in another order and other surroundings: language, time zone, folder and debug build change no
byte of the list, nor of a published edition with its workbook and PDF."""
import random
import shutil
import subprocess

import office
from gateway import REGIONS, Gateway, regions, renderings, require

BUILDS, ROWS = 20, 150

LOCALES = {"sv_SE": "UTF-8", "tr_TR": "UTF-8"}
ZONES = ("Europe/Stockholm", "Pacific/Kiritimati")


def prove(job):
    locales = job.folder / "locales"
    locales.mkdir()
    for name, charset in LOCALES.items():
        subprocess.run(["localedef", "-i", name, "-f", charset, locales / f"{name}.{charset}"],
                       check=True, capture_output=True)
    surroundings = [{"LANG": "C", "TZ": "UTC"}]
    surroundings += [{"LC_ALL": f"{name}.{charset}", "LOCPATH": str(locales)} for name, charset in LOCALES.items()]
    surroundings += [{"TZ": zone} for zone in ZONES]

    chance = random.Random(2023)
    known = None
    with regions(job.program, job.ports, "--rows", ROWS) as addresses:
        addresses |= office.PERSONS
        for number in range(job.count(BUILDS)):
            settings = surroundings[number % len(surroundings)]
            data = job.folder / f"data-{number}"
            order = chance.sample(REGIONS, len(REGIONS))
            known = whole(job, Gateway(job.program, data, addresses | settings), known, str(settings), order)
        moved = job.folder / "någon annanstans" / "data"
        moved.parent.mkdir()
        shutil.move(data, moved)
        built(Gateway(job.program, moved, addresses), job.folder / "out", known, "flyttad datamapp")
        debug = debug_build(job.root)
        whole(job, Gateway(debug, job.folder / "data-debug", addresses), known, "debugbygge", REGIONS)
    published = None
    for settings in surroundings:
        published = edition(job, Gateway(job.program, moved, addresses | settings), published, str(settings))
    edition(job, Gateway(debug, moved, addresses), published, "debugbygge")
    return (f"{len(known)} filer lika vid {job.count(BUILDS)} byggen i {len(surroundings)} miljöer och olika ordning, "
            f"i flyttad mapp och i debugbygge; {len(published)} filer av en utgåva lika i dem; "
            f"json {known['prislista-2023.json'][:16]}")


def debug_build(root):
    """The program built without optimisation; builds it where it is older than a source."""
    program = root / ".build" / "debug" / "samverkan"
    newest = max(file.stat().st_mtime for file in (root / "Sources").rglob("*.swift"))
    if not program.exists() or program.stat().st_mtime < newest:
        subprocess.run(["swift", "build", "--product", "samverkan", "--quiet"], cwd=root, check=True)
    return str(program)


def whole(job, gateway, known, where, order):
    """Takes in last year's list and fetches the regions one after the other, in that order."""
    gateway.open_last_year(job.folder)
    for region in order:
        gateway.run("fetch", "--region", region, codes={0, 1})
    return built(gateway, job.folder / "out", known, where)


def built(gateway, out, known, where):
    """Builds, and compares with what is known; gives it."""
    shutil.rmtree(out, ignore_errors=True)
    gateway.run("build", "--out", out, codes={0, 1})
    files = renderings(out)
    require(known is None or files == known, f"andra byte: {where}")
    return files


def edition(job, gateway, known, where):
    """Publishes from a copy of the data, and compares every form of the edition with what is known; gives it."""
    folder = job.folder / "edition"
    copy = Gateway(gateway.program, shutil.copytree(gateway.data, folder / "data"), gateway.settings)
    key, _ = office.new_key(copy, folder)
    office.adopt(copy)
    copy.run("publish", "2023", "--by", "bo", "--key", key, "--now", "2022-12-03T09:00:00Z", codes={0})
    copy.run("committee-pack", "2023", "--out", folder / "pack", codes={0})
    # The key is a new one each time, and so are manifest and signatures.
    forms = ("json", "xml", "csv", "excel.csv", "html", "xlsx", "pdf")
    files = {name: fingerprint for name, fingerprint in renderings(folder / "pack").items()
             if name in {f"prislista-2023-utgava-1.{form}" for form in forms}}
    require(len(files) == len(forms), f"filer: {sorted(files)}")
    differing = [name for name in files if known and known[name] != files[name]]
    require(not differing, f"andra byte: {where}: {differing}")
    shutil.rmtree(folder)
    return files
