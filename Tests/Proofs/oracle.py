"""Prices, whole lists and quotes against exact fractions: the tests that draw them at random, asked for many more."""
import os
import re
import subprocess

from gateway import require

PRICES = 100_000
# Each with ten quotes.
LISTS = 1_000


def prove(job):
    count, lists = job.count(PRICES), job.count(LISTS)
    tested = subprocess.run(
        ["swift", "test", "--filter", "OracleTests"], cwd=job.root, capture_output=True, text=True,
        env={**os.environ, "SAMVERKAN_PROVE_PRICES": str(count), "SAMVERKAN_PROVE_LISTS": str(lists)})
    said = tested.stdout + tested.stderr
    require(tested.returncode == 0, said[-1500:])
    require(re.search(r"Test run with 2 tests\b.* passed", said), f"testet kördes inte:\n{said[-500:]}")
    return f"{count} priser, {lists} listor, {lists * 10} beräknade fall, {lists * 2} summor, 0 fel"
