/** The YAML in gems: RubyGems' own, so typing is left to who knows the field. */
import {
  Composer,
  type CST,
  type DocumentOptions,
  Lexer,
  type ParseOptions,
  Parser,
  type ScalarTag,
  type SchemaOptions,
  visit,
} from 'yaml';
import { ArchiveError } from './archive-error.js';

/** Every scalar a text; the tags that name Ruby's classes are left out. */
export type GemYaml = string | null | readonly GemYaml[] | ReadonlyMap<GemYaml, GemYaml>;

/** Levels of nesting, some of which take two; specifications have eight. Composing the tree recurses, and 5,000 would end the process. */
const MAX_DEPTH = 100;
/** RubyGems once wrote one for each dependency; more than so many let a small text take long. */
const MAX_ALIASES = 200;
/** Five are a line with a file's name. */
const MAX_LEXEMES = 200_000;

/** A text that Ruby 1.9 took for bytes; checksums were written so. */
const binaryText: ScalarTag = {
  tag: '!binary',
  resolve: (value) => Buffer.from(value, 'base64').toString(),
};

const options = {
  schema: 'failsafe',
  customTags: ['null', binaryText, { ...binaryText, tag: 'tag:yaml.org,2002:binary' }],
  logLevel: 'silent',
  // Comparing each key with all before it takes long, and the last one wins anyway.
  uniqueKeys: false,
} satisfies DocumentOptions & SchemaOptions & ParseOptions;

/**
 * @param subject what it is, for the message, e.g. `its specification`
 * @throws ArchiveError when it is no YAML, or has aliases without end
 */
export function parseGemYaml(text: string, subject: string): GemYaml {
  try {
    const [document] = new Composer(options).compose(shallowTokens(text), true, text.length);
    if (document!.errors.length) throw document!.errors[0];
    let aliases = 0;
    visit(document!, { Alias: () => (++aliases > MAX_ALIASES ? visit.BREAK : undefined) });
    if (aliases > MAX_ALIASES) throw new RangeError('too many aliases');
    return document!.toJS({ mapAsMap: true, maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    throw new ArchiveError(`${subject} cannot be read as YAML`, { cause });
  }
}

/** The text's tokens, as long as it is no more than anybody writes. */
function* shallowTokens(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > MAX_LEXEMES) throw new RangeError('too many lexemes');
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_DEPTH) throw new RangeError('too many levels');
  }
  yield* parser.end();
}

/** The value of a mapping's key; `null` where either is missing. */
export function field(value: GemYaml, name: string): GemYaml {
  return (value instanceof Map ? value.get(name) : null) ?? null;
}

/** `null` for what is none. */
export function textOf(value: GemYaml): string | null {
  return typeof value === 'string' ? value : null;
}
