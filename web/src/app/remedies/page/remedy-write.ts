import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, remediesChange, remediesMake, remediesPage, ticketsPage } from '@parc/api-client';
import { REMEDIES_READ } from '@parc/domain';
import { Toasts } from '@parc/ui';
import type { Values } from '../../shell/forms/fields';
import { FormPage } from '../../shell/forms/form-page';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { fromTicket, remedyForm, remedyTexts } from './remedy-form';

/** A remedy is written, from a ticket that was resolved or from nothing; or written anew. */
@Component({
  selector: 'parc-remedy-write',
  imports: [FormPage],
  template: `
    <parc-form-page
      [heading]="heading()"
      [text]="text()"
      [failed]="around.failed()"
      [form]="form()"
      [saving]="saving"
      (typed)="answered.set($event)"
      (sent)="send($event)"
      (cancelled)="leave()"
      (reread)="around.reload()"
    />
  `,
})
export class RemedyWritePage {
  /** The remedy that is written anew. */
  readonly id = input<string>();
  /** The ticket that it is learnt from. */
  readonly ticket = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly around = reading({
    asked: () => ({ id: this.id(), ticketId: this.ticket() }),
    load: async ({ id, ticketId }) => ({
      remedy: id ? await this.api.invoke(remediesPage, { id }) : null,
      ticket: ticketId && !id ? await this.api.invoke(ticketsPage, { id: ticketId }) : null,
    }),
  });
  protected readonly answered = signal<Values>({});
  protected readonly form = computed(() => {
    const around = this.around.value();
    if (around === null) return null;
    const { remedy, ticket } = around;
    const key = remedy ? `${remedy.id} ${remedy.version}` : (ticket?.id ?? '');
    return remedyForm(this.answered(), key, remedy ?? (ticket ? fromTicket(ticket) : null), remedy?.state ?? null);
  });
  protected readonly heading = computed(() => (this.id() ? 'Modifier le remède' : 'Écrire un remède'));
  protected readonly text = computed(() => {
    const { remedy = null, ticket = null } = this.around.value() ?? {};
    if (remedy !== null && REMEDIES_READ.includes(remedy.state))
      return 'Les écoles lisent aussitôt ce que vous enregistrez ; l’ancienne version reste.';
    return ticket
      ? `Appris du ticket ${ticket.number}. Il reste un brouillon jusqu’à sa publication.`
      : 'Il reste un brouillon jusqu’à sa publication.';
  });
  protected readonly saving = mutation((key, values: Values) => {
    const remedy = this.around.value()?.remedy ?? null;
    const texts = remedyTexts(values);
    return remedy
      ? this.api.invoke(remediesChange, { ...onVersion(key, remedy.version), id: remedy.id, body: texts })
      : this.api.invoke(remediesMake, { 'Idempotency-Key': key, body: { ...texts, ticketId: this.ticket() ?? null } });
  });

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.heading()));
  }

  protected async send(values: Values): Promise<void> {
    const saved = await this.saving.run(values);
    if (saved === null) return;
    this.toasts.say('Le remède est enregistré');
    await this.router.navigate(['/remedes', saved.id]);
  }

  protected leave(): void {
    const id = this.id();
    void this.router.navigate(id ? ['/remedes', id] : this.ticket() ? ['/tickets', this.ticket()] : ['/remedes']);
  }
}
