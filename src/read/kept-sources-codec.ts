/** What was made of files, as columns of JSON: thousands of rows of the same form are read quicker that way. */
import { fromJson, type Json, toJson, UnwritableValueError } from '../reuse/json-codec.js';
import type { RubyTime } from '../ruby/time/time.js';
import type { RubyHash } from '../ruby/value.js';
import type { KeptData, KeptFile, MadeDocument, MadeFile, MadeText, SourceRecords } from './kept-sources.js';

/** What stands on the disk. */
export interface StoredSources {
  readonly began: number;
  readonly keys: readonly string[];
  readonly stamps: readonly number[];
  /** Of files by their places, since most have none. */
  readonly sums: readonly (readonly [number, string])[];
  /** 0 for a file without front matter, else one more than the place among the texts. */
  readonly texts: readonly number[];
  readonly defaults: readonly string[];
  readonly data: readonly string[];
  readonly facts: readonly TextFacts[];
}

/** Flags, line, defaults by number, address, and what a document has besides. */
type TextFacts = readonly [
  flags: number,
  bodyLine: number,
  defaults: number,
  url: string | null,
  outputPath: string | null,
  extension?: string,
  slug?: string,
  date?: Json,
];

const FLAG = { page: 1, liquid: 2, dated: 4, draft: 8, excerpt: 16 } as const;

/** Everything that can be written. */
export function encodeSources({ began, files }: SourceRecords): StoredSources {
  const keys: string[] = [];
  const stamps: number[] = [];
  const sums: [number, string][] = [];
  const texts: number[] = [];
  const data: string[] = [];
  const facts: TextFacts[] = [];
  const defaults = new Map<string, number>();
  const numberOf = (text: string): number => {
    let number = defaults.get(text);
    if (number === undefined) defaults.set(text, (number = defaults.size));
    return number;
  };
  for (const [key, { stamp, sum, made }] of files) {
    const written = made.kind === 'static' ? '' : writtenData(made.data);
    if (written === null) continue;
    if (sum !== null) sums.push([keys.length, sum]);
    keys.push(key);
    stamps.push(stamp.size, stamp.modifiedAt, stamp.changedAt, stamp.inode);
    if (made.kind === 'static') texts.push(0);
    else {
      data.push(written);
      texts.push(facts.push(factsOf(made, numberOf(made.defaults))));
    }
  }
  return { began, keys, stamps, sums, texts, defaults: [...defaults.keys()], data, facts };
}

/** As it was read, if it was: of most nobody asked for more. */
function writtenData(data: KeptData): string | null {
  if (data instanceof WrittenData) return data.text;
  try {
    return JSON.stringify(toJson(data.value()));
  } catch (error) {
    if (!(error instanceof UnwritableValueError)) throw error;
    return null;
  }
}

function factsOf(
  { kind, document, mayHoldLiquid, bodyLine, address }: MadeText,
  defaults: number,
): TextFacts {
  const flags =
    (kind === 'page' ? FLAG.page : 0) |
    (mayHoldLiquid ? FLAG.liquid : 0) |
    (document?.isDated ? FLAG.dated : 0) |
    (document?.isDraft ? FLAG.draft : 0) |
    (document?.hasExcerpt ? FLAG.excerpt : 0);
  const facts = [flags, bodyLine, defaults, address?.url ?? null, address?.outputPath ?? null] as const;
  return document === null ? facts : [...facts, document.extension, document.slug, toJson(document.date)];
}

/** The files that were written. */
export function decodeSources(stored: StoredSources): SourceRecords {
  const { began, keys, stamps, texts } = stored;
  const sums = new Map(stored.sums);
  const files = new Map<string, KeptFile>();
  for (let index = 0; index < keys.length; index++) {
    const at = 4 * index;
    const stamp = {
      size: stamps[at]!,
      modifiedAt: stamps[at + 1]!,
      changedAt: stamps[at + 2]!,
      inode: stamps[at + 3]!,
    };
    files.set(keys[index]!, { stamp, sum: sums.get(index) ?? null, made: madeOf(texts[index]!, stored) });
  }
  return { began, files };
}

const STATIC: MadeFile = { kind: 'static' };

function madeOf(text: number, { data, facts, defaults }: StoredSources): MadeFile {
  if (text === 0) return STATIC;
  const [flags, bodyLine, numberOfDefaults, url, outputPath, ...rest] = facts[text - 1]!;
  return {
    kind: flags & FLAG.page ? 'page' : 'document',
    data: new WrittenData(data[text - 1]!),
    bodyLine,
    mayHoldLiquid: (flags & FLAG.liquid) !== 0,
    defaults: defaults[numberOfDefaults]!,
    address: url === null ? null : { url, outputPath: outputPath! },
    document: flags & FLAG.page ? null : documentOf(flags, rest),
  };
}

function documentOf(flags: number, [extension, slug, date]: readonly (Json | undefined)[]): MadeDocument {
  return {
    extension: extension as string,
    slug: slug as string,
    isDated: (flags & FLAG.dated) !== 0,
    isDraft: (flags & FLAG.draft) !== 0,
    hasExcerpt: (flags & FLAG.excerpt) !== 0,
    date: fromJson(date!) as RubyTime | null,
  };
}

/** Front matter as JSON until somebody asks for it. */
class WrittenData implements KeptData {
  private known: RubyHash | null = null;

  constructor(readonly text: string) {}

  value(): RubyHash {
    return (this.known ??= fromJson(JSON.parse(this.text) as Json) as RubyHash);
  }
}
