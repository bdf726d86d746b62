/** The HTML of boxes: that of the gem, or of the site's own Liquid templates. */
import { createLiquid } from '../../liquid/index.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { type BoxSettings, CITATION } from './settings.js';

/** What a box is made of. */
export interface BoxParts {
  readonly type: string;
  /** As written; `''` for the type's own. */
  readonly title: string;
  /** HTML. */
  readonly content: string;
  readonly attributes: RubyHash;
}

/** What templates see. */
interface Look extends BoxParts {
  /** `null` for a box without a header. */
  readonly heading: string | null;
  readonly meta: RubyHash;
}

/** The box, or one that says that there is no such type. */
export function boxOf(parts: BoxParts, settings: BoxSettings): string {
  const type = settings.types.get(parts.type);
  if (type === undefined) return unknownBox(parts.type);
  const look: Look = {
    ...parts,
    heading: parts.title === '' ? type.defaultTitle : parts.title,
    meta: new Map([...settings.defaultMeta, ...type.meta]),
  };
  const template = type.template ?? settings.defaultTemplate;
  if (template === null) return plainBox(look);
  return template === CITATION ? citation(look) : fromTemplate(template, look);
}

function fromTemplate(template: string, { type, heading, content, attributes, meta }: Look): string {
  const liquid = createLiquid({ errorMode: 'strict' });
  const header = heading !== null;
  return liquid.render(template, { header, title: heading, content, type, meta, attrs: attributes });
}

function plainBox(look: Look): string {
  const { heading, content } = look;
  const header = heading === null ? '' : `<p class="header">${heading}</p>`;
  return `${start(look)}  <div class="content">\n    ${header}${content}\n  </div>\n</div>\n`;
}

function citation(look: Look): string {
  const { heading, content, attributes } = look;
  const cite = attributes.get('cite') ?? null;
  const source = isTruthy(cite) ? ` cite="${toS(cite)}"` : '';
  const footer =
    heading === null
      ? ''
      : `\n    <footer class="blockquote-footer">\n      <cite title="${heading}">${heading}</cite>\n    </footer>\n    `;
  return (
    `${start(look)}  <blockquote class="content blockquote"${source}>\n` +
    `    ${content}\n    ${footer}\n  </blockquote>\n</div>\n`
  );
}

/** What boxes begin with: style, type and icon. */
function start({ type, meta }: Look): string {
  const of = (key: string): Value => meta.get(key) ?? null;
  const style = isTruthy(of('style')) ? `${toS(of('style'))} ` : '';
  const icon = isTruthy(of('fa-icon')) ? `fas ${toS(of('fa-icon'))}` : `premonition ${toS(of('pn-icon'))}`;
  return `<div class="premonition ${style}${type}">\n  <i class="${icon}"></i>\n`;
}

function unknownBox(type: string): string {
  return [
    '<div class="premonition error">',
    '  <div class="fa pn-error"></div>',
    '  <div class="content">',
    '    <p class="header">PREMONITION ERROR: Invalid box type</p>',
    `    You have specified an invalid box type "${type}". You can customize your own box types in \`_config.yml\`.`,
    '    See documentation for more help.',
    '  </div>',
    '</div>\n',
  ].join('\n');
}
