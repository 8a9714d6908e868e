"""A published list and its correction, signed by two keys: `verify` finds them whole by the first key, and finds every one
of many one-byte changes in any of their files."""
import concurrent.futures
import os
import random
import re
import shutil
import urllib.request

import office
from gateway import Gateway, regions, require, run

CHANGES = 1000


def prove(job):
    pack = job.folder / "pack"
    pack.mkdir()
    with regions(job.program, job.ports, "--rows", 20) as addresses:
        gateway = Gateway(job.program, job.folder / "data", addresses | office.PERSONS)
        gateway.open_last_year(job.folder)
        gateway.run("fetch", codes={0, 1})
        delivery = urllib.request.urlopen(addresses["SAMVERKAN_VARMLAND_URL"] + "/prislista").read()
    first, public = office.new_key(gateway, job.folder, "first")
    office.adopt(gateway)
    publish(gateway, pack, 1, "2022-12-03T09:00:00Z", "--key", first)
    second = corrected(job, gateway, delivery)
    publish(gateway, pack, 2, "2023-02-11T09:00:00Z", "--key", second, "--previous-key", first)

    files = sorted(pack.iterdir())
    require(sum("signatures" in file.name for file in files) == 2, f"filer: {files}")
    whole = verify(job, pack, public)
    require(whole.code == 0, whole.said())
    unproved = verify(job, pack, None)
    require(unproved.code == 1, unproved.said())

    chance = random.Random(8032)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        rounds = [(number, chance.choice(files), chance.random(), chance.randrange(1, 256))
                  for number in range(job.count(CHANGES))]
        missed = [told for told in pool.map(lambda change: changed(job, pack, public, *change), rounds) if told]
    require(not missed, f"{len(missed)} ändringar hittades inte: {missed[:3]}")
    return (f"{len(files)} filer i två utgåvor hela och äkta med den första nyckeln; utan nyckel kod 1; {len(rounds)} "
            "ändringar av en byte, alla hittade")


def corrected(job, gateway, delivery):
    """Makes a new key, and corrects the list by a delivery with another price; gives the key's file."""
    now = "2023-02-01T09:00:00Z"
    key, _ = office.new_key(gateway, job.folder, "second", now=now)
    gateway.run("correct", "2023", "--by", "anna", "--reason", "Fel pris i Karlstad", "--now", now, codes={0})
    file = job.folder / "delivery.xml"
    changed, count = re.subn(rb"<Pris>(\d[\d \xa0]*),00</Pris>", rb"<Pris>\1,50</Pris>", delivery, count=1)
    require(count, "leveransen har inget pris")
    file.write_bytes(changed)
    submitted = gateway.run("submit", file, "--region", "varmland", "--kind", "price-list", "--now", now, codes={0, 1})
    if held := re.search(r"release ([0-9a-f]{6,64})", submitted.out):
        gateway.run("release", held[1], "--by", "anna", "--reason", "Rättad", "--now", now, codes={0})
    office.adopt(gateway, number="SN 2023-0007", day="2023-02-10", now=now)
    return key


def publish(gateway, pack, edition, now, *keys):
    """Publishes with the PDF, and lays the edition's files into the pack without what nobody signs."""
    published = gateway.run("publish", "2023", "--by", "bo", "--now", now, *keys, codes={0})
    require("pdf" in published.out and f"Utgåva {edition} " in published.out, published.said())
    folder = pack.with_name(f"pack-{edition}")
    gateway.run("committee-pack", "2023", "--edition", edition, "--out", folder, codes={0})
    for file in folder.iterdir():
        if file.name.startswith("prislista-"):
            file.rename(pack / file.name)


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
