/** Whether a text holds any Liquid at all. */
export function hasLiquid(text: string): boolean {
  return text.includes('{%') || text.includes('{{');
}
