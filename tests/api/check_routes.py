# SPDX-License-Identifier: Apache-2.0
"""The routes of the program and the paths of the contract are one set, and the contract says of each route what the
route does: check_routes.py PROGRAM"""
import json
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from contract import Contract  # noqa: E402

# Answered from the program's own files, without a route.
FILES = {("GET", "/api/openapi.json")}
GUARDS = {"idempotency_key": "Idempotency-Key", "if_match": "If-Match"}


def headers_of(contract, operation):
    return {parameter["name"] for parameter in map(contract.deref, operation.get("parameters", []))
            if parameter["in"] == "header"}


def differences(routes, contract):
    known = {(route["method"], route["path"]): route for route in routes}
    for key in sorted(set(contract.operations) - set(known) - FILES):
        yield f"{' '.join(key)}: in the contract, but no route"
    for key, route in sorted(known.items()):
        where = " ".join(key)
        if key not in contract.operations:
            yield f"{where}: a route, but not in the contract"
            continue
        operation = contract.operations[key][1]
        if operation["operationId"] != route["operation"]:
            yield f"{where}: {operation['operationId']} in the contract, {route['operation']} in the program"
        if (operation.get("security") == []) != (route["access"] == "open"):
            yield f"{where}: access {route['access']}, the contract says otherwise"
        wanted = {GUARDS[route["guard"]]} if route["guard"] in GUARDS else set()
        if route["access"] != "open" and route["method"] != "GET":
            wanted.add("X-CSRF-Token")
        found = headers_of(contract, operation)
        if found & {"Idempotency-Key", "If-Match", "X-CSRF-Token"} != wanted:
            yield f"{where}: header parameters {sorted(found)}, the route asks for {sorted(wanted)}"
        for status in needed(route):
            if status not in operation["responses"]:
                yield f"{where}: {status} is not described"


def needed(route):
    """Statuses that the gateway gives to such a route."""
    if route["access"] != "open":
        yield "401"
    if route["access"] == "granted":
        yield "403"
    if route["guard"] == "idempotency_key":
        yield from ("400", "409", "422")
    if route["guard"] == "if_match":
        yield from ("412", "428")


def main():
    listed = subprocess.run([sys.argv[1], "routes", "--format", "json"], check=True, capture_output=True, text=True).stdout
    routes = json.loads(listed)["routes"]
    contract = Contract()
    found = list(differences(routes, contract))
    # A check that cannot fail proves nothing: without its first route the set must differ.
    if not list(differences(routes[1:], contract)):
        found.append("a missing route was not noticed")
    print("\n".join(found))
    print(f"{len(routes) - min(len(routes), len(found))} passed, {len(found)} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
