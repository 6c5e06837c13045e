import { afterNextRender, Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import type { OrderLineAnswer } from '@parc/api-client';
import { Choice, type ChoiceOption, Control, Field, Icon, MoneyPipe, Stepper } from '@parc/ui';
import { approvedOf, type LineDraft, WHY_LESS, type WhyLess, whyId, whyTextId } from './report-draft';

const REASONS = (Object.keys(WHY_LESS) as WhyLess[]).map((value): ChoiceOption<WhyLess> => ({
  value,
  label: WHY_LESS[value],
}));

/** One line of the report: done of approved, why it is less, what was put in place. */
@Component({
  selector: 'parc-report-line',
  imports: [Choice, Control, Field, Icon, MoneyPipe, Stepper],
  template: `
    <div class="head">
      <div>
        <h4>{{ line().itemName }}</h4>
        @let unitCents = line().unitTotalCents;
        @if (unitCents !== null) {
          <p class="muted small">{{ unitCents | money }}</p>
        }
      </div>
      <parc-stepper
        [label]="'Fait, ' + name()"
        [value]="draft().quantity"
        (valueChange)="changed.emit({ quantity: $event })"
        [max]="approved()"
        [outOf]="approved()"
      />
    </div>
    @if (draft().quantity < approved()) {
      <div class="why" tabindex="-1" [id]="whyId(line().id)">
        <parc-choice
          look="chips"
          [legend]="question()"
          [options]="reasons"
          [value]="draft().why"
          (valueChange)="changed.emit({ why: $event })"
        />
        @if (checked() && draft().why === null) {
          <p class="missing small">Choisissez une raison.</p>
        }
      </div>
      @if (draft().why === 'other') {
        <parc-field
          label="Quelle raison"
          [controlId]="whyTextId(line().id)"
          [error]="checked() && draft().whyText.trim() === '' ? 'Écrivez la raison.' : ''"
        >
          <input
            #reason
            parcControl
            maxlength="500"
            [value]="draft().whyText"
            (input)="changed.emit({ whyText: reason.value })"
          />
        </parc-field>
      }
    }
    @if (draft().quantity > 0 && !noting() && draft().equipment === '') {
      <button
        type="button"
        class="button button-quiet note"
        [attr.aria-label]="'Étiquette ou numéro de série, ' + name()"
        (click)="note()"
      >
        <parc-icon name="plus" [size]="18" /> Étiquette ou numéro de série
      </button>
    } @else if (draft().quantity > 0) {
      <parc-field label="Étiquette ou numéro de série" optional [controlId]="equipmentId()">
        <input
          #equipment
          parcControl
          maxlength="500"
          autocapitalize="characters"
          autocomplete="off"
          spellcheck="false"
          [value]="draft().equipment"
          (input)="changed.emit({ equipment: equipment.value })"
        />
      </parc-field>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.875rem;
      padding: 1rem;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      justify-content: space-between;
      gap: 0.5rem 1rem;
    }

    .head > div {
      flex: 1 1 9rem;
      min-width: 0;
    }

    h4 {
      margin: 0;
      font-size: var(--text-16);
      font-weight: var(--weight-strong);
      line-height: 1.35;
    }

    .note {
      justify-self: start;
      margin: -0.25rem -1.125rem;
    }

    .missing {
      margin-top: 0.375rem;
      color: var(--on-trouble);
      font-weight: var(--weight-strong);
    }
  `,
})
export class ReportLine {
  readonly line = input.required<OrderLineAnswer>();
  readonly draft = input.required<LineDraft>();
  /** The report was refused once: what is missing is said. */
  readonly checked = input(false);
  readonly changed = output<Partial<LineDraft>>();

  private readonly injector = inject(Injector);
  /** The field was asked for: most services put nothing in place that carries a tag. */
  protected readonly noting = signal(false);
  protected readonly equipmentId = computed(() => `equipement-${this.line().id}`);
  protected readonly reasons = REASONS;
  protected readonly whyId = whyId;
  protected readonly whyTextId = whyTextId;
  protected readonly approved = computed(() => approvedOf(this.line()));
  protected readonly name = computed(() => [this.line().itemName, this.line().roomName].filter(Boolean).join(', '));
  protected readonly question = computed(() => {
    const less = this.approved() - this.draft().quantity;
    return less === 1 ? 'Pourquoi un de moins ?' : `Pourquoi ${less} de moins ?`;
  });

  protected note(): void {
    this.noting.set(true);
    afterNextRender(() => document.getElementById(this.equipmentId())?.focus(), { injector: this.injector });
  }
}
