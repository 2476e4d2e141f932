# Shared by .ci/run and .ci/full: stages with names and times, packages, tools. Source it; it runs nothing.

failed=()

# stage NAME COMMAND...: runs the command, goes on after a failure, remembers it.
stage() {
    local name=$1 start=$SECONDS status
    shift
    printf '\n=== %s\n' "$name"
    set +e
    (
        set -euo pipefail
        "$@"
    ) </dev/null
    status=$?
    set -e
    if [ "$status" -eq 0 ]; then
        printf -- '--- %s: ok (%s s)\n' "$name" "$((SECONDS - start))"
    else
        printf -- '--- %s: FAILED with status %s (%s s)\n' "$name" "$status" "$((SECONDS - start))"
        failed+=("$name")
    fi
}

# The last word: which stages failed, and the exit status.
finish() {
    echo
    if [ "${#failed[@]}" -eq 0 ]; then
        printf 'all stages ok (%s s)\n' "$SECONDS"
        exit 0
    fi
    printf '%s stage(s) failed (%s s):\n' "${#failed[@]}" "$SECONDS"
    printf '  %s\n' "${failed[@]}"
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# What the tests and the page tools need beyond Rust, Node and Python: a browser, Java, pdftotext, web servers.
packages() {
    local wanted=()
    have chromium || have chromium-browser || have google-chrome || wanted+=(chromium)
    have pdftotext || wanted+=(poppler-utils)
    have java || wanted+=(default-jre-headless)
    # Servers that the tests of hosts' files start on 127.0.0.1.
    PATH=$PATH:/usr/sbin have nginx || wanted+=(nginx-light)
    [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || wanted+=(libnginx-mod-http-brotli-static)
    have caddy || wanted+=(caddy)
    PATH=$PATH:/usr/sbin have apache2 || wanted+=(apache2)
    have rsync || wanted+=(rsync)
    # The grammar of Atom, for the tests of feeds.
    have jing || wanted+=(jing)
    if [ "${#wanted[@]}" -eq 0 ]; then
        echo 'nothing is missing'
        return 0
    fi
    if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
        printf 'missing, and only root can install it: apt-get install %s\n' "${wanted[*]}"
        return 1
    fi
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
    "${as_root[@]}" apt-get update -q
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -q -y --no-install-recommends "${wanted[@]}"
}

# Servers of object stores, for the tests of `deploy`: moto (S3) in a folder of Python's, Azurite (Azure) in one of Node's.
stores=$PWD/target/stores
export PATH=$stores/python/bin:$stores/node/node_modules/.bin:$PATH
export AZURITE_DISABLE_TELEMETRY=1

object_stores() {
    have moto_server || {
        python3 -m venv "$stores/python"
        "$stores/python/bin/pip" install --quiet --disable-pip-version-check 'moto[server]==5.2.1'
    }
    have azurite-blob || npm install --prefix "$stores/node" --no-audit --no-fund --ignore-scripts azurite@3.35.0
    have moto_server && have azurite-blob
}

# Parsers that know nothing of chancery, for the tests that read back what it publishes, in a folder of Python's.
readers=$PWD/target/readers/python

independent_readers() {
    "$readers/bin/python" -c 'import bibtexparser, citeproc, feedparser, followthemoney, jsonschema, networkx, rispy' 2>/dev/null || {
        python3 -m venv "$readers"
        "$readers/bin/pip" install --quiet --disable-pip-version-check followthemoney==4.11.2 networkx==3.6.1 jsonschema==4.26.0 \
            bibtexparser==2.1.0 citeproc-py==0.11.1 rispy==0.10.0 feedparser==6.0.14
    }
}

# The tools for checking pages lie beside the checkout, where someone has put them; without them their stages say so.
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/shared/tools

# tool_stage NAME TOOL ARGUMENT...: runs a page tool by the program that its ending asks for.
tool_stage() {
    local name=$1 tool=$2 runner=python3
    shift 2
    case $tool in *.mjs) runner=node ;; esac
    if [ -e "$tools/$tool" ]; then
        stage "$name" "$runner" "$tools/$tool" "$@"
    else
        printf '\n=== %s\n--- %s: passed over, ../shared/tools/%s is not there\n' "$name" "$name" "$tool"
    fi
}
