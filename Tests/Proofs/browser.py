"""Chromium without a window, driven through a pipe by its own protocol: needs neither a driver nor a port."""
import contextlib
import json
import os
import subprocess

from gateway import require, stop


class Browser:
    """A page in a browser: what is asked of it, the addresses that it fetched, and what it complained about."""

    def __init__(self, process, write, read):
        self.process, self.write, self.read = process, write, read
        self.count, self.session = 0, None
        self.rest = b""
        self.asked, self.troubles, self.loaded = [], [], False

    @classmethod
    @contextlib.contextmanager
    def started(cls, profile):
        """Starts it with an empty profile; ends it afterwards."""
        to_read, write = os.pipe()
        read, to_write = os.pipe()
        # Our own page from our own disk: the sandbox, which root cannot have, would protect nothing.
        words = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--lang=sv",
                 "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(
            ["sh", "-c", f'exec "$@" 3<&{to_read} 4>&{to_write}', "sh", *words], pass_fds=(to_read, to_write),
            stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read), os.close(to_write)
        try:
            browser = cls(process, write, read)
            target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
            browser.session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for domain in ("Page", "Runtime", "Network", "Log"):
                browser.ask(f"{domain}.enable")
            yield browser
        finally:
            stop(process)
            os.close(write), os.close(read)

    def open(self, address):
        """Opens an address and waits until all of it is there."""
        self.loaded = False
        self.ask("Page.navigate", url=address)
        while not self.loaded:
            self.note(self.message())

    def value(self, expression):
        """What a piece of script gives in the page."""
        told = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        require("exceptionDetails" not in told, f"{expression[:80]}: {told.get('exceptionDetails')}")
        return told["result"].get("value")

    def ask(self, method, **words):
        self.count += 1
        asked = {"id": self.count, "method": method, "params": words}
        if self.session:
            asked["sessionId"] = self.session
        left = json.dumps(asked).encode() + b"\0"
        while left:
            left = left[os.write(self.write, left):]
        while (answer := self.message()).get("id") != self.count:
            self.note(answer)
        require("result" in answer, f"{method}: {answer.get('error')}")
        return answer["result"]

    def message(self):
        while b"\0" not in self.rest:
            piece = os.read(self.read, 1 << 20)
            require(piece, "webbläsaren slutade")
            self.rest += piece
        text, _, self.rest = self.rest.partition(b"\0")
        return json.loads(text)

    def note(self, event):
        """Remembers what an event says of fetching, loading and trouble."""
        name, told = event.get("method"), event.get("params", {})
        if name == "Network.requestWillBeSent":
            self.asked.append(told["request"]["url"])
        elif name == "Page.loadEventFired":
            self.loaded = True
        elif name in ("Runtime.exceptionThrown", "Log.entryAdded"):
            self.troubles.append(told)
