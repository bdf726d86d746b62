/** The bytes by which Marshal 4.8 tells what follows, and the limits that it sets. */
export const CODES = {
  nil: 0x30,
  true: 0x54,
  false: 0x46,
  fixnum: 0x69,
  bignum: 0x6c,
  float: 0x66,
  string: 0x22,
  symbol: 0x3a,
  symbolLink: 0x3b,
  link: 0x40,
  array: 0x5b,
  hash: 0x7b,
  hashWithDefault: 0x7d,
  withVariables: 0x49,
  object: 0x6f,
  userDefined: 0x75,
  userMarshal: 0x55,
  subclass: 0x43,
  extended: 0x65,
} as const;

/** First and last integer that is written as a `fixnum`, as on a machine of 32 bits. */
export const FIXNUM = { first: -(2 ** 30), last: 2 ** 30 - 1 } as const;
