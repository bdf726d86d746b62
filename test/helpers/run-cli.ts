import { main } from '../../src/cli.js';

/** What a call of the program printed and how it ended. */
export interface CliResult {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process, in that folder. */
export async function runCli(directory: string, ...argv: string[]): Promise<CliResult> {
  const written = { out: '', err: '' };
  const before = { directory: process.cwd(), out: process.stdout.write, err: process.stderr.write };
  process.chdir(directory);
  process.stdout.write = (text) => {
    written.out += text;
    return true;
  };
  process.stderr.write = (text) => {
    written.err += text;
    return true;
  };
  try {
    await main(argv);
    return { code: process.exitCode as number | undefined, ...written };
  } finally {
    process.stdout.write = before.out;
    process.stderr.write = before.err;
    process.chdir(before.directory);
    process.exitCode = undefined;
  }
}
