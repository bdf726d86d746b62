/** Errors and warnings as HTML: of the overlay, of the badge's list, and of pages of ours. */
import type { Finding } from './finding.js';

/** More are no help on a page. */
const MOST = 50;

/** A list of findings; what was found most often first is for the terminal to count. */
export function findingsHtml(findings: readonly Finding[]): string {
  const left = findings.length - MOST;
  const rest = left > 0 ? `<p>${left} more: see the terminal.</p>` : '';
  return findings.slice(0, MOST).map(findingHtml).join('\n') + rest;
}

function findingHtml({ isError, title, jekyll, code, place, number, frame, chain, hint }: Finding): string {
  return `<article class="${isError ? 'error' : 'warning'}">
<h2><span class="kind">${isError ? 'Error' : 'Warning'}</span> ${escapeHtml(title)}</h2>
${(place || code) && `<p class="place">${[place && placeHtml(place, number), code && codeHtml(code)].filter(Boolean).join(' ')}</p>`}
${frame && `<pre tabindex="0" aria-label="Lines around the place">${frameHtml(frame)}</pre>`}
${chain.map((line) => `<p class="chain">${escapeHtml(line)}</p>`).join('\n')}
${hint && `<p class="hint">${escapeHtml(hint)}</p>`}
${jekyll && `<p class="chain">${escapeHtml(jekyll)}</p>`}
</article>`;
}

/** What tells more of it in the terminal. */
function codeHtml(code: string): string {
  return `<code title="utterson help ${code} tells more">${code}</code>`;
}

function placeHtml(place: string, number: number | null): string {
  if (number === null) return `<code>${escapeHtml(place)}</code>`;
  return `<button type="button" class="link" data-place="${number}" title="Open in the editor">${escapeHtml(place)}</button>`;
}

/** The line in question is marked, and so is the caret below it. */
function frameHtml(frame: string): string {
  const line = (text: string): string => {
    if (text.startsWith('>')) return `<mark>${escapeHtml(text)}</mark>`;
    return /^ +\| [ \t]*\^$/.test(text) ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text);
  };
  return frame.split('\n').map(line).join('\n');
}

/** For text between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
