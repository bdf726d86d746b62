/** Versions of gems and what is asked of them (RubyGems 3.3, `Gem::Version`, `Gem::Requirement`). */

/**
 * Order of two versions: below 0 when the first came before the second. What has letters came before what has none.
 *
 * @example compareGemVersions('2.9.0.rc1', '2.9.0') // below 0
 * @example compareGemVersions('1.10', '1.10.0') // 0
 */
export function compareGemVersions(a: string, b: string): number {
  const [left, right] = [segmentsOf(a), segmentsOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = compareSegments(left[at] ?? 0, right[at] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** Whether a version was made before a release, e.g. `1.0.0.rc1`. */
export function isPrerelease(version: string): boolean {
  return /[a-z]/i.test(version);
}

/**
 * Whether a version is one of those asked for; one made before a release must be asked for by one.
 *
 * @param requirements all of which hold, e.g. `['~> 2.5', '!= 2.5.2']`; one without an operator asks for that very version
 */
export function meetsRequirements(version: string, requirements: readonly string[]): boolean {
  const asked = requirements.map(readRequirement);
  if (isPrerelease(version) && !asked.some((one) => isPrerelease(one.version))) return false;
  return asked.every((one) => meets(version, one));
}

/** Whether a text is a requirement, e.g. `~> 2.5`. */
export function isRequirement(text: string): boolean {
  return REQUIREMENT.test(text);
}

const REQUIREMENT = /^\s*(=|!=|>=|<=|~>|>|<)?\s*(\d[\w.-]*)\s*$/;

interface Requirement {
  readonly operator: string;
  readonly version: string;
}

/** What is none holds for no version. */
function readRequirement(text: string): Requirement {
  const [, operator = '=', version = ''] = REQUIREMENT.exec(text) ?? [];
  return { operator, version };
}

function meets(version: string, { operator, version: asked }: Requirement): boolean {
  const order = compareGemVersions(version, asked);
  switch (operator) {
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '~>':
      return order >= 0 && compareGemVersions(releaseOf(version), bumped(asked)) < 0;
    default:
      return asked !== '' && order === 0;
  }
}

/** What a version made before a release leads to. */
function releaseOf(version: string): string {
  const segments = segmentsOf(version);
  const letters = segments.findIndex((segment) => typeof segment === 'string');
  return (letters === -1 ? segments : segments.slice(0, letters)).join('.');
}

/** The first version that `~>` does not take any more: `2.5.1` → `2.6`. */
function bumped(version: string): string {
  const numbers = releaseOf(version).split('.').map(Number);
  if (numbers.length > 1) numbers.pop();
  return [...numbers.slice(0, -1), numbers.at(-1)! + 1].join('.');
}

function segmentsOf(version: string): (number | string)[] {
  const parts = version.replaceAll('-', '.pre.').match(/\d+|[a-z]+/gi) ?? [];
  return parts.map((part) => (/\d/.test(part) ? Number(part) : part));
}

/** Letters come before numbers. */
function compareSegments(a: number | string, b: number | string): number {
  if (typeof a !== typeof b) return typeof a === 'string' ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
