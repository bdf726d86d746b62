import { escapeHtml } from '../../liquid/filters/escape-html.js';

/** A diagram's source as code of its language, which scripts in the browser find, too. */
export function sourceOfDiagram(language: string, source: string): string {
  return `<pre><code class="language-${language}">${escapeHtml(source.trim())}</code></pre>`;
}
