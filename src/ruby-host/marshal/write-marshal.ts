import { utf8 } from '../../ruby/encoding.js';
import { floatToText } from '../../ruby/float-text.js';
import { RubySymbol } from '../../ruby/symbol.js';
import { RubyDate } from '../../ruby/time/date.js';
import { RubyTime, zoneName } from '../../ruby/time/time.js';
import { Drop, isHeldObject, RubyFloat, RubyRange, type Value } from '../../ruby/value.js';
import { CODES, FIXNUM } from './codes.js';
import { MarshalError } from './marshal-error.js';
import { dateFields, timeBytes } from './time-bytes.js';
import { UserValue } from './user-value.js';

/** What may be written: values, and objects that write themselves. */
export type Writable = Value | UserValue | readonly Writable[] | ReadonlyMap<Writable, Writable>;

/**
 * What is written in the place of an object that is not to be copied.
 *
 * @param isHeld whether it stands in a list or mapping, which in Ruby hold objects where look-ups answer what templates see of them
 */
export type Dump = (object: Value & object, isHeld: boolean) => Writable;

/**
 * The value as Ruby's `Marshal.load` reads it (format 4.8). Lists and mappings that come up twice are one in Ruby, too.
 *
 * @param heldFrom how many lists stand around a value that is held by one of its own, not by those that make up the message
 * @throws MarshalError for what has no form
 */
export function writeMarshal(value: Writable, dump: Dump, heldFrom = 1): Buffer {
  const writer = new MarshalWriter(dump, heldFrom);
  writer.write(value, 0);
  return writer.bytes();
}

class MarshalWriter {
  private buffer = Buffer.allocUnsafe(1024);
  private length = 2;
  private readonly symbols = new Map<string, number>();
  /** Numbers of lists, mappings and objects, to point to. */
  private readonly objects = new Map<object, number>();
  private count = 0;

  constructor(
    private readonly dump: Dump,
    private readonly heldFrom: number,
  ) {
    this.buffer[0] = 4;
    this.buffer[1] = 8;
  }

  bytes(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  write(value: Writable | undefined, depth: number): void {
    if (value === null || value === undefined) this.byte(CODES.nil);
    else if (typeof value === 'string') this.string(value);
    else if (typeof value === 'boolean') this.byte(value ? CODES.true : CODES.false);
    else if (typeof value === 'number') this.anyNumber(value);
    else if (typeof value === 'bigint') this.bignum(value);
    else this.object(value, depth);
  }

  private object(value: Writable & object, depth: number): void {
    if (value instanceof RubySymbol) this.symbol(value.name);
    else if (value instanceof RubyFloat) this.float(value.value);
    else if (value instanceof Drop || isHeldObject(value as Value))
      this.dumped(value as Value & object, depth);
    else this.kept(value, depth);
  }

  private dumped(value: Value & object, depth: number): void {
    const other = this.dump(value, depth >= this.heldFrom);
    if (other !== value) this.write(other, depth);
    else if (value instanceof Drop) throw new MarshalError(`an object of the class ${value.className}`);
    else this.kept(value, depth);
  }

  /** What may be pointed to when it comes up again. */
  private kept(value: Writable & object, depth: number): void {
    const known = this.objects.get(value);
    if (known !== undefined) {
      this.byte(CODES.link);
      this.number(known);
    } else if (value instanceof RubyTime) this.time(value);
    else if (value instanceof UserValue) this.userValue(value);
    else if (Array.isArray(value)) this.array(value, depth);
    else if (value instanceof Map) this.hash(value, depth);
    else if (value instanceof RubyDate) this.date(value);
    else if (value instanceof RubyRange) this.range(value);
    else throw new MarshalError('an object of no class that Ruby has');
  }

  private room(size: number): void {
    if (this.length + size <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + size));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }

  private byte(byte: number): void {
    this.room(1);
    this.buffer[this.length++] = byte;
  }

  /** A small number, as the reader has it. */
  private number(value: number): void {
    if (value === 0) this.byte(0);
    else if (value > 0 && value < 123) this.byte(value + 5);
    else if (value < 0 && value > -124) this.byte((value - 5) & 0xff);
    else this.longNumber(value);
  }

  private longNumber(value: number): void {
    const bytes: number[] = [];
    for (let rest = value; rest !== (value < 0 ? -1 : 0); rest >>= 8) bytes.push(rest & 0xff);
    this.byte(value < 0 ? 256 - bytes.length : bytes.length);
    for (const byte of bytes) this.byte(byte);
  }

  private chunk(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.room(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  private anyNumber(value: number): void {
    if (!Number.isInteger(value)) this.float(value);
    else if (value >= FIXNUM.first && value <= FIXNUM.last) {
      this.byte(CODES.fixnum);
      this.number(value);
    } else this.bignum(BigInt(value));
  }

  private float(value: number): void {
    this.count++;
    this.byte(CODES.float);
    this.chunk(Buffer.from(floatText(value)));
  }

  private bignum(value: bigint): void {
    this.count++;
    this.byte(CODES.bignum);
    this.byte(value < 0n ? 0x2d : 0x2b);
    const bytes: number[] = [];
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 8n) bytes.push(Number(rest & 0xffn));
    if (bytes.length % 2 === 1) bytes.push(0);
    this.number(bytes.length / 2);
    for (const byte of bytes) this.byte(byte);
  }

  private string(text: string): void {
    this.count++;
    this.byte(CODES.withVariables);
    this.byte(CODES.string);
    this.text(text);
    this.number(1);
    this.symbol('E');
    this.byte(CODES.true);
  }

  /** A string's bytes with their number before them, which is known only behind a text that is not ASCII. */
  private text(text: string): void {
    const { length } = text;
    if (length < 100) {
      // Up to 123 bytes the number has one byte itself, to be set when all is written.
      this.room(length * 3 + 1);
      const size = this.buffer.write(text, this.length + 1, 'utf8');
      if (size < 123 && text.isWellFormed()) {
        this.buffer[this.length] = size === 0 ? 0 : size + 5;
        this.length += size + 1;
        return;
      }
    }
    this.chunk(utf8.encode(text));
  }

  private symbol(name: string): void {
    const known = this.symbols.get(name);
    if (known === undefined) {
      this.newSymbol(name);
      return;
    }
    this.byte(CODES.symbolLink);
    this.number(known);
  }

  private newSymbol(name: string): void {
    this.symbols.set(name, this.symbols.size);
    const bytes = Buffer.from(name);
    const isAscii = bytes.length === name.length;
    if (!isAscii) this.byte(CODES.withVariables);
    this.byte(CODES.symbol);
    this.chunk(bytes);
    if (isAscii) return;
    this.number(1);
    this.symbol('E');
    this.byte(CODES.true);
  }

  private remember(object: object): void {
    this.objects.set(object, this.count++);
  }

  private array(items: readonly Writable[], depth: number): void {
    this.remember(items);
    this.byte(CODES.array);
    this.number(items.length);
    for (const item of items) this.write(item, depth + 1);
  }

  private hash(hash: ReadonlyMap<Writable, Writable>, depth: number): void {
    this.remember(hash);
    this.byte(CODES.hash);
    const entries = [...hash];
    this.number(entries.length);
    for (const [key, item] of entries) {
      this.write(key, depth + 1);
      this.write(item, depth + 1);
    }
  }

  private userValue(value: UserValue): void {
    this.byte(CODES.withVariables);
    this.byte(CODES.userDefined);
    this.symbol(value.className);
    this.chunk(Buffer.from(value.text));
    this.number(1);
    this.symbol('E');
    this.byte(CODES.true);
    this.remember(value);
  }

  private time(time: RubyTime): void {
    const zone = zoneName(time);
    const below = time.nanoseconds % 1000;
    const variables: [string, Writable][] = [['zone', zone === '' ? null : zone]];
    if (time.zone !== 'UTC') variables.push(['offset', time.utcOffset]);
    if (below > 0) variables.push(['nano_num', below], ['nano_den', 1]);
    this.byte(CODES.withVariables);
    this.byte(CODES.userDefined);
    this.symbol('Time');
    this.chunk(timeBytes(time));
    this.number(variables.length);
    for (const [name, value] of variables) {
      this.symbol(name);
      this.write(value, 0);
    }
    this.remember(time);
  }

  private date(date: RubyDate): void {
    this.remember(date);
    this.byte(CODES.userMarshal);
    this.symbol('Date');
    this.write(dateFields(date), 0);
  }

  private range(range: RubyRange): void {
    this.remember(range);
    this.byte(CODES.object);
    this.symbol('Range');
    this.number(3);
    for (const [name, value] of [
      ['excl', false],
      ['begin', range.first],
      ['end', range.last],
    ] as const) {
      this.symbol(name);
      this.write(value, 0);
    }
  }
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return Object.is(value, -0) ? '-0' : floatToText(value);
}
