/** The worker's program: starts Ruby and lets the shim serve requests until there are no more. */
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { RubyProgram } from './ruby-program.js';
import { SharedPipe } from './shared-pipe.js';
import { ProgramExit, Wasi, WIRE_PATHS } from './wasi.js';
import type { WorkerData } from './wasm-wire.js';
import { type Export, type Imports, type Memory, webAssembly } from './web-assembly.js';

const data = workerData as WorkerData;
const answers = new SharedPipe(data.fromRuby);

try {
  run();
} catch (error) {
  if (!(error instanceof ProgramExit)) throw error;
} finally {
  answers.close();
}

function run(): void {
  const wasi = new Wasi(data, new SharedPipe(data.toRuby), answers);
  const program = new webAssembly.Module(readFileSync(data.program));
  const { exports } = new webAssembly.Instance(program, {
    wasi_snapshot_preview1: wasi.imports(),
    'rb-js-abi-host': closedBridge(program),
    canonical_abi: handles(),
  });
  wasi.memory = exports['memory'] as Memory;
  const ruby = new RubyProgram(exports as Record<string, Export>, wasi.memory);
  ruby.start(['ruby.wasm', '-W0', '-EUTF-8:UTF-8', '--disable=gems,error_highlight,did_you_mean', '-e_=0']);
  const names = [data.shim, WIRE_PATHS.requests, WIRE_PATHS.answers].map((path) => JSON.stringify(path));
  ruby.evaluate(`ARGV.replace([${names.slice(1).join(', ')}])
$0 = ${names[0]}
eval(${rubyString(readFileSync(data.shim, 'utf8'))}, TOPLEVEL_BINDING, ${names[0]}, 1)`);
}

function rubyString(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** The bridge to JavaScript's objects, which is not used: an exception in a nested call of it is the end of Ruby. */
function closedBridge(program: object): Imports {
  const names = webAssembly.Module.imports(program).filter(({ module }) => module === 'rb-js-abi-host');
  return Object.fromEntries(
    names.map(({ name }) => [
      name,
      () => {
        throw new Error(`Ruby asks for ${name} of a bridge that is closed`);
      },
    ]),
  );
}

/** Numbers that stand for values of Ruby's; the one evaluation here needs no more than that they are kept. */
function handles(): Imports {
  const values: number[] = [];
  return {
    'resource_new_rb-abi-value': (value: number) => values.push(value) - 1,
    'resource_get_rb-abi-value': (handle: number) => values[handle]!,
    'resource_drop_js-abi-value': () => {},
  };
}
