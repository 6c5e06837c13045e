import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, deliveriesCreate, deliveriesSuppliers, stockPlacesList } from '@parc/api-client';
import { MOST_AWAITED, parisDateOf } from '@parc/domain';
import { Icon, type PickerOption, Stepper, Toasts } from '@parc/ui';
import { FormPage } from '../../shell/forms/form-page';
import type { Values } from '../../shell/forms/fields';
import { typed } from '../../shell/kept/typed';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { deliveryForm, deliveryRequest, type Awaited } from './delivery-forms';
import { ModelPicker } from './model-picker';

/** A delivery that has come: the note, and what was ordered. Its devices come in on the next page. */
@Component({
  selector: 'parc-delivery-form-page',
  imports: [FormPage, Icon, ModelPicker, Stepper],
  templateUrl: './delivery-form-page.html',
  styleUrl: './delivery-form-page.css',
})
export class DeliveryFormPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  private readonly today = parisDateOf(new Date());
  private readonly read = reading({
    load: async () => {
      const [suppliers, places] = await Promise.all([
        this.api.invoke(deliveriesSuppliers),
        this.api.invoke(stockPlacesList),
      ]);
      return { suppliers: suppliers.items, places: places.items };
    },
  });
  protected readonly failed = this.read.failed;
  protected readonly holderId = signal('');
  protected readonly form = computed(() => {
    const read = this.read.value();
    return read && deliveryForm(read.suppliers, read.places, this.holderId(), this.today);
  });
  protected readonly most = MOST_AWAITED;

  protected readonly saving = mutation((key, values: Values, awaited: readonly Awaited[]) =>
    this.api.invoke(deliveriesCreate, { 'Idempotency-Key': key, body: deliveryRequest(values, awaited) }),
  );
  protected readonly awaited = typed<readonly Awaited[]>({
    name: () => 'commandés',
    initial: () => [],
    pending: this.saving.pending,
    problem: this.saving.problem,
  });

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Recevoir une livraison'));
  }

  protected add({ id, label }: PickerOption): void {
    if (this.awaited().some(({ modelId }) => modelId === id)) return;
    this.awaited.set([...this.awaited(), { modelId: id, name: label, quantity: 1 }]);
  }

  protected count(id: string, quantity: number): void {
    this.awaited.set(this.awaited().map((one) => (one.modelId === id ? { ...one, quantity } : one)));
  }

  protected remove(id: string): void {
    this.awaited.set(this.awaited().filter(({ modelId }) => modelId !== id));
  }

  protected async save(values: Values): Promise<void> {
    this.awaited.sending();
    const saved = await this.saving.run(values, this.awaited());
    if (saved === null) return;
    this.toasts.say('Livraison annoncée');
    await this.router.navigate(['/parc/livraisons', saved.id]);
  }

  protected reread(): void {
    this.saving.forget();
    this.read.reload();
  }

  protected leave(): void {
    void this.router.navigate(['/parc/livraisons']);
  }
}
