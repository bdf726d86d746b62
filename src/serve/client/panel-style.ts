/** Of overlay and badge. Above everything of the site's; plain lengths, since a site may set what `rem` is. */
export const PANEL_STYLE = `
:host { all: initial; }
[hidden] { display: none !important; }
.overlay { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; }
.overlay .inner { max-width: 960px; margin: 0 auto; padding: 32px max(16px, 4vw); }
.overlay header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between;
  border-bottom: 1px solid var(--line); padding-bottom: 16px; }
.overlay h1 { font-size: 22px; color: var(--red); }
.hide { font: inherit; color: inherit; background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: 4px 14px; cursor: pointer; }
kbd { font: 12px ui-monospace, Menlo, Consolas, monospace; border: 1px solid var(--line); border-radius: 4px; padding: 1px 5px; }
.note:empty { display: none; }
.note { color: var(--green); margin: 8px 0; }
.corner { position: fixed; left: 16px; bottom: 16px; z-index: 2147483646; max-width: min(640px, calc(100vw - 32px)); background: none; font-size: 15px; }
.list { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 4px 16px; margin-bottom: 8px;
  max-height: min(60vh, 560px); overflow: auto; box-shadow: 0 4px 24px #0004; }
.list h2 { font-size: 15px; }
.list article { margin: 12px 0; }
.list ul { padding-left: 20px; margin: 8px 0; }
.corner .bar { display: flex; gap: 8px; flex-wrap: wrap; }
.badge { font: 600 14px/1 system-ui, sans-serif; color: var(--amber); background: var(--paper); border: 1px solid currentColor;
  border-radius: 999px; padding: 9px 14px; cursor: pointer; box-shadow: 0 1px 6px #0003; }
.badge.error { color: var(--red); }
@media (prefers-reduced-motion: no-preference) {
  .overlay:not([hidden]), .list:not([hidden]) { animation: appear 0.15s ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
@media print { .overlay, .corner { display: none; } }
`;
