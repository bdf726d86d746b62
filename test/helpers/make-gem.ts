import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { makeTar, type TarEntry } from './make-tar.js';

/** A gem's specification and files. */
export interface GemContents {
  readonly name: string;
  readonly version: string;
  /** Content by path, e.g. of `_layouts/default.html`. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Requirements by name of the runtime dependencies, e.g. `{ 'jekyll-feed': ['~> 0.9'] }`; an empty list is `>= 0`. */
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  /** Default `ruby`. */
  readonly platform?: string;
  readonly authors?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A `.gem` as RubyGems 3 builds it. */
export function makeGem(contents: GemContents): Buffer {
  const files = Object.entries(contents.files ?? {}).map(([name, content]) => ({ name, content }));
  return packGem({ specification: specificationText(contents), data: makeTar(files) });
}

/** A gem's parts, each of which may be wrong. */
export interface GemParts {
  /** YAML of the specification. */
  readonly specification: string;
  /** A tar archive. */
  readonly data: Buffer;
  /** YAML with the parts' checksums; `null` for none, the right ones where nothing is said. */
  readonly checksums?: string | null;
  /** Entries beside, e.g. signatures. */
  readonly beside?: readonly TarEntry[];
}

/** A `.gem` of these parts. */
export function packGem({ specification, data, checksums, beside = [] }: GemParts): Buffer {
  const parts = [
    { name: 'metadata.gz', content: gzipSync(specification) },
    { name: 'data.tar.gz', content: gzipSync(data) },
  ];
  const sums = checksums === undefined ? checksumText(parts) : checksums;
  const last = sums === null ? [] : [{ name: 'checksums.yaml.gz', content: gzipSync(sums) }];
  return makeTar([...parts, ...last, ...beside].map((part) => ({ mode: 0o444, ...part })));
}

function checksumText(parts: readonly { readonly name: string; readonly content: Buffer }[]): string {
  const lists = ['SHA256', 'SHA512'].map((algorithm) => {
    const sums = parts.map(
      ({ name, content }) => `  ${name}: ${createHash(algorithm).update(content).digest('hex')}\n`,
    );
    return `${algorithm}:\n${sums.join('')}`;
  });
  return `---\n${lists.join('')}`;
}

/** The YAML that RubyGems 3 writes of a specification. */
export function specificationText(contents: GemContents): string {
  const { name, version, files = {}, dependencies = {}, platform = 'ruby', metadata = {} } = contents;
  const { authors = ['Utterson'], summary = 'A theme', description } = contents;
  const list = (texts: readonly string[]): string =>
    texts.map((text) => `\n- ${quoted(text)}`).join('') || ' []';
  const pairs = Object.entries(metadata).map(([key, value]) => `\n  ${quoted(key)}: ${quoted(value)}`);
  return `--- !ruby/object:Gem::Specification
name: ${name}
version: !ruby/object:Gem::Version
  version: ${quoted(version)}
platform: ${platform}
authors:${list(authors)}
autorequire:
bindir: bin
cert_chain: []
date: 2020-01-01 00:00:00.000000000 Z
dependencies:${Object.entries(dependencies).map(dependencyText).join('') || ' []'}
description:${description === undefined ? '' : ` ${quoted(description)}`}
email:
executables: []
files:${list(Object.keys(files))}
homepage:
licenses: []
metadata:${pairs.join('') || ' {}'}
require_paths:
- lib
rubygems_version: 3.3.15
specification_version: 4
summary: ${quoted(summary)}
test_files: []
`;
}

function dependencyText([name, requirements]: readonly [string, readonly string[]]): string {
  const wanted = requirements.length ? requirements : ['>= 0'];
  const lines = wanted.map((requirement) => {
    const [operator, version] = requirement.split(' ');
    return `\n    - - ${quoted(operator!)}\n      - !ruby/object:Gem::Version\n        version: ${quoted(version!)}`;
  });
  const text = ` !ruby/object:Gem::Requirement\n    requirements:${lines.join('')}`;
  return `\n- !ruby/object:Gem::Dependency
  name: ${name}
  requirement:${text}
  type: :runtime
  prerelease: false
  version_requirements:${text}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
