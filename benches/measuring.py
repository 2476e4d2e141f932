"""What the Python scripts of this folder share: the programs to measure, a corpus in memory, processor time and memory of a run."""

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def programs():
    if "CHANCERY" in os.environ and "CORPUS" in os.environ:
        return os.environ["CHANCERY"], os.environ["CORPUS"]
    root = Path(__file__).resolve().parent.parent
    subprocess.run(["cargo", "build", "--release", "--locked", "--bin", "chancery", "--example", "corpus"], cwd=root, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", root / "target")) / "release"
    return str(target / "chancery"), str(target / "examples/corpus")


def measured(command):
    """Processor time in seconds and peak memory in MiB of a program."""
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, used = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


@contextlib.contextmanager
def corpus_site(corpus, briefings):
    """A generated site, in memory where the system has a folder there."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as room:
        site = Path(room) / "site"
        subprocess.run([corpus, "--briefings", str(briefings), "--out", str(site)], check=True, stdout=subprocess.DEVNULL)
        yield site
