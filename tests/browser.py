"""Chromium, driven over its DevTools pipe: a page, its messages and requests, pictures, paper and scripts."""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
# The browser reads from descriptor 3 and writes to descriptor 4.
_LAUNCH = """
import os, sys
theirs = [os.dup(int(number)) for number in sys.argv[1:3]]
while min(theirs) <= 4:
    theirs = [os.dup(number) for number in theirs]
os.dup2(theirs[0], 3)
os.dup2(theirs[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
_PATIENCE = 60.0


def installed() -> str | None:
    """Return the path of a browser, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


needs_browser = pytest.mark.skipif(
    installed() is None, reason="Chromium is not installed (apt-get install chromium)"
)


class Browser:
    """A headless browser with one page."""

    def __init__(self) -> None:
        binary = installed()
        assert binary is not None
        self._profile = tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True)
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        command = [sys.executable, "-c", _LAUNCH, str(theirs_in), str(theirs_out), binary, *_FLAGS]
        self._process = subprocess.Popen(
            [*command, f"--user-data-dir={self._profile.name}", "about:blank"],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        os.set_blocking(self._in, False)
        self._buffer = b""
        self._last = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = next(t for t in self("Target.getTargets")["targetInfos"] if t["type"] == "page")
        attached = self("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Security"):
            self(f"{domain}.enable")

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)
        self._profile.cleanup()

    def __call__(self, method: str, **parameters: Any) -> Any:
        """Call a method of the DevTools protocol and return its result."""
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data) :]
        while True:
            answer = self._next()
            if answer.get("id") == self._last:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + _PATIENCE
        while b"\0" not in self._buffer:
            try:
                data = os.read(self._in, 1 << 20)
                assert data, "the browser has ended"
                self._buffer += data
            except BlockingIOError:
                assert time.monotonic() < until, "the browser does not answer"
                time.sleep(0.005)
        head, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(head)
        if "method" in message:
            self.events.append(message)
        return message

    def open(self, page: Path, *, width: int = 1280, height: int = 900, dark: bool = False) -> None:
        """Load a page at a width."""
        self(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self("Emulation.setEmulatedMedia", media="", features=[scheme])
        self.events.clear()
        self("Page.navigate", url=page.resolve().as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self._next()

    def run(self, script: str) -> Any:
        """Evaluate a script in the page, as its inspector would, and return its value."""
        found = self("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def picture(self, file: Path, *, whole: bool = True) -> None:
        """Save what the page looks like."""
        data = self("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        file.write_bytes(base64.b64decode(data))

    def paper(self, file: Path) -> None:
        """Save the page as it is printed."""
        data = self("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        file.write_bytes(base64.b64decode(data))

    def messages(self) -> list[str]:
        """Return what the page wrote to the console or broke: errors, warnings and refused contents."""
        self.run("1")
        found = []
        for event in self.events:
            told = event["params"]
            if event["method"] == "Log.entryAdded":
                found.append(f"{told['entry']['level']}: {told['entry']['text']}")
            elif event["method"] == "Runtime.consoleAPICalled":
                found.append(f"console: {told['args']}")
            elif event["method"] == "Runtime.exceptionThrown":
                found.append(f"exception: {told['exceptionDetails']['text']}")
            elif event["method"] == "Page.javascriptDialogOpening":
                found.append(f"dialog: {told['message']}")
        return found

    def requests(self) -> list[str]:
        """Return the addresses that were asked for."""
        return [
            e["params"]["request"]["url"] for e in self.events if e["method"] == "Network.requestWillBeSent"
        ]
