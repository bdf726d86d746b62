import { decodeText } from '../../ruby/encoding.js';
import { decodeUtf8 } from '../../ruby/kept-bytes.js';
import { RubySymbol } from '../../ruby/symbol.js';
import { RubyRange, toFloat, type Value } from '../../ruby/value.js';
import { CODES } from './codes.js';
import { MarshalError } from './marshal-error.js';
import { dateFromFields, dateTimeFromFields, timeFromBytes } from './time-bytes.js';
import { UserValue } from './user-value.js';

/** Makes a value of what an object wrote of itself. */
export type Load = (object: UserValue) => Value;

/**
 * The value that Ruby's `Marshal.dump` wrote (format 4.8).
 *
 * @throws MarshalError for bytes that are no such thing, and for objects of classes that are not ours
 */
export function readMarshal(bytes: Buffer, load: Load): Value {
  if (bytes[0] !== 4 || bytes[1] !== 8) throw new MarshalError('not written by Marshal 4.8');
  return new MarshalReader(bytes, load).value();
}

/** What stands beside a value: a string's encoding, a time's offset. */
type Variables = ReadonlyMap<string, Value>;

const NO_VARIABLES: Variables = new Map();

class MarshalReader {
  private position = 2;
  private readonly symbols: string[] = [];
  /** What later bytes may point to, in the order in which it comes. */
  private readonly objects: Value[] = [];

  constructor(
    private readonly bytes: Buffer,
    private readonly load: Load,
  ) {}

  value(): Value {
    const code = this.byte();
    switch (code) {
      case CODES.nil:
        return null;
      case CODES.true:
        return true;
      case CODES.false:
        return false;
      case CODES.fixnum:
        return this.number();
      case CODES.symbol:
      case CODES.symbolLink:
        this.position--;
        return RubySymbol.named(this.symbol());
      case CODES.link:
        return this.linked();
      case CODES.withVariables:
        return this.withVariables();
      case CODES.string:
        return this.kept(decodeUtf8(this.chunk()));
      case CODES.float:
        return this.kept(floatFrom(this.chunk().toString('latin1')));
      case CODES.bignum:
        return this.kept(this.bignum());
      case CODES.array:
        return this.array();
      case CODES.hash:
        return this.hash();
      case CODES.hashWithDefault: {
        const hash = this.hash();
        this.value();
        return hash;
      }
      case CODES.subclass:
      case CODES.extended:
        this.symbol();
        return this.value();
      case CODES.userDefined:
        return this.userDefined();
      case CODES.userMarshal:
        return this.userMarshal();
      case CODES.object:
        return this.object();
      default:
        throw new MarshalError(`nothing is known of \`${String.fromCharCode(code)}\``);
    }
  }

  private byte(): number {
    const byte = this.bytes[this.position++];
    if (byte === undefined) throw new MarshalError('the bytes end too soon');
    return byte;
  }

  /** A small number: from -123 to 122 one byte, else how many bytes it has, and these. */
  private number(): number {
    const first = (this.byte() << 24) >> 24;
    if (first === 0) return 0;
    if (first > 4) return first - 5;
    if (first < -4) return first + 5;
    let number = first > 0 ? 0 : -1;
    for (let index = 0; index < Math.abs(first); index++) {
      number = (number & ~(0xff << (8 * index))) | (this.byte() << (8 * index));
    }
    return number;
  }

  private chunk(): Buffer {
    const length = this.number();
    const end = this.position + length;
    if (length < 0 || end > this.bytes.length) throw new MarshalError('the bytes end too soon');
    const chunk = this.bytes.subarray(this.position, end);
    this.position = end;
    return chunk;
  }

  private kept(value: Value): Value {
    this.objects.push(value);
    return value;
  }

  private linked(): Value {
    const index = this.number();
    const value = this.objects[index];
    if (value === undefined) throw new MarshalError(`nothing has come as number ${index}`);
    return value;
  }

  private symbol(): string {
    const code = this.byte();
    if (code === CODES.symbolLink) {
      const name = this.symbols[this.number()];
      if (name === undefined) throw new MarshalError('a symbol that has not come yet');
      return name;
    }
    if (code === CODES.withVariables) {
      this.byte();
      const name = this.symbolText();
      this.variables();
      return name;
    }
    return this.symbolText();
  }

  private symbolText(): string {
    const name = decodeUtf8(this.chunk());
    this.symbols.push(name);
    return name;
  }

  private variables(): Variables {
    const count = this.number();
    if (count === 0) return NO_VARIABLES;
    const variables = new Map<string, Value>();
    for (let index = 0; index < count; index++) variables.set(this.symbol(), this.value());
    return variables;
  }

  private withVariables(): Value {
    const code = this.byte();
    if (code === CODES.string) return this.string();
    if (code === CODES.userDefined) return this.userDefined(true);
    if (code === CODES.symbol) {
      const name = this.symbolText();
      this.variables();
      return RubySymbol.named(name);
    }
    // An Array, Hash or Float with variables of its own: what they are is nobody's business.
    this.position--;
    const value = code === CODES.subclass ? this.subclassWithVariables() : this.value();
    if (code !== CODES.subclass) this.variables();
    return value;
  }

  /** A class derived from String or another: its value is that of the class it comes from. */
  private subclassWithVariables(): Value {
    this.byte();
    this.symbol();
    if (this.bytes[this.position] === CODES.string) {
      this.position++;
      return this.string();
    }
    const value = this.value();
    this.variables();
    return value;
  }

  private string(): string {
    const chunk = this.chunk();
    const place = this.objects.push(null) - 1;
    const encoding = this.variables();
    const name = encoding.get('encoding');
    const text = typeof name === 'string' ? decodeText(chunk, name, false) : decodeUtf8(chunk);
    this.objects[place] = text;
    return text;
  }

  private bignum(): number | bigint {
    const isNegative = this.byte() === 0x2d;
    const length = this.number() * 2;
    let number = 0n;
    for (let index = 0; index < length; index++) number |= BigInt(this.byte()) << BigInt(8 * index);
    const signed = isNegative ? -number : number;
    return signed >= Number.MIN_SAFE_INTEGER && signed <= Number.MAX_SAFE_INTEGER ? Number(signed) : signed;
  }

  private array(): Value[] {
    const length = this.number();
    const array: Value[] = [];
    this.objects.push(array);
    for (let index = 0; index < length; index++) array.push(this.value());
    return array;
  }

  private hash(): Map<Value, Value> {
    const size = this.number();
    const hash = new Map<Value, Value>();
    this.objects.push(hash);
    for (let index = 0; index < size; index++) hash.set(this.value(), this.value());
    return hash;
  }

  private userDefined(hasVariables = false): Value {
    const name = this.symbol();
    const chunk = this.chunk();
    const variables = hasVariables ? this.variables() : NO_VARIABLES;
    if (name === 'Time') return this.kept(timeFrom(chunk, variables));
    return this.kept(this.load(new UserValue(name, decodeUtf8(chunk))));
  }

  private userMarshal(): Value {
    const name = this.symbol();
    const place = this.objects.push(null) - 1;
    const fields = this.value();
    if (name !== 'Date' && name !== 'DateTime') throw new MarshalError(`an object of the class ${name}`);
    const value = name === 'Date' ? dateFromFields(fields) : dateTimeFromFields(fields);
    this.objects[place] = value;
    return value;
  }

  private object(): Value {
    const name = this.symbol();
    const place = this.objects.push(null) - 1;
    const variables = this.variables();
    if (name !== 'Range') throw new MarshalError(`an object of the class ${name}`);
    const [first, last] = [variables.get('begin'), variables.get('end')];
    if (typeof first !== 'number' || typeof last !== 'number')
      throw new MarshalError('a Range of no Integers');
    const range = new RubyRange(first, variables.get('excl') === true ? last - 1 : last);
    this.objects[place] = range;
    return range;
  }
}

function floatFrom(text: string): Value {
  if (text === 'inf') return Number.POSITIVE_INFINITY;
  if (text === '-inf') return Number.NEGATIVE_INFINITY;
  return toFloat(text === 'nan' ? Number.NaN : Number(text));
}

function timeFrom(bytes: Buffer, variables: Variables): Value {
  const number = (name: string): number => Number(variables.get(name) ?? 0);
  const zone = variables.get('zone');
  return timeFromBytes(bytes, {
    offset: number('offset'),
    zone: typeof zone === 'string' ? zone : null,
    nanoseconds: Math.floor(number('nano_num') / (number('nano_den') || 1)),
  });
}
