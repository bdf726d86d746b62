import { downcase, strip } from '../../ruby/string.js';
import { toS } from '../../ruby/to-s.js';
import { isInteger, type Value } from '../../ruby/value.js';

/** Letters from À to ž, all that the gem knows to write without their marks. */
const LATIN = /[\u00c0-\u017f]/g;
const MARKS = /\p{M}/gu;
/** Those among them that Unicode makes of no other letter. */
const OTHERS = new Map(
  [...'ÐDØOðdøoĐDđdĦHħhıiĸkĿLŀlŁLłlŉnŊNŋnŦTŧtſs'.matchAll(/(.)(.)/gu)].map(([, from, to]) => [from, to!]),
);

/** A file's name made of a value: small Latin letters, digits, `_`, `.` and `-`. */
export function fileNameFor(value: Value): string {
  if (isInteger(value)) return toS(value);
  const plain = toS(value).replace(
    LATIN,
    (letter) => OTHERS.get(letter) ?? letter.normalize('NFD').replace(MARKS, ''),
  );
  return strip(downcase(plain))
    .replaceAll(' ', '-')
    .replace(/[^\w.-]/g, '');
}
