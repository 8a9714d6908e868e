"""Each fault of the simulator in one region: its fetch ends in time, the other six are accepted, and the list is built
and says what is missing; the last good version stands in only where it is asked for. Hostile documents are refused
within two seconds."""
import concurrent.futures
import json
import shutil
import subprocess
import urllib.request

from gateway import REGIONS, ROOT, Gateway, regions, require

ROWS, AT_ONCE, FEED_SECONDS = 60, 4, 8
LIMITS = {
    "SAMVERKAN_FETCH_CONNECT_SECONDS": "2", "SAMVERKAN_FETCH_STALL_SECONDS": "2", "SAMVERKAN_FETCH_WAIT_SECONDS": "1",
    "SAMVERKAN_FETCH_REQUEST_SECONDS": "5", "SAMVERKAN_FETCH_FEED_SECONDS": str(FEED_SECONDS)}
LONGEST = FEED_SECONDS + 15  # what came in that time is examined afterwards, on a machine that does other things too

# Faults that a gateway copes with: the delivery is accepted all the same.
HARMLESS = {
    "nasty-headers", "cookies", "http-500-once", "redirect-relative", "no-content-type", "wrong-content-type",
    "lying-etag", "new-etag-same-bytes"}
# Here it depends: text that is read right is accepted, and contents alternate only when the first one comes again.
EITHER = {"charset-disagrees", "alternating"}
# Faults of parts, which only these layouts have.
OF_PARTS = {
    "next-to-itself": "dalarna", "missing-page": "gavleborg", "page-twice": "dalarna", "total-differs": "dalarna"}

# Documents that attack the reader: each is to be refused in so many seconds, in XML and in JSON.
HOSTILE = (
    "empty-document", "only-bom", "doctype", "external-entity", "entity-bomb", "many-attributes", "deep-nesting",
    "huge-number")
HOSTILE_SECONDS = 2


def prove(job):
    listed = subprocess.run([job.program, "simulate", "--faults"], capture_output=True, text=True, check=True)
    faults = [line.split(":")[0].strip() for line in listed.stdout.splitlines() if ":" in line]
    faults = faults[::10 if job.quick else 1]
    require(faults, "simulatorn har inga fel")
    good = job.folder / "good"
    with regions(job.program, job.ports, "--rows", ROWS) as addresses:
        gateway = Gateway(job.program, good, addresses)
        gateway.open_last_year(job.folder)
        gateway.run("fetch", codes={0})
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        told = list(pool.map(lambda at: attempt(job, good, at[0], at[1]), enumerate(faults)))
    wrong = [line for line in told if isinstance(line, str)]
    require(not wrong, "\n" + "\n".join(wrong))
    failed = sum(code == 3 for code, _ in told)
    slowest = max(seconds for _, seconds in told)
    refused = max(refusal(job, region, fault) for region in ("varmland", "orebro") for fault in HOSTILE)
    return (f"{len(faults)} fel: {failed} hämtningar misslyckades, {sum(code == 1 for code, _ in told)} leveranser "
            f"hölls kvar eller underkändes, {sum(code == 0 for code, _ in told)} godtogs ändå; längst {slowest:.1f} s; fientliga filer underkändes inom {refused:.1f} s")


def refusal(job, region, fault):
    """Seconds until the program has refused what the region's server hands out, with nothing else to do."""
    feed = json.loads((ROOT / "Regions" / f"{region}.json").read_text())["feeds"][0]
    file = job.folder / f"{region}-{fault}"
    with regions(job.program, job.ports, "--rows", ROWS, "--fault", f"{region}={fault}") as addresses:
        address = addresses[f"SAMVERKAN_{region.upper()}_URL"] + feed["url"].split("}")[1]
        urllib.request.urlretrieve(address, file)
        checked = Gateway(job.program, job.folder / "hostile", addresses).run(
            "check", file, "--region", region, "--kind", feed["kind"], codes={1})
    require(checked.wall < HOSTILE_SECONDS, f"{region}={fault}: underkändes först efter {checked.wall:.1f} s")
    return checked.wall


def attempt(job, good, number, fault):
    """Exit code and seconds of the fetch; a sentence where something does not hold."""
    region = OF_PARTS.get(fault) or REGIONS[number % len(REGIONS)]
    data = job.folder / f"data-{number}"
    shutil.copytree(good, data)
    try:
        ports, misbehaviour = job.ports + 8 * (number + 1), f"{region}={fault}"
        with regions(job.program, ports, "--rows", ROWS, "--fault", misbehaviour) as found:
            return judged(Gateway(job.program, data, found | LIMITS), region, fault)
    except Exception as error:
        return f"{region}={fault}: {error}"
    finally:
        shutil.rmtree(data)


def judged(gateway, region, fault):
    before, = gateway.rows("SELECT max(id) FROM arrival")[0]
    fetched = gateway.run("fetch", timeout=120)
    require(fetched.wall < LONGEST, f"hämtningen tog {fetched.wall:.0f} s")
    arrivals = gateway.rows(f"SELECT region, kind, outcome FROM arrival WHERE id > {before}")
    require(len(arrivals) == 2 * len(REGIONS), f"{len(arrivals)} flöden har ett utfall")
    others = [arrival for arrival in arrivals if arrival[0] != region and arrival[2] == "failed"]
    require(not others, f"andra regioner drogs med: {others}")

    plain, standing_in = drafted(gateway), drafted(gateway, "--use-last-good")
    states = {entry["region"]: entry["state"] for entry in plain["completeness"]}
    sound = {other for other, state in states.items() if state == "accepted"}
    require(sound >= set(REGIONS) - {region}, f"alla andra godtogs inte: {states}")
    accepted = region in sound
    failed = any(arrival[2] == "failed" for arrival in arrivals)
    code = 3 if failed else 0 if accepted else 1
    require(fetched.code == code, f"fetch gav {fetched.code}, rätt är {code}\n{fetched.said()}")
    require(fault in EITHER or accepted == (fault in HARMLESS), f"leveransen blev {states[region]}")
    used = {entry["region"]: entry["lastGood"] for entry in plain["submissions"]}
    require((region in used) == accepted and not any(used.values()), "fel leveranser i listan")
    if not accepted:
        reasons = ("not-delivered" if fault == "http-410" else "fetch-failed",) if failed else ("held", "refused")
        require(any(item["region"] == region and item["reason"] in reasons for item in plain["missing"]),
                "listan säger inte varför regionen saknas")
        require({"region": region, "lastGood": True} in
                [{key: entry[key] for key in ("region", "lastGood")} for entry in standing_in["submissions"]],
                "--use-last-good använde inte den senast godtagna")
    return code, fetched.wall


def drafted(gateway, *options):
    """The list as JSON; its exit code says whether anything is missing."""
    built = gateway.run("build", "--format", "json", *options, codes={0, 1})
    draft = json.loads(built.out)
    require((built.code == 1) == bool(draft["missing"]), f"build gav {built.code}, {len(draft['missing'])} saknas")
    return draft
