import { Component, computed, input, model } from '@angular/core';
import type { AllocationDefaults } from '@parc/api-client';
import { Control, dayOfYear, Field, MoneyPipe, shortMoney } from '@parc/ui';
import { type AllocationTyped, type RuleField, ruleErrors } from './allocation-form';
import type { WorkedExample } from './allocation-words';
import { RuleRow } from './rule-row';

interface RuleQuestion {
  readonly field: RuleField;
  readonly label: string;
  /** Where its figure comes from. */
  readonly source: string;
  readonly unit: '€' | '×';
  readonly wide?: boolean;
}

/** The rule, each setting with its source, and what it makes of one school. */
@Component({
  selector: 'parc-rule-panel',
  imports: [Control, Field, MoneyPipe, RuleRow],
  templateUrl: './rule-panel.html',
  styles: `
    h2 {
      margin-bottom: 0.25rem;
    }

    parc-field {
      padding: 0.75rem 0;
    }

    .example {
      display: grid;
      gap: 0.125rem;
      padding: 0.75rem 1rem;
      border-radius: var(--radius);
      background: var(--sunken);
    }

    .example h3 {
      font-size: var(--text-14);
    }

    .example div {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
    }

    .example dd {
      white-space: nowrap;
    }

    .whole {
      font-weight: var(--weight-title);
    }
  `,
})
export class RulePanel {
  readonly defaults = input.required<AllocationDefaults>();
  readonly year = input.required<number>();
  readonly figures = input.required<string>();
  readonly example = input.required<WorkedExample | null>();
  readonly typed = model.required<AllocationTyped>();

  /** A vote that nobody typed yet is asked for beside the rule, not called wrong. */
  protected readonly errors = computed(() => {
    const errors = ruleErrors(this.typed());
    return this.typed().voted.trim() === '' ? { ...errors, voted: undefined } : errors;
  });
  protected readonly source = computed(() => {
    const { source, fromDay } = this.defaults();
    return fromDay === null ? source : `${source}, depuis le ${dayOfYear(fromDay)}`;
  });
  protected readonly lastVoted = computed(() => {
    const { lastVotedCents } = this.defaults();
    return lastVotedCents === null ? 'par le conseil' : `${shortMoney(lastVotedCents)} en ${this.year() - 1}`;
  });

  protected readonly rows = computed<readonly RuleQuestion[]>(() => [
    { field: 'base', label: 'Base par école', source: 'la même pour toutes', unit: '€' },
    { field: 'perClass', label: 'Par classe', source: this.figures(), unit: '€' },
    { field: 'perPupil', label: 'Par élève', source: this.figures(), unit: '€' },
    { field: 'rep', label: 'École en REP', source: 'le tout, multiplié', unit: '×' },
    { field: 'repPlus', label: 'École en REP+', source: 'le tout, multiplié', unit: '×' },
    { field: 'step', label: 'Arrondi', source: 'montants multiples de', unit: '€' },
    { field: 'voted', label: 'Somme votée', source: this.lastVoted(), unit: '€', wide: true },
    { field: 'reserve', label: 'Réserve du plan', source: 'gardée avant le partage', unit: '€' },
  ]);

  protected write(field: RuleField | 'reason', text: string): void {
    this.typed.update((typed) => ({ ...typed, [field]: text }));
  }
}
