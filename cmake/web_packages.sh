#!/bin/sh
# The npm packages of the web application, run in web/: fetched only when the lock file changed since they were.
set -eu
if ! cmp -s package-lock.json node_modules/.locked; then
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.locked
fi
