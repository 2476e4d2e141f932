//! Any server reached by SSH: a new folder beside the old one, then a symbolic link exchanged in one step.

use super::stamp::{Comment, stamped};
use super::{Facts, HostFile, Owner};

pub(super) fn files(facts: &Facts) -> Vec<HostFile> {
    let script = SCRIPT.replace("@BASE@", facts.folder());
    vec![HostFile { path: "hosting/rsync-publish.sh", text: stamped("rsync", Comment::Hash, &script), owner: Owner::Chancery }]
}

/// `cp -l` carries the assets of the last release over: who reads a page of it still gets them.
const SCRIPT: &str = r#"#!/bin/sh
# Usage: sh hosting/rsync-publish.sh USER@HOST:/srv/www/example.org [FOLDER]
# Sends FOLDER (public) into a new folder below releases/ there, then lets the link `current` lead to it. The web server's
# root is /srv/www/example.org/current. KEEP releases stay (5). To go back: ln -sfn releases/OLDER current.
set -eu
target=${1:?say where: USER@HOST:/folder}
source=${2:-public}
keep=${KEEP:-5}
base='@BASE@'
case $target in *:/*) ;; *) echo "say where: USER@HOST:/folder" >&2; exit 2 ;; esac
host=${target%%:*}
folder=${target#*:}
case $folder in *[!A-Za-z0-9/._-]*) echo "$folder: letters, digits and /._- only" >&2; exit 2 ;; esac
[ -s "$source/index.html" ] || { echo "$source holds no site: run chancery build" >&2; exit 1; }
release=releases/$(date -u +%Y%m%dT%H%M%SZ)-$$
ssh "$host" "mkdir -p '$folder/$release/$base'"
rsync -rltz --chmod=D755,F644 --exclude=/.chancery-manifest --link-dest="$folder/current/$base" "$source/" "$host:$folder/$release/$base"
ssh "$host" sh -s -- "$folder" "$release" "$keep" "$base" <<'THERE'
set -eu
cd "$1"
base=${4-}
if [ -d "current/${base}assets" ]; then cp -rln "current/${base}assets/." "$2/${base}assets/" 2>/dev/null || true; fi
ln -s "$2" current.next.$$
mv -T current.next.$$ current
ls -1d releases/* | sort -r | tail -n +$(($3 + 1)) | while read -r old; do rm -rf "$old"; done
THERE
echo "$host:$folder/current is $release"
"#;
