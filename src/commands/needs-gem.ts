import type { Invocation } from './line/command.js';

/** A command that is a gem of its own in Jekyll and has no counterpart here (Jekyll 4.4.1, `External.blessed_gems`). */
export async function needsGem({ command, reporter }: Invocation): Promise<number> {
  const { name } = command;
  // jekyll-docs is released with Jekyll and must have its version.
  const version = name === 'docs' ? '= 4.4.1' : '> 0';
  reporter.error(
    `You must install the 'jekyll-${name}' gem version ${version} to use the 'jekyll ${name}' command.`,
  );
  return 1;
}
