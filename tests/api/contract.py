# SPDX-License-Identifier: Apache-2.0
"""The contract as a judge: which operation a request belongs to, and whether an answer is one that the contract
describes. Used by every test that talks to a server."""
import json
import re
from collections import defaultdict
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = ROOT / "docs" / "api" / "openapi.yaml"
METHODS = ("get", "post", "put", "patch", "delete")


class Yaml12(yaml.SafeLoader):
    """YAML 1.2, as OpenAPI 3.1 has it: `on` and `no` are words. PyYAML reads 1.1, where they are true and false."""


Yaml12.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or letter in "tTfF"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


class Contract:
    def __init__(self, file=CONTRACT):
        self.document = yaml.load(file.read_text(encoding="utf-8"), Loader=Yaml12)
        # JSON has text keys only; YAML reads 200 as a number where it is not quoted.
        self.document = json.loads(json.dumps(self.document))
        self.resolver = jsonschema.RefResolver("", self.document)
        self.operations = {}
        self.seen = defaultdict(set)  # operationId -> statuses
        for path, item in self.document["paths"].items():
            pattern = re.compile("^" + re.sub(r"\\\{[a-z_]+\\\}", "[^/]+", re.escape(path)) + "$")
            for method in METHODS:
                if method in item:
                    self.operations[(method.upper(), path)] = (pattern, item[method])

    def deref(self, thing):
        while "$ref" in thing:
            thing = self.resolver.resolve(thing["$ref"])[1]
        return thing

    def operation(self, method, path):
        """The operation of a request; one without a parameter at that place comes first."""
        found = [(key[1].count("{"), operation) for key, (pattern, operation) in self.operations.items()
                 if key[0] == method.replace("HEAD", "GET") and pattern.match(path)]
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def check(self, method, path, status, media_type, body):
        """What is wrong with an answer, as sentences."""
        operation = self.operation(method, path)
        if operation is None:
            return [] if status in (404, 405) else [f"{method} {path}: not in the contract, answered {status}"]
        name = operation["operationId"]
        self.seen[name].add(str(status))
        # What may happen to any request: limits, an overload, a breakdown.
        if str(status) not in operation["responses"]:
            if status in (408, 413, 414, 415, 429, 431, 500, 503, 507):
                return []
            return [f"{name}: {status} is not described"]
        response = self.deref(operation["responses"][str(status)])
        content = response.get("content", {})
        if not content:
            return [f"{name}: {status} has a body, and the contract none"] if body and method != "HEAD" else []
        plain = media_type.split(";")[0]
        if plain not in content:
            return [f"{name}: {status} came as {plain}, the contract knows {', '.join(content)}"]
        if not plain.endswith("json") or method == "HEAD":
            return []
        validator = jsonschema.Draft202012Validator(content[plain]["schema"], resolver=self.resolver,
                                                    format_checker=jsonschema.FormatChecker())
        return [f"{name}: {status}: /{'/'.join(map(str, error.path))}: {error.message[:200]}"
                for error in validator.iter_errors(json.loads(body))]

    def unseen(self):
        """Successes that are described and that nobody saw."""
        return [f"{operation['operationId']}: {status}" for _, operation in self.operations.values()
                for status in operation["responses"]
                if status.startswith("2") and status not in self.seen[operation["operationId"]]]
