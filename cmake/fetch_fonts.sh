#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Puts the Fandol fonts and their licence into the folder DEST, from the Debian package texlive-lang-chinese.
# TeX itself is not installed. Does nothing when the fonts are already there.
set -eu

destination=${1:?usage: fetch_fonts.sh DEST}
wanted='FandolFang-Regular FandolHei-Regular FandolKai-Regular FandolSong-Regular FandolSong-Bold'

complete=yes
for name in $wanted; do
    [ -s "$destination/$name.otf" ] || complete=no
done
[ -s "$destination/COPYING" ] || complete=no
if [ "$complete" = yes ]; then
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# apt downloads as the user _apt, who must be able to write here.
chmod 755 "$work"
(cd "$work" && apt-get -qq -o APT::Sandbox::User=root download texlive-lang-chinese && dpkg -x texlive-lang-chinese_*.deb unpacked)

mkdir -p "$destination"
for name in $wanted; do
    cp "$work/unpacked/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/$name.otf" "$destination/"
done
find "$work/unpacked" -path '*fandol*' \( -name 'README*' -o -name 'COPYING*' \) -exec cp {} "$destination/" \;
gzip -dfq "$destination"/*.gz 2>/dev/null || true
if [ ! -s "$destination/COPYING" ]; then
    echo "fetch_fonts.sh: the package has no fandol/COPYING" >&2
    exit 1
fi
