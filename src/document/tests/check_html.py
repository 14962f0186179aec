# SPDX-License-Identifier: Apache-2.0
"""Fails where a page's tags do not match, an id stands twice, or an element has an attribute twice."""
import sys
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "col"}


class Checker(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.wrong = [], set(), []

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.wrong.append(f"{tag}: an attribute twice")
        identity = dict(attributes).get("id")
        if identity in self.ids:
            self.wrong.append(f"id {identity} twice")
        if identity:
            self.ids.add(identity)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> at line {self.getpos()[0]}")


checker = Checker()
with open(sys.argv[1], encoding="utf-8") as file:
    checker.feed(file.read())
problems = checker.wrong + [f"<{tag}> left open" for tag in checker.open]
print("\n".join(problems))
sys.exit(1 if problems else 0)
