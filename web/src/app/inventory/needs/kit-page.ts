import { Component, computed, effect, inject, signal } from '@angular/core';
import {
  Api,
  kitAddGroup,
  kitRead,
  kitWriteModels,
  kitWriteRule,
  type KitGroup,
  type KitRuleAnswer,
} from '@parc/api-client';
import { capital, KIT_COUNTED_WORDS, kitRuleWords, parisDateOf, SCHOOL_KINDS, type SchoolKind } from '@parc/domain';
import { DayPipe, type PickerOption, StatePanel, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { anewWith } from '../../shell/anew';
import { textOf, type Values, wholeOf } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { ModelPicker } from '../deliveries/model-picker';
import { KIT_GROUP_FORM, kitRuleForm } from './kit-rule-form';

/** The base kit of each kind of school: who fixed it, from which day on, and what counts toward it. */
@Component({
  selector: 'parc-kit-page',
  imports: [ActProblem, DayPipe, ModelPicker, ProblemPanel, StatePanel, StepForm],
  templateUrl: './kit-page.html',
  styleUrl: './kit-page.css',
})
export class KitPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());
  protected readonly writes = may('kit.write');
  protected readonly kit = reading({ load: () => this.api.invoke(kitRead) });
  /** The group whose form is open. */
  protected readonly opened = anewWith<{ id: string; what: 'rule' | 'models' } | null>(
    () => (this.kit.value()?.groups ?? []).map(({ id, version }) => `${id} ${version}`).join(),
    () => null,
  );
  protected readonly form = computed(() => {
    const group = this.kit.value()?.groups.find(({ id }) => id === this.opened()?.id);
    return group ? kitRuleForm(group, this.today) : null;
  });
  protected readonly saving = mutation((key, { id, version }: KitGroup, values: Values) =>
    this.api.invoke(kitWriteRule, {
      ...{ ...onVersion(key, version), id },
      body: {
        ...{ schoolKind: values['schoolKind'] as SchoolKind, fromDay: values['fromDay'] ?? '' },
        ...{ perSchool: wholeOf(values, 'perSchool') ?? 0, perClass: wholeOf(values, 'perClass') ?? 0 },
        ...{ pupilsEach: wholeOf(values, 'pupilsEach'), source: textOf(values, 'source') ?? '' },
      },
    }),
  );
  protected readonly choosing = mutation((key, { id, version }: KitGroup, modelIds: string[]) =>
    this.api.invoke(kitWriteModels, { ...onVersion(key, version), id, body: { modelIds } }),
  );

  /** A part that the kit has not yet: tables, visualisers… */
  protected readonly adding = signal(false);
  protected readonly groupForm = KIT_GROUP_FORM;
  protected readonly naming = mutation((key, name: string) =>
    this.api.invoke(kitAddGroup, { 'Idempotency-Key': key, body: { name } }),
  );

  protected readonly counts = KIT_COUNTED_WORDS;
  protected readonly ruleWords = kitRuleWords;
  protected readonly kindOf = ({ schoolKind }: KitRuleAnswer): string => capital(SCHOOL_KINDS[schoolKind].word);
  protected readonly holding = ({ rules }: KitGroup) => rules.filter(({ holds }) => holds);
  protected readonly others = ({ rules }: KitGroup) => rules.filter(({ holds }) => !holds);
  protected readonly comes = ({ fromDay }: KitRuleAnswer): boolean => fromDay > this.today;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Le socle'));
  }

  protected open(id: string, what: 'rule' | 'models'): void {
    this.saving.forget();
    this.choosing.forget();
    this.opened.set({ id, what });
  }

  protected close(): void {
    this.opened.set(null);
  }

  protected reload(): void {
    this.saving.forget();
    this.choosing.forget();
    this.kit.reload();
  }

  protected async save(group: KitGroup, values: Values): Promise<void> {
    if ((await this.saving.run(group, values)) === null) return;
    this.toasts.say('La règle est écrite. Ce qui valait avant reste à sa date.');
    this.reload();
  }

  protected begin(): void {
    this.naming.forget();
    this.adding.set(true);
  }

  protected async name(values: Values): Promise<void> {
    const name = textOf(values, 'name') ?? '';
    if ((await this.naming.run(name)) === null) return;
    this.toasts.say(`${name} : ajouté au socle. Donnez-lui sa règle et ses modèles.`);
    this.adding.set(false);
    this.reload();
  }

  protected add(group: KitGroup, { id }: PickerOption): void {
    void this.choose(group, [...group.models.map((model) => model.id), id]);
  }

  protected remove(group: KitGroup, modelId: string): void {
    const left = group.models.map(({ id }) => id).filter((id) => id !== modelId);
    void this.choose(group, left);
  }

  private async choose(group: KitGroup, modelIds: string[]): Promise<void> {
    if ((await this.choosing.run(group, modelIds)) === null) return;
    this.reload();
  }
}
