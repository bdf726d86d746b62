import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import { SiteError } from '../../model/diagnostic.js';
import type { Document, Page } from '../../model/page.js';
import type { Additions, Change, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { toS } from '../../ruby/to-s.js';
import { allDocuments, placeInMessages } from '../../site/site-files.js';
import { AttributeError } from './attributes.js';
import { withBoxes } from './boxes.js';
import { readSettings } from './settings.js';

/**
 * premonition 4.0.2: quotations that begin with `> note "Title"` become boxes. The gem changes a page's text at its turn; here it is changed
 * before, so that whoever looks at it earlier sees boxes, too.
 */
export const premonition: EnginePlugin = {
  name: 'premonition',
  isSafe: true,
  generators: [{ name: 'Jekyll::Premonition::Hook', priority: 'high', generate }],
};

function generate(site: Site, tools: GeneratorTools): Additions {
  const settings = readSettings(site.config.settings);
  const changes = new Map<string, Change>();
  for (const file of [...site.pages, ...allDocuments(site)]) {
    if (!settings.extensions.has(file.extension.slice(1)) || file.extension === '') continue;
    const text = tools.textOf(file);
    const body = boxesIn(text, file, () => withBoxes(text, settings, tools.markdownify));
    if (body !== text) changes.set(file.id, { body, ...(!hasOwnSeparator(file) && { excerptBody: text }) });
  }
  return { changes };
}

function boxesIn(text: string, file: Page | Document, make: () => string): string {
  // A header has a quoted title.
  if (!text.includes('>') || !text.includes('"')) return text;
  try {
    return make();
  } catch (error) {
    if (!(error instanceof AttributeError)) throw error;
    throw new SiteError(messages.boxAttributes(error.message, { file: placeInMessages(file) }));
  }
}

/** As in the gem, an excerpt knows boxes if the post says itself where it ends. */
function hasOwnSeparator(file: Page | Document): boolean {
  const isPost = file.kind === 'document' && file.collection === 'posts';
  return isPost && toS(file.data.get('excerpt_separator') ?? null) !== '';
}
