/** Languages of code that no lexer knows, so that it gets no colours. */
import { languages } from '../highlight/languages.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { suggest } from '../ruby/suggest.js';
import { isMarkdown } from '../site/site-files.js';
import type { CheckedText } from './templates.js';

const KNOWN: ReadonlySet<string> = new Set(languages.flatMap(({ name, aliases }) => [name, ...aliases]));
/** Words that mean that there shall be no colours. */
const PLAIN: ReadonlySet<string> = new Set(['', 'text', 'plain', 'none', 'nohighlight']);
const FENCE = /^[ \t]*(?:`{3,}|~{3,})[ \t]*([\w+#.-]*)/gm;
const RAW = /\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/g;
const TAG = /\{%-?\s*highlight\s+([\w+#.-]+)/g;

/** Each once, at its first place. */
export function unknownLanguages(site: Site, texts: readonly CheckedText[]): Diagnostic[] {
  const seen = new Set<string>();
  return texts.flatMap(({ file, path, body: whole, firstLine }) => {
    if (file === null || !isMarkdown(file, site.config)) return [];
    const body = whole.replace(RAW, (part) => part.replace(/[^\n]/g, ' '));
    return [...opened(body), ...body.matchAll(TAG)].flatMap((match) => {
      const language = match[1]!.toLowerCase();
      if (seen.has(language) || KNOWN.has(language) || KNOWN.has(match[1]!) || PLAIN.has(language)) return [];
      seen.add(language);
      const line = firstLine + body.slice(0, match.index).split('\n').length - 1;
      return [messages.codeLanguage(match[1]!, suggest(language, KNOWN), { file: path, line })];
    });
  });
}

/** Fences that open a block: every second one closes it. */
function opened(body: string): RegExpExecArray[] {
  return [...body.matchAll(FENCE)].filter((_, index) => index % 2 === 0);
}
