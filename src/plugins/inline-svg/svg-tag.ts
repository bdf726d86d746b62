import { existsSync, readFileSync } from 'node:fs';
import { FilterError } from '../../liquid/filter.js';
import type { Frame } from '../../liquid/run/frame.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { pathWithin, sanitizedPath } from '../../ruby/file-path.js';
import { strip } from '../../ruby/string.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { writeXml } from './write-xml.js';
import { parseXml, type XmlDocument, XmlError } from './xml-document.js';

const MARKUP = /(?<![^\n])([^\t\n\v\f\r "']+|"[^"]+"|'[^']+')([^\n]*)/;
const PARAMETER =
  /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\[^\n][^"\\]*)*)"|'([^'\\]*(?:\\[^\n][^'\\]*)*)'|([\w.\-#]+))/g;
const VARIABLE = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** `{% svg /path/to.svg width=24 class="icon {{ page.kind }}" %}`: the values become attributes of the root. */
export function svgTag(): TagDefinition {
  const documents = new Map<string, XmlDocument>();
  return {
    name: 'svg',
    parse(markup) {
      const match = MARKUP.exec(strip(markup));
      if (match === null) throw wrongMarkup(markup);
      const path = strip(match[1]!.replace(/^["']/, '').replace(/["']$/, ''));
      const parameters = match[2]!;
      return {
        isBlank: false,
        write(frame) {
          const source = frame.config?.directories.source ?? '';
          const file = sanitizedPath(source, interpolated(path, frame));
          frame.depend(`source:${pathWithin(source, file)}`);
          const document = documents.get(file) ?? read(file);
          documents.set(file, document);
          const attributes = new Map([...document.root.attributes, ...parametersIn(parameters, frame)]);
          frame.write(writeXml({ ...document, root: { ...document.root, attributes } }));
        },
      };
    },
  };
}

function read(file: string): XmlDocument {
  if (!existsSync(file)) throw new FilterError(`No such file or directory @ rb_sysopen - ${file}`, false);
  try {
    return parseXml(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new FilterError(`${file} is no well-formed XML: ${error.message}`, false);
  }
}

/** A width without a height is both. */
function parametersIn(text: string, frame: Frame): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name, double, single, bare] of text.matchAll(PARAMETER)) {
    const quoted = double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'");
    parameters.set(name!, quoted === undefined ? lookedUp(bare!, frame) : interpolated(quoted, frame));
  }
  const width = parameters.get('width');
  if (width !== undefined && !parameters.has('height')) parameters.set('height', width);
  return parameters;
}

function interpolated(text: string, frame: Frame): string {
  return text.replace(VARIABLE, (_, variable: string) => lookedUp(variable, frame));
}

/** A number, or a variable's value; its name if there is none. */
function lookedUp(variable: string, frame: Frame): string {
  if (/^-?\d+$/.test(variable)) return String(BigInt(variable));
  const [first = '', ...keys] = variable.split('.');
  const found = dig(frame.lookup(first), ...keys);
  return isTruthy(found) ? toS(found) : variable;
}

/** The gem's message speaks of another tag. */
function wrongMarkup(markup: string): FilterError {
  return new FilterError(
    `Syntax Error in tag 'svg' while parsing the following markup:\n${markup}\nValid syntax: svg <path> [property=value]\n`,
    false,
  );
}
