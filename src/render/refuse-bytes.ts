/** Bytes that are no text, where Ruby looks into a text and so comes upon them. */
import { LiquidError } from '../liquid/errors.js';
import type { Config } from '../model/config.js';
import type { SiteFile } from '../model/page.js';
import { ConversionError } from '../model/plugin.js';
import { byteHint } from '../report/bad-byte.js';
import { readAs } from '../ruby/encoding.js';
import { firstKeptByte } from '../ruby/kept-bytes.js';

/** A template. */
interface TemplateText {
  readonly text: string;
  /** Relative to the site's folder. */
  readonly path: string;
  /** 1-based line of the file on which `text` starts. */
  readonly line: number;
}

/** @throws LiquidError for a template that Ruby could not cut into tokens */
export function refuseTemplate({ text, path, line }: TemplateText, encoding: string): void {
  const kept = firstKeptByte(text);
  if (kept === null) return;
  const name = readAs(encoding);
  const error = new LiquidError('ruby', `invalid byte sequence in ${name}`, {
    hint: byteHint(kept, { encoding: name, setting: 'encoding' }),
  });
  error.place = { file: path, text, firstLine: line, offset: kept.offset };
  throw error;
}

/**
 * @param file whose text it is; `null` for a filter's
 * @throws ConversionError for a text that no converter would take (kramdown 2.5.2, `Parser::Base#adapt_source`)
 */
export function refuseText(text: string, file: SiteFile | null, { encoding }: Config): void {
  const kept = firstKeptByte(text);
  if (kept === null) return;
  const name = readAs(encoding);
  const { line, column } = kept;
  throw new ConversionError(
    `The source text contains invalid characters for the used encoding ${name}`,
    file === null ? null : { file: file.path, line, column },
    { hint: byteHint(kept, { encoding: name, setting: 'encoding' }) },
  );
}
