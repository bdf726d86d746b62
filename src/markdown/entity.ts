/** A character reference as kramdown knows it (kramdown 2.5.2, `Utils::Entities::Entity`). */
export interface Entity {
  readonly codePoint: number;
  /** `null` when the code point has no name in kramdown's table. */
  readonly name: string | null;
}

/** The no-break space that empty table cells and footnote links get. */
export const nbsp: Entity = { codePoint: 160, name: 'nbsp' };

const escaped: ReadonlySet<number> = new Set([0x22, 0x26, 0x3c, 0x3e]);

/**
 * The output form of an entity (kramdown 2.5.2, `Utils::Html#entity_to_str`).
 *
 * @param output   the option `entity_output`
 * @param original the form in the source, `null` when there is none
 * @param isMissing whether the output's encoding lacks the character
 */
export function entityText(
  entity: Entity,
  output: string | null,
  original: string | null,
  isMissing: boolean,
): string {
  const { codePoint, name } = entity;
  const mustEscape = escaped.has(codePoint);
  const canBeWritten = codePoint <= 0x10ffff && !isMissing && (!mustEscape || codePoint === 0x22);
  if (output === 'as_char' && canBeWritten) return String.fromCodePoint(codePoint);
  if ((output === 'as_input' || output === 'as_char') && original !== null) return original;
  if ((output === 'symbolic' || mustEscape) && name !== null) return `&${name};`;
  return `&#${codePoint};`;
}
