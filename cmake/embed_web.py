# SPDX-License-Identifier: Apache-2.0
"""Turns the built web application and the contract into two sources: embed_web.py WEB CONTRACT.yaml OUTPUT.S OUTPUT.cpp

The .S takes the bytes in as they are (a C++ literal of that size takes minutes to compile), the .cpp names them. Each
file comes twice: plain, and packed by gzip with no time in it, so that the same sources give the same program."""
import gzip
import json
import sys
from pathlib import Path

import yaml

TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
         ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon",
         ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json"}


def contract(source):
    """The contract as the server answers it."""
    return json.dumps(yaml.safe_load(source.read_text(encoding="utf-8")), ensure_ascii=False, separators=(",", ":")).encode()


def main():
    web, source, assembly, table = map(Path, sys.argv[1:])
    files = {"/" + str(file.relative_to(web)): file.read_bytes() for file in sorted(web.rglob("*")) if file.is_file()}
    files["/api/openapi.json"] = contract(source)
    lines, rows, declared = ['.section .rodata', '.section .note.GNU-stack,"",@progbits', '.section .rodata'], [], []
    folder = assembly.parent / "embedded"
    folder.mkdir(parents=True, exist_ok=True)
    for number, (path, plain) in enumerate(files.items()):
        for kind, content in (("plain", plain), ("packed", gzip.compress(plain, 9, mtime=0))):
            name = f"mingji_asset_{number}_{kind}"
            (folder / name).write_bytes(content)
            lines += [f".global {name}", f"{name}:", f'.incbin "{folder / name}"', f".global {name}_end", f"{name}_end:", ".byte 0"]
            declared += [f"extern const char {name}[], {name}_end[];"]
        mine = f"mingji_asset_{number}_"
        rows.append(f'        {{"{path}", "{TYPES.get(Path(path).suffix, "application/octet-stream")}", '
                    f"between({mine}plain, {mine}plain_end), between({mine}packed, {mine}packed_end)}},")
    assembly.write_text("\n".join(lines) + "\n", encoding="utf-8")
    table.write_text("\n".join([
        "// Written by cmake/embed_web.py.", '#include "app/serve/web_assets.h"', "", 'extern "C" {', *declared, "}", "",
        "namespace app {", "", "std::span<const Asset> assets()", "{",
        "    const auto between = [](const char* from, const char* to) { return std::string_view(from, static_cast<std::size_t>(to - from)); };",
        f"    static const std::array<Asset, {len(rows)}> all{{{{", *rows, "    }};", "    return all;", "}", "",
        "}  // namespace app", ""]), encoding="utf-8")


main()
