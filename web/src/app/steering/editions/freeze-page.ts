import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Api, type EditionSheet, editionsFreeze, editionsSheet, type FreezeRequest } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { Toasts } from '@parc/ui';
import { FormPage } from '../../shell/forms/form-page';
import { type FormSpec, textOf, type Values } from '../../shell/forms/fields';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';

const SENTENCE = 300;

/** The figures are frozen for a meeting, with the committee's three sentences; or anew, in the place of an edition that was wrong. */
@Component({
  selector: 'parc-freeze-page',
  imports: [FormPage],
  template: `
    <parc-form-page
      [heading]="heading()"
      text="Tous les chiffres sont recalculés, puis gardés avec les lignes derrière eux. Cela prend quelques secondes et ne se défait pas."
      [failed]="former.failed()"
      [form]="form()"
      [saving]="saving"
      (sent)="freeze($event)"
      (cancelled)="leave()"
      (reread)="former.reload()"
    />
  `,
})
export class FreezePage {
  /** By the address: the edition that this one takes the place of. */
  readonly corrige = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());
  protected readonly former = reading({
    asked: () => ({ id: this.corrige() ?? null }),
    load: async ({ id }) => ({ edition: id === null ? null : await this.api.invoke(editionsSheet, { id }) }),
  });
  protected readonly heading = computed(() => {
    const edition = this.former.value()?.edition;
    return edition ? `Corriger l’édition ${edition.number}` : 'Figer une édition';
  });
  protected readonly form = computed<FormSpec | null>(() => {
    const former = this.former.value();
    return former && freezeForm(former.edition, this.today);
  });
  protected readonly saving = mutation((key, body: FreezeRequest) =>
    this.api.invoke(editionsFreeze, { 'Idempotency-Key': key, body }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.heading()));
  }

  protected async freeze(values: Values): Promise<void> {
    const text = (name: string): string => textOf(values, name) ?? '';
    const edition = this.former.value()?.edition ?? null;
    const made = await this.saving.run({
      ...{ title: text('title'), meetingOn: edition?.meetingOn ?? text('meetingOn') },
      words: { goodNews: text('goodNews'), worry: text('worry'), decision: text('decision') },
      ...{ correctsId: edition?.id ?? null, reason: edition === null ? null : text('reason') },
    });
    if (made === null) return;
    this.toasts.say(`Édition ${made.number} figée`);
    void this.router.navigate(['/editions', made.id]);
  }

  protected leave(): void {
    void this.router.navigate(['/editions']);
  }
}

function freezeForm(edition: EditionSheet | null, today: string): FormSpec {
  const sentence = (name: string, label: string) => ({
    ...{ name, label, type: 'lines' as const, most: SENTENCE },
    help: 'Une phrase qu’un élu peut répéter. Vide : le rapport ne la montre pas.',
  });
  return {
    id: edition === null ? 'freeze' : `freeze ${edition.id}`,
    sections: [
      {
        fields: [
          {
            ...{ name: 'title', label: 'Titre', type: 'text', most: 200, required: 'Donnez un titre.' },
            ...{ initial: edition?.title ?? '', help: '« Comité de décembre 2026 »' },
          },
          ...(edition === null
            ? [
                {
                  ...{ name: 'meetingOn', label: 'Réunion du', type: 'date' as const, initial: today },
                  required: 'Donnez la date de la réunion.',
                },
              ]
            : [
                {
                  ...{ name: 'reason', label: 'Ce qui est corrigé', type: 'lines' as const, most: 1000 },
                  ...{ required: 'Dites ce qui est corrigé.', help: 'L’édition remplacée reste, avec cette phrase.' },
                },
              ]),
        ],
      },
      {
        heading: 'Les mots du comité',
        fields: [
          sentence('goodNews', 'Une bonne nouvelle'),
          sentence('worry', 'Une inquiétude'),
          sentence('decision', 'Une décision'),
        ],
      },
    ],
    button: edition === null ? 'Figer cette édition' : 'Figer la correction',
  };
}
