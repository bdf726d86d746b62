import type { Value } from '../ruby/value.js';
import type { DependencyKey } from './dependency.js';

/** What of a site may be read at once. */
export type SitePart = 'settings' | 'data' | 'files';

/** What plugins may ask of a site that is being rendered. */
export interface SiteRendering {
  /** What templates see of a page, document or static file; `null` for an id that no file has. */
  fileValue(id: string): Value;
  /** The text before Liquid until the file's turn comes, HTML after it; `null` for an id of no page or document. */
  contentOf(id: string): string | null;
  /** The whole page with its layouts; `null` until its turn is over. */
  outputOf(id: string): string | null;
  /** Puts another text in the place of a whole page whose turn is over. */
  setOutput(id: string, output: string): void;
  /** Notes what the page in hand goes by. */
  depend(key: DependencyKey): void;
  /** Notes that it goes by a file of the site: by its text or its output, or by all else that it has. */
  dependOnFile(id: string, attribute: 'front matter' | 'content' | 'output'): void;
  /** Notes that it goes by all settings, all data, or all files but for their texts. */
  dependOnAll(part: SitePart): void;
  /** A name as the page in hand has it, or all templates, e.g. `site`; `null` for none. */
  global(name: string): Value;
  /** Sets a name for the page in hand and all that come after it. */
  setGlobal(name: string, value: Value): void;
  /**
   * What a filter answers.
   *
   * @param args the input first
   * @returns `undefined` when there is none of that name
   */
  applyFilter(name: string, args: readonly Value[]): Value | undefined;
  /**
   * Liquid in a text of a plugin's own.
   *
   * @param names what the text sees besides the names of all templates
   */
  renderLiquid(text: string, names: ReadonlyMap<string, Value>): string;
}
