import { createLateHighlighter } from '../../highlight/late-highlighter.js';
import type { Document, Page } from '../../model/page.js';
import type { Additions, Change, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { strftime } from '../../ruby/time/strftime.js';
import { allDocuments } from '../../site/site-files.js';
import type { AsciidocBuild } from './asciidoc-build.js';
import { integrateDocument, integratePage } from './integrate.js';

/** Reads the headers of all AsciiDoc, and lets what is converted later know the build's moment (jekyll-asciidoc 3.0.1, `Integrator#generate`). */
export async function generateAsciidoc(
  site: Site,
  tools: GeneratorTools,
  build: AsciidocBuild,
): Promise<Additions> {
  const more = { ...tools, build, site };
  const changes = new Map<string, Change>();
  const removed: string[] = [];
  const note = ({ id }: Page | Document, change: Change | null): void => {
    if (change === null) removed.push(id);
    else changes.set(id, change);
  };
  const isAsciidoc = ({ extension }: Page | Document): boolean => build.settings.extensions.test(extension);
  for (const page of site.pages) if (isAsciidoc(page)) note(page, integratePage(page, more));
  for (const document of allDocuments(site)) {
    if (isAsciidoc(document)) note(document, integrateDocument(document, more));
  }
  build.addAttributes(
    new Map([
      ['localdate', strftime(site.time, '%Y-%m-%d')],
      ['localtime', strftime(site.time, '%H:%M:%S %Z')],
    ]),
  );
  if (build.needsRouge) {
    build.addRouge(await createLateHighlighter(), () => tools.report(messages.asciidocStylesMissing()));
  }
  return { changes, removed };
}
