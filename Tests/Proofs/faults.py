"""Files of 100 000 lines with 5 000 faults: true totals, and each shown fault at its line and column."""
import collections
import json
import re

import deliveries
from gateway import ROOT, Gateway, require
from volume import plain

LINES, FAULT_EVERY, SAMPLES = 100_000, 20, 1000


def prove(job):
    seconds = 0
    for layout in (deliveries.CanonicalXML(), deliveries.Varmland(), deliveries.CanonicalJSON()):
        name = f"{type(layout).__name__} {layout.encoding}"
        file = job.folder / "faults"
        expected = deliveries.write(file, layout, job.count(LINES), FAULT_EVERY)
        gateway = Gateway(job.program, job.folder / "faults-data", deliveries.rules_for(layout, ROOT, job.folder))
        words = ("check", file, "--region", layout.region, "--kind", "price-list")
        checked = gateway.run(*words, "--format", "json", codes={1})
        seconds += checked.wall
        compare(name, expected, json.loads(checked.out))
        read(name, expected, plain(gateway.run(*words, codes={1}).out))
    return f"3 filer à {job.count(LINES)} rader och {len(expected)} fel, {seconds:.1f} s"


def compare(name, expected, report):
    """The JSON report against what was made wrong."""
    totals = {entry["code"]: entry["total"] for entry in report["totals"] if entry["severity"] == "error"}
    true = collections.Counter(code for code, _, _ in expected)
    require(totals == dict(true), f"{name}: antal {totals}, rätt är {dict(true)}")
    for code in true:
        places = [(item["place"]["line"], item["place"]["column"])
                  for item in report["findings"] if item["code"] == code]
        right = [(line, column) for other, line, column in expected if other == code][:SAMPLES]
        wrong = [pair for pair in zip(places, right) if pair[0] != pair[1]]
        require(len(places) == len(right) and not wrong,
                f"{name}: {code}: {len(places)} exempel av {len(right)}, fel plats {wrong[:3]}")


def read(name, expected, text):
    """The report in words: the first example of each code at its place, and the totals."""
    for code, count in collections.Counter(code for code, _, _ in expected).items():
        line, column = next((line, column) for other, line, column in expected if other == code)
        place = f"rad {grouped(line)}, kolumn {column} "
        require(re.search(rf"FEL  {code} .*{re.escape(place)}", text), f"{name}: {code} visas inte vid {place}")
        require(f"({grouped(count)} i allt)" in text, f"{name}: {code}: {grouped(count)} står inte i texten")


def grouped(number):
    """A number as Swedish text: thousands parted by a blank."""
    return f"{number:,}".replace(",", " ")
