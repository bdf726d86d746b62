/** What was made of files, as columns of JSON: thousands of rows of the same form are read quicker that way. */
import type { FileStamp } from '../model/source-file.js';
import { asciiJson, fromJson, type Json, UnwritableValueError, valueJson } from '../reuse/json-codec.js';
import { Numbers } from '../reuse/numbers.js';
import { DIGEST_LENGTH } from '../reuse/print.js';
import { decodeStamps, encodeStamps } from '../reuse/stamps-codec.js';
import { RubyTime } from '../ruby/time/time.js';
import type { RubyHash } from '../ruby/value.js';
import {
  hasKeyFrom,
  type KeptData,
  type KeptFile,
  type MadeDocument,
  type MadeFile,
  type MadeText,
  type SourceRecords,
} from './kept-sources.js';

/** What stands on the disk. */
export interface StoredSources {
  readonly began: number;
  readonly keys: readonly string[];
  /** See `encodeStamps`. */
  readonly stamps: string;
  /** Of each file, as long as a digest; spaces for none. */
  readonly sums: string;
  /** 0 for a file without front matter, else one more than the place among the texts. */
  readonly texts: readonly number[];
  /** For each text, one after the other, what stands in `FACT`. */
  readonly facts: readonly number[];
  /** Texts that facts name. */
  readonly words: readonly string[];
}

/** Places of a text's numbers among `facts`. */
const FACT = {
  flags: 0,
  bodyLine: 1,
  defaults: 2,
  /** Words; -1 where nobody knows. */
  url: 3,
  outputPath: 4,
  extension: 5,
  slug: 6,
  /** A time in seconds, nanoseconds, offset and zone; the zone is a word, -1 for no date. */
  seconds: 7,
  nanoseconds: 8,
  offset: 9,
  zone: 10,
  /** Where its front matter begins among the data, as JSON; it ends where that of the next text begins. */
  data: 11,
} as const;
const FACTS = 12;

const FLAG = { page: 1, liquid: 2, dated: 4, draft: 8, excerpt: 16 } as const;

/** Everything that can be written, and the data of all texts, as JSON in ASCII one behind the other. */
export function encodeSources({ began, files }: SourceRecords): {
  readonly records: StoredSources;
  readonly text: string;
} {
  const keys: string[] = [];
  const stamps: FileStamp[] = [];
  const sums: string[] = [];
  const texts: number[] = [];
  const facts: number[] = [];
  const words = new Numbers<string>();
  const data: string[] = [];
  let length = 0;
  for (const [key, { stamp, sum, made }] of files) {
    const written = made.kind === 'static' ? '' : writtenData(made.data);
    if (written === null) continue;
    sums.push(sum ?? NO_SUM);
    keys.push(key);
    stamps.push(stamp);
    if (made.kind === 'static') texts.push(0);
    else {
      for (const fact of factsOf(made, words)) facts.push(fact);
      facts.push(length);
      texts.push(facts.length / FACTS);
      data.push(written);
      length += written.length;
    }
  }
  const records = {
    began,
    keys,
    stamps: encodeStamps(stamps),
    sums: sums.join(''),
    texts,
    facts,
    words: words.all,
  };
  return { records, text: data.join('') };
}

/** Of the same files as before those that are others; `null` where files have come or gone, or one cannot be written. */
export function encodeChanges(
  { began, files }: SourceRecords,
  before: SourceRecords['files'],
): ReturnType<typeof encodeSources> | null {
  const changed = new Map([...files].filter(([key, file]) => before.get(key) !== file));
  if (files.size !== before.size || ![...changed.keys()].every((key) => before.has(key))) return null;
  const written = encodeSources({ began, files: changed });
  return written.records.keys.length === changed.size ? written : null;
}

/** As it was read, if it was: of most nobody asked for more. */
function writtenData(data: KeptData): string | null {
  if (data instanceof WrittenData) return data.text;
  try {
    return valueJson(data.value());
  } catch (error) {
    if (!(error instanceof UnwritableValueError)) throw error;
    return null;
  }
}

function factsOf(
  { kind, document, mayHoldLiquid, bodyLine, address, defaults }: MadeText,
  words: Numbers<string>,
): number[] {
  const flags =
    (kind === 'page' ? FLAG.page : 0) |
    (mayHoldLiquid ? FLAG.liquid : 0) |
    (document?.isDated ? FLAG.dated : 0) |
    (document?.isDraft ? FLAG.draft : 0) |
    (document?.hasExcerpt ? FLAG.excerpt : 0);
  const date = document?.date ?? null;
  return [
    flags,
    bodyLine,
    words.of(defaults),
    address === null ? -1 : words.of(address.url),
    address === null ? -1 : words.of(address.outputPath),
    words.of(document?.extension ?? ''),
    words.of(document?.slug ?? ''),
    date?.seconds ?? 0,
    date?.nanoseconds ?? 0,
    date?.utcOffset ?? 0,
    date === null ? -1 : words.of(date.zone),
  ];
}

/** Files with those laid over them that are others since. */
export function withChanges({ files }: SourceRecords, changes: SourceRecords): SourceRecords {
  return { began: changes.began, files: new Map([...files, ...changes.files]) };
}

/** The files that were written. */
export function decodeSources(stored: StoredSources, data: string): SourceRecords {
  const { began, keys, texts } = stored;
  const stamps = decodeStamps(stored.stamps);
  const files = new Map<string, KeptFile>();
  const madeOf = textReader(stored, data);
  for (let index = 0; index < keys.length; index++) {
    const text = texts[index]!;
    files.set(keys[index]!, {
      stamp: stamps.at(index),
      sum: sumAt(stored.sums, index),
      made: text === 0 ? STATIC : madeOf(text - 1),
    });
  }
  return { began, files };
}

const NO_SUM = ' '.repeat(DIGEST_LENGTH);

function sumAt(sums: string, index: number): string | null {
  const sum = sums.slice(index * DIGEST_LENGTH, (index + 1) * DIGEST_LENGTH);
  return sum === NO_SUM ? null : sum;
}

const STATIC: MadeFile = { kind: 'static' };

function textReader({ facts, words }: StoredSources, data: string): (index: number) => MadeText {
  return (index) => {
    const fact = (place: number): number => facts[index * FACTS + place]!;
    const flags = fact(FACT.flags);
    const url = fact(FACT.url);
    const end = facts[(index + 1) * FACTS + FACT.data];
    return {
      kind: flags & FLAG.page ? 'page' : 'document',
      data: new WrittenData(data.slice(fact(FACT.data), end)),
      bodyLine: fact(FACT.bodyLine),
      mayHoldLiquid: (flags & FLAG.liquid) !== 0,
      defaults: words[fact(FACT.defaults)]!,
      address: url < 0 ? null : { url: words[url]!, outputPath: words[fact(FACT.outputPath)]! },
      document: flags & FLAG.page ? null : documentOf(flags, fact, words),
    };
  };
}

function documentOf(flags: number, fact: (place: number) => number, words: readonly string[]): MadeDocument {
  const zone = fact(FACT.zone);
  return {
    extension: words[fact(FACT.extension)]!,
    slug: words[fact(FACT.slug)]!,
    isDated: (flags & FLAG.dated) !== 0,
    isDraft: (flags & FLAG.draft) !== 0,
    hasExcerpt: (flags & FLAG.excerpt) !== 0,
    date:
      zone < 0
        ? null
        : new RubyTime(
            fact(FACT.seconds),
            fact(FACT.nanoseconds),
            fact(FACT.offset),
            words[zone]! as RubyTime['zone'],
          ),
  };
}

/** Front matter as JSON until somebody asks for it. */
class WrittenData implements KeptData {
  private known: RubyHash | null = null;

  constructor(readonly text: string) {}

  value(): RubyHash {
    return (this.known ??= fromJson(JSON.parse(this.text) as Json) as RubyHash);
  }

  mayHold(start: string): boolean {
    return this.known === null
      ? this.text.includes(asciiJson(start).slice(0, -1))
      : hasKeyFrom(this.known, start);
  }
}
