/** The page behind each message, by its number and by its name. */
import { CONFIGURATION_PAGES } from './pages/configuration.js';
import { CONVERSION_PAGES } from './pages/conversion.js';
import type { ErrorPage } from './pages/error-page.js';
import { GEM_PAGES } from './pages/gems.js';
import { OUTPUT_PAGES } from './pages/output.js';
import { PLUGIN_PAGES } from './pages/plugins.js';
import { PROGRAM_PAGES } from './pages/program.js';
import { READING_PAGES } from './pages/reading.js';
import { TEMPLATE_PAGES } from './pages/templates.js';
import { THEME_PAGES } from './pages/themes.js';

/** All of them, by number. */
export const ERROR_PAGES: readonly ErrorPage[] = [
  ...CONFIGURATION_PAGES,
  ...READING_PAGES,
  ...TEMPLATE_PAGES,
  ...CONVERSION_PAGES,
  ...PLUGIN_PAGES,
  ...GEM_PAGES,
  ...THEME_PAGES,
  ...OUTPUT_PAGES,
  ...PROGRAM_PAGES,
];

const BY_CODE: ReadonlyMap<string, ErrorPage> = new Map(ERROR_PAGES.map((page) => [page.code, page]));

/** The page of a number, however it is written (`u1203`). */
export function pageOfNumber(number: string): ErrorPage | undefined {
  return ERROR_PAGES.find((page) => page.number === number.toUpperCase());
}

/** The number of a message's name; `null` for one of a plugin's own. */
export function numberOf(code: string): string | null {
  return BY_CODE.get(code)?.number ?? null;
}
