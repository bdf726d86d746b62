import type { Diagnostic } from '../model/diagnostic.js';
import { includeChain } from '../report/include-chain.js';
import { placeOf } from '../report/print-diagnostic.js';

/** The overlay over a page while the site does not build: every error with its place, frame, includes and next step. */
export function errorOverlay(errors: readonly Diagnostic[]): string {
  const count = errors.length === 1 ? 'One error' : `${errors.length} errors`;
  return `${STYLE}<section role="alertdialog" aria-label="The site does not build">
<header><h1>The site does not build</h1><p>${count}. The page below is the last good one.</p><button type="button">Hide</button></header>
${errors.map(errorEntry).join('\n')}
</section>`;
}

function errorEntry(error: Diagnostic): string {
  const { topic, message, frame, stack = [], hint } = error;
  const place = placeOf(error);
  return `<article>
<h2>${escapeHtml([topic, message].filter(Boolean).join(' '))}</h2>
${place && `<p class="place">${escapeHtml(place)}</p>`}
${frame ? `<pre>${escapeHtml(frame)}</pre>` : ''}
${includeChain(stack)
  .map((line) => `<p class="place">${escapeHtml(line)}</p>`)
  .join('\n')}
${hint ? `<p class="hint">${escapeHtml(hint)}</p>` : ''}
</article>`;
}

/** For text between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `<style>
:host { all: initial; }
section { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; background: #14161bf2; color: #eceef2;
  font: 16px/1.5 system-ui, sans-serif; padding: 2rem max(1rem, 50vw - 32rem); }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; border-bottom: 1px solid #3a3f4a; padding-bottom: 1rem; }
h1 { font-size: 1.4rem; margin: 0; color: #ff9d8a; }
header p { margin: 0; flex: 1; color: #b9c0cc; }
button { font: inherit; color: inherit; background: #2a2f39; border: 1px solid #4a5160; border-radius: 6px; padding: 0.3rem 0.9rem; cursor: pointer; }
article { margin: 1.5rem 0; }
h2 { font-size: 1.05rem; margin: 0 0 0.5rem; white-space: pre-wrap; }
pre { background: #0b0d11; border: 1px solid #2f343e; border-radius: 6px; padding: 1rem; overflow: auto;
  font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; }
.place { font-family: ui-monospace, Menlo, Consolas, monospace; color: #8ec7ff; margin: 0.25rem 0; }
.hint { color: #b7e3a8; }
</style>`;
