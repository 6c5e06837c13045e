import { Component, computed, input, output } from '@angular/core';
import type { OrderLineAnswer } from '@parc/api-client';
import { Choice, type ChoiceOption, Control, Field, MoneyPipe, Stepper } from '@parc/ui';
import { LineDevices } from './line-devices';
import { approvedOf, type LineChange, type LineDraft, WHY_LESS, type WhyLess, whyId, whyTextId } from './report-draft';

const REASONS = (Object.keys(WHY_LESS) as WhyLess[]).map((value): ChoiceOption<WhyLess> => ({
  value,
  label: WHY_LESS[value],
}));

/** One line of the report: done of approved, why it is less, what was put in place. */
@Component({
  selector: 'parc-report-line',
  imports: [Choice, Control, Field, LineDevices, MoneyPipe, Stepper],
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
    @if (draft().quantity > 0) {
      <parc-line-devices
        [orderId]="orderId()"
        [line]="line()"
        [draft]="draft()"
        [rooms]="rooms()"
        [errors]="errors()"
        (changed)="changed.emit($event)"
      />
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

    .missing {
      margin-top: 0.375rem;
      color: var(--on-trouble);
      font-weight: var(--weight-strong);
    }
  `,
})
export class ReportLine {
  readonly orderId = input.required<string>();
  readonly line = input.required<OrderLineAnswer>();
  readonly draft = input.required<LineDraft>();
  /** The report was refused once: what is missing is said. */
  readonly checked = input(false);
  readonly rooms = input<readonly { id: string; name: string }[]>([]);
  /** What the devices lack, by the field that mends it. */
  readonly errors = input<ReadonlyMap<string, string>>(new Map());
  readonly changed = output<LineChange>();

  protected readonly reasons = REASONS;
  protected readonly whyId = whyId;
  protected readonly whyTextId = whyTextId;
  protected readonly approved = computed(() => approvedOf(this.line()));
  protected readonly name = computed(() => [this.line().itemName, this.line().roomName].filter(Boolean).join(', '));
  protected readonly question = computed(() => {
    const less = this.approved() - this.draft().quantity;
    return less === 1 ? 'Pourquoi un de moins ?' : `Pourquoi ${less} de moins ?`;
  });
}
