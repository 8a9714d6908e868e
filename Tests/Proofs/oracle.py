"""Prices against exact fractions: the test that draws them at random, asked for many more."""
import os
import re
import subprocess

from gateway import require

PRICES = 100_000


def prove(job):
    count = job.count(PRICES)
    tested = subprocess.run(
        ["swift", "test", "--filter", "OracleTests"], cwd=job.root, capture_output=True, text=True,
        env={**os.environ, "SAMVERKAN_PROVE_PRICES": str(count)})
    said = tested.stdout + tested.stderr
    require(tested.returncode == 0, said[-1500:])
    require(re.search(r"Test run with 1 test\b.* passed", said), f"testet kördes inte:\n{said[-500:]}")
    return f"{count} priser, 0 fel"
