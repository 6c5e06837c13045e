import { Component, input, model } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-drawings.js';

export interface ChoiceOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
}

let created = 0;

/**
 * One answer among a few, all in sight: `segments` side by side in one frame (Installation | Maintenance), or `chips`
 * that wrap, the chosen one with tick, edge and tint. Native radio buttons, so that arrows and screen readers work.
 */
@Component({
  selector: 'parc-choice',
  imports: [Icon],
  template: `
    <fieldset [class]="look()">
      <legend [class.visually-hidden]="legendHidden()">{{ legend() }}</legend>
      <div class="options">
        @for (option of options(); track option.value) {
          <label [class.chosen]="option.value === value()">
            <input
              type="radio"
              class="visually-hidden"
              [name]="name"
              [value]="option.value"
              [checked]="option.value === value()"
              (change)="value.set(option.value)"
            />
            @if (option.icon) {
              <parc-icon [name]="option.icon" [size]="18" />
            } @else if (look() === 'chips' && option.value === value()) {
              <parc-icon name="check" [size]="16" />
            }
            <span>{{ option.label }}</span>
          </label>
        }
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }

    legend {
      margin-bottom: 0.375rem;
      padding: 0;
      font-weight: var(--weight-strong);
    }

    label {
      position: relative;
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: 0.5rem;
      min-height: var(--control-height);
      padding: 0.25rem 1rem;
      font-weight: var(--weight-strong);
      text-align: center;
      cursor: pointer;
      transition: background-color var(--motion);
    }

    label:hover {
      background: var(--sunken);
    }

    label:has(:focus-visible) {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }

    .chosen,
    .chosen:hover {
      background: var(--soft);
      color: var(--primary);
    }

    .segments .options {
      display: flex;
      flex-wrap: wrap;
      width: fit-content;
      max-width: 100%;
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
    }

    .segments label {
      flex: 1;
      border-radius: calc(var(--radius) - 1px);
    }

    .segments label + label:not(.chosen) {
      box-shadow: -1px 0 0 var(--line);
    }

    .segments .chosen {
      box-shadow: inset 0 0 0 2px var(--primary);
    }

    .chips .options {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    .chips label {
      border: 1px solid var(--edge);
      border-radius: var(--radius-round);
      background: var(--surface);
    }

    .chips .chosen {
      border-color: var(--primary);
      background: var(--soft);
      box-shadow: inset 0 0 0 1px var(--primary);
    }
  `,
})
export class Choice<Value extends string = string> {
  readonly legend = input.required<string>();
  readonly legendHidden = input(false);
  readonly options = input.required<readonly ChoiceOption<Value>[]>();
  readonly look = input<'segments' | 'chips'>('segments');
  readonly value = model.required<Value | null>();
  protected readonly name = `parc-choice-${++created}`;
}
