import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  itemsList,
  type PlanPage,
  schoolsCommunes,
  schoolsList,
  techniciansList,
  upkeepPlansChange,
  upkeepPlansMake,
  upkeepPlansPage,
} from '@parc/api-client';
import { counted, Field, type PickerOption, SearchPicker, Toasts } from '@parc/ui';
import { FormPage } from '../../shell/forms/form-page';
import type { Values } from '../../shell/forms/fields';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { changedPlanForm, newPlanForm, planChange, planRequest } from './plan-form';

const PROPOSED = 8;

/** A plan is made, or what of it may change is written again. */
@Component({
  selector: 'parc-plan-form-page',
  imports: [Field, FormPage, SearchPicker],
  template: `
    <parc-form-page
      [heading]="id() ? 'Modifier ce plan' : 'Nouveau plan d’entretien'"
      [text]="
        id()
          ? 'Le matériel, les écoles et les dates ne changent pas : pour d’autres, faites un autre plan.'
          : 'Les contrôles se préparent quatre semaines d’avance ; ceux d’une campagne, tout de suite.'
      "
      [failed]="read.failed()"
      [form]="form()"
      [saving]="saving"
      (typed)="answered.set($event)"
      (sent)="save($event)"
      (cancelled)="leave()"
      (reread)="read.reload()"
    >
      @if (asksModel()) {
        <parc-field label="Modèle" controlId="plan-model" [error]="unchosenModel()">
          <parc-search-picker
            placeholder="Nom ou référence"
            [options]="models.value() ?? []"
            [pending]="models.loading()"
            [value]="model()"
            (valueChange)="model.set($event)"
            (query)="modelQuery.set($event)"
          />
        </parc-field>
      }
      @if (asksSchool()) {
        <parc-field label="École" controlId="plan-school" [error]="unchosenSchool()">
          <parc-search-picker
            placeholder="Nom, commune ou UAI"
            [options]="schools.value() ?? []"
            [pending]="schools.loading()"
            [value]="school()"
            (valueChange)="school.set($event)"
            (query)="schoolQuery.set($event)"
          />
        </parc-field>
      }
    </parc-form-page>
  `,
})
export class PlanFormPage {
  /** Left out: a new one. */
  readonly id = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly answered = signal<Values>({});
  protected readonly modelQuery = signal('');
  protected readonly schoolQuery = signal('');
  protected readonly model = signal<PickerOption | null>(null);
  protected readonly school = signal<PickerOption | null>(null);
  private readonly tried = signal(false);
  protected readonly read = reading({
    asked: () => this.id() ?? true,
    load: async (id) => {
      const [technicians, communes, plan] = await Promise.all([
        this.api.invoke(techniciansList),
        this.api.invoke(schoolsCommunes),
        id === true ? null : this.api.invoke(upkeepPlansPage, { id }),
      ]);
      const named = technicians.items.map(({ accountId, name }) => ({ id: accountId, name }));
      return { plan, offers: { technicians: named, communes: communes.items } };
    },
  });
  protected readonly form = computed(() => {
    const read = this.read.value();
    if (read === null) return null;
    return read.plan === null ? newPlanForm(this.answered(), read.offers) : changedPlanForm(read.plan, read.offers);
  });
  protected readonly asksModel = computed(() => !this.id() && this.answered()['by'] === 'model');
  protected readonly asksSchool = computed(() => !this.id() && this.answered()['reach'] === 'school');
  protected readonly unchosenModel = computed(() =>
    this.tried() && this.model() === null ? 'Choisissez un modèle.' : '',
  );
  protected readonly unchosenSchool = computed(() =>
    this.tried() && this.school() === null ? 'Choisissez une école.' : '',
  );
  protected readonly models = reading({
    asked: () =>
      this.asksModel() ? { kind: 'model' as const, size: PROPOSED, ...searched(this.modelQuery()) } : undefined,
    load: async (asked): Promise<readonly PickerOption[]> =>
      (await this.api.invoke(itemsList, asked)).items.map(({ id, name, reference }) => ({
        ...{ id, label: name, detail: reference },
      })),
    keepsFormer: true,
  });
  protected readonly schools = reading({
    asked: () => (this.asksSchool() ? { size: PROPOSED, ...searched(this.schoolQuery()) } : undefined),
    load: async (asked): Promise<readonly PickerOption[]> =>
      (await this.api.invoke(schoolsList, asked)).items.map(({ id, name, communeName }) => ({
        ...{ id, label: name, detail: communeName },
      })),
    keepsFormer: true,
  });
  protected readonly saving = mutation((key, plan: PlanPage | null, values: Values) =>
    plan === null
      ? this.api.invoke(upkeepPlansMake, {
          'Idempotency-Key': key,
          body: planRequest(values, { modelId: this.model()?.id ?? null, schoolId: this.school()?.id ?? null }),
        })
      : this.api.invoke(upkeepPlansChange, { ...onVersion(key, plan.version), id: plan.id, body: planChange(values) }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.id() ? 'Plan d’entretien' : 'Nouveau plan d’entretien'));
  }

  protected async save(values: Values): Promise<void> {
    this.tried.set(true);
    const unchosen = (this.asksModel() && this.model() === null) || (this.asksSchool() && this.school() === null);
    if (unchosen) return;
    const saved = await this.saving.run(this.read.value()?.plan ?? null, values);
    if (saved === null) return;
    this.toasts.say(saved.made > 0 ? `${counted(saved.made, 'contrôle')} à faire` : 'Le plan est enregistré');
    await this.router.navigate(['/entretien/plans', saved.id]);
  }

  protected leave(): void {
    void this.router.navigate(this.id() ? ['/entretien/plans', this.id()] : ['/entretien']);
  }
}

const searched = (search: string) => (search === '' ? {} : { search });
