import { highlightCss } from './highlight-css.js';
import { CommandError, type Invocation } from './line/command.js';

/** `utterson rougify style THEME`: of Rouge's own program (4.7, `CLI`) what sites use, with its theme where none is named. */
export async function rougify(invocation: Invocation): Promise<number> {
  const [action, ...themes] = invocation.args;
  if (action !== 'style') {
    throw new CommandError(
      `utterson rougify takes style, not ${action === undefined ? 'nothing' : `'${action}'`}.`,
    );
  }
  return highlightCss({ ...invocation, args: themes.length === 0 ? ['thankful_eyes'] : themes });
}
