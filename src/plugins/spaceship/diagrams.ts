/** Diagrams as pictures that a server makes of their text, which is part of the address (`PlantumlProcessor`, `MermaidProcessor`). */
import { toJson } from '../../ruby/json.js';
import { replaceText } from '../../ruby/replace.js';
import { toS } from '../../ruby/to-s.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { SPACE } from './exclusions.js';

/** `{hexcode}`: the text in PlantUML's hexadecimal form. */
export function plantuml(markdown: string, settings: RubyHash): string {
  return withPictures(markdown, settings, (code) => {
    const bytes = Buffer.from(`@startuml${code}@enduml`, 'utf8');
    return address(settings, '{hexcode}', `~h${bytes.toString('hex')}`);
  });
}

const EMPTY_LINES = new RegExp(`\\n${SPACE}*\\n`, 'g');
const ENDS = new RegExp(`^${SPACE}*|${SPACE}*$`, 'gm');

/** `{code}`: text and options as JSON in Base64. */
export function mermaid(markdown: string, settings: RubyHash): string {
  return withPictures(markdown, settings, (code) => {
    const text = code.replace(EMPTY_LINES, '\n%%-\n').replace(ENDS, '');
    const json = toJson(
      new Map<Value, Value>([
        ['code', text],
        ['mermaid', settings.get('config') ?? null],
      ]),
    );
    return address(settings, '{code}', Buffer.from(json, 'utf8').toString('base64url'));
  });
}

/** An address that names other places than the one known is as it is; the gem ends there. */
function address(settings: RubyHash, place: string, code: string): string {
  const source = toS(settings.get('src') ?? null);
  return (/\{.*\}/.test(source) ? source : source + place).replaceAll(place, () => code);
}

/** Blocks of code named for it, and what stands between two words of its own, which a backslash in front makes plain. */
function withPictures(markdown: string, settings: RubyHash, addressOf: (code: string) => string): string {
  const name = toS(dig(settings, 'syntax', 'code'));
  const custom = dig(settings, 'syntax', 'custom');
  const [start = '', end = ''] = Array.isArray(custom) ? custom.slice(-2).map(toS) : [];
  const css = toS(dig(settings, 'css', 'class'));
  let result = markdown;
  const replace = (block: string, code: string): void => {
    result = replaceText(result, block, `<img class="${css}" src="${addressOf(code)}">`);
  };
  for (const found of result.matchAll(new RegExp(`(\`{3,})${SPACE}*${name}([\\s\\S]*?)\\1`, 'g')))
    replace(found[0], found[2]!);
  for (const found of result.matchAll(new RegExp(`(?<!\\\\)${start}([\\s\\S]*?)(?<!\\\\)${end}`, 'g')))
    replace(found[0], found[1]!);
  return result.replace(new RegExp(`\\\\(${start}|${end})`, 'g'), '$1');
}
