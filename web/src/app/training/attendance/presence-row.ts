import { Component, computed, input, output } from '@angular/core';
import { Icon } from '@parc/ui';

let created = 0;

/** One person: there or not, one tap each; no reason is asked. What is no longer said by a tap is corrected. */
@Component({
  selector: 'parc-presence-row',
  imports: [Icon],
  template: `
    <span class="name"
      >{{ name() }}
      @if (byCode()) {
        <span class="muted small">a signé par code</span>
      }
    </span>
    @if (sayable()) {
      <fieldset>
        <legend class="visually-hidden">{{ name() }}</legend>
        @for (one of answers; track one.label) {
          <label [class.there]="one.present && present() === true" [class.away]="!one.present && present() === false">
            <input
              type="radio"
              class="visually-hidden"
              [name]="group"
              [checked]="present() === one.present"
              (change)="said.emit(one.present)"
            />
            @if (present() === one.present) {
              <parc-icon [name]="one.present ? 'check' : 'minus'" [size]="16" />
            }
            {{ one.label }}
          </label>
        }
      </fieldset>
    } @else {
      <span class="fixed" [class.there]="present() === true">
        <parc-icon [name]="present() ? 'check' : 'minus'" [size]="16" /> {{ fixedWords() }}
      </span>
      @if (correctable()) {
        <button
          type="button"
          class="button-as-link"
          (click)="corrected.emit()"
          [attr.aria-label]="'Corriger : ' + name()"
        >
          Corriger…
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.25rem 1rem;
      padding: 0.375rem 0.5rem 0.375rem 1rem;
    }

    .name {
      display: grid;
      flex: 1 1 8rem;
      overflow-wrap: anywhere;
    }

    fieldset {
      display: flex;
      width: 10.5rem;
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
      overflow: hidden;
    }

    label {
      display: flex;
      flex: 1;
      align-items: center;
      justify-content: center;
      gap: 0.375rem;
      min-height: 44px;
      cursor: pointer;
    }

    label + label {
      border-left: 1px solid var(--edge);
    }

    label:has(:focus-visible) {
      outline: 2px solid var(--focus);
      outline-offset: -3px;
      border-radius: var(--radius);
    }

    label.there {
      background: var(--soft);
      color: var(--primary);
      font-weight: var(--weight-strong);
    }

    label.away {
      background: var(--sunken);
      font-weight: var(--weight-strong);
    }

    .fixed {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: 44px;
    }

    .fixed.there {
      color: var(--primary);
      font-weight: var(--weight-strong);
    }
  `,
})
export class PresenceRow {
  readonly name = input.required<string>();
  /** Null: nobody has said yet. */
  readonly present = input.required<boolean | null>();
  readonly byCode = input(false);
  readonly sayable = input(false);
  readonly correctable = input(false);
  readonly said = output<boolean>();
  readonly corrected = output();

  protected readonly group = `presence-${++created}`;
  protected readonly answers = [
    { label: 'Là', present: true },
    { label: 'Pas là', present: false },
  ];
  protected readonly fixedWords = computed(() => {
    const present = this.present();
    if (present === null) return 'Pas encore noté';
    return present ? 'Là' : 'Pas là';
  });
}
