/** Ruby in this thread, with the moments to which it can be brought back. */
import { readFileSync } from 'node:fs';
import type { OpenFiles } from './descriptors.js';
import { imageName, readImage, writeImage } from './kept-image.js';
import type { Mailbox } from './mailbox.js';
import { layImage, type MemoryImage, takeImage } from './memory-image.js';
import { RubyProgram } from './ruby-program.js';
import type { Wasi } from './wasi.js';
import { type Export, type Imports, type Memory, webAssembly } from './web-assembly.js';

/** What Ruby is made of. */
export interface MachineParts {
  /** Absolute path of `ruby+stdlib.wasm`. */
  readonly program: string;
  /** The program, where somebody has compiled it already. */
  readonly module: object | null;
  /** Absolute path of the shim. */
  readonly shim: string;
  /** Folders for images. */
  readonly imageFolders: readonly string[];
}

/** A moment. */
interface Mark {
  readonly image: MemoryImage;
  readonly files: OpenFiles;
}

/** Under this name the shim runs. */
const SHIM_PATH = '/.utterson/shim.rb';
const ARGUMENTS = [
  'ruby.wasm',
  '-W0',
  '-EUTF-8:UTF-8',
  '--disable=gems,error_highlight,did_you_mean',
  '-e_=0',
];

/** Ruby with the shim, before it has heard of a site. */
export class Machine {
  private readonly module: object;
  private readonly bare: MemoryImage;
  private readonly marks: Mark[] = [];
  private ruby: RubyProgram;
  /** Memory as it was before the program ran, as long as the first mark is waited for. */
  private fresh: Buffer | null = null;

  constructor(
    { program, module, shim, imageFolders }: MachineParts,
    private readonly wasi: Wasi,
    private readonly mailbox: Mailbox,
  ) {
    this.module = module ?? new webAssembly.Module(readFileSync(program));
    const text = readFileSync(shim, 'utf8');
    const name = imageName(program, text);
    const kept = readImage(imageFolders, name);
    this.ruby = this.instance();
    if (kept === null) {
      this.bare = this.begin(text);
      writeImage(imageFolders, name, this.bare);
    } else {
      this.bare = kept;
      this.lay(kept);
    }
  }

  /** Lets the shim serve requests until it is told to leave, or there are no more. */
  serve(): void {
    // An image would bring the same chance each time.
    this.ruby.evaluate('Random.srand(Random.new_seed)\nUtterson::Wire.serve');
  }

  /** Makes this the moment that {@link reset} leads to. */
  mark(): void {
    const image = takeImage(this.ruby.memory.buffer, this.fresh ?? this.freshMemory());
    this.fresh = null;
    this.marks.push({ image, files: this.wasi.descriptors.openFiles() });
  }

  /** Back to the last mark, or to the beginning. */
  reset(): void {
    const mark = this.marks.at(-1);
    this.ruby = this.instance(mark === undefined);
    this.lay(mark?.image ?? this.bare);
    this.wasi.descriptors.restoreFiles(mark?.files ?? null);
  }

  /** Back to the mark before the last. */
  drop(): void {
    this.marks.pop();
    this.reset();
  }

  private begin(shim: string): MemoryImage {
    this.ruby.start(ARGUMENTS);
    this.ruby.evaluate(`$0 = ${rubyString(SHIM_PATH)}
eval(${rubyString(shim)}, TOPLEVEL_BINDING, ${rubyString(SHIM_PATH)}, 1)`);
    return takeImage(this.ruby.memory.buffer, this.fresh!);
  }

  /** @param isMarked whether a mark is likely to follow, which wants to know what memory was before */
  private instance(isMarked = true): RubyProgram {
    const { exports } = new webAssembly.Instance(this.module, {
      wasi_snapshot_preview1: this.wasi.imports(),
      'rb-js-abi-host': this.bridge(),
      canonical_abi: handles(),
    });
    const memory = exports['memory'] as Memory;
    this.wasi.memory.memory = memory;
    this.fresh = isMarked ? Buffer.from(memory.buffer.slice(0)) : null;
    return new RubyProgram(exports as Record<string, Export>, memory);
  }

  /**
   * The bridge to JavaScript's objects, of which nothing is used but one call that takes a number, since an exception in a nested call of it is
   * the end of Ruby.
   */
  private bridge(): Imports {
    const names = webAssembly.Module.imports(this.module).filter(({ module }) => module === 'rb-js-abi-host');
    const closed = names.map(({ name }) => [
      name,
      () => {
        throw new Error(`Ruby asks for ${name} of a bridge that is closed`);
      },
    ]);
    const exchange = (address: number): number => {
      this.mailbox.exchange(this.ruby.memory, address >>> 0);
      return NOTHING;
    };
    return { ...Object.fromEntries(closed), [EXCHANGE]: exchange };
  }

  private freshMemory(): Buffer {
    const { ruby, wasi } = this;
    this.ruby = this.instance();
    this.ruby = ruby;
    wasi.memory.memory = ruby.memory;
    return this.fresh!;
  }

  private lay(image: MemoryImage): void {
    const { memory } = this.ruby;
    const missing = image.size - memory.buffer.byteLength;
    if (missing > 0) memory.grow(missing / BLOCK);
    layImage(image, memory.buffer);
  }
}

/** The call of the bridge by which Ruby gives the address of its mailbox, and the number that stands for what it answers. */
const EXCHANGE = 'int-to-js-number: func(value: s32) -> handle<js-abi-value>';
const NOTHING = 0;

/** Bytes by which a memory grows. */
const BLOCK = 65_536;

function rubyString(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** Numbers that stand for values of Ruby's; the few evaluations here need no more than that they are kept. */
function handles(): Imports {
  const values: number[] = [];
  return {
    'resource_new_rb-abi-value': (value: number) => values.push(value) - 1,
    'resource_get_rb-abi-value': (handle: number) => values[handle]!,
    'resource_drop_js-abi-value': () => {},
  };
}
