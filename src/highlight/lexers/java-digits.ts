/** One or more digits. Two of them with underscores between count as one, so that three such digits are no number. */
export function digitsOf(digit: string): string {
  return `(?:${digit}_+${digit}|${digit})+`;
}
