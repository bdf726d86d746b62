/**
 * `Float#to_s`: the shortest digits that read back as the same number, as JavaScript's, but `1.0` keeps its fraction and the
 * exponent starts at 1e15 (for whole numbers) and below 1e-4 (`1.0e-05`).
 */
export function floatToText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (size === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (size >= 1e-4 && (size < 1e15 || !Number.isInteger(value))) {
    const text = String(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  const digits = exponent.slice(1).padStart(2, '0');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${exponent[0]}${digits}`;
}
