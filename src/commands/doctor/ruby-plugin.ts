/** What a Ruby file in `_plugins` adds to Jekyll, found by the ways in which Jekyll plugins register things. */

export type RegistrationKind = 'generator' | 'converter' | 'command' | 'tag' | 'filter' | 'hook';

export interface Registration {
  readonly kind: RegistrationKind;
  /** As templates or Jekyll call it: a tag's or filter's name, a class, `posts, post_render` for a hook. */
  readonly name: string;
  /** 1-based. */
  readonly line: number;
}

const CLASS = /^\s*class\s+([\w:]+)\s*<\s*(?:::)?(?:Jekyll::)?(Generator|Converter|Command)\b/;
const BUILT_IN_CLASS = /^\s*class\s+([\w:]+)\s*<\s*(?:::)?(?:Jekyll::)?Converters::\w+/;
const TAG = /Liquid::Template\.register_tag\s*\(?\s*["':]([\w-]+)/;
const FILTERS = /Liquid::Template\.register_filter\s*\(?\s*([\w:]+)/;
const HOOK = /Jekyll::Hooks\.register\s*\(?\s*(\[[^\]]*\]|:\w+)\s*,\s*(\[[^\]]*\]|:\w+)/;
const METHOD = /^\s*def\s+(\w+[?!]?)/;

/** Everything the file registers, by line. */
export function readRubyPlugin(text: string): Registration[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((content, index) => registrationsIn(content, index + 1, lines));
}

function registrationsIn(content: string, line: number, lines: readonly string[]): Registration[] {
  if (/^\s*#/.test(content)) return [];
  const base = CLASS.exec(content);
  if (base) return [{ kind: base[2]!.toLowerCase() as RegistrationKind, name: base[1]!, line }];
  const converter = BUILT_IN_CLASS.exec(content);
  if (converter) return [{ kind: 'converter', name: converter[1]!, line }];
  const tag = TAG.exec(content);
  if (tag) return [{ kind: 'tag', name: tag[1]!, line }];
  const filters = FILTERS.exec(content);
  if (filters) return methodsOf(filters[1]!, lines);
  const hook = HOOK.exec(content);
  return hook ? [{ kind: 'hook', name: `${symbols(hook[1]!)}, ${symbols(hook[2]!)}`, line }] : [];
}

/** A module's methods are filters; it ends with the `end` that is indented like it. */
function methodsOf(name: string, lines: readonly string[]): Registration[] {
  const shortName = name.slice(name.lastIndexOf(':') + 1);
  const start = lines.findIndex((content) =>
    new RegExp(`^\\s*module\\s+(?:\\w+::)*${shortName}\\s*$`).test(content),
  );
  if (start < 0) return [];
  const indent = /^\s*/.exec(lines[start]!)![0];
  const found: Registration[] = [];
  for (let index = start + 1; index < lines.length; index++) {
    const content = lines[index]!;
    if (content.startsWith(`${indent}end`) || /^\s*private\s*$/.test(content)) break;
    const method = METHOD.exec(content);
    if (method) found.push({ kind: 'filter', name: method[1]!, line: index + 1 });
  }
  return found;
}

function symbols(list: string): string {
  return list.replace(/[[\]:\s]/g, '').replaceAll(',', '/');
}
