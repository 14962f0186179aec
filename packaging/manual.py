# SPDX-License-Identifier: Apache-2.0
"""docs/manual and docs/operations.md as pages that a browser opens from the disk. In a chapter a paragraph
`图：工作台（desk.png）` is a picture of the real page, which web/e2e/manual.test.ts takes."""
import html
import re
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
DOCS = HERE.parent / "docs"
CONTENTS = DOCS / "manual/index.md"
FIGURE = re.compile(r"^图：(.+)（([\w-]+\.png)）$", re.MULTILINE)
LETTER = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]"
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
</head>
<body>
{contents}<main>
{body}</main>
</body>
</html>
"""


class Missing(Exception):
    """A picture that a chapter shows and nobody took, or the other way round."""


def converted(text):
    """Markdown to HTML. Lines of Chinese are joined without the space that a line's end is otherwise."""
    body = subprocess.run(["cmark-gfm", "--extension", "table", "--to", "html"], input=text, check=True, capture_output=True,
                          text=True).stdout
    parts = re.split(r"(<pre>.*?</pre>)", body, flags=re.DOTALL)
    joined = [part if part.startswith("<pre>") else re.sub(f"({LETTER})\n(?={LETTER})", r"\1", part) for part in parts]
    return re.sub(r'href="([\w-]+)\.md(#[^"]*)?"', r'href="\1.html\2"', "".join(joined))


def with_figures(body):
    def figure(match):
        caption, name = match.groups()
        return f'<figure><img src="pictures/{name}" alt="{caption}"><figcaption>图：{caption}</figcaption></figure>'
    return re.sub(r"<p>图：(.+)（([\w-]+\.png)）</p>", figure, body)


def title_of(text):
    return text.splitlines()[0].removeprefix("# ")


def chapters():
    """The files that the contents name, in their order."""
    return list(dict.fromkeys(re.findall(r"\]\(([\w-]+)\.md\)", CONTENTS.read_text(encoding="utf-8"))))


def pictures_named():
    return {name for chapter in chapters()
            for _, name in FIGURE.findall((DOCS / f"manual/{chapter}.md").read_text(encoding="utf-8"))}


def contents_list(current):
    titles = [(name, title_of((DOCS / f"manual/{name}.md").read_text(encoding="utf-8"))) for name in chapters()]
    links = [f'<li><a href="{name}.html"{" aria-current=page" if name == current else ""}>{html.escape(title)}</a></li>'
             for name, title in [("index", "目录"), *titles]]
    return "<nav><ul>\n" + "\n".join(links) + "\n</ul></nav>\n"


def page(file, language="zh-CN", style="style.css", contents=""):
    text = file.read_text(encoding="utf-8")
    return PAGE.format(language=language, title=html.escape(title_of(text)), style=style, contents=contents,
                       body=with_figures(converted(text)))


def manual_pages(pictures):
    """{path below the documents' folder: content}. Raises Missing where pictures and chapters do not agree."""
    named, taken = pictures_named(), {file.name for file in pictures.glob("*.png")}
    if named != taken:
        raise Missing(f"pictures named and not taken: {sorted(named - taken)}; taken and not named: {sorted(taken - named)}")
    pages = {"operations.html": page(DOCS / "operations.md", "en", "manual/style.css"),
             "manual/style.css": (HERE / "manual.css").read_text(encoding="utf-8")}
    for name in ["index", *chapters()]:
        pages[f"manual/{name}.html"] = page(DOCS / f"manual/{name}.md", contents=contents_list(name))
    for name in sorted(named):
        pages[f"manual/pictures/{name}"] = (pictures / name).read_bytes()
    return pages
