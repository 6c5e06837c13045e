import { Component, computed, inject, input, model, signal } from '@angular/core';
import { Api, schoolsList } from '@parc/api-client';
import type { EnvelopeKind } from '@parc/domain';
import { Choice, Field, money, NO_BREAK_SPACE, type PickerOption, SearchPicker } from '@parc/ui';
import { KIND_CHOICES } from '../envelope-address';
import { RESERVE_NAME, type SideChoice, type SideStanding } from './transfer-form';
import { reading } from '../../shell/reading';

type Holder = 'school' | 'reserve';

const PROPOSED = 8;

/**
 * One side of a transfer: a school, found by its name, its commune or its UAI, or the plan's reserve; and which of its
 * two budgets.
 */
@Component({
  selector: 'parc-transfer-side',
  imports: [Choice, Field, SearchPicker],
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      <div class="choices">
        <parc-choice
          [legend]="label() + ' : qui'"
          [legendHidden]="true"
          [options]="holders"
          [value]="holder()"
          (valueChange)="chooseHolder($event)"
        />
        <parc-choice
          [legend]="label() + ' : nature du budget'"
          [legendHidden]="true"
          [options]="kinds"
          [value]="side().kind"
          (valueChange)="chooseKind($event)"
        />
      </div>
      @if (holder() === 'school') {
        <parc-field label="École" [controlId]="controlId()" [error]="error()">
          <parc-search-picker
            placeholder="Un nom, une commune, un UAI"
            [options]="options()"
            [pending]="found.loading()"
            [value]="picked()"
            (valueChange)="pick($event)"
            (query)="query.set($event)"
          />
        </parc-field>
      } @else if (error()) {
        <p class="error small" tabindex="-1" [id]="controlId()">{{ error() }}</p>
      }
      <p class="muted small" role="status">{{ words() }}</p>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75rem;
    }

    legend {
      margin-bottom: 0.5rem;
      font-size: var(--text-18);
      font-weight: var(--weight-title);
    }

    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    .error {
      color: var(--on-trouble);
      font-weight: var(--weight-strong);
    }

    p:empty {
      display: none;
    }
  `,
})
export class TransferSide {
  private readonly api = inject(Api);

  readonly label = input.required<string>();
  readonly controlId = input.required<string>();
  readonly error = input<string | undefined>();
  readonly standing = input.required<SideStanding | null>();
  readonly side = model.required<SideChoice>();

  protected readonly kinds = KIND_CHOICES;
  protected readonly holders = [
    { value: 'school' as const, label: `Une${NO_BREAK_SPACE}école` },
    { value: 'reserve' as const, label: `La${NO_BREAK_SPACE}réserve` },
  ];
  protected readonly holder = computed<Holder>(() => (this.side().schoolId === null ? 'reserve' : 'school'));
  protected readonly query = signal('');
  protected readonly found = reading({
    asked: () => ({ search: this.query() }),
    load: ({ search }) => this.api.invoke(schoolsList, { size: PROPOSED, ...(search === '' ? {} : { search }) }),
  });
  protected readonly options = computed<readonly PickerOption[]>(() =>
    (this.found.value()?.items ?? []).map(({ id, name, communeName, uai }) => ({
      id,
      label: name,
      detail: `${communeName} · ${uai}`,
    })),
  );
  protected readonly picked = computed<PickerOption | null>(
    () => {
      const { schoolId, name } = this.side();
      return schoolId ? { id: schoolId, label: name } : null;
    },
    { equal: (one, other) => one?.id === other?.id },
  );
  protected readonly words = computed(() => {
    const standing = this.standing();
    if (standing === null) return '';
    return standing.opened
      ? `${money(standing.availableCents)} libres aujourd’hui`
      : 'Ce budget n’est pas encore ouvert.';
  });

  protected pick(option: PickerOption | null): void {
    this.side.update(({ kind }) => ({ schoolId: option?.id, name: option?.label ?? '', kind }));
  }

  protected chooseHolder(holder: Holder | null): void {
    const reserve = holder === 'reserve';
    this.side.update(({ kind }) => ({ schoolId: reserve ? null : undefined, name: reserve ? RESERVE_NAME : '', kind }));
  }

  protected chooseKind(kind: EnvelopeKind | null): void {
    if (kind !== null) this.side.update((side) => ({ ...side, kind }));
  }
}
