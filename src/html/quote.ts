/** A text in quotation marks that it does not hold, as libxml2 2.9.14 writes it (`xmlBufWriteQuotedString`). */
export function quote(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  return text.includes("'") ? `"${text.replaceAll('"', '&quot;')}"` : `'${text}'`;
}
