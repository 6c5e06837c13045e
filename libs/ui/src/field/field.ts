import { booleanAttribute, Component, computed, Directive, inject, input } from '@angular/core';
import { Icon } from '../icon/icon.js';

let created = 0;

/**
 * One question of a form: label above, help under the label, the control, and what is wrong right under it.
 * The control inside carries `parcControl`, which ties it to the three texts.
 */
@Component({
  selector: 'parc-field',
  imports: [Icon],
  template: `
    <div class="head">
      <label [for]="controlId()"
        >{{ label() }}
        @if (optional()) {
          <span class="optional">(facultatif)</span>
        }
      </label>
      <ng-content select="[parcFieldAside]" />
    </div>
    @if (help()) {
      <p class="help" [id]="helpId()">{{ help() }}</p>
    }
    <ng-content />
    @if (error()) {
      <p class="error" [id]="errorId()"><parc-icon name="warning" [size]="16" /> {{ error() }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.375rem;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 1rem;
    }

    label {
      font-weight: var(--weight-strong);
    }

    .optional {
      color: var(--muted);
      font-weight: 400;
    }

    .help {
      color: var(--muted);
      font-size: var(--text-14);
    }

    .error {
      display: flex;
      align-items: flex-start;
      gap: 0.375rem;
      color: var(--on-trouble);
      font-size: var(--text-14);
      font-weight: var(--weight-strong);
    }

    .error parc-icon {
      margin-top: 0.15rem;
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly help = input('');
  /** What is wrong and what is possible now; empty when nothing is. */
  readonly error = input<string | null | undefined>('');
  readonly optional = input(false, { transform: booleanAttribute });
  /** Given when an error summary links to the field. */
  readonly controlId = input(`parc-field-${++created}`);

  readonly helpId = computed(() => `${this.controlId()}-help`);
  readonly errorId = computed(() => `${this.controlId()}-error`);
  readonly describedBy = computed(
    () => [this.help() ? this.helpId() : '', this.error() ? this.errorId() : ''].filter(Boolean).join(' ') || null,
  );
}

/** Put on the input, select or textarea of a `parc-field`. */
@Directive({
  selector: '[parcControl]',
  host: {
    class: 'control',
    '[id]': 'field.controlId()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? "true" : null',
  },
})
export class Control {
  protected readonly field = inject(Field);
}
