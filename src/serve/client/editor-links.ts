import type { EditorAnswer } from '../live-message.js';

const EDITOR = '/__utterson/editor';

/** Places in findings: buttons that have the server open the editor there. */
export class EditorLinks {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  /** @param say shows what came of it; default: beside the place */
  listenIn(root: Document | ShadowRoot, say?: (text: string) => void): void {
    root.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-place]');
      if (button) void this.#open(button, say ?? ((text) => sayBeside(button, text)));
    });
  }

  async #open({ dataset }: HTMLElement, say: (text: string) => void): Promise<void> {
    const response = await fetch(EDITOR, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Utterson-Token': this.#token },
      body: `{"place":${dataset['place']}}`,
    });
    if (!response.ok) {
      say('The editor opens on the computer of the server only.');
      return;
    }
    const { isOpened, message, place } = (await response.json()) as EditorAnswer;
    say(isOpened || !(await copy(place)) ? message : `${message} (copied)`);
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Forbidden, or not there on plain HTTP: the place can be read all the same.
    return false;
  }
}

function sayBeside(button: HTMLElement, text: string): void {
  const next = button.nextElementSibling;
  const note = next?.getAttribute('role') === 'status' ? next : document.createElement('span');
  note.setAttribute('role', 'status');
  note.textContent = ` ${text}`;
  button.after(note);
}
