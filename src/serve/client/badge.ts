import type { StateMessage } from '../live-message.js';
import { fill, make } from './elements.js';

/** What the badge stands for. */
export interface BadgeContent extends Pick<StateMessage, 'elsewhere' | 'missing'> {
  /** The title of the overlay, which can be hidden; `null` without one. */
  readonly hidden: string | null;
}

/** A small button in the corner, and the list that it opens. */
export class Badge {
  readonly #button = make('button', {
    type: 'button',
    class: 'badge',
    'aria-expanded': 'false',
    'aria-controls': 'list',
  });
  readonly #status = make('div', { role: 'status' }, this.#button);
  readonly #overlayButton = make('button', { type: 'button', class: 'badge error', hidden: '' });
  readonly #content = make('div');
  readonly #note = make('p', { role: 'status', class: 'note' });
  readonly #list: HTMLElement;
  readonly #corner: HTMLElement;
  /** Of what is not there one is told at once, but once. */
  #hasOpened = false;

  constructor(root: ShadowRoot, reopen: () => void) {
    this.#list = make(
      'section',
      { id: 'list', class: 'list', 'aria-label': 'What the build told', hidden: '' },
      this.#note,
      this.#content,
    );
    const bar = make('div', { class: 'bar' }, this.#overlayButton, this.#status);
    this.#corner = make('div', { class: 'utterson corner', hidden: '' }, this.#list, bar);
    root.append(this.#corner);
    this.#button.addEventListener('click', () => this.#open(this.#button.ariaExpanded !== 'true'));
    this.#overlayButton.addEventListener('click', reopen);
    this.#corner.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || this.#list.hidden) return;
      this.#open(false);
      this.#button.focus();
    });
  }

  show({ hidden, elsewhere, missing }: BadgeContent): void {
    this.#overlayButton.hidden = hidden === null;
    this.#overlayButton.textContent = hidden ?? '';
    this.#corner.hidden = hidden === null && elsewhere === null && missing === null;
    this.#button.hidden = elsewhere === null && missing === null;
    this.#button.classList.toggle('error', elsewhere?.isError ?? false);
    const labels = [
      ...(missing === null ? [] : ['Nothing is here']),
      ...(elsewhere ? [elsewhere.label] : []),
    ];
    this.#button.textContent = labels.join(', ');
    this.#note.textContent = '';
    fill(this.#content, (missing ?? '') + (elsewhere?.html ?? ''));
    if (this.#button.hidden) this.#open(false);
    else if (missing !== null && !this.#hasOpened) this.#open(true);
  }

  say(text: string): void {
    this.#note.textContent = text;
  }

  #open(isOpen: boolean): void {
    this.#hasOpened ||= isOpen;
    this.#list.hidden = !isOpen;
    this.#button.setAttribute('aria-expanded', String(isOpen));
  }
}
