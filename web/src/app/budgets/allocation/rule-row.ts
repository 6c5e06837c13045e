import { Component, input, model } from '@angular/core';

/** One setting of the rule: its name, where it comes from, its figure. */
@Component({
  selector: 'parc-rule-row',
  template: `
    <div class="row">
      <span class="words">
        <label [for]="controlId()">{{ label() }}</label>
        <span class="muted small" [id]="controlId() + '-source'">{{ source() }}</span>
      </span>
      <span class="box" [class.wide]="wide()">
        @if (before()) {
          <span class="unit" aria-hidden="true">{{ before() }}</span>
        }
        <input
          #box
          inputmode="decimal"
          autocomplete="off"
          [id]="controlId()"
          [attr.aria-describedby]="controlId() + '-source' + (error() ? ' ' + controlId() + '-error' : '')"
          [attr.aria-invalid]="error() ? 'true' : null"
          [value]="value()"
          (input)="value.set(box.value)"
        />
        @if (after()) {
          <span class="unit" aria-hidden="true">{{ after() }}</span>
        }
      </span>
    </div>
    @if (error()) {
      <p class="error small" [id]="controlId() + '-error'">{{ error() }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 0.5rem 0;
      border-bottom: 1px solid var(--line);
    }

    .row {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 0.75rem;
    }

    .words {
      display: grid;
      min-width: 0;
    }

    label {
      font-weight: var(--weight-strong);
    }

    .box {
      display: flex;
      flex: none;
      align-items: center;
      gap: 0.375rem;
      width: 7rem;
      min-height: var(--control-height);
      padding: 0 0.75rem;
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
    }

    .wide {
      width: 9rem;
    }

    .box:focus-within {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }

    .box:has([aria-invalid='true']) {
      border: 2px solid var(--on-trouble);
    }

    input {
      width: 100%;
      min-width: 0;
      min-height: 2.5rem;
      padding: 0;
      border: 0;
      outline: 0;
      background: none;
      font-weight: var(--weight-strong);
      text-align: end;
    }

    .unit {
      color: var(--muted);
    }

    .error {
      margin-top: 0.25rem;
      color: var(--on-trouble);
      font-weight: var(--weight-strong);
    }
  `,
})
export class RuleRow {
  readonly label = input.required<string>();
  readonly source = input('');
  readonly controlId = input.required<string>();
  readonly before = input('');
  readonly after = input('');
  readonly wide = input(false);
  readonly error = input<string | undefined>();
  readonly value = model.required<string>();
}
