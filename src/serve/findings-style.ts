/** How findings look, in the overlay, in the badge's list and on pages of ours; light and dark as the reader has it. */
export const FINDINGS_STYLE = `
.utterson { color-scheme: light dark; --paper: #fff; --ink: #1c2024; --quiet: #5b6470; --line: #d8dce2; --code: #f5f6f8;
  --red: #b3261e; --amber: #7a5200; --blue: #0b5cad; --green: #1d6b35; --mark: #fde7e4;
  background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) {
  .utterson { --paper: #14161b; --ink: #eceef2; --quiet: #aab2bf; --line: #3a3f4a; --code: #0b0d11;
    --red: #ff9d8a; --amber: #f5c26b; --blue: #8ec7ff; --green: #b7e3a8; --mark: #4a2620; }
}
.utterson h1 { font-size: 1.4rem; line-height: 1.3; margin: 0; }
.utterson h2 { font-size: 1.05rem; line-height: 1.45; margin: 0 0 0.5rem; font-weight: 600; white-space: pre-wrap; overflow-wrap: anywhere; }
.utterson article { margin: 1.25rem 0; padding-left: 1rem; border-left: 4px solid var(--amber); }
.utterson article.error { border-color: var(--red); }
.utterson .kind { color: var(--amber); }
.utterson .error .kind { color: var(--red); }
.utterson pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: 0.75rem 1rem; margin: 0.5rem 0;
  overflow: auto; tab-size: 2; font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; }
.utterson mark { background: var(--mark); color: inherit; display: inline-block; min-width: 100%; }
.utterson pre b { color: var(--red); }
.utterson .place, .utterson .chain { margin: 0.25rem 0; overflow-wrap: anywhere; font-size: 0.95rem; }
.utterson .place code, .utterson .link { font: 0.95rem/1.5 ui-monospace, Menlo, Consolas, monospace; }
.utterson .link { color: var(--blue); background: none; border: 0; padding: 0; text-decoration: underline; cursor: pointer; text-align: left; }
.utterson .chain { color: var(--quiet); }
.utterson .hint { color: var(--green); margin: 0.5rem 0 0; }
.utterson .hint::before { content: "\\2192\\00a0"; }
.utterson a { color: var(--blue); }
.utterson .quiet { color: var(--quiet); }
.utterson h1:focus { outline: none; }
.utterson button:focus-visible, .utterson a:focus-visible, .utterson pre:focus-visible {
  outline: 3px solid var(--blue); outline-offset: 2px; }
`;

/** Of a page of ours alone. */
export const PAGE_STYLE = `${FINDINGS_STYLE}
html { background: #fff; }
@media (prefers-color-scheme: dark) { html { background: #14161b; } }
body { margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 3rem max(1rem, 4vw); box-sizing: border-box; }
main > ul { padding-left: 1.25rem; }
main > ul li { margin: 0.25rem 0; overflow-wrap: anywhere; }
.bar { height: 4px; border-radius: 2px; background: var(--line); overflow: hidden; margin: 1.5rem 0; }
.bar::before { content: ""; display: block; height: 100%; width: 30%; border-radius: 2px; background: var(--blue); }
@media (prefers-reduced-motion: no-preference) {
  .bar::before { animation: to-and-fro 1.6s ease-in-out infinite alternate; }
  @keyframes to-and-fro { from { margin-left: 0; } to { margin-left: 70%; } }
}
`;
