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

/** Ruby is given a tenth of that: all languages would take it a quarter of an hour. */
const enoughForRuby = 20_000;

/** Length of the block by which the start is timed: a usual one. */
const shortBlock = 800;

interface Sample {
  readonly language: string;
  readonly code: string;
}

export async function run(): Promise<void> {
  const samples = readSamples();
  console.log('language         first block ms     MB/s   Rouge MB/s   ratio');
  const ratios: number[] = [];
  for (const sample of samples) {
    const { first, speed } = timeOurs(sample);
    const theirs = timeRouge(sample);
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
sample = JSON.parse(STDIN.read)
code = sample['code']
lexer = Rouge::Lexer.find_fancy(sample['language'], code) or exit
formatter.format(lexer.lex(code))
times = (${enoughForRuby}.0 / code.size).ceil
start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
times.times { formatter.format(lexer.lex(code)) }
puts times * code.size / 1e6 / (Process.clock_gettime(Process::CLOCK_MONOTONIC) - start)`;

/** MB/s; `undefined` where there is no Ruby, and for the few lexers that never come to an end. */
function timeRouge(sample: Sample): number | undefined {
  const options = { input: JSON.stringify(sample), encoding: 'utf8', timeout: 5000 } as const;
  const { stdout, status } = spawnSync('ruby', ['-W0', '-e', rougeScript], options);
  return status === 0 && stdout !== '' ? Number(stdout) : undefined;
}
