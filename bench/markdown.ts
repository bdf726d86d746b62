import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import markdownIt from 'markdown-it';
import { parse } from 'yaml';
import { createKramdown, defaults } from '../src/markdown/index.js';
import { postBodies } from './sites/blog.js';

/**
 * Megabytes per second of our kramdown, of plain markdown-it and, where Ruby has it, of kramdown itself (`RUBYLIB` chooses the version), on
 * posts like a blog's and on the conformance corpus; no highlighting.
 */
export async function run(): Promise<void> {
  const texts = { posts: postBodies(400), corpus: corpusInputs() };
  for (const [name, inputs] of Object.entries(texts)) {
    const size = inputs.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
    const kramdown = createKramdown({ ...defaults, syntax_highlighter: null }, null);
    const plain = markdownIt({ html: true, typographer: true });
    const ours = speed(size, () => renderAll(inputs, (text) => kramdown.render(text)));
    const theirs = speed(size, () => renderAll(inputs, (text) => plain.render(text)));
    const ruby = rubySpeed(inputs, size);
    console.log(
      `${name}: ours ${ours.toFixed(1)} MB/s, markdown-it ${theirs.toFixed(1)} (ours is ${((100 * ours) / theirs).toFixed(0)} % of it)` +
        (ruby === null
          ? ', no kramdown here'
          : `, kramdown in Ruby ${ruby.toFixed(2)} (ours is ${(ours / ruby).toFixed(0)} times it)`),
    );
  }
}

function renderAll(inputs: readonly string[], render: (text: string) => unknown): void {
  for (const text of inputs) render(text);
}

/** The best of several passes, after some to warm up. */
function speed(megabytes: number, pass: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let index = 0; index < 12; index++) {
    const start = performance.now();
    pass();
    best = Math.min(best, performance.now() - start);
  }
  return megabytes / (best / 1000);
}

const rubyProgram = `
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'
inputs = JSON.parse(STDIN.read)
best = 3.times.map do
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  inputs.each { |text| Kramdown::Document.new(text, input: 'GFM', hard_wrap: false, syntax_highlighter: nil).to_html }
  Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
end.min
puts best
`;

function rubySpeed(inputs: readonly string[], megabytes: number): number | null {
  const { stdout, status } = spawnSync('ruby', ['-W0', '-e', rubyProgram], {
    input: JSON.stringify(inputs),
    encoding: 'utf8',
  });
  return status === 0 ? megabytes / Number(stdout) : null;
}

function corpusInputs(): string[] {
  const files = ['01-paragraphs', '05-lists', '08-tables', '10-emphasis', '12-links', '23-documents'];
  return files.flatMap((file) => {
    const cases = parse(readFileSync(join('test/conformance/cases/markdown', `${file}.yml`), 'utf8')) as {
      input: string;
    }[];
    return cases.map(({ input }) => input);
  });
}
