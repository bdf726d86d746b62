import type { TagDefinition } from '../tag.js';

/** `{% ifchanged %}…{% endifchanged %}` (Liquid 4.0.4, `Ifchanged`): compared with the last such tag, whichever it was. */
export const ifchanged: TagDefinition = {
  name: 'ifchanged',
  parse(_markup, parser) {
    const { write: body } = parser.body();
    return {
      isBlank: parser.isBlank,
      encoding: 'told',
      write: (frame) => {
        const written = frame.capture(body);
        const { registers } = frame;
        frame.render.depend(registers.keys.lastChanged);
        if (written === registers.lastChanged) {
          frame.isAscii = false;
          return;
        }
        registers.lastChanged = written;
        frame.write(written);
      },
    };
  },
};
