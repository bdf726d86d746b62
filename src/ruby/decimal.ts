/**
 * Exact decimals: Ruby's BigDecimal as far as Liquid 4 uses it. It makes one of every float before it calculates, which is why
 * `0.1 | plus: 0.2` is `0.3`. Infinity, NaN and negative zero, which have no digits, calculate as JavaScript's numbers.
 */
import { floatToText } from './float-text.js';
import { type Integer, integerOf } from './integer.js';

/** `digits` × 10^-`scale`. */
interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

/** An exact decimal. */
export class Decimal {
  private constructor(
    private readonly exact: Exact | null,
    /** Infinity, NaN or -0 when there are no digits. */
    private readonly special: number,
  ) {}

  /** The decimal that a Float's text shows. */
  static fromFloat(value: number): Decimal {
    const isSpecial = !Number.isFinite(value) || Object.is(value, -0);
    return isSpecial ? new Decimal(null, value) : Decimal.fromText(floatToText(value));
  }

  /** @param text digits with an optional sign, point and exponent: `-12.50`, `1.0e-05` */
  static fromText(text: string): Decimal {
    const [, sign = '', whole = '', fraction = '', exponent = '0'] =
      /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/.exec(text) ?? [];
    const digits = BigInt(whole + fraction);
    if (digits === 0n && sign === '-') return new Decimal(null, -0);
    return new Decimal(
      { digits: sign === '-' ? -digits : digits, scale: fraction.length - Number(exponent) },
      0,
    );
  }

  static fromInteger(value: Integer): Decimal {
    return new Decimal({ digits: BigInt(value), scale: 0 }, 0);
  }

  /** The nearest JavaScript number. */
  toNumber(): number {
    return this.exact === null ? this.special : Number(`${this.exact.digits}e${-this.exact.scale}`);
  }

  abs(): Decimal {
    if (this.exact === null)
      return Object.is(this.special, -0) ? Decimal.fromInteger(0) : Decimal.fromFloat(Math.abs(this.special));
    const { digits, scale } = this.exact;
    return new Decimal({ digits: digits < 0n ? -digits : digits, scale }, 0);
  }

  plus(other: Decimal): Decimal {
    return this.combine(
      other,
      (a, b) => a + b,
      (a, b) => a + b,
    );
  }

  minus(other: Decimal): Decimal {
    return this.combine(
      other,
      (a, b) => a - b,
      (a, b) => a - b,
    );
  }

  times(other: Decimal): Decimal {
    if (this.exact === null || other.exact === null)
      return Decimal.fromFloat(this.toNumber() * other.toNumber());
    const { digits, scale } = this.exact;
    const product = digits * other.exact.digits;
    if (product === 0n) return Decimal.fromFloat(this.toNumber() * other.toNumber());
    return new Decimal({ digits: product, scale: scale + other.exact.scale }, 0);
  }

  /** Division by zero gives an infinity, as BigDecimal does in Liquid's mode. */
  dividedBy(other: Decimal): Decimal {
    if (this.exact === null || other.exact === null || this.isZero || other.isZero) {
      return Decimal.fromFloat(this.toNumber() / other.toNumber());
    }
    const { digits: a, scale: aScale } = this.exact;
    const { digits: b, scale: bScale } = other.exact;
    // More digits than a double holds, so that rounding to one comes out right.
    const extra = Math.max(0, 40 + String(b).length - String(a).length);
    return new Decimal({ digits: (a * 10n ** BigInt(extra)) / b, scale: aScale - bScale + extra }, 0);
  }

  /** The floored remainder. The divisor must not be zero. */
  modulo(other: Decimal): Decimal {
    if (this.isFinite && Math.abs(other.special) === Number.POSITIVE_INFINITY) return this;
    if (this.isZero && !other.isNaN) return Decimal.fromInteger(0);
    if (this.exact === null || other.exact === null)
      return Decimal.fromFloat(this.toNumber() % other.toNumber());
    return this.combine(other, flooredRemainder, (a) => a);
  }

  get isNaN(): boolean {
    return this.exact === null && Number.isNaN(this.special);
  }

  get isZero(): boolean {
    return this.exact === null ? this.special === 0 : this.exact.digits === 0n;
  }

  /** Half goes away from zero. To a whole number it is an Integer, as it is to tens and hundreds (`places` below zero). */
  round(places: number): Decimal | Integer {
    if (places > 0) return this.exact === null ? this : this.roundExact(this.exact, places);
    return this.toWhole((digits, unit) => {
      const half = unit / 2n;
      return digits < 0n ? (digits - half) / unit : (digits + half) / unit;
    }, -places);
  }

  /** Leaves off what stands behind the point. */
  truncate(): Integer {
    return this.toNumber() < 0 ? this.ceil() : this.floor();
  }

  ceil(): Integer {
    return this.toWhole((digits, unit) => -floorDivide(-digits, unit), 0);
  }

  floor(): Integer {
    return this.toWhole(floorDivide, 0);
  }

  private roundExact(exact: Exact, places: number): Decimal {
    if (exact.scale <= places) return this;
    const unit = 10n ** BigInt(exact.scale - places);
    const half = exact.digits < 0n ? -unit / 2n : unit / 2n;
    const digits = (exact.digits + half) / unit;
    return digits === 0n && exact.digits < 0n
      ? new Decimal(null, -0)
      : new Decimal({ digits, scale: places }, 0);
  }

  /** Divides by the unit 10^`zeros` in the way given, and puts the zeros back. */
  private toWhole(divide: (digits: bigint, unit: bigint) => bigint, zeros: number): Integer {
    if (this.exact === null) {
      if (this.special === 0) return 0;
      throw new DecimalError(this.special);
    }
    const shift = this.exact.scale + zeros;
    // A unit far above the number leaves nothing of it.
    if (shift > String(this.exact.digits).length + 1 && zeros > 0) return 0;
    const tens = 10n ** BigInt(zeros);
    if (shift <= 0) return integerOf(this.exact.digits * 10n ** BigInt(-shift) * tens);
    return integerOf(divide(this.exact.digits, 10n ** BigInt(shift)) * tens);
  }

  private combine(
    other: Decimal,
    digits: (a: bigint, b: bigint) => bigint,
    numbers: (a: number, b: number) => number,
  ): Decimal {
    if (!this.isFinite || !other.isFinite || (this.isZero && other.isZero)) {
      return Decimal.fromFloat(numbers(this.toNumber(), other.toNumber()));
    }
    // Negative zero beside other digits is zero.
    const a = this.exact ?? ZERO;
    const b = other.exact ?? ZERO;
    const scale = Math.max(a.scale, b.scale);
    return new Decimal({ digits: digits(scaled(a, scale), scaled(b, scale)), scale }, 0);
  }

  private get isFinite(): boolean {
    return this.exact !== null || this.special === 0;
  }
}

const ZERO: Exact = { digits: 0n, scale: 0 };

/** Infinity or NaN made an Integer, in Ruby's words (`FloatDomainError`). */
export class DecimalError extends Error {
  constructor(value: number) {
    super(
      `Computation results in ${Number.isNaN(value) ? "'NaN' (Not a Number)" : `'${floatToText(value)}'`}`,
    );
    this.name = 'DecimalError';
  }
}

function scaled({ digits, scale }: Exact, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function flooredRemainder(a: bigint, b: bigint): bigint {
  return a - floorDivide(a, b) * b;
}
