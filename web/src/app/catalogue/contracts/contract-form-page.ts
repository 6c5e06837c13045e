import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  contractHoldersCreate,
  contractHoldersList,
  type ContractPage,
  contractsCreate,
  contractsPage,
  contractsWrite,
} from '@parc/api-client';
import { Toasts } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import type { Values } from '../../shell/forms/fields';
import { FormPage } from '../../shell/forms/form-page';
import { contractForm, contractRequest, holderRequest, NEW_HOLDER } from './contract-forms';

/** Records a contract, or corrects one. Its periods are written on its page. */
@Component({
  selector: 'parc-contract-form-page',
  imports: [FormPage],
  template: `
    <parc-form-page
      [heading]="title()"
      text="Les périodes et leur maximum se donnent ensuite, sur la page du marché."
      [failed]="failed()"
      [form]="form()"
      [saving]="saving"
      (typed)="holderId.set($event['holderId'] ?? '')"
      (sent)="save($event)"
      (cancelled)="leave()"
      (reread)="reread()"
    />
  `,
})
export class ContractFormPage {
  /** The contract to correct; none for a new one. */
  readonly id = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);

  private readonly read = reading({
    asked: () => ({ id: this.id() ?? null }),
    load: async ({ id }) => {
      const [contract, holders] = await Promise.all([
        id === null ? null : this.api.invoke(contractsPage, { id }),
        this.api.invoke(contractHoldersList),
      ]);
      return { contract, holders: holders.items };
    },
  });
  protected readonly failed = this.read.failed;
  private readonly contract = computed(() => this.read.value()?.contract ?? null);
  protected readonly holderId = signal('');
  protected readonly form = computed(() => {
    const read = this.read.value();
    return read && contractForm(read.contract, read.holders, this.holderId());
  });
  protected readonly title = computed(() =>
    this.id() === undefined ? 'Enregistrer un marché' : `Modifier le marché ${this.contract()?.number ?? ''}`,
  );

  protected readonly saving = mutation(async (key, contract: ContractPage | null, values: Values) => {
    const body = contractRequest(values, await this.holderOf(values));
    return contract === null
      ? this.api.invoke(contractsCreate, { 'Idempotency-Key': key, body })
      : this.api.invoke(contractsWrite, { ...onVersion(key, contract.version), id: contract.id, body });
  });
  /** The new holder as it was sent last: trying again after the contract was refused does not make it twice. */
  private newHolder = { sent: '', key: '' };

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected async save(values: Values): Promise<void> {
    const saved = await this.saving.run(this.contract(), values);
    if (saved === null) return;
    this.toasts.say('Marché enregistré');
    await this.router.navigate(['/catalogue/marches', saved.id]);
  }

  protected reread(): void {
    this.saving.forget();
    this.read.reload();
  }

  protected leave(): void {
    const id = this.id();
    void this.router.navigate(id === undefined ? ['/catalogue/marches'] : ['/catalogue/marches', id]);
  }

  private async holderOf(values: Values): Promise<string> {
    if (values['holderId'] !== NEW_HOLDER) return values['holderId'] ?? '';
    const body = holderRequest(values);
    const sent = JSON.stringify(body);
    if (sent !== this.newHolder.sent) this.newHolder = { sent, key: crypto.randomUUID() };
    const { id } = await this.api.invoke(contractHoldersCreate, { 'Idempotency-Key': this.newHolder.key, body });
    return id;
  }
}
