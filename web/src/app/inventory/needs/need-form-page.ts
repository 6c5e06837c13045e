import { Component, computed, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Api, kitRead, needsState, schoolsRooms, type NeedRequest } from '@parc/api-client';
import { Toasts } from '@parc/ui';
import { byName } from '../../shell/by-name';
import { FormPage } from '../../shell/forms/form-page';
import { type FormField, type FormSpec, textOf, type Values, wholeOf } from '../../shell/forms/fields';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';

interface Named {
  readonly id: string;
  readonly name: string;
}

const choices = (none: string, named: readonly Named[]) => [
  { value: '', label: none },
  ...named.map(({ id, name }) => ({ value: id, label: name })),
];

/** Half a minute: what it would serve is all that must be said. */
export function needForm(groups: readonly Named[], rooms: readonly Named[]): FormSpec {
  const whole = (name: string, label: string, most: number): FormField => ({
    ...{ name, label, type: 'whole', half: true },
    check: (value: string) => (Number(value) < 1 || Number(value) > most ? `Un nombre de 1 à ${most}.` : ''),
  });
  return {
    id: 'besoin',
    sections: [
      {
        fields: [
          {
            ...{ name: 'purpose', label: 'Pour quoi faire', type: 'text', most: 300 },
            ...{ help: 'Lecture au CP, langues, une classe qui ouvre…', required: 'Dites à quoi cela servirait.' },
          },
          { ...{ name: 'groupId', label: 'Quel matériel', type: 'select' }, options: choices('Autre chose', groups) },
          whole('quantity', 'Combien', 1000),
          whole('classes', 'Pour combien de classes', 100),
          { ...{ name: 'roomId', label: 'Salle', type: 'select' }, options: choices('Pas de salle précise', rooms) },
          { name: 'note', label: 'À savoir', type: 'lines', most: 1000, help: 'N’écrivez le nom d’aucun élève.' },
        ],
      },
    ],
    button: 'Dire ce besoin',
  };
}

export const needRequest = (values: Values): NeedRequest => ({
  ...{ purpose: textOf(values, 'purpose') ?? '', note: textOf(values, 'note') },
  ...{ groupId: textOf(values, 'groupId'), roomId: textOf(values, 'roomId') },
  ...{ quantity: wholeOf(values, 'quantity'), classes: wholeOf(values, 'classes') },
});

/** What the school needs: never an order. */
@Component({
  selector: 'parc-need-form-page',
  imports: [FormPage],
  template: `<parc-form-page
    heading="Dire un besoin"
    text="Ce n’est pas une commande : rien n’est dépensé. La métropole le lit avec le socle, et vous répond ici."
    [failed]="read.failed()"
    [form]="form()"
    [saving]="saving"
    (sent)="save($event)"
    (cancelled)="leave()"
    (reread)="read.reload()"
  />`,
})
export class NeedFormPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);

  protected readonly read = reading({
    asked: () => this.session.current()?.assignment.schoolId ?? undefined,
    load: async (id: string) => {
      const [kit, rooms] = await Promise.all([this.api.invoke(kitRead), this.api.invoke(schoolsRooms, { id })]);
      return { groups: kit.groups, rooms: byName(rooms.items) };
    },
  });
  protected readonly form = computed(() => {
    const read = this.read.value();
    return read && needForm(read.groups, read.rooms);
  });
  protected readonly saving = mutation((key, values: Values) =>
    this.api.invoke(needsState, { 'Idempotency-Key': key, body: needRequest(values) }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Dire un besoin'));
  }

  protected async save(values: Values): Promise<void> {
    const saved = await this.saving.run(values);
    if (saved === null) return;
    this.toasts.say('Votre besoin est dit');
    await this.router.navigate(['/parc/besoins', saved.id]);
  }

  protected leave(): void {
    void this.router.navigate(['/parc']);
  }
}
