import { lookup } from 'mrmime';

/** Types whose files are text, so that their encoding matters. */
const TEXT_TYPE = /^(text\/|image\/svg|application\/(javascript|json|xml|[\w.-]+\+(xml|json))\b)/;

/** The type of a file by its name, with the encoding for text, e.g. `text/css; charset=utf-8`. */
export function contentType(path: string, encoding: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  return TEXT_TYPE.test(type) ? `${type}; charset=${encoding}` : type;
}
