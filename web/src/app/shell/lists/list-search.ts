import { Component, DestroyRef, inject, input, linkedSignal, output } from '@angular/core';
import { Icon } from '@parc/ui';

/** A fast typist is not searched for at each letter. */
const DELAY_MILLISECONDS = 250;

/** The search box of a list: what is typed narrows it a moment later. */
@Component({
  selector: 'parc-list-search',
  imports: [Icon],
  host: { role: 'search' },
  template: `
    <parc-icon name="search" [size]="16" />
    <input
      #box
      type="search"
      class="control"
      maxlength="100"
      autocomplete="off"
      [attr.aria-label]="label()"
      [placeholder]="placeholder()"
      [value]="text()"
      (input)="type(box.value)"
      (keydown.enter)="send(); $event.preventDefault()"
    />
  `,
  styles: `
    :host {
      position: relative;
      display: inline-flex;
      flex: 1 1 11rem;
      min-width: 11rem;
      max-width: 22rem;
    }

    parc-icon {
      position: absolute;
      top: 50%;
      left: 0.625rem;
      color: var(--muted);
      transform: translateY(-50%);
      pointer-events: none;
    }

    input {
      min-height: var(--control-height-dense);
      padding: 0.25rem 0.5rem 0.25rem 2.125rem;
      font-size: var(--text-14);
    }

    :host(.large),
    :host(.large) input {
      max-width: none;
      min-height: var(--control-height);
      font-size: var(--text-16);
    }

    @media (hover: none), (max-width: 899px) {
      :host {
        flex-basis: 100%;
        max-width: none;
      }

      input {
        min-height: var(--control-height);
        font-size: var(--text-16);
      }
    }
  `,
})
export class ListSearch {
  /** What is searched, for a screen reader. */
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly value = input('');
  readonly searched = output<string>();

  protected readonly text = linkedSignal(() => this.value());
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(text: string): void {
    this.text.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), DELAY_MILLISECONDS);
  }

  protected send(): void {
    clearTimeout(this.timer);
    if (this.text().trim() !== this.value()) this.searched.emit(this.text().trim());
  }
}
