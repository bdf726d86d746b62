import type { TagDefinition } from '../tag.js';

/** `{% ifchanged %}…{% endifchanged %}` (Liquid 4.0.4, `Ifchanged`): compared with the last such tag, whichever it was. */
export const ifchanged: TagDefinition = {
  name: 'ifchanged',
  hasBody: true,
  parse(_markup, parser) {
    const { write: body } = parser.body();
    return {
      isBlank: parser.isBlank,
      encoding: 'told',
      write: (frame) => {
        const written = frame.capture(body);
        if (frame.registers.isChanged(written, frame.render)) frame.write(written);
        else frame.isAscii = false;
      },
    };
  },
};
