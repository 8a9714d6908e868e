"""A million records pass within 300 MB, in canonical XML and in canonical JSON."""
import os

import deliveries
from gateway import ROOT, Gateway, require

RECORDS, MOST_MEGABYTES = 1_000_000, 300


def prove(job):
    figures = []
    for name, layout in (("xml", deliveries.CanonicalXML()), ("json", deliveries.CanonicalJSON())):
        file = job.folder / f"volume.{name}"
        deliveries.write(file, layout, job.count(RECORDS))
        gateway = Gateway(job.program, job.folder / "volume", deliveries.rules_for(layout, ROOT, job.folder))
        checked = gateway.run("check", file, "--region", layout.region, "--kind", "price-list", codes={0})
        megabytes = os.path.getsize(file) / 1e6
        file.unlink()
        require(f"{job.count(RECORDS) + 1:,}".replace(",", " ") + " poster" in plain(checked.out), checked.said())
        figures.append(
            f"{name} {megabytes:.0f} MB på {checked.wall:.1f} s, {megabytes / checked.cpu:.0f} MB per cpu-sekund, som "
            f"mest {checked.peak:.0f} MB minne")
        require(checked.peak <= MOST_MEGABYTES, f"för mycket minne: {figures[-1]}")
    return "; ".join(figures)


def plain(text):
    """Text with ordinary blanks in its numbers."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
