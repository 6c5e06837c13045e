import { Component, DestroyRef, inject, input, linkedSignal, output } from '@angular/core';
import { Icon } from '@parc/ui';

/** A fast typist is not searched for at each letter. */
const DELAY_MILLISECONDS = 250;

/** Number, object, school or UAI, accents or not; what is typed narrows the list a moment later. */
@Component({
  selector: 'parc-order-search',
  imports: [Icon],
  host: { role: 'search' },
  template: `
    <parc-icon name="search" [size]="16" />
    <input
      #box
      type="search"
      class="control"
      maxlength="100"
      aria-label="Chercher une commande"
      [placeholder]="placeholder()"
      [value]="text()"
      (input)="type(box.value)"
      (keydown.enter)="send()"
    />
  `,
  styles: `
    :host {
      position: relative;
      display: inline-flex;
      flex: 1 1 11.5rem;
      min-width: 11.5rem;
      max-width: 20rem;
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
export class OrderSearch {
  readonly value = input('');
  readonly placeholder = input('Numéro, école, objet');
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
