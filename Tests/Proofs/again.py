"""The demo twice on one data folder: the first run ends whole and shows every region, the second gets only 304, keeps no new
version and writes the same bytes; then with the result served, and with a region that fails."""
import re
import signal
import urllib.request

from gateway import REGIONS, Gateway, renderings, require, serving

# Last year's list, and this year's in every written form.
FILES = ["antagen-2022.json", *(f"prislista-2023.{form}" for form in ("csv", "excel.csv", "html", "json", "xml"))]


def prove(job):
    gateway = Gateway(job.program, job.folder / "data")
    words = ("demo", "--port-base", job.ports, "--out", job.folder / "out")
    first = gateway.run(*words, codes={0})
    for region in REGIONS:
        require(re.search(rf"^ *{region} +prisunderlag +ny .* godkänd ", first.out, re.M), f"{region}:\n{first.out}")
    files, versions = renderings(job.folder / "out"), gateway.rows("SELECT count(*) FROM version")
    require(list(files) == FILES, f"filer: {list(files)}")
    attempts = gateway.rows("SELECT max(id) FROM attempt")[0][0]

    gateway.run(*words, codes={0})
    answers = gateway.rows(f"SELECT status, count(*) FROM attempt WHERE id > {attempts} GROUP BY status")
    require([status for status, _ in answers] == [304], f"andra körningens svar: {answers}")
    require(gateway.rows("SELECT count(*) FROM version") == versions, "andra körningen gav nya versioner")
    require(renderings(job.folder / "out") == files, "andra körningen skrev andra byte")
    served(job, gateway, words)
    failing(job)
    return (f"{answers[0][1]} svar 304, {versions[0][0]} versioner, {len(files)} filer med samma byte; visad med --serve; "
            "slutkod 3 med en region som svarar 500")


def served(job, gateway, words):
    """The result is served until SIGTERM."""
    port = job.ports + 50
    with serving(gateway, port, (*words, "--serve")) as server:
        listing = urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/price-lists/2023/draft/prislista-2023.json").read()
        require(listing == (job.folder / "out" / "prislista-2023.json").read_bytes(), "en annan lista visas")
        server.send_signal(signal.SIGTERM)
        code = server.wait(40)
        require(code == 0, f"--serve gav slutkod {code}")


def failing(job):
    """One region fails: the code of a failed feed, and a list that says so."""
    gateway = Gateway(job.program, job.folder / "data-failing", {"SAMVERKAN_FETCH_WAIT_SECONDS": "1"})
    out = job.folder / "out-failing"
    ended = gateway.run(
        "demo", "--port-base", job.ports + 20, "--out", out, "--fault", "varmland=http-500", codes={3})
    require(list(renderings(out)) == FILES, "listan skrevs inte")
    require(re.search(r"Region Värmland: Hämtningen misslyckades.*\n.*HTTP 500", ended.out), ended.said())
