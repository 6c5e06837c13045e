import { Component, ElementRef, inject, input, output, signal } from '@angular/core';
import type { AllocationItem } from '@parc/api-client';
import { amount, Control, Field, parseMoney } from '@parc/ui';
import { together, typed } from '../../shell/kept/typed';
import { type HandChange, handErrors } from './allocation-form';

/** Fixes one school's amount, in its own row, with the reason that the school will read. */
@Component({
  selector: 'parc-hand-change-form',
  imports: [Control, Field],
  template: `
    <form novalidate (submit)="fix($event)">
      <parc-field label="Montant, en euros" controlId="ajuster-montant" [error]="errors().amount">
        <input
          #amountBox
          parcControl
          inputmode="decimal"
          autocomplete="off"
          [value]="typed()"
          (input)="typed.set(amountBox.value)"
        />
      </parc-field>
      <parc-field class="reason" label="Motif" controlId="ajuster-motif" [error]="errors().reason">
        <input
          #reasonBox
          parcControl
          maxlength="200"
          placeholder="classe ouverte en janvier"
          [value]="reason()"
          (input)="reason.set(reasonBox.value)"
        />
      </parc-field>
      <div class="answers">
        <button type="submit" class="button">Fixer ce montant</button>
        <button type="button" class="button button-quiet" (click)="written.forget(); left.emit()">
          Laisser la règle
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: 0.75rem;
      padding: 0.75rem 0;
    }

    parc-field {
      width: 9rem;
    }

    .reason {
      flex: 1 1 16rem;
    }

    .answers {
      display: flex;
      flex-wrap: wrap;
      align-self: flex-end;
      gap: 0.25rem;
    }
  `,
})
export class HandChangeForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly item = input.required<AllocationItem>();
  readonly fixed = output<HandChange>();
  readonly left = output();

  protected readonly typed = typed({
    name: () => `montant de ${this.item().schoolId}`,
    initial: () => amount(this.item().amountCents),
  });
  protected readonly reason = typed({
    name: () => `motif de ${this.item().schoolId}`,
    initial: () => this.item().reason ?? '',
  });
  protected readonly written = together(this.typed, this.reason);
  protected readonly errors = signal<{ amount?: string; reason?: string }>({});

  constructor() {
    setTimeout(() => this.host.nativeElement.querySelector('input')?.select());
  }

  protected fix(event: Event): void {
    event.preventDefault();
    const errors = handErrors(this.typed(), this.reason());
    this.errors.set(errors);
    if (errors.amount !== undefined || errors.reason !== undefined) return;
    const { schoolId, amountCents } = this.item();
    this.written.forget();
    this.fixed.emit({
      schoolId,
      amountCents: parseMoney(this.typed())!,
      reason: this.reason().trim(),
      formerCents: amountCents,
    });
  }
}
