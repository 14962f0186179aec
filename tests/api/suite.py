# SPDX-License-Identifier: Apache-2.0
"""A function named test_… is a case; it gets the server's world and asserts. Cases of one module run in their order."""
import traceback


class World:
    """A running server with its people signed in, as attributes: world.officer.get(…)."""

    def __init__(self, server, **clients):
        self.server = server
        self.__dict__.update(clients)


def equal(found, expected, about=""):
    assert found == expected, f"{about}\n  found    {found!r}\n  expected {expected!r}"


def refused(answer, status, code):
    """A refusal in the shape of RFC 9457, in words."""
    equal((answer.status, answer.code), (status, code), repr(answer))
    equal(answer.headers["content-type"], "application/problem+json")
    for name in ("type", "title", "status", "detail", "instance", "code", "trace_id", "errors"):
        assert name in answer.json, f"{name} is not in {answer}"
    assert answer.json["detail"] and answer.json["detail"] != answer.code, f"no words: {answer}"
    return answer


def cases(module):
    return [(name, value) for name, value in vars(module).items() if name.startswith("test_") and callable(value)]


def run_cases(engine, module, world):
    """(passed, failed)"""
    passed = failed = 0
    for name, case in cases(module):
        try:
            case(world)
            passed += 1
        except Exception:  # a case may fail in any way; the next one still runs
            failed += 1
            print(f"FAILED {engine} {module.__name__}.{name}\n{traceback.format_exc()}", flush=True)
    return passed, failed
