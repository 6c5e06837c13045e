import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Api, contractsList, type ItemPage, itemsPage, itemsPropose, itemsWrite } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { Toasts } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import type { Values } from '../../shell/forms/fields';
import { FormPage } from '../../shell/forms/form-page';
import { itemForm, itemRequest, proposalRequest } from './item-draft';

/** Proposes an item, or rewrites it as long as nothing is decided. */
@Component({
  selector: 'parc-item-form-page',
  imports: [FormPage],
  template: `
    <parc-form-page
      [heading]="title()"
      text="Il entre au catalogue des écoles une fois validé par l’instance de la métropole."
      [failed]="failed()"
      [form]="form()"
      [saving]="saving"
      (sent)="save($event)"
      (cancelled)="leave()"
      (reread)="reread()"
    />
  `,
})
export class ItemFormPage {
  /** The item to rewrite; none for a proposal. */
  readonly id = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());
  private readonly pageTitle = inject(PageTitle);

  private readonly read = reading({
    asked: () => ({ id: this.id() ?? null }),
    load: async ({ id }) => {
      const [item, contracts] = await Promise.all([
        id === null ? null : this.api.invoke(itemsPage, { id }),
        this.api.invoke(contractsList, { size: 200 }),
      ]);
      return { item, contracts: contracts.items };
    },
  });
  protected readonly failed = this.read.failed;
  private readonly item = computed(() => this.read.value()?.item ?? null);
  protected readonly form = computed(() => {
    const read = this.read.value();
    return read && itemForm(read.item, read.contracts, this.today);
  });
  protected readonly title = computed(() =>
    this.id() === undefined ? 'Proposer un article' : `Modifier ${this.item()?.name ?? 'un article'}`,
  );

  protected readonly saving = mutation((key, item: ItemPage | null, values: Values) =>
    item === null
      ? this.api.invoke(itemsPropose, { 'Idempotency-Key': key, body: proposalRequest(values) })
      : this.api.invoke(itemsWrite, { ...onVersion(key, item.version), id: item.id, body: itemRequest(values) }),
  );

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected async save(values: Values): Promise<void> {
    const saved = await this.saving.run(this.item(), values);
    if (saved === null) return;
    this.toasts.say(this.item() === null ? 'Article proposé' : 'Article enregistré');
    await this.router.navigate(['/catalogue/articles', saved.id]);
  }

  protected reread(): void {
    this.saving.forget();
    this.read.reload();
  }

  protected leave(): void {
    const id = this.id();
    void this.router.navigate(id === undefined ? ['/catalogue'] : ['/catalogue/articles', id]);
  }
}
