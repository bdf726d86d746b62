/** Gems restated here that few sites name: apart from the others, so that most sites start without them. */
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { archivesV2 } from './archives-v2/archives-v2.js';
import { data } from './data.js';
import { datapageGenerator } from './datapage-generator/datapage-generator.js';
import { emailProtect } from './email-protect.js';
import { environmentVariables } from './environment-variables.js';
import { externalLinks } from './external-links.js';
import { figure } from './figure.js';
import { inlineSvg } from './inline-svg/inline-svg.js';
import { jemoji } from './jemoji/jemoji.js';
import { katex } from './katex.js';
import { lastModified } from './last-modified/last-modified.js';
import { linkAttributes } from './link-attributes/link-attributes.js';
import { loadingLazy } from './loading-lazy.js';
import { mentions } from './mentions.js';
import { menus } from './menus/menus.js';
import { multipleLanguages } from './multiple-languages/multiple-languages.js';
import { octicons } from './octicons.js';
import { paginateV2 } from './paginate-v2/paginate-v2.js';
import { polyglot } from './polyglot/polyglot.js';
import { premonition } from './premonition/premonition.js';
import { regexReplace } from './regex-replace.js';
import { scholar } from './scholar/scholar.js';
import { spaceship } from './spaceship/spaceship.js';
import { tabs } from './tabs.js';
import { tagging } from './tagging/tagging.js';
import { targetBlank } from './target-blank.js';
import { toc } from './toc/toc.js';
import { youtube } from './youtube.js';

const plugins: readonly EnginePlugin[] = [
  archivesV2,
  data,
  datapageGenerator,
  emailProtect,
  environmentVariables,
  externalLinks,
  figure,
  inlineSvg,
  jemoji,
  katex,
  lastModified,
  linkAttributes,
  loadingLazy,
  mentions,
  menus,
  multipleLanguages,
  octicons,
  paginateV2,
  polyglot,
  premonition,
  regexReplace,
  scholar,
  spaceship,
  tabs,
  tagging,
  targetBlank,
  toc,
  youtube,
];

/** By each name that a site may load them by. */
export const furtherPlugins: ReadonlyMap<string, EnginePlugin> = new Map([
  ...plugins.map((plugin) => [plugin.name, plugin] as const),
  ['jekyll/scholar', scholar],
  ['jekyll/tagging', tagging],
]);
