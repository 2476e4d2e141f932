#!/usr/bin/env python3
"""What the search costs: the build that makes its index, and the first question of a reader in real Chromium.

    python3 benches/search.py [BRIEFINGS]

Builds the corpus once without and once with the search, each from nothing, and says processor time and peak memory. Then a server gives the site as a host would
(texts compressed by gzip, the least that hosts do), and a Chromium with an empty cache opens `/search/?q=...`; the server counts every byte that it
sends, headers included. With CHANCERY=PATH and CORPUS=PATH those programs are measured; without, they are built first. CHROMIUM names the browser.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from measuring import corpus_site, measured, programs

TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json"}


class Host(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root = Path()
    sent = []

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = unquote(urlsplit(self.path).path).lstrip("/")
        file = self.root / (path + "index.html" if path.endswith("/") or not path else path)
        found = file.is_file()
        head = {"Content-Type": TYPES.get(file.suffix, "application/octet-stream"), "Cache-Control": "no-store"}
        body = file.read_bytes() if found else b""
        # What the index itself is made of is compressed already.
        if file.suffix in TYPES:
            body = gzip.compress(body, 6)
            head["Content-Encoding"] = "gzip"
        head["Content-Length"] = str(len(body))
        lines = "".join(f"{key}: {value}\r\n" for key, value in head.items())
        text = f"HTTP/1.1 {'200 OK' if found else '404 Not Found'}\r\n{lines}\r\n".encode()
        self.wfile.write(text + body)
        self.sent.append((path, len(text) + len(body)))


def kind(path):
    if not path.startswith("search/"):
        return "style, script, icon"
    if path == "search/":
        return "page"
    for name, ending in [("program", ".js"), ("program", ".pagefind"), ("lists", ".json"), ("lists", ".pf_meta"), ("words", ".pf_index"), ("hits", ".pf_fragment")]:
        if path.endswith(ending):
            return name
    return "filters"


def ask(browser, port, words):
    """Bytes sent for a first question, by kind; and what the page says was found."""
    Host.sent.clear()
    with tempfile.TemporaryDirectory() as profile:
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", f"--user-data-dir={profile}"]
        page = subprocess.run(
            [browser, *flags, "--virtual-time-budget=60000", "--dump-dom", f"http://127.0.0.1:{port}/search/?q={quote(words)}"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=300, check=True,
        ).stdout.decode()
    said = re.search(r'id="_status"[^>]*>([^<]*)<', page)
    hits = page.split('id="_found"', 1)[-1].count("<mark>")
    if not hits:
        sys.exit(f"nothing was found for {words}: {said and said.group(1)}")
    sizes = {}
    for path, size in Host.sent:
        sizes[kind(path)] = sizes.get(kind(path), 0) + size
    return sizes, said.group(1) if said else "", len(Host.sent)


def main():
    briefings = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    chancery, corpus = programs()
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with corpus_site(corpus, briefings) as site:
        settings = site / "content/site.yaml"
        plain = settings.read_text()
        build = [chancery, "--root", str(site), "build", "--quiet", "--base-url", "https://example.org/"]
        settings.write_text(plain + "publish: {search: false}\n")
        without = measured(build)
        shutil.rmtree(site / "public")
        shutil.rmtree(site / ".chancery", ignore_errors=True)
        settings.write_text(plain)
        whole = measured(build)
        pages = sum(1 for _ in (site / "public").glob("briefings/*/index.html")) + sum(1 for _ in (site / "public").glob("briefings/*/faq/index.html"))
        pages += sum(1 for path in (site / "public/actors").glob("*/index.html") if path.parent.name not in ("by", "kind", "page", "called"))
        bundles = sum(1 for _ in (site / "public/search").glob("*/pagefind-entry.json"))
        size = sum(path.stat().st_size for path in (site / "public/search").rglob("*") if path.is_file())
        print(f"{briefings} briefings, {pages} pages to find, {bundles} bundle(s), index of {size / 1e6:.1f} MB")
        print(f"build without search {without[0]:8.2f} s CPU {without[1]:7.0f} MiB")
        print(f"build with search    {whole[0]:8.2f} s CPU {whole[1]:7.0f} MiB: {(whole[0] - without[0]) * 1000 / pages:.2f} ms a page")
        if not browser:
            sys.exit("Chromium is not installed: no question was asked")
        Host.root = site / "public"
        server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        names = re.findall(r"^- id: .*\n  name: (.+)$", "".join(path.read_text() for path in sorted((site / "content/actors").glob("*.yaml"))), re.M)
        for words in ["lighthouse", names[0], "limited observatory tonnes", '"the limited observatory"', "tonnes of the river and the sea"]:
            sizes, said, count = ask(browser, server.server_port, words)
            parts = ", ".join(f"{name} {size / 1000:.0f}" for name, size in sorted(sizes.items(), key=lambda part: -part[1]))
            print(f"{words!r}: {sum(sizes.values()) / 1000:.0f} kB in {count} requests ({parts}); {said}")
        server.shutdown()


main()
