#!/usr/bin/env python3
"""What share pictures cost: `python3 benches/pictures.py [BRIEFINGS]`.

Builds the corpus from nothing without and with `publish: {pictures: true}`, then again with one seed changed, and says processor time, peak memory and bytes.
With CHANCERY=PATH and CORPUS=PATH those programs are measured; without, they are built first.
"""

import shutil
import sys

from measuring import corpus_site, measured, programs

RUNS = 3


def main():
    briefings = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    chancery, corpus = programs()
    with corpus_site(corpus, briefings) as site:
        settings = site / "content/site.yaml"
        plain = settings.read_text()
        build = [chancery, "--root", str(site), "build", "--quiet", "--base-url", "https://example.org/"]

        def from_nothing(publish):
            settings.write_text(plain + f"publish: {{search: false{publish}}}\n")
            best = None
            for _ in range(RUNS):
                shutil.rmtree(site / "public", ignore_errors=True)
                shutil.rmtree(site / ".chancery", ignore_errors=True)
                now = measured(build)
                best = min(best or now, now)
            return best

        without = from_nothing("")
        whole = from_nothing(", pictures: true")
        sizes = [path.stat().st_size for path in (site / "public").rglob("picture.png")]
        print(f"{briefings} briefings, {len(sizes)} pictures, {sum(sizes) / len(sizes) / 1000:.1f} kB each, the largest {max(sizes) / 1000:.0f} kB")
        print(f"build without pictures {without[0]:8.2f} s CPU {without[1]:7.0f} MiB")
        print(f"build with pictures    {whole[0]:8.2f} s CPU {whole[1]:7.0f} MiB: {(whole[0] - without[0]) * 1000 / len(sizes):.2f} ms each")
        seed = sorted((site / "seeds").glob("*.txt"))[0]
        lines = seed.read_text().split("\n")
        lines[2] = "Once more. " + lines[2]
        seed.write_text("\n".join(lines))
        print(f"one seed changed       {measured(build)[0]:8.2f} s CPU")


main()
