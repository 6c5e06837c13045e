import { Component, computed, input, model } from '@angular/core';
import { Icon } from '../icon/icon.js';

/** A small number that is more often nudged than typed: a quantity, minutes. */
@Component({
  selector: 'parc-stepper',
  imports: [Icon],
  host: { role: 'group', '[attr.aria-label]': 'label()', '[class.short]': 'short()' },
  template: `
    <button type="button" [disabled]="value() <= min()" [attr.aria-label]="'Moins, ' + label()" (click)="nudge(-1)">
      <parc-icon name="minus" [size]="18" />
    </button>
    <span class="middle">
      <input
        #box
        type="text"
        inputmode="numeric"
        role="spinbutton"
        autocomplete="off"
        [attr.aria-label]="label()"
        [attr.aria-valuenow]="value()"
        [attr.aria-valuemin]="min()"
        [attr.aria-valuemax]="max()"
        [attr.aria-valuetext]="words()"
        [style.width.ch]="digits() + 1"
        [value]="value()"
        (change)="box.value = '' + write(box.value)"
        (keydown.arrowUp)="nudge(1); $event.preventDefault()"
        (keydown.arrowDown)="nudge(-1); $event.preventDefault()"
      />
      @if (outOf() !== null) {
        <span class="beside" aria-hidden="true">sur {{ outOf() }}</span>
      } @else if (unit()) {
        <span class="beside" aria-hidden="true">{{ unit() }}</span>
      }
    </span>
    <button type="button" [disabled]="value() >= max()" [attr.aria-label]="'Plus, ' + label()" (click)="nudge(1)">
      <parc-icon name="plus" [size]="18" />
    </button>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: stretch;
      height: var(--control-height);
      overflow: hidden;
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
    }

    /* Less than was asked: the edge says it, beside the reason that the page asks for. */
    :host(.short) {
      border-color: var(--on-waiting);
      color: var(--on-waiting);
    }

    button {
      display: grid;
      place-items: center;
      width: 2.75rem;
      border: 0;
      background: var(--background);
      color: var(--ink);
      cursor: pointer;
    }

    button:disabled {
      color: var(--edge);
      cursor: not-allowed;
    }

    button:focus-visible,
    input:focus-visible {
      outline-offset: -2px;
    }

    .middle {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      min-width: 2.75rem;
      padding: 0 0.375rem;
    }

    input {
      height: 100%;
      padding: 0;
      border: 0;
      background: none;
      font-weight: var(--weight-title);
      text-align: center;
    }

    .beside {
      padding-right: 0.25rem;
      white-space: nowrap;
    }
  `,
})
export class Stepper {
  readonly value = model.required<number>();
  /** What is counted, for a screen reader: "Quantité, Pose d’un vidéoprojecteur". */
  readonly label = input.required<string>();
  readonly min = input(0);
  readonly max = input(999);
  /** What one step adds or takes. */
  readonly step = input(1);
  readonly unit = input('');
  /** What was asked: shown as "1 sur 2", and less of it is marked. */
  readonly outOf = input<number | null>(null);

  protected readonly digits = computed(() => String(this.value()).length);
  protected readonly short = computed(() => this.value() < (this.outOf() ?? this.min()));
  protected readonly words = computed(() => {
    const outOf = this.outOf();
    return outOf === null ? `${this.value()} ${this.unit()}`.trim() : `${this.value()} sur ${outOf}`;
  });

  protected nudge(steps: number): void {
    this.set(this.value() + steps * this.step());
  }

  /** Takes what was typed; what is no number leaves the value as it was. @returns the value to show */
  protected write(text: string): number {
    const typed = Number.parseInt(text, 10);
    if (!Number.isNaN(typed)) this.set(typed);
    return this.value();
  }

  private set(value: number): void {
    this.value.set(Math.min(this.max(), Math.max(this.min(), value)));
  }
}
