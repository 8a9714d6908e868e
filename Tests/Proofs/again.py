"""The demo twice on one data folder: the second run gets only 304, keeps no new version and writes the same bytes."""
from gateway import Gateway, renderings, require


def prove(job):
    gateway = Gateway(job.program, job.folder / "data")
    words = ("demo", "--port-base", job.ports, "--out", job.folder / "out")
    first = gateway.run(*words)
    require(first.code in (0, 1), first.said())
    files, versions = renderings(job.folder / "out"), gateway.rows("SELECT count(*) FROM version")
    attempts = gateway.rows("SELECT max(id) FROM attempt")[0][0]

    gateway.run(*words, codes={first.code})
    answers = gateway.rows(f"SELECT status, count(*) FROM attempt WHERE id > {attempts} GROUP BY status")
    require([status for status, _ in answers] == [304], f"andra körningens svar: {answers}")
    require(gateway.rows("SELECT count(*) FROM version") == versions, "andra körningen gav nya versioner")
    require(renderings(job.folder / "out") == files, "andra körningen skrev andra byte")
    return (f"{answers[0][1]} svar 304, {versions[0][0]} versioner, {len(files)} filer med samma byte, "
            f"slutkod {first.code}")
