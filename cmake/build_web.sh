#!/bin/sh
# Builds the web application into the folder named: build_web.sh FOLDER, run in web/.
set -eu
sh "$(dirname "$0")/web_packages.sh"
npm run --silent build -- --outDir "$1" --emptyOutDir --logLevel warn
