/** U13 Markdown, U14 style sheets. */
import { type ErrorPage, page } from './error-page.js';

export const CONVERSION_PAGES: readonly ErrorPage[] = [
  page(
    'U1301',
    'conversion-error',
    'A converter cannot make anything of a file.',
    'A style sheet with a mistake',
    'The sentence is the converter’s own. Look at the place that is shown.',
  ),
  page(
    'U1302',
    'kramdown-warning',
    'kramdown made something of a text that can hardly be meant. It is told since `show_warnings` is set.',
    '{::comment} without {:/comment}',
    'Close what is open, or write it otherwise.',
  ),
  page(
    'U1303',
    'common-mark-setting',
    'An option or an extension below `commonmark` is none.',
    'commonmark: { options: [NOPE] }',
    'The options are those of commonmarker, e.g. `SMART` and `FOOTNOTES`.',
  ),
  page(
    'U1304',
    'math-engine-missing',
    '`math_engine: katex` without the npm package that does it. Formulas are written as they are.',
    'kramdown: { math_engine: katex }',
    '`npm install katex` in the site.',
  ),
  page(
    'U1305',
    'markdown-it-plugin-failed',
    'A plugin below `markdown_it: plugins` cannot be loaded.',
    'markdown_it: { plugins: [markdown-it-nope] }',
    'Install it in the site, or correct the path, which begins with `./`.',
  ),
  page(
    'U1306',
    'markdown-it-plugins-unsafe',
    'With `safe`, plugins of markdown-it are not loaded.',
    'utterson build --safe',
    'Build without `safe`, or do without them.',
  ),
  page(
    'U1307',
    'unconverted-page',
    'A plugin that is missing converts such pages, or may. The page is written as it stands.',
    'about.haml',
    'Write the page in Markdown or HTML, or bring the converter in a plugin of your own.',
  ),
  page(
    'U1401',
    'sass-error',
    'A style sheet cannot be compiled.',
    'a { color: $nope; }',
    'The sentence is Sass’s own. Look at the place that is shown.',
  ),
  page(
    'U1402',
    'sass-import-missing',
    'A style sheet that is imported is not beside the one that imports it, nor in any of the folders of Sass files.',
    '@import "colours";',
    'Correct the name: it has no underscore and no extension. Other folders are named by `sass: {load_paths: […]}`.',
  ),
  page(
    'U1403',
    'sass-warning',
    'A style sheet warns of something, by @warn.',
    '@warn "careful";',
    'Ask the style sheet, or who wrote it.',
  ),
  page(
    'U1404',
    'sass-deprecation',
    'A style sheet uses what Sass will refuse one day, and works today.',
    '@import "colours";',
    'In the site’s own files do what Sass advises, when there is time. In a theme’s, wait for its next release.',
  ),
  page(
    'U1405',
    'sass-deprecations',
    'So many places in style sheets use what Sass will refuse one day. Everything works today. While serving it is told once.',
    'theme: minima',
    '`--verbose` shows each place and what Sass advises. A theme’s are its author’s to mend.',
  ),
];
