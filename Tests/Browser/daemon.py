"""A workspace in a folder of its own, the daemon that serves it, and commands beside it."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile


class Daemon:
    """`winnow serve` on a free port, which it keeps when it is started again."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="winnow-browser-"))
        self.process = None
        self.place = "127.0.0.1:0"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process:
            self.process.terminate()
            status = self.process.wait(timeout=30)
            assert status == 0, f"the daemon ended with {status}"
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def winnow(self, *words):
        """Runs a command beside the daemon; it has to succeed."""
        done = subprocess.run(
            [self.program, *words], cwd=self.folder, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, f"winnow {' '.join(words)}: {done.stdout}{done.stderr}"
        return done.stdout

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "serve", "--listen", self.place], cwd=self.folder,
            stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        assert "http://" in line, f"the daemon said: {line}"
        self.base = "http://" + line.split("http://")[1].split(". ")[0].strip("/. \n")
        self.place = self.base.removeprefix("http://")

    def kill(self):
        """As a power cut would."""
        self.process.kill()
        self.process.wait()
        self.process.stderr.close()

    def invite(self, name):
        return self.winnow("person", "invite", name, "--address", self.base).strip()

    def entries(self):
        return len(self.winnow("ledger", "list", "sleep", "--as", "lead").splitlines())

    def numbers(self, review="sleep"):
        """The numbers of the flow as the lead sees them, by the names of their boxes."""
        boxes = json.loads(
            self.winnow("prisma", review, "--format", "json", "--as", "lead"))["boxes"]
        parts = [part for box in boxes for part in box.get("parts", [])]
        return {box["name"]: box["number"] for box in boxes + parts}
