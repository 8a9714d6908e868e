"""The same deliveries in other surroundings: language, time zone, folder and debug build change no byte of the list."""
import shutil
import subprocess

from gateway import Gateway, regions, renderings, require

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

    known = None
    with regions(job.program, job.ports) as addresses:
        for number, settings in enumerate(surroundings):
            data = job.folder / f"data-{number}"
            known = whole(job, Gateway(job.program, data, addresses | settings), known, str(settings))
        moved = job.folder / "någon annanstans" / "data"
        moved.parent.mkdir()
        shutil.move(data, moved)
        built(Gateway(job.program, moved, addresses), job.folder / "out", known, "flyttad datamapp")
        count = len(surroundings) + 1
        debug = job.root / ".build" / "debug" / "samverkan"
        if is_current(debug, job.root / "Sources"):
            whole(job, Gateway(str(debug), job.folder / "data-debug", addresses), known, "debugbygge")
            count += 1
    return f"{len(known)} filer lika på {count} ställen, json {known['prislista-2023.json'][:16]}"


def is_current(program, sources):
    """Whether a program is there and newer than every source."""
    return program.exists() and program.stat().st_mtime > max(file.stat().st_mtime for file in sources.rglob("*.swift"))


def whole(job, gateway, known, where):
    gateway.open_last_year(job.folder)
    gateway.run("fetch", codes={0, 1})
    return built(gateway, job.folder / "out", known, where)


def built(gateway, out, known, where):
    """Builds, and compares with what is known; gives it."""
    shutil.rmtree(out, ignore_errors=True)
    gateway.run("build", "--out", out, codes={0, 1})
    files = renderings(out)
    require(known is None or files == known, f"andra byte: {where}")
    return files
