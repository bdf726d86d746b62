import { expect, test } from 'vitest';
import { readGemSpecification } from '../../../src/themes/archive/gem-specification.js';

test('what RubyGems wrote before 2010 is read', () => {
  const text = `--- !ruby/object:Gem::Specification 
name: old-theme
version: !ruby/object:Gem::Version 
  hash: 27
  prerelease: 
  segments: 
  - 1
  - 10
  version: 1.10
platform: ruby
author: Äda
date: 2010-05-01 00:00:00 +02:00
default_executable: 
dependencies: 
- !ruby/object:Gem::Dependency 
  name: jekyll
  prerelease: false
  requirement: &id001 !ruby/object:Gem::Requirement 
    none: false
    requirements: 
    - - ">="
      - !ruby/object:Gem::Version 
        hash: 3
        version: "0.10"
    - - ~>
      - !ruby/object:Gem::Version 
        version: 0.5.2
  type: :runtime
  version_requirements: *id001
- !ruby/object:Gem::Dependency 
  name: liquid
  version_requirement: 
  version_requirements: !ruby/object:Gem::Requirement 
    requirements: 
    - - "="
      - !ruby/object:Gem::Version 
        version: "2"
    version: 
- !ruby/object:Gem::Dependency 
  name: rdiscount
  version_requirement: !ruby/object:Gem::Version::Requirement 
    requirements: 
    - - ">"
      - !ruby/object:Gem::Version 
        version: 0.0.0
- !ruby/object:Gem::Dependency 
  name: shoulda
  requirement: *id001
  type: :development
description: 
files: 
- _layouts/a.html
summary: "First line\\n\\
  second line"
`;
  expect(readGemSpecification(text)).toEqual({
    name: 'old-theme',
    version: '1.10',
    platform: 'ruby',
    authors: ['Äda'],
    description: 'First line\nsecond line',
    summary: 'First line\nsecond line',
    metadata: new Map(),
    runtimeDependencies: [
      { name: 'jekyll', requirement: ['>= 0.10', '~> 0.5.2'] },
      { name: 'liquid', requirement: ['= 2'] },
      { name: 'rdiscount', requirement: ['> 0.0.0'] },
    ],
    files: ['_layouts/a.html'],
  });
});

test("so is what Ruby 1.9's YAML made of it", () => {
  const text = `--- !ruby/object:Gem::Specification
name: a
version: !ruby/object:Gem::Version
  version: 2.0.0
  prerelease: !!null 
authors:
- !binary |-
  w4RkYQ==
- ! 'Bob: builder'
- ~
description: ''
summary: !binary "w4RkYQ=="
dependencies:
- !ruby/object:Gem::Dependency
  name: jekyll
  requirement: !ruby/object:Gem::Requirement
    requirements:
    - - ! '>='
      - !ruby/object:Gem::Version
        version: '0'
platform: !ruby/object:Gem::Platform
  cpu: x86
  os: mingw32
  version: 
metadata:
  a: no
  b: 1.10
  c: []
`;
  expect(readGemSpecification(text)).toMatchObject({
    authors: ['Äda', 'Bob: builder'],
    description: '',
    summary: 'Äda',
    runtimeDependencies: [{ name: 'jekyll', requirement: ['>= 0'] }],
    platform: 'x86-mingw32',
    metadata: new Map([
      ['a', 'no'],
      ['b', '1.10'],
    ]),
    files: [],
  });
});

test('what is missing is nothing, and a requirement that cannot be understood an error', () => {
  expect(readGemSpecification('name: a\nversion: 1.0.0.rc1\ndependencies:\n- name: b\n')).toEqual({
    name: 'a',
    version: '1.0.0.rc1',
    platform: 'ruby',
    authors: [],
    description: null,
    summary: null,
    metadata: new Map(),
    runtimeDependencies: [{ name: 'b', requirement: ['>= 0'] }],
    files: [],
  });
  const dependency = (text: string) => () =>
    readGemSpecification(`name: a\nversion: 1\ndependencies:\n- ${text}\n`);
  expect(dependency('{ name: b, requirement: { requirements: [ [ ">=" ] ] } }')).toThrow(
    'its specification cannot be read: what it wants of b is of an unknown form',
  );
  expect(dependency('{ name: ../b }')).toThrow('a dependency has no name, or an impossible one');
  expect(dependency('b')).toThrow('a dependency has no name, or an impossible one');
});
