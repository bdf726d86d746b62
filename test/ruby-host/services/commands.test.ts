import { describe, expect, test } from 'vitest';
import { gitArguments } from '../../../src/ruby-host/services/git-command.js';
import { ShellNeededError, splitCommand } from '../../../src/ruby-host/services/split-command.js';

describe('a command', () => {
  test('is cut into words by its quotes', () => {
    expect(
      splitCommand(`git log -1 --pretty="%ad \\"x\\"" --date=iso 'a b'c d\\ e HEAD~1 2>/dev/null`),
    ).toEqual(['git', 'log', '-1', '--pretty=%ad "x"', '--date=iso', 'a bc', 'd e', 'HEAD~1']);
  });

  test('that a shell would have to understand is refused', () => {
    for (const command of [
      'a; b',
      'a | b',
      'a && b',
      'a > b',
      'a $(b)',
      'a "$(b)"',
      'a `b`',
      'a "$HOME"',
      'a *',
      'a ~/b',
      'a #b',
      'a "b',
      'a\nb',
    ]) {
      expect(() => splitCommand(command), command).toThrow(ShellNeededError);
    }
  });
});

describe('Git', () => {
  const refused = (command: string): boolean => 'refused' in gitArguments(splitCommand(command));

  test('may be asked what it knows', () => {
    for (const command of [
      'git rev-list --count HEAD "_posts/a b.md"',
      'git log -1 --format=%ct -- a.md',
      'git log -n 1 --pretty="%ad" --date=iso a.md',
      'git rev-parse --short HEAD',
      'git show -s --format=%H HEAD',
      'git ls-files -z',
    ]) {
      expect(refused(command), command).toBe(false);
    }
  });

  test('may neither write nor start anything', () => {
    for (const command of [
      'git push',
      'git -c core.pager=x log',
      'git -C /tmp log',
      'git --git-dir=/x log',
      'git log -p',
      'git log --output=x',
      'git log --ext-diff',
      'git log "--format=%G?"',
      'git ls-files -m',
      'git show HEAD',
      'git',
    ]) {
      expect(refused(command), command).toBe(true);
    }
  });
});
