import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  equipmentPage,
  problemsAdd,
  problemsList,
  problemsOpen,
  schoolsCommunes,
  ticketsPage,
} from '@parc/api-client';
import { counted, StateChip, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { byName } from '../../shell/by-name';
import type { Values } from '../../shell/forms/fields';
import { FormPage } from '../../shell/forms/form-page';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { aboutWords, problemState } from '../problem-words';
import { openForm, openRequest } from './problem-open-form';

/** Tickets that were ticked go under an open problem, or under a new one. */
@Component({
  selector: 'parc-problem-open',
  imports: [ActProblem, FormPage, StateChip],
  templateUrl: './problem-open.html',
  styleUrl: './problem-open.css',
})
export class ProblemOpenPage {
  /** Ids with commas between, by the address. */
  readonly tickets = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly ticketIds = computed(() => (this.tickets() ?? '').split(',').filter((id) => id !== ''));

  protected readonly around = reading({
    asked: () => this.ticketIds().join(','),
    load: async () => {
      const firstId = this.ticketIds()[0];
      const first = firstId === undefined ? null : await this.api.invoke(ticketsPage, { id: firstId });
      const device = first?.equipmentId ? await this.api.invoke(equipmentPage, { id: first.equipmentId }) : null;
      const { items } = await this.api.invoke(schoolsCommunes);
      const model = device === null ? null : { id: device.modelId, name: device.modelName };
      return { first, model, communes: byName(items) };
    },
  });
  /** Under which they may go as well. */
  protected readonly open = reading({
    asked: () => (this.ticketIds().length > 0 ? true : undefined),
    load: async () => (await this.api.invoke(problemsList, { open: true, size: 10 })).items,
  });
  protected readonly answered = signal<Values>({});
  protected readonly form = computed(() => {
    const around = this.around.value();
    return around === null ? null : openForm(this.answered(), { ...around, ticketIds: this.ticketIds() });
  });
  protected readonly heading = computed(() =>
    this.ticketIds().length === 0 ? 'Ouvrir un problème' : `Réunir ${counted(this.ticketIds().length, 'ticket')}`,
  );
  protected readonly opening = mutation((key, values: Values) =>
    this.api.invoke(problemsOpen, { 'Idempotency-Key': key, body: openRequest(values, this.ticketIds()) }),
  );
  protected readonly adding = mutation((key, id: string, ticketIds: string[]) =>
    this.api.invoke(problemsAdd, { 'Idempotency-Key': key, id, body: { ticketIds } }),
  );
  protected readonly about = aboutWords;
  protected readonly state = problemState;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.heading()));
  }

  protected async send(values: Values): Promise<void> {
    const opened = await this.opening.run(values);
    if (opened === null) return;
    this.toasts.say(`${opened.number} est ouvert`);
    await this.router.navigate(['/problemes', opened.id]);
  }

  protected async add(id: string): Promise<void> {
    const added = await this.adding.run(id, this.ticketIds());
    if (added === null) return;
    this.toasts.say(`${added.number} : ${counted(this.ticketIds().length, 'ticket')} de plus`);
    await this.router.navigate(['/problemes', id]);
  }

  protected leave(): void {
    void this.router.navigate([this.ticketIds().length > 0 ? '/tickets' : '/problemes']);
  }
}
