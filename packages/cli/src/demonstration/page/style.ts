/** The style of the page. It holds no value from outside. */
export const pageStyle = `
:root {
  font-size: 93.75%; color-scheme: light dark;
  --paper: #f6f5f1; --card: #fff; --ink: #1d2430; --soft: #5a6474; --line: #d9d8d2; --accent: #1f4e8c;
  --void: #efeee9; --green: #1c7a43; --amber: #95610a; --red: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161c; --card: #1b212a; --ink: #e7eaef; --soft: #a0abba; --line: #313a47; --accent: #8db9f5;
    --void: #161b22; --green: #6cd093; --amber: #efb758; --red: #ff9288;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 92rem; padding: 1.25rem 1.5rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.45 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif;
}
header { margin-bottom: 1.25rem; }
nav { display: flex; justify-content: space-between; color: var(--soft); }
a { color: var(--accent); }
h1 { margin: .75rem 0 .25rem; font-size: 1.75rem; line-height: 1.2; letter-spacing: -.01em; }
header p { margin: 0; max-width: 62rem; color: var(--soft); }
p { margin: 0; }
table { width: calc(100% + 1rem); margin-inline: -.5rem; table-layout: fixed; border-collapse: separate; border-spacing: .5rem 0; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th { text-align: start; font-weight: inherit; vertical-align: top; }
thead th { padding: .55rem .9rem .6rem; background: var(--card); border: 1px solid var(--line); border-top: 3px solid var(--accent); }
.member { font-size: 1.2rem; font-weight: 650; }
.count { float: inline-end; padding-top: .25rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.lines { margin-bottom: .6rem; }
.group th { padding: 1.5rem 0 .4rem; font-size: 1.05rem; font-weight: 650; break-after: avoid; }
td {
  padding: .55rem .9rem .65rem; vertical-align: top; background: var(--card); border: 1px solid var(--line);
  border-top: 0; overflow-wrap: anywhere;
}
.group + tr td { border-top: 1px solid var(--line); }
.absent { background: var(--void); border-color: transparent; border-bottom-color: var(--line); }
.kind { display: flex; justify-content: space-between; gap: 1rem; color: var(--soft); font-size: .8rem; }
.own { color: var(--accent); font-weight: 600; }
.name { font-weight: 600; unicode-bidi: isolate; }
.name i { font-weight: 400; font-style: normal; color: var(--accent); }
.names, .time { color: var(--soft); }
.names, .prose, .time, td dl { font-size: .9rem; }
td dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .6rem; margin: .15rem 0 0; }
dt { color: var(--soft); }
dd { margin: 0; }
.prose { margin-top: .15rem; }
code { font: .82rem/1.4 ui-monospace, "Cascadia Mono", Consolas, monospace; }
.label { display: flex; flex-wrap: wrap; gap: .1rem .6rem; margin-top: .35rem; color: var(--soft); font-size: .8rem; }
.code { font-weight: 650; letter-spacing: .02em; }
.tlp-green { color: var(--green); }
.tlp-amber { color: var(--amber); }
.tlp-red { color: var(--red); }
td .counts { display: block; margin: 0; }
.counts div { display: flex; justify-content: space-between; }
.counts dd { font-variant-numeric: tabular-nums; }
@media screen {
  thead th { position: sticky; top: 0; z-index: 1; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  :root {
    font-size: 9pt; --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #1f4e8c; --void: #f4f4f2;
    --green: #1c7a43; --amber: #95610a; --red: #b3261e;
  }
  body { max-width: none; padding: 0; }
  a { display: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`;
