"""A published list and its correction: `verify` finds them whole, and finds every one of many one-byte changes."""
import concurrent.futures
import os
import random
import shutil

from gateway import Gateway, regions, require, run

CHANGES = 1000
PERSONS = "anna=Anna Ek,bo=Bo Alm"


def prove(job):
    with regions(job.program, job.ports, "--rows", 20) as addresses:
        gateway = Gateway(job.program, job.folder / "data", addresses | {"SAMVERKAN_PERSONS": PERSONS})
        gateway.open_last_year(job.folder)
        gateway.run("fetch", codes={0, 1})
    key = job.folder / "nyckel.pem"
    gateway.run("keys", "new", "--by", "anna", "--file", key, codes={0})
    public = job.folder / "nyckel.pub"
    listed = gateway.rows("SELECT public_key FROM signing_key")
    require(len(listed) == 1, f"nycklar: {listed}")
    public.write_text(gateway.run("keys", "list", "--pem", key_id(gateway), codes={0}).out)

    adopt(gateway)
    published = gateway.run("publish", "2023", "--by", "bo", "--key", key, "--now", "2022-12-03T09:00:00Z", codes={0})
    require("pdf" in published.out, published.said())
    pack = job.folder / "pack"
    gateway.run("committee-pack", "2023", "--out", pack, codes={0})
    # The sums and the letter to the reader are no part of what is signed.
    for name in ("SHA256SUMS", "LÄS-MIG.txt"):
        (pack / name).unlink(missing_ok=True)
    whole = verify(job, pack, public)
    require(whole.code == 0, whole.said())
    unproved = verify(job, pack, None)
    require(unproved.code == 1, unproved.said())

    files = sorted(pack.iterdir())
    chance = random.Random(8032)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        rounds = [(number, chance.choice(files), chance.random(), chance.randrange(1, 256))
                  for number in range(job.count(CHANGES))]
        missed = [told for told in pool.map(lambda change: changed(job, pack, public, *change), rounds) if told]
    require(not missed, f"{len(missed)} ändringar hittades inte: {missed[:3]}")
    return (f"{len(files)} filer hela och äkta; utan nyckel kod 1; {len(rounds)} ändringar av en byte, alla hittade")


def key_id(gateway):
    return gateway.run("keys", "list", codes={0}).out.split("\n")[1].split()[0]


def adopt(gateway):
    """From the draft to an adopted list: everything noteworthy is acknowledged by its code."""
    gateway.run("build", codes={0, 1})
    for _ in range(2):
        refused = gateway.run("propose", "2023", "--by", "anna", codes={0, 1})
        if refused.code == 0:
            break
        lines = gateway.run("build", "--examples", "1", codes={0, 1}).out.splitlines()
        codes = {line.split()[1] for line in lines if line.startswith("VARNING")}
        require(codes, refused.said())
        gateway.run("acknowledge", *sorted(codes), "--by", "anna", "--reason", "Stämt av", codes={0})
    gateway.run("adopt", "2023", "--by", "bo", "--number", "SN 2022-0031", "--paragraph", "47",
                "--date", "2022-12-02", "--now", "2022-12-02T12:00:00Z", codes={0})


def verify(job, folder, public):
    words = [job.program, "verify", str(folder)] + (["--key", str(public)] if public else [])
    return run(words)


def changed(job, pack, public, number, file, place, mask):
    """One byte of one file changed; tells what was not found, nothing where it was."""
    copy = job.folder / f"changed-{number}"
    copy.mkdir()
    try:
        for other in pack.iterdir():
            if other != file:
                (copy / other.name).symlink_to(other)
        content = bytearray(file.read_bytes())
        offset = int(place * len(content))
        content[offset] ^= mask
        (copy / file.name).write_bytes(content)
        found = verify(job, copy, public)
        return None if found.code == 1 else f"{file.name} byte {offset}: kod {found.code}"
    finally:
        shutil.rmtree(copy)
