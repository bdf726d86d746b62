/**
 * For a bundle of ASCII alone, which V8 keeps and reads as single bytes: what esbuild's `charset: 'ascii'` leaves as it is, expressions and
 * raw templates, is written as escapes before esbuild sees it. In a raw template that is the same only for expressions' sources; ours are.
 */
import { readFileSync } from 'node:fs';

const NOT_ASCII = /(\\*)([^\0-\x7f])/g;

/** A plugin for esbuild. */
export const asciiSources = {
  name: 'ascii-sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => ({
      contents: toAscii(readFileSync(path, 'utf8')),
      loader: path.endsWith('ts') ? 'ts' : 'js',
    }));
  },
};

/** A backslash before a character beyond ASCII says nothing in expressions and texts, where it is not behind another. */
function toAscii(text) {
  return text.replace(NOT_ASCII, (_, backslashes, unit) => {
    const kept = backslashes.slice(backslashes.length % 2);
    return `${kept}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
