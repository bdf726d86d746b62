import type { Interrupt } from '../run/frame.js';
import type { TagDefinition } from '../tag.js';

/** `{% break %}` (Liquid 4.0.4, `Break`): outside a loop it ends the page. */
export const breakTag = interruptTag('break');

/** `{% continue %}` (Liquid 4.0.4, `Continue`). */
export const continueTag = interruptTag('continue');

function interruptTag(name: Interrupt): TagDefinition {
  return {
    name,
    parse: () => ({ isBlank: false, write: (frame) => void frame.interrupts.push(name) }),
  };
}
