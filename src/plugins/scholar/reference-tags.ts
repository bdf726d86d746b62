/** `{% reference %}` and `{% bibtex %}`: references in the text, of the bibliography or of the block (jekyll-scholar 7.3.0). */
import { LiquidError } from '../../liquid/errors.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { Bibliography, BibtexError } from './bibtex/bibliography.js';
import { bibtexOptions } from './bibtex-settings.js';
import type { Citations } from './citations.js';
import type { ScholarScope } from './scholar-scope.js';
import { scholarTag } from './scholar-tag.js';

/** Whole references by their keys. */
export function referenceTag(citations: Citations): TagDefinition {
  return scholarTag({ name: 'reference', hasKeys: true }, citations, (scope, keys) =>
    keys.map((key) => scope.reference(scope.entryOf(key), null)).join('\n'),
  );
}

/** References written as BibTeX in the block. */
export function bibtexTag(citations: Citations): TagDefinition {
  return scholarTag({ name: 'bibtex', hasKeys: true, isBlock: true }, citations, (scope, _keys, body) =>
    entriesIn(body, scope)
      .map((entry) => scope.reference(entry, null))
      .join('\n'),
  );
}

function entriesIn(text: string, { settings }: ScholarScope): Bibliography['entries'] {
  try {
    return new Bibliography(text, bibtexOptions(settings)).entries;
  } catch (error) {
    if (!(error instanceof BibtexError)) throw error;
    throw new LiquidError('ruby', error.message, { cause: error });
  }
}
