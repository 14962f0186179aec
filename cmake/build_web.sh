#!/bin/sh
# Builds the web application into the folder named: build_web.sh FOLDER, run in web/. Packages are fetched only when the
# lock file changed since they were.
set -eu
if ! cmp -s package-lock.json node_modules/.locked; then
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.locked
fi
npm run --silent build -- --outDir "$1" --emptyOutDir --logLevel warn
