# SPDX-License-Identifier: Apache-2.0
"""Every check of the tree's structure, in seconds. Each check first proves that it can fail: mistakes are planted in an
empty tree, and it must name each of them."""
import importlib
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CHECKS = ["check_includes", "check_sizes", "check_no_floating_point", "check_words", "check_migrations", "check_docs", "check_rules"]


def missed(check):
    """Planted mistakes that the check did not see."""
    for where, text, expected in check.PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path, content in (where if isinstance(where, dict) else {where: text}).items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(content, encoding="utf-8")
            if not any(expected in problem for problem in check.problems(root)):
                yield f"{check.__name__}: a planted mistake was not seen: {expected}"


def main():
    sys.path.insert(0, str(HERE))
    passed = failed = 0
    for name in CHECKS:
        check = importlib.import_module(name)
        for label, found in ((name, check.problems(ROOT)), (name + ", planted mistakes", list(missed(check)))):
            print("\n".join([f"{'ok    ' if not found else 'FAILED'} {label}", *found]))
            passed, failed = passed + (not found), failed + bool(found)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
