/**
 * A gem's specification, as the YAML in a `.gem` has it. Origin: RubyGems 3.3, `Gem::Specification#encode_with`, and what its forerunners
 * wrote: versions without quotes, dependencies without a type, aliases for what was used twice.
 */
import type { RubyHash } from '../../ruby/value.js';
import { ArchiveError } from './archive-error.js';
import { field, type GemYaml, parseGemYaml, textOf } from './gem-yaml.js';

/** What is used of a gem's specification. */
export interface GemSpecification {
  readonly name: string;
  /** E.g. `2.5.1`. */
  readonly version: string;
  /** `ruby`, or what the gem was built for. */
  readonly platform: string;
  readonly authors: readonly string[];
  /** Where it has none, its summary. */
  readonly description: string | null;
  readonly summary: string | null;
  /** Texts by name. */
  readonly metadata: RubyHash;
  readonly runtimeDependencies: readonly GemDependency[];
  /** Paths of all that is said to be in the gem. */
  readonly files: readonly string[];
}

/** A gem that another one cannot do without. */
export interface GemDependency {
  readonly name: string;
  /** All of which hold, e.g. `['~> 2.0', '>= 2.0.1']`. */
  readonly requirement: readonly string[];
}

/** @throws ArchiveError when it is no specification */
export function readGemSpecification(text: string): GemSpecification {
  const root = parseGemYaml(text, 'its specification');
  const name = textOf(field(root, 'name')) ?? '';
  const version = versionOf(field(root, 'version'))?.trim() ?? '';
  // Both become parts of paths and of addresses.
  if (!/^\w[\w.-]*$/.test(name)) throw malformed('it has no name, or an impossible one');
  if (!/^\d[0-9A-Za-z.-]*$/.test(version)) throw malformed('it has no version, or an impossible one');
  const summary = textOf(field(root, 'summary'));
  return {
    name,
    version,
    platform: platformOf(field(root, 'platform')),
    authors: textsOf(field(root, 'authors') ?? field(root, 'author')),
    description: textOf(field(root, 'description')) ?? summary,
    summary,
    metadata: metadataOf(field(root, 'metadata')),
    runtimeDependencies: listOf(field(root, 'dependencies')).filter(isRuntime).map(dependencyOf),
    files: textsOf(field(root, 'files')),
  };
}

function malformed(reason: string): ArchiveError {
  return new ArchiveError(`its specification cannot be read: ${reason}`);
}

function listOf(value: GemYaml): readonly GemYaml[] {
  return Array.isArray(value) ? value : [];
}

/** Of one text or a list. */
function textsOf(value: GemYaml): string[] {
  return (typeof value === 'string' ? [value] : listOf(value)).filter((item) => typeof item === 'string');
}

/** A `Gem::Version`. */
function versionOf(value: GemYaml): string | null {
  return textOf(value) ?? textOf(field(value, 'version'));
}

/** A text, or a `Gem::Platform`. */
function platformOf(value: GemYaml): string {
  const parts = ['cpu', 'os', 'version'].map((name) => textOf(field(value, name)));
  return textOf(value) || parts.filter((part) => part).join('-') || 'ruby';
}

function metadataOf(value: GemYaml): RubyHash {
  const pairs = value instanceof Map ? [...value] : [];
  return new Map(
    pairs.filter((pair): pair is [string, string] => pair.every((text) => typeof text === 'string')),
  );
}

function isRuntime(dependency: GemYaml): boolean {
  return textOf(field(dependency, 'type')) !== ':development';
}

/** A `Gem::Dependency`; `requirement` was `version_requirement`, then `version_requirements`. */
function dependencyOf(dependency: GemYaml): GemDependency {
  const name = textOf(field(dependency, 'name')) ?? '';
  if (!/^\w[\w.-]*$/.test(name)) throw malformed('a dependency has no name, or an impossible one');
  const requirement =
    field(dependency, 'requirement') ??
    field(dependency, 'version_requirements') ??
    field(dependency, 'version_requirement');
  const pairs = listOf(field(requirement, 'requirements'));
  return { name, requirement: pairs.length ? pairs.map((pair) => requirementOf(pair, name)) : ['>= 0'] };
}

/** An operator and a `Gem::Version`. */
function requirementOf(pair: GemYaml, name: string): string {
  const [operator = null, version = null] = listOf(pair);
  const number = versionOf(version);
  if (typeof operator !== 'string' || number === null)
    throw malformed(`what it wants of ${name} is of an unknown form`);
  return `${operator} ${number.trim()}`;
}
