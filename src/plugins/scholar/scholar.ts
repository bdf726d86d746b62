import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import { bibliographyCountTag, bibliographyTag } from './bibliography-tag.js';
import { bibtexConverter } from './bibtex-converter.js';
import { Citations } from './citations.js';
import { citeTag, nociteTag, quoteTag } from './cite-tags.js';
import { detailsGenerator } from './details-generator.js';
import { citeDetailsTag, detailsLinkTag } from './details-tags.js';
import { bibtexTag, referenceTag } from './reference-tags.js';

/** jekyll-scholar 7.3.0, with bibtex-ruby 6.2.0 and latex-decode 0.4.2: bibliographies of BibTeX files, and citations. */
export const scholar: EnginePlugin = {
  name: 'jekyll-scholar',
  isSafe: true,
  blank: 'csl',
  generators: [detailsGenerator],
  converters: (config, tools) => [bibtexConverter(config, tools)],
  liquidTags() {
    const citations = new Citations();
    const tags = [
      bibliographyTag,
      bibliographyCountTag,
      bibtexTag,
      citeTag,
      citeDetailsTag,
      detailsLinkTag,
      nociteTag,
      quoteTag,
      referenceTag,
    ];
    return tags.map((tag) => tag(citations));
  },
};
