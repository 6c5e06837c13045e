import { Component, computed, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Api, itemsList, softwareAdd } from '@parc/api-client';
import { Toasts } from '@parc/ui';
import { FormPage } from '../../shell/forms/form-page';
import type { Values } from '../../shell/forms/fields';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { titleForm, titleRequest } from './software-forms';

/** One more title in the register. */
@Component({
  selector: 'parc-software-form-page',
  imports: [FormPage],
  template: `<parc-form-page
    heading="Ajouter un logiciel"
    text="Son avis, ses licences et où il est installé se notent ensuite sur sa page."
    [failed]="items.failed()"
    [form]="form()"
    [saving]="saving"
    (sent)="save($event)"
    (cancelled)="leave()"
    (reread)="items.reload()"
  />`,
})
export class SoftwareFormPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly items = reading({ load: () => softwareItems(this.api) });
  protected readonly form = computed(() => {
    const items = this.items.value();
    return items && titleForm(null, items);
  });
  protected readonly saving = mutation((key, values: Values) =>
    this.api.invoke(softwareAdd, { 'Idempotency-Key': key, body: titleRequest(values) }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Ajouter un logiciel'));
  }

  protected async save(values: Values): Promise<void> {
    const saved = await this.saving.run(values);
    if (saved === null) return;
    this.toasts.say('Le logiciel est au registre');
    await this.router.navigate(['/parc/logiciels', saved.id]);
  }

  protected leave(): void {
    void this.router.navigate(['/parc/logiciels']);
  }
}

/** What the catalogue sells as software. */
export async function softwareItems(api: Api): Promise<{ id: string; name: string }[]> {
  return (await api.invoke(itemsList, { kind: 'software', size: 100 })).items;
}
