// SPDX-License-Identifier: Apache-2.0
#include "document/html_page.h"

#include <string_view>

namespace document {

namespace {

// Calm and printable; text and links keep at least 4.5:1 against their ground in both colour schemes (WCAG 2.1 AA).
constexpr std::string_view style_sheet = R"CSS(:root {
  color-scheme: light dark;
  --ground: #f4f5f7; --paper: #ffffff; --text: #1f2328; --quiet: #57606a; --line: #d0d7de; --head: #f0f3f6;
  --link: #0a58a6; --warn-ground: #fff2a8; --warn-text: #8f1d0f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --paper: #1b1f24; --text: #e4e7eb; --quiet: #a3acb6; --line: #3a424c; --head: #262c33;
    --link: #86b7f0; --warn-ground: #4a3500; --warn-text: #ffdf99;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
}
a { color: var(--link); text-underline-offset: 0.2em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
a.fact { text-decoration-style: dotted; font-variant-numeric: tabular-nums; }
a.fact:hover { text-decoration-style: solid; }
:target { background: var(--head); }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem 1rem; }
.frame { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 1.5rem; max-width: 80rem; margin: 0 auto; padding: 1.5rem; }
.frame > main:only-child { grid-column: 1 / -1; }
.frame > nav { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow: auto; font-size: 0.875rem; }
.frame > nav p { margin: 0 0 0.5rem; font-weight: 600; }
.frame > nav ol { list-style: none; margin: 0; padding: 0; }
.frame > nav li { padding: 0.2rem 0; }
.frame > nav .level2 { padding-left: 1em; }
.frame > nav a { color: var(--quiet); text-decoration: none; }
.frame > nav a:hover { color: var(--link); text-decoration: underline; }
main { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 2.5rem 3rem; }
main.sheet { max-width: 76rem; margin: 1.5rem auto; padding: 1.5rem 2.5rem; }
h1 { font-size: 1.6rem; line-height: 1.4; text-align: center; margin: 0 0 1.5rem; text-wrap: balance; }
.sheet h1 { text-align: left; margin: 0.5rem 0 0; font-size: 1.35rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
h4, h5 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
main p { margin: 0.5rem 0; text-align: justify; }
#report > p { text-indent: 2em; }
#report > p.note, #report > p.caption, #report > p.notice, #report > p.signature { text-indent: 0; }
main ul { margin: 0.5rem 0; padding-left: 2em; }
.note { color: var(--quiet); font-size: 0.875rem; }
.caption, caption { font-weight: 600; text-align: center; padding: 0.5rem; }
.signature { text-align: right; margin: 2.5rem 4em 0 0; }
figure.code { margin: 1rem 0; text-align: center; font-size: 0.875rem; }
.code svg { width: 38mm; max-width: 100%; }
.sources { border-top: 1px solid var(--line); margin-top: 3rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.5; }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: left; vertical-align: middle; }
th { background: var(--head); font-weight: 600; text-align: center; }
.right, th.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.center { text-align: center; }
.records tbody tr:nth-child(even) { background: var(--ground); }
.digest { font-family: ui-monospace, Consolas, "Noto Sans Mono", monospace; font-size: 0.75rem; word-break: break-all; }
.records .digest { min-width: 17rem; }
mark.missing, .notice { background: var(--warn-ground); color: var(--warn-text); }
mark.missing { font-weight: 600; padding: 0 0.2em; border-radius: 3px; }
mark.missing a { color: inherit; }
.notice { padding: 0.5rem 1rem; border-radius: 4px; }
.value { font-size: 2rem; line-height: 1.3; font-variant-numeric: tabular-nums; margin: 0.25rem 0 1rem; }
dl { display: grid; align-items: baseline; grid-template-columns: 7em minmax(0, 1fr); gap: 0.4rem 1rem; margin: 0 0 1.5rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
.pages { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 1rem 0; }
@media (max-width: 60rem) {
  .frame { grid-template-columns: minmax(0, 1fr); padding: 0.75rem; }
  .frame > nav { position: static; max-height: none; }
  main, main.sheet { padding: 1.25rem; }
}
@media print {
  :root { --ground: #ffffff; --paper: #ffffff; --text: #000000; --quiet: #333333; --line: #888888; --head: #f0f0f0;
    --link: #000000; --warn-ground: #fff2a8; --warn-text: #8f1d0f; }
  body { font-size: 11pt; }
  .frame { display: block; padding: 0; }
  .frame > nav, .skip, .back, .pages { display: none; }
  main, main.sheet { border: 0; padding: 0; margin: 0; max-width: none; }
  h2, h3, h4, h5, caption { break-after: avoid; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .page-break { break-before: page; }
  @page { size: A4; margin: 20mm; }
}
)CSS";

}  // namespace

std::string html_style()
{
    return std::string{style_sheet};
}

}  // namespace document
