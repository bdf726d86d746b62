/** Renders everything: documents first, collection by collection, then pages (Jekyll 4.4.1, `Site#render`). */
import { SiteError, StopError } from '../model/diagnostic.js';
import type { HeldText, TextStorage } from '../model/output.js';
import type { Page, Renderable } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { Turn } from '../model/turn.js';
import { failureAt } from '../report/at-file.js';
import { collectSooner } from '../report/memory-gauge.js';
import { LostStateError } from '../reuse/lost-state.js';
import type { RecordedTurn } from '../reuse/recorder.js';
import { allDocuments, placeInMessages } from '../site/site-files.js';
import { createRendering, type Rendering, type RenderTools } from './create-rendering.js';
import type { Fingerprints } from './fingerprints.js';
import type { KnownContent } from './known-parts.js';
import { MemoryWatch } from './memory-watch.js';
import { renderPage } from './page.js';
import { type RanTurn, TurnReuse } from './turn-reuse.js';
import { UnreadLayoutError } from './unread-layout-error.js';

/** A site of more pages and documents is a very large one. */
const VERY_LARGE = 50_000;

/** What rendering made. */
export interface RenderedSite {
  /** By the id of the page or document; one that failed has none. */
  readonly turns: ReadonlyMap<string, Turn>;
  /** What was rendered. */
  readonly site: Site;
  /** All pages, those that came up while rendering at the end. */
  readonly pages: readonly Page[];
  /** Whether every page was rendered. */
  readonly isComplete: boolean;
  /** The file that was to blame, by the id of the page or document that failed; `undefined` where none was. */
  readonly failures: ReadonlyMap<string, string | undefined>;
  /** Bodies that were converted ahead of their turns. */
  readonly convertedAhead: number;
  /** What stands behind keys now that all is rendered. */
  readonly fingerprints: Fingerprints;
  /** What was taken over, and what the next build may take over; `null` when nothing was compared. */
  readonly reuse: TurnReuse | null;
}

/**
 * Renders all documents and pages; a failing one is reported and does not keep the others from their turn. Yields after each turn.
 *
 * @throws SiteError when outputs cannot be put aside, or memory runs out
 */
export function* renderSite(site: Site, tools: RenderTools): Generator<void, RenderedSite> {
  const rendering = createRendering(site, tools);
  const { turns } = rendering.state;
  const reuse = tools.reuse && new TurnReuse({ ...tools.reuse, outputs: tools.storage }, rendering);
  const watch = new MemoryWatch(rendering.state);
  const documents = allDocuments(site);
  const pages = [...site.pages];
  const failures = new Map<string, string | undefined>();
  if (documents.length + pages.length > VERY_LARGE) collectSooner();

  const take = (file: Renderable): void => {
    const run = (known: KnownContent | null): RanTurn | null =>
      renderOne(file, rendering, tools.storage, known, (blamed) => failures.set(file.id, blamed));
    const turn = reuse === null ? finishOne(run(null), rendering) : reuse.take(file, run);
    for (const added of turn?.effects.pages ?? []) {
      tools.assignUrl(added);
      rendering.siteDrop.addPage(added);
      rendering.fingerprints.added(added);
      pages.push(added);
    }
    watch.afterTurn(file, () => [...documents, ...pages]);
    tools.onProgress(turns.size, documents.length + pages.length);
  };

  for (const [name, value] of tools.names) rendering.payload.set(name, value);
  for (const document of documents) yield take(document);
  // A loop by index: style sheets add their source maps while it runs, and those get a turn too.
  for (let index = 0; index < pages.length; index++) yield take(pages[index]!);
  reuse?.catchUp();
  tools.hooks.site('post_render', { ...site, pages }, rendering.payload, rendering.rendering);
  const isComplete = failures.size === 0;
  const { fingerprints, ahead } = rendering;
  const convertedAhead = ahead?.used ?? 0;
  return { site, turns, pages, isComplete, failures, convertedAhead, fingerprints, reuse };
}

/** A page's or document's turn; `null` when it failed, which has been reported then. */
function renderOne(
  file: Renderable,
  rendering: Rendering,
  storage: TextStorage,
  known: KnownContent | null,
  onFailure: (blamed: string | undefined) => void,
): RanTurn | null {
  const { profile } = rendering;
  const attempt = (): MadeTurn | null => attemptTurn(file, rendering, known?.text ?? null, onFailure);
  const made = profile === null ? attempt() : profile.span('page', file.path, attempt);
  if (made === null) return null;
  const { recorded, content, output, encoding } = made;
  const { keys, effects, diagnostics } = recorded;
  const held = heldContent(content, file, known) ?? storage.holdForLater(content);
  const kept = storage.keep(file, output, encoding);
  const turn: Turn = { id: file.id, keys, effects, diagnostics, content: held, output: kept, encoding };
  return { recorded, turn };
}

/** Where the content is kept already: a text that nothing was done to, and one of the last build; else `null`. */
function heldContent(
  content: string,
  { body }: Renderable,
  known: KnownContent | null,
): string | HeldText | null {
  if (content === body) return content;
  return content === known?.text ? known.held : null;
}

function finishOne(ran: RanTurn | null, { state }: Rendering): Turn | null {
  if (ran !== null) state.finish(ran.turn);
  return ran?.turn ?? null;
}

interface MadeTurn extends Pick<Turn, 'encoding'> {
  readonly recorded: RecordedTurn;
  readonly content: string;
  readonly output: string;
}

function attemptTurn(
  file: Renderable,
  rendering: Rendering,
  known: string | null,
  onFailure: (blamed: string | undefined) => void,
): MadeTurn | null {
  const { state, recorder, outputEncoding } = rendering;
  try {
    const recorded = recorder.turn(file, () => {
      for (const page of renderPage(file, rendering, known)) recorder.addedPage(page);
    });
    const content = state.contentOf(file);
    const output = state.outputOf(file) ?? '';
    const encoding = outputEncoding.of(file, output, recorded.keys);
    return { recorded, content, output, encoding };
  } catch (error) {
    if (error instanceof LostStateError || error instanceof StopError) throw error;
    // What is wrong for all files, such as a converter nobody has, stays without one.
    const diagnostic =
      error instanceof SiteError ? error.diagnostic : failureAt(placeInMessages(file), error);
    onFailure(diagnostic.file);
    // Told of when the layout was read.
    if (!(error instanceof UnreadLayoutError)) recorder.report(diagnostic);
    return null;
  }
}
