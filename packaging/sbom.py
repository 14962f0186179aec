# SPDX-License-Identifier: Apache-2.0
"""What the package is made of and runs with, as CycloneDX 1.5: the shared libraries that the program loads (ldd, then
dpkg for package and version), libraries that are headers alone, and the npm packages of the web application (its lock file). Nothing in it depends on
when or where it is written."""
import hashlib
import json
import re
import subprocess
import uuid
from datetime import datetime, timezone
from pathlib import Path


# Compiled into the program, with nothing that ldd could name.
HEADERS = ("libboost1.81-dev", "libcli11-dev", "libexpected-dev")


def text_of(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def libraries(program):
    """Paths of every shared library that the loader takes for the program, its own dependencies' too."""
    return sorted({match.group(1) for match in re.finditer(r"(/\S+) \(0x", text_of("ldd", program))})


def owners(paths):
    """The Debian packages of the libraries: dpkg knows the path of before or after /lib became a link to /usr/lib."""
    places = {path: {path, str(Path(path).resolve()), str(Path(path).resolve()).removeprefix("/usr")} for path in paths}
    asked = sorted(set().union(*places.values()))
    told = subprocess.run(["dpkg-query", "-S", *asked], check=False, capture_output=True, text=True).stdout
    known = dict(reversed(line.split(": ", 1)) for line in told.splitlines())
    for path, candidates in places.items():
        found = candidates & known.keys()
        if not found:
            raise LookupError(f"no Debian package owns {path}")
        yield known[sorted(found)[0]]


def debian_licence(package):
    """The licence of `Files: *` where the copyright file is in the format that can be read by programs."""
    copyright_file = Path("/usr/share/doc", package.split(":")[0], "copyright")
    text = copyright_file.read_text(encoding="utf-8", errors="replace") if copyright_file.exists() else ""
    found = re.search(r"^Files: \*\n(?:.*\n)*?License: *(\S.*)$", text, re.MULTILINE)
    return [{"license": {"name": found.group(1)}}] if found else []


def debian_components(program):
    for package in sorted({*owners(libraries(program)), *HEADERS}):
        name, version, source, arch = text_of(
            "dpkg-query", "-W", "-f=${Package}\t${Version}\t${source:Package}\t${Architecture}", package).split("\t")
        yield {"type": "library", "name": name, "version": version,
               "purl": f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}?arch={arch}&distro=debian-12",
               "licenses": debian_licence(package), "properties": [{"name": "debian:source", "value": source}]}


def npm_packages(web):
    """(folder, entry of the lock file) of everything that is not for development alone."""
    locked = json.loads((web / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for folder, entry in sorted(locked.items()):
        if folder and not any(entry.get(word) for word in ("dev", "devOptional", "optional")):
            yield folder, entry


def npm_components(web):
    for folder, entry in npm_packages(web):
        name = folder.split("node_modules/")[-1]
        kind, _, digest = entry["integrity"].partition("-")
        yield {"type": "library", "name": name, "version": entry["version"],
               "purl": f"pkg:npm/{name.replace('@', '%40')}@{entry['version']}",
               "licenses": [{"license": {"name": entry["license"]}}],
               "properties": [{"name": "npm:integrity", "value": f"{kind}-{digest}"}]}


def distinct(components):
    return [one for _, one in sorted({component["purl"]: component for component in components}.items())]


def sbom(program, web, version, moment):
    """`moment` in seconds since 1970."""
    parts = distinct([*debian_components(program), *npm_components(web)])
    digest = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
    described = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, version + digest)}",
        "metadata": {"timestamp": datetime.fromtimestamp(moment, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
                     "component": {"type": "application", "name": "mingji", "version": version,
                                   "licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": parts,
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"
