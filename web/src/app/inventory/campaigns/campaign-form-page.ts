import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, campaignsCreate, campaignsSchools, schoolsCommunes, schoolsList, schoolsRooms } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { counted, Field, Icon, Notice, type PickerOption, SearchPicker, Toasts } from '@parc/ui';
import type { Values } from '../../shell/forms/fields';
import { FormPage } from '../../shell/forms/form-page';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { ModelPicker } from '../deliveries/model-picker';
import { campaignChoice, campaignForm, campaignRequest, schoolsWords } from './campaign-form';

const PROPOSED = 8;

/** A campaign that is prepared: its days, its schools, and what of their devices it is about. */
@Component({
  selector: 'parc-campaign-form-page',
  imports: [Field, FormPage, Icon, ModelPicker, Notice, SearchPicker],
  templateUrl: './campaign-form-page.html',
  styles: `
    fieldset {
      display: grid;
      gap: 0.75rem;
    }

    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 0.75rem;
    }

    label {
      display: flex;
      gap: 0.5rem;
    }
  `,
})
export class CampaignFormPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());

  private readonly communes = reading({ load: async () => (await this.api.invoke(schoolsCommunes)).items });
  protected readonly failed = this.communes.failed;
  protected readonly school = signal<PickerOption | null>(null);
  protected readonly query = signal('');
  protected readonly schools = reading({
    asked: () => this.query(),
    load: async (search) =>
      (await this.api.invoke(schoolsList, { size: PROPOSED, ...(search === '' ? {} : { search }) })).items,
    keepsFormer: true,
  });
  protected readonly schoolOptions = computed<readonly PickerOption[]>(() =>
    (this.schools.value() ?? []).map(({ id, name, communeName }) => ({ id, label: name, detail: communeName })),
  );
  protected readonly rooms = reading({
    asked: () => this.school()?.id,
    load: async (id) => (await this.api.invoke(schoolsRooms, { id })).items,
  });
  protected readonly models = signal<readonly PickerOption[]>([]);
  protected readonly roomIds = signal<readonly string[]>([]);

  protected readonly form = computed(() => {
    const communes = this.communes.value();
    return communes && campaignForm(communes, this.today, this.school()?.id ?? null);
  });
  private readonly values = signal<Values>({});
  private readonly scope = reading({
    asked: () => campaignChoice(this.values(), this.school()?.id ?? null),
    load: (choice) => this.api.invoke(campaignsSchools, choice),
    keepsFormer: true,
  });
  protected readonly scopeWords = computed(() => {
    const scope = this.scope.value();
    return scope === null ? '' : schoolsWords(scope, this.roomIds().length, this.models().length);
  });

  protected readonly saving = mutation((key, values: Values, modelIds: string[], roomIds: string[]) =>
    this.api.invoke(campaignsCreate, {
      'Idempotency-Key': key,
      body: campaignRequest(values, { schoolId: this.school()?.id ?? null, modelIds, roomIds }),
    }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Préparer un récolement'));
  }

  protected type(values: Values): void {
    this.values.set(values);
  }

  protected choose(school: PickerOption | null): void {
    this.school.set(school);
    this.roomIds.set([]);
  }

  protected add(model: PickerOption): void {
    this.models.update((models) => [...models.filter(({ id }) => id !== model.id), model]);
  }

  protected remove(id: string): void {
    this.models.update((models) => models.filter((model) => model.id !== id));
  }

  protected tick(id: string, chosen: boolean): void {
    this.roomIds.update((ids) => (chosen ? [...ids, id] : ids.filter((each) => each !== id)));
  }

  protected async save(values: Values): Promise<void> {
    const models = this.models().map(({ id }) => id);
    const saved = await this.saving.run(values, models, [...this.roomIds()]);
    if (saved === null) return;
    this.toasts.say(
      `Récolement ouvert dans ${counted(saved.schools, 'école', 'écoles')} : leurs directions sont prévenues`,
    );
    await this.router.navigate(['/parc/recolements', saved.id]);
  }

  protected reread(): void {
    this.saving.forget();
    this.communes.reload();
  }

  protected leave(): void {
    void this.router.navigate(['/parc/recolements']);
  }
}
