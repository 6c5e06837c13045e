import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  equipmentList,
  loanKitsChange,
  loanKitsMake,
  type LoanKitRow,
  type LoanKitSettings,
  loansCalendar,
} from '@parc/api-client';
import { capital, EQUIPMENT, kindsOf, parisDateOf, SCHOOL_KINDS } from '@parc/domain';
import { Field, type PickerOption, SearchPicker, Toasts } from '@parc/ui';
import { FormPage } from '../../shell/forms/form-page';
import { type FormField, type FormSpec, textOf, type Values, wholeOf, YES } from '../../shell/forms/fields';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';

const PROPOSED = 8;
const flag = (name: string, label: string, on: boolean, help?: string): FormField => ({
  ...{ name, label, type: 'flag', initial: on ? YES : '', ...(help === undefined ? {} : { help }) },
});

/** @param kit null: a new one */
export function kitForm(kit: LoanKitRow | null): FormSpec {
  const kinds = kit?.kinds ?? kindsOf(SCHOOL_KINDS);
  return {
    id: `kit ${kit?.id ?? 'nouveau'}`,
    sections: [
      {
        fields: [
          {
            ...{ name: 'name', label: 'Nom du kit', type: 'text', most: 80, initial: kit?.name ?? '' },
            ...{ help: '« Valise robots n° 1 »', required: 'Donnez un nom.' },
          },
          {
            ...{ name: 'accessories', label: 'Ce qui l’accompagne sans étiquette', type: 'text', most: 300 },
            ...{ initial: kit?.accessories ?? '', help: 'Tapis, chargeur, livret pour la classe…' },
          },
          {
            ...{ name: 'checkingHalfDays', label: 'Demi-journées de contrôle après un retour', type: 'whole' },
            ...{ initial: String(kit?.checkingHalfDays ?? ''), help: 'Vide : comme le dit le réglage du plan.' },
            check: (value) => (Number(value) > 20 ? 'Vingt demi-journées au plus.' : ''),
          },
          flag('needsApproval', 'Chaque demande attend votre accord', kit?.needsApproval ?? true),
          flag('offered', 'Les écoles peuvent le demander', kit?.offered ?? true),
        ],
      },
      {
        heading: 'Qui peut le demander',
        fields: kindsOf(SCHOOL_KINDS).map((kind) =>
          flag(`kind-${kind}`, capital(SCHOOL_KINDS[kind].word), kinds.includes(kind)),
        ),
      },
    ],
    button: kit === null ? 'Créer ce kit' : 'Enregistrer',
  };
}

export const kitSettings = (values: Values): LoanKitSettings => ({
  ...{ name: textOf(values, 'name') ?? '', accessories: textOf(values, 'accessories') },
  checkingHalfDays: wholeOf(values, 'checkingHalfDays'),
  ...{ needsApproval: values['needsApproval'] === YES, offered: values['offered'] === YES },
  kinds: kindsOf(SCHOOL_KINDS).filter((kind) => values[`kind-${kind}`] === YES),
});

/** A kit is made of one thing on a shelf, and written again afterwards. */
@Component({
  selector: 'parc-loan-kit-form-page',
  imports: [Field, FormPage, SearchPicker],
  template: `
    <parc-form-page
      [heading]="id() ? 'Modifier ce kit' : 'Nouveau kit de prêt'"
      [text]="
        id()
          ? 'Ce qui est déjà demandé ou accordé ne change pas.'
          : 'Une valise et son contenu, ou un appareil seul, en stock.'
      "
      [failed]="kit.failed()"
      [form]="form()"
      [saving]="saving"
      (sent)="save($event)"
      (cancelled)="leave()"
      (reread)="kit.reload()"
    >
      @if (!id()) {
        <parc-field label="Valise ou appareil, en stock" controlId="kit-device" [error]="unchosen()">
          <parc-search-picker
            placeholder="Étiquette, numéro de série ou modèle"
            [options]="options()"
            [pending]="devices.loading()"
            [value]="chosen()"
            (valueChange)="chosen.set($event)"
            (query)="query.set($event)"
          />
        </parc-field>
      }
    </parc-form-page>
  `,
})
export class LoanKitFormPage {
  /** Left out: a new one. */
  readonly id = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly query = signal('');
  protected readonly chosen = signal<PickerOption | null>(null);
  protected readonly unchosen = signal('');
  protected readonly kit = reading({
    asked: () => this.id() ?? true,
    load: async (id): Promise<{ row: LoanKitRow | null }> => {
      if (id === true) return { row: null };
      const { kits } = await this.api.invoke(loansCalendar, { from: parisDateOf(new Date()), weeks: 1 });
      return { row: kits.find((one) => one.id === id) ?? null };
    },
  });
  protected readonly form = computed(() => {
    const read = this.kit.value();
    return read && kitForm(read.row);
  });
  protected readonly devices = reading({
    asked: () => ({
      ...(this.query() === '' ? {} : { search: this.query() }),
      ...{ state: [...EQUIPMENT.statesFrom('lend')], size: PROPOSED },
    }),
    load: async (asked) => (this.id() ? [] : (await this.api.invoke(equipmentList, asked)).items),
    keepsFormer: true,
  });
  protected readonly options = computed<readonly PickerOption[]>(() =>
    (this.devices.value() ?? []).map(({ id, tag, modelName }) => ({ id, label: tag, detail: modelName })),
  );
  protected readonly saving = mutation((key, row: LoanKitRow | null, equipmentId: string, values: Values) =>
    row === null
      ? this.api.invoke(loanKitsMake, { 'Idempotency-Key': key, body: { ...kitSettings(values), equipmentId } })
      : this.api.invoke(loanKitsChange, { ...onVersion(key, row.version), id: row.id, body: kitSettings(values) }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.id() ? 'Kit de prêt' : 'Nouveau kit de prêt'));
    effect(() => {
      if (this.chosen() !== null) this.unchosen.set('');
    });
  }

  protected async save(values: Values): Promise<void> {
    const row = this.kit.value()?.row ?? null;
    const equipmentId = row?.equipmentId ?? this.chosen()?.id ?? null;
    if (equipmentId === null) return this.unchosen.set('Choisissez une valise ou un appareil.');
    const saved = await this.saving.run(row, equipmentId, values);
    if (saved === null) return;
    this.toasts.say(row === null ? 'Le kit est créé' : 'Le kit est enregistré');
    this.leave();
  }

  protected leave(): void {
    void this.router.navigate(['/prets/kits']);
  }
}
