/** Renders everything: documents first, collection by collection, then pages (Jekyll 4.4.1, `Site#render`). */
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { Document, Page } from '../model/page.js';
import type { Rendered, RenderState } from '../model/rendered.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { allDocuments } from '../site/site-files.js';
import { renderPage } from './page.js';
import { createWorkshop, type RenderTools, type Workshop } from './rendering.js';

type Text = Page | Document;

/** What rendering made. */
export interface RenderedSite {
  readonly state: RenderState;
  /** All pages, those that came up while rendering at the end. */
  readonly pages: readonly Page[];
  /** Whether every page was rendered. */
  readonly isComplete: boolean;
}

/** Renders all documents and pages; a failing one is reported and does not keep the others from their turn. */
export function renderSite(site: Site, tools: RenderTools): RenderedSite {
  const diagnostics = new TurnDiagnostics(tools.report);
  const workshop = createWorkshop(site, { ...tools, report: diagnostics.report });
  const documents = allDocuments(site);
  const pages = [...site.pages];
  const state: RenderState = new Map();
  let isComplete = true;

  const turn = (file: Text): void => {
    const rendered = renderOne(file, workshop, diagnostics, (added) => {
      tools.assignUrl(added);
      workshop.siteDrop.addPage(added);
      pages.push(added);
    });
    if (rendered) state.set(file.id, rendered);
    else isComplete = false;
    tools.onProgress(state.size, documents.length + pages.length);
  };

  tools.hooks.site('pre_render', site, workshop.payload);
  for (const document of documents) turn(document);
  // A loop by index: style sheets add their source maps while it runs, and those get a turn too.
  for (let index = 0; index < pages.length; index++) turn(pages[index]!);
  tools.hooks.site('post_render', site, workshop.payload);
  return { state, pages, isComplete };
}

function renderOne(
  file: Text,
  workshop: Workshop,
  diagnostics: TurnDiagnostics,
  onPage: (page: Page) => void,
): Rendered | null {
  const { texts, recorder } = workshop;
  diagnostics.start();
  try {
    const { value: added, keys } = recorder.record(file.id, () => renderPage(file, workshop));
    reportLanguages(workshop.unhighlighted, file, diagnostics);
    added.forEach(onPage);
    return {
      id: file.id,
      content: texts.contentOf(file),
      output: texts.outputOf(file) ?? '',
      dependencies: new Set(keys),
      diagnostics: diagnostics.ofTurn,
    };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    diagnostics.report(error.diagnostic);
    return null;
  }
}

function reportLanguages(languages: string[], file: Text, { report }: TurnDiagnostics): void {
  for (const name of languages.splice(0)) report(messages.unhighlightedLanguage(name, file.path));
}

/** Passes diagnostics on, each once however many pages share its cause, and keeps those of the turn. */
class TurnDiagnostics {
  private readonly seen = new Set<string>();
  private current: Diagnostic[] = [];

  constructor(private readonly passOn: (diagnostic: Diagnostic) => void) {}

  start(): void {
    this.current = [];
  }

  get ofTurn(): readonly Diagnostic[] {
    return this.current;
  }

  readonly report = (diagnostic: Diagnostic): void => {
    this.current.push(diagnostic);
    const { code, file, line, column, message } = diagnostic;
    const key = [code, file, line, column, message].join('\0');
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.passOn(diagnostic);
  };
}
