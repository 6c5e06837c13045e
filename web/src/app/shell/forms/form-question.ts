import { Component, computed, input, output } from '@angular/core';
import { Choice, Control, Field } from '@parc/ui';
import { type FormField, YES } from './fields';

const INPUT_TYPES: Partial<Record<FormField['type'], string>> = { date: 'date', email: 'email', time: 'time' };
const INPUT_MODES: Partial<Record<FormField['type'], string>> = { money: 'decimal', whole: 'numeric' };

/** One question of a form, in the control that its kind of answer asks for. */
@Component({
  selector: 'parc-form-question',
  imports: [Choice, Control, Field],
  template: `
    @let question = field();
    @switch (question.type) {
      @case ('flag') {
        <label class="flag">
          <input
            #box
            type="checkbox"
            [id]="controlId()"
            [checked]="value() !== ''"
            (change)="changed.emit(box.checked ? yes : '')"
          />
          <span
            >{{ question.label }}
            @if (question.help) {
              <span class="muted small">{{ question.help }}</span>
            }
          </span>
        </label>
      }
      @case ('choice') {
        <parc-choice
          look="chips"
          [legend]="question.label"
          [options]="question.options ?? []"
          [value]="value()"
          (valueChange)="changed.emit($event ?? '')"
        />
        @if (error()) {
          <p class="error" [id]="controlId()" tabindex="-1">{{ error() }}</p>
        }
      }
      @default {
        <parc-field
          [label]="question.label"
          [controlId]="controlId()"
          [help]="question.help ?? ''"
          [error]="error()"
          [optional]="question.required === undefined"
        >
          @if (question.type === 'lines') {
            <textarea
              parcControl
              #lines
              rows="3"
              [attr.maxlength]="question.most ?? 1000"
              [value]="value()"
              (input)="changed.emit(lines.value)"
            ></textarea>
          } @else if (question.type === 'select') {
            <select parcControl #list (change)="changed.emit(list.value)">
              @for (option of question.options ?? []; track option.value) {
                <option [value]="option.value" [selected]="option.value === value()">{{ option.label }}</option>
              }
            </select>
          } @else {
            <input
              parcControl
              #line
              autocomplete="off"
              [type]="inputType()"
              [attr.inputmode]="inputMode()"
              [attr.maxlength]="question.most ?? 200"
              [value]="value()"
              (input)="changed.emit(line.value)"
            />
          }
        </parc-field>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }

    .flag {
      display: flex;
      align-items: center;
      gap: 0.75rem;
      min-height: var(--control-height);
      cursor: pointer;
    }

    .flag input {
      flex: none;
      width: 1.375rem;
      height: 1.375rem;
      margin: 0;
      accent-color: var(--primary);
    }

    .flag span span {
      display: block;
    }

    .error {
      margin-top: 0.375rem;
      color: var(--on-trouble);
      font-size: var(--text-14);
      font-weight: var(--weight-strong);
    }
  `,
})
export class FormQuestion {
  readonly field = input.required<FormField>();
  readonly controlId = input.required<string>();
  readonly value = input('');
  readonly error = input<string | undefined>('');
  readonly changed = output<string>();

  protected readonly yes = YES;
  protected readonly inputType = computed(() => INPUT_TYPES[this.field().type] ?? 'text');
  protected readonly inputMode = computed(() => INPUT_MODES[this.field().type] ?? null);
}
