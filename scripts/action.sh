#!/usr/bin/env bash
# What action.yml runs: builds the site in SITE_SOURCE into SITE_DESTINATION, for SITE_BASEURL if it is set. Warnings and links that lead nowhere
# fail it (--strict), and so does a build from nothing that gives other bytes (--verify). The folder is told in the file GITHUB_OUTPUT.
set -euo pipefail

program=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [ ! -f "$program/lib/cli.cjs" ]; then (cd "$program" && npm ci); fi

cd "${SITE_SOURCE:-.}"
destination=${SITE_DESTINATION:-${RUNNER_TEMP:-$(mktemp -d)}/site}
# Packages that the site's plugins and style sheets need.
if [ -f package-lock.json ]; then npm ci; fi

flags=(--strict --verify --destination "$destination")
if [ -n "${SITE_BASEURL:-}" ]; then flags+=(--baseurl "$SITE_BASEURL"); fi
JEKYLL_ENV=${JEKYLL_ENV:-production} node "$program/bin/utterson.js" build "${flags[@]}"

echo "path=$destination" >>"${GITHUB_OUTPUT:-/dev/stdout}"
