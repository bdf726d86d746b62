/**
 * What `{::name attributes}body{:/}` does, in a block or in text. Origin: kramdown 2.5.2, `Parser::Kramdown#handle_extension`.
 */
import type { Token } from 'markdown-it';
import type { AttributeList } from './attribute-list.js';
import type { KramdownEnv } from './env.js';
import { OptionError } from './option-values.js';
import { isOption, setOption } from './options.js';
import { metaOf, type RawMeta } from './tokens.js';

/** Text an extension leaves in the document. */
export interface ExtensionText {
  readonly kind: 'comment' | 'raw';
  readonly content: string;
  /** Formats raw text is meant for; empty for all. */
  readonly formats: readonly string[];
}

/** What an extension leaves in the document: a token's type and contents, or nothing to see (`options`). */
export type ExtensionResult = ExtensionText | { readonly kind: 'options' | 'none' };

/**
 * Runs an extension.
 *
 * @param body `null` for one without contents (`{::comment /}`)
 * @returns `null` when there is no extension of that name
 */
export function runExtension(
  name: string,
  list: AttributeList,
  body: string | null,
  env: KramdownEnv,
): ExtensionResult | null {
  switch (name) {
    case 'comment':
      return body === null ? { kind: 'none' } : { kind: 'comment', content: body, formats: [] };
    case 'nomarkdown':
      return body === null ? { kind: 'none' } : { kind: 'raw', content: body, formats: readFormats(list) };
    case 'options':
      setOptions(list, env);
      return { kind: 'options' };
    default:
      return null;
  }
}

/** Fills a token pushed for a result. */
export function fillExtensionToken(token: Token, result: ExtensionText): void {
  token.content = result.content;
  if (result.kind === 'raw') metaOf<RawMeta>(token).formats = result.formats;
}

/** Ruby's `split(/\s+/)`: a leading empty field stays, trailing ones go. */
function readFormats(list: AttributeList): string[] {
  const formats = (list.attributes.get('type') ?? '').split(/[ \t\r\n\f\v]+/);
  while (formats.length > 0 && formats.at(-1) === '') formats.pop();
  return formats;
}

/** What is unknown is warned about last. References count as one option: kramdown keeps them among the attributes, as `refs`. */
function setOptions(list: AttributeList, env: KramdownEnv): void {
  const names = [...list.attributes.keys()];
  if (list.references.length > 0) names.splice(list.attributesBefore, 0, 'refs');
  for (const [name, value] of list.attributes) {
    if (!isOption(name)) continue;
    if (name === 'forbidden_inline_options' || env.options.forbidden_inline_options.includes(name)) {
      env.warn(`Option ${name} may not be set inline`);
    } else setIfValid(name, value, env);
  }
  for (const name of names) if (!isOption(name)) env.warn(`Unknown kramdown option '${name}'`);
}

/** kramdown keeps the old value when the new one is invalid, without a word. */
function setIfValid(name: Parameters<typeof isOption>[0], value: string, env: KramdownEnv): void {
  try {
    if (isOption(name)) setOption(env.options, name, value);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
  }
}
