import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Invocation } from '../../../src/commands/line/command.js';
import type { FlagValues } from '../../../src/commands/line/flags.js';
import { type Wishes, wishesFor } from '../../../src/commands/new/wishes.js';

const directory = '/sites';

/** What comes of these words, flags and answers, and what was asked. */
async function talk(
  given: { args?: string[]; flags?: FlagValues },
  answers: readonly string[],
): Promise<{ wishes: Wishes; asked: string }> {
  const input = new PassThrough();
  const output = new PassThrough().setEncoding('utf8');
  let asked = '';
  const left = [...answers];
  output.on('data', (text: string) => {
    asked += text;
    if (!text.endsWith(': ')) return;
    const answer = left.shift();
    if (answer === undefined) input.end();
    else input.write(`${answer}\n`);
  });
  const invocation = { args: [], flags: {}, directory, ...given } as unknown as Invocation;
  return { wishes: await wishesFor(invocation, { input, output }), asked };
}

test('asks where to, what for, its name, its address and the workflow', async () => {
  const answers = ['notes', 'company', 'Our notes', 'https://notes.example/', 'y'];
  const { wishes, asked } = await talk({}, answers);
  expect(wishes).toMatchObject({
    folder: join(directory, 'notes'),
    starter: { name: 'company' },
    title: 'Our notes',
    url: 'https://notes.example',
    hasWorkflow: true,
  });
  expect(asked).toContain('3 documentation: a guide, a reference, releases');
});

test('takes Enter for what stands in brackets, and asks again for what is not in the list', async () => {
  const { wishes, asked } = await talk({ args: ['my-notes'] }, ['9', '2', '', '', '']);
  expect(wishes).toMatchObject({
    folder: join(directory, 'my-notes'),
    starter: { name: 'company' },
    title: 'My notes',
    url: '',
    hasWorkflow: false,
  });
  expect(asked).not.toContain('Where to?');
  expect(asked).toContain('A number from the list, or a name [1]: ');
});

test('asks nothing when words and flags say where and what', async () => {
  const { wishes, asked } = await talk({ args: ['a'], flags: { starter: 'documentation' } }, []);
  expect([wishes.starter.name, asked]).toEqual(['documentation', '']);
});

test('writes nothing when the questions are left open', async () => {
  await expect(talk({}, ['a'])).rejects.toThrow('Nothing was written');
});
