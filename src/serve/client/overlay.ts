import type { StateMessage } from '../live-message.js';
import { fill, make } from './elements.js';

/** What is wrong with the page, over it: a dialog that takes the focus and gives it back. */
export class Overlay {
  readonly #title = make('h1', { id: 'title', tabindex: '-1' });
  readonly #close = make('button', { type: 'button', class: 'hide' }, 'Hide', ' ', make('kbd', {}, 'Esc'));
  readonly #content = make('div', { id: 'content' });
  readonly #note = make('p', { role: 'status', class: 'note' });
  readonly #element: HTMLElement;
  #shown: string | null = null;
  #before: HTMLElement | null = null;

  constructor(root: ShadowRoot) {
    this.#element = make(
      'section',
      {
        class: 'utterson overlay',
        role: 'alertdialog',
        'aria-modal': 'true',
        'aria-labelledby': 'title',
        hidden: '',
      },
      make(
        'div',
        { class: 'inner' },
        make('header', {}, this.#title, this.#close),
        make('p', { class: 'quiet' }, 'Below is the page as it was when it was last good.'),
        this.#note,
        this.#content,
      ),
    );
    root.append(this.#element);
    this.#close.addEventListener('click', () => this.#hide());
    // Before the page's own keys.
    addEventListener('keydown', (event) => this.#onKey(event, root), { capture: true });
  }

  get isOpen(): boolean {
    return !this.#element.hidden;
  }

  /** Shows errors, unless they are those that the reader has hidden; `null` when there are none. */
  show(here: StateMessage['here']): void {
    if (here === null) {
      this.#shown = null;
      this.#hide();
      return;
    }
    if (here.html === this.#shown) return;
    this.#shown = here.html;
    this.#title.textContent = here.title;
    this.#note.textContent = '';
    fill(this.#content, here.html);
    this.reopen();
  }

  /** Shows again what was hidden. */
  reopen(): void {
    if (this.isOpen) return;
    this.#before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.#element.hidden = false;
    this.#title.focus();
  }

  say(text: string): void {
    this.#note.textContent = text;
  }

  #hide(): void {
    if (!this.isOpen) return;
    this.#element.hidden = true;
    if (this.#before?.isConnected) this.#before.focus();
    this.#before = null;
  }

  #onKey(event: KeyboardEvent, root: ShadowRoot): void {
    if (!this.isOpen) return;
    if (event.key === 'Escape') this.#hide();
    else if (event.key === 'Tab') this.#keepInside(event, root);
    else return;
    event.stopPropagation();
    if (event.key === 'Escape') event.preventDefault();
  }

  /** From the last of what can have the focus to the first, and back. */
  #keepInside(event: KeyboardEvent, root: ShadowRoot): void {
    const stops = [...this.#element.querySelectorAll<HTMLElement>('button, pre[tabindex], a[href]')];
    const at = stops.indexOf(root.activeElement as HTMLElement);
    const isLeaving = event.shiftKey ? at <= 0 : at === stops.length - 1;
    if (!isLeaving) return;
    event.preventDefault();
    stops.at(event.shiftKey ? -1 : 0)?.focus();
  }
}
