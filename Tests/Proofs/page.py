"""The page of the list, opened from its file in a real browser without a server: the search shows exactly the rows that hold
what was typed, nothing else is fetched, the script has no trouble, and the page prints as a PDF with text."""
import base64
import shutil
import subprocess
import time

from browser import Browser
from gateway import Gateway, regions, require

SEARCHES = ("kirurgi", "ORTOPEDI läkarbesök", "finns-inte-i-listan")
REGION = "varmland"
# Every price row: its text with the heading of its group, the region of its table, and whether it is to be seen.
ROWS = """[...document.querySelectorAll("table.rows")].flatMap(table => [...table.tBodies].flatMap(body => {
  let group = "";
  return [...body.rows].flatMap(row => {
    if (row.className === "group") { group = row.textContent; return []; }
    return [[group + " " + row.textContent, table.dataset.region || "", row.getClientRects().length > 0]];
  });
}))"""
TO_SEARCH = """(() => { const field = document.querySelector("form.filter input[name=q]");
  field.focus(); field.select(); })()"""
CHOOSE = """(() => { const field = document.querySelector("form.filter select[name=region]"); field.value = "%s";
  field.dispatchEvent(new Event("input", { bubbles: true })); })()"""


def prove(job):
    if not shutil.which("chromium"):
        return "chromium finns inte här, så sidan är inte prövad"
    with regions(job.program, job.ports, "--rows", 60) as addresses:
        gateway = Gateway(job.program, job.folder / "data", addresses)
        gateway.open_last_year(job.folder)
        gateway.run("fetch", codes={0, 1})
    gateway.run("build", "--out", job.folder / "out", codes={0, 1})
    address = (job.folder / "out" / "prislista-2023.html").as_uri()
    with Browser.started(job.folder / "profile") as browser:
        browser.open(address)
        whole = shown(browser)
        some, fewer, none = (searched(browser, words) for words in SEARCHES)
        require(whole > some > fewer > none == 0, f"av {whole} rader syns {some}, {fewer} och {none}")
        require(searched(browser, "") == whole, "alla rader kom inte tillbaka")
        browser.value(CHOOSE % REGION)
        one = shown(browser, region=REGION)
        require(0 < one < whole, f"{one} rader för {REGION}")
        browser.value(CHOOSE % "")
        text = printed(job, browser)
        require("prislista" in text.lower() and text.count("Karlstad") > 1, f"PDF: {text[:300]!r}")
        require(not browser.troubles, f"webbläsaren klagar: {browser.troubles[:3]}")
        require(set(browser.asked) == {address}, f"hämtat: {set(browser.asked)}")
    return (f"av {whole} rader syns {some} för ”{SEARCHES[0]}”, {fewer} för ”{SEARCHES[1]}”, {one} för {REGION}; "
            f"inget annat hämtas; PDF med {len(text.split())} ord")


def searched(browser, words):
    """Types words over those in the search; gives how many rows are shown then."""
    browser.value(TO_SEARCH)
    if words:
        browser.ask("Input.insertText", text=words)
    else:
        browser.ask("Input.dispatchKeyEvent", type="keyDown", key="Delete", windowsVirtualKeyCode=46)
    return shown(browser, words)


def shown(browser, words="", region=""):
    """How many rows are shown: soon they are those of the region that hold all words."""
    until = time.monotonic() + 20
    while True:
        rows = browser.value(ROWS)
        wrong = [(text, seen) for text, own, seen in rows if seen != (
            (not region or own in ("", region)) and all(word in text.lower() for word in words.lower().split()))]
        if not wrong:
            return sum(seen for _, _, seen in rows)
        require(time.monotonic() < until, f"”{words}” {region}: {len(wrong)} rader fel: {wrong[0]}")


def printed(job, browser):
    """The text of the page as it is printed."""
    file = job.folder / "page.pdf"
    file.write_bytes(base64.b64decode(browser.ask("Page.printToPDF", preferCSSPageSize=True)["data"]))
    return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
