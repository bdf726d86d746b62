import { placeOfFrontMatterKey } from '../../check/unknown-keys.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { lookup } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import { layoutHint } from '../../report/layout-hint.js';
import * as messages from '../../report/messages.js';
import { allDocuments } from '../../site/site-files.js';

/** Layouts that pages name and that there are not, each with its place: a build tells of them when it comes to the pages. */
export function missingLayouts(site: Site): Diagnostic[] {
  return [...site.pages, ...allDocuments(site)].flatMap((file) => {
    const name = lookup(file, 'layout');
    if (typeof name !== 'string' || name === 'none' || name === '' || site.layouts.has(name)) return [];
    const place = placeOfFrontMatterKey(file, 'layout');
    return [
      messages.layoutNotFound(name, file.path, { place, hint: layoutHint(name, [...site.layouts.keys()]) }),
    ];
  });
}
