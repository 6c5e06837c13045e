import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  disposalsDispose,
  disposalsWipe,
  equipmentList,
  type EndingAnswer,
  type EquipmentBulkItem,
} from '@parc/api-client';
import { EQUIPMENT, EQUIPMENT_ACTION_WORDS, EQUIPMENT_STATES, parisDateOf } from '@parc/domain';
import { Choice, counted, Notice, StateChip, StatePanel, Toasts } from '@parc/ui';
import { anewWith } from '../../shell/anew';
import type { FormSpec, Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import {
  chosenDestination,
  disposalRequest,
  type EndingTogether,
  ENDINGS_TOGETHER,
  ENDING_MANY_TEXTS,
  endingFields,
  wipeRequest,
} from './end-forms';
import { giftLimit } from './gift-limit';

/** Many devices that end by one act: one wipe or one departure; all or none. */
@Component({
  selector: 'parc-end-many-page',
  imports: [Choice, Notice, ProblemPanel, RouterLink, StateChip, StatePanel, StepForm],
  templateUrl: './end-many-page.html',
  styleUrl: './figures.css',
})
export class EndManyPage {
  /** Of the address: ids of devices with commas between. */
  readonly appareils = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());
  private readonly ids = computed(() => [...new Set((this.appareils() ?? '').split(',').filter((id) => id !== ''))]);
  protected readonly devices = reading({
    asked: () => (this.ids().length > 0 ? { ids: this.ids() } : undefined),
    load: async ({ ids }) => (await this.api.invoke(equipmentList, { ids: [ids.join(',')], size: ids.length })).items,
    keepsFormer: true,
  });
  protected readonly none = computed(() => this.ids().length === 0);
  /** What can be done with at least one of them. */
  protected readonly choices = computed(() =>
    ENDINGS_TOGETHER.filter((ending) =>
      (this.devices.value() ?? []).some(({ state }) => EQUIPMENT.statesFrom(ending).includes(state)),
    ).map((value) => ({ value, label: EQUIPMENT_ACTION_WORDS[value] })),
  );
  protected readonly chosen = anewWith<EndingTogether | null>(
    () =>
      this.choices()
        .map(({ value }) => value)
        .join(),
    () => this.choices()[0]?.value ?? null,
  );
  protected readonly typed = anewWith<Values>(
    () => this.chosen() ?? '',
    () => ({}),
  );
  private readonly gift = giftLimit(() => this.chosen() === 'dispose');
  protected readonly form = computed<FormSpec | null>(() => {
    const ending = this.chosen();
    if (ending === null) return null;
    const fields = endingFields(ending, {
      ...{ today: this.today, destination: chosenDestination(this.typed()), giftMaxCents: this.gift.value() },
    });
    const devices = counted(this.ids().length, 'appareil', 'appareils');
    return {
      ...{ id: `${ending} ensemble`, text: ENDING_MANY_TEXTS[ending], sections: [{ fields }] },
      button: `${EQUIPMENT_ACTION_WORDS[ending]} : ${devices}`,
      ...(ending === 'wipe' ? {} : { tone: 'trouble' as const }),
    };
  });
  /** Why nothing was done, device by device. */
  protected readonly refused = signal<EndingAnswer['outcomes']>([]);
  protected readonly title = computed(() =>
    this.none() ? 'Fin de vie' : `Fin de vie de ${counted(this.ids().length, 'appareil', 'appareils')}`,
  );
  protected readonly sending = mutation((key, ending: EndingTogether, values: Values, devices: EquipmentBulkItem[]) => {
    const asked = { 'Idempotency-Key': key };
    switch (ending) {
      case 'wipe':
        return this.api.invoke(disposalsWipe, { ...asked, body: { ...wipeRequest(values), devices } });
      case 'dispose':
        return this.api.invoke(disposalsDispose, { ...asked, body: { ...disposalRequest(values), devices } });
    }
  });
  protected readonly states = EQUIPMENT_STATES;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }

  protected choose(ending: string | null): void {
    this.sending.forget();
    this.refused.set([]);
    this.chosen.set(ENDINGS_TOGETHER.find((each) => each === ending) ?? null);
  }

  protected async send(values: Values): Promise<void> {
    const ending = this.chosen();
    if (ending === null) return;
    const devices = (this.devices.value() ?? []).map(({ id, version }) => ({ id, version }));
    const answer = await this.sending.run(ending, values, devices);
    if (answer === null) return;
    this.refused.set(answer.done ? [] : answer.outcomes.filter(({ ready }) => !ready));
    if (answer.done)
      this.toasts.say(`${EQUIPMENT_ACTION_WORDS[ending]} : ${counted(devices.length, 'appareil', 'appareils')}`);
    if (answer.done && ending === 'dispose') await this.router.navigate(['/parc/sorties']);
    else this.devices.reload();
  }

  protected leave(): void {
    void this.router.navigate(['/parc']);
  }
}
