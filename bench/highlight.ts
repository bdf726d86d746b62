/**
 * How fast code is highlighted, in MB/s for each language: the conformance cases' code, over and over up to 200 KB, with the
 * time until the first short block is done (rules made, expressions compiled). Beside it Ruby's Rouge, where `ruby` has it.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createHighlighter } from '../src/highlight/create-highlighter.js';
import type { Highlighter } from '../src/highlight/highlighter.js';

const folder = 'test/conformance/cases/highlight';
const enoughCode = 200_000;

/** Length of the block by which the start is timed: a usual one. */
const shortBlock = 800;

interface Sample {
  readonly language: string;
  readonly code: string;
}

export async function run(): Promise<void> {
  const samples = readSamples();
  const rouge = timeRouge(samples);
  console.log('language         first block ms     MB/s   Rouge MB/s   ratio');
  const ratios: number[] = [];
  for (const sample of samples) {
    const { first, speed } = timeOurs(sample);
    const theirs = rouge.get(sample.language);
    if (theirs !== undefined) ratios.push(speed / theirs);
    console.log(
      sample.language.padEnd(16),
      first.toFixed(1).padStart(14),
      speed.toFixed(2).padStart(8),
      (theirs?.toFixed(2) ?? '-').padStart(12),
      (theirs === undefined ? '-' : (speed / theirs).toFixed(1)).padStart(7),
    );
  }
  if (ratios.length > 0) {
    console.log(`mean ratio ${(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toFixed(1)}`);
  }
}

function readSamples(): Sample[] {
  return readdirSync(folder).flatMap((file) => {
    const [{ language, input }] = parse(readFileSync(join(folder, file), 'utf8')) as [
      { language: string; input: string },
    ];
    return [{ language, code: `${input}\n` }];
  });
}

function timeOurs({ language, code }: Sample): { first: number; speed: number } {
  const highlighter = createHighlighter();
  const first = milliseconds(highlighter, code.slice(0, shortBlock), language, 1);
  const times = Math.ceil(enoughCode / code.length);
  milliseconds(highlighter, code, language, times);
  return { first, speed: (times * code.length) / 1000 / milliseconds(highlighter, code, language, times) };
}

function milliseconds(highlighter: Highlighter, code: string, language: string, times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) highlighter.highlight(code, language);
  return performance.now() - start;
}

const rougeScript = `
require 'json'; require 'rouge'
formatter = Rouge::Formatters::HTML.new
STDIN.each_line do |line|
  sample = JSON.parse(line)
  lexer = Rouge::Lexer.find_fancy(sample['language'], sample['code']) or next
  code = sample['code']
  times = (${enoughCode}.0 / code.size).ceil
  formatter.format(lexer.lex(code))
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  times.times { formatter.format(lexer.lex(code)) }
  seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
  puts JSON.generate([sample['language'], times * code.size / 1e6 / seconds])
end`;

function timeRouge(samples: readonly Sample[]): Map<string, number> {
  const input = samples.map((sample) => JSON.stringify(sample)).join('\n');
  const { stdout, status } = spawnSync('ruby', ['-W0', '-e', rougeScript], { input, encoding: 'utf8' });
  if (status !== 0) return new Map();
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [string, number]),
  );
}
