import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  fleetValueDescribe,
  fleetValueFamilies,
  fleetValueValue,
  type EquipmentModelAnswer,
} from '@parc/api-client';
import { EQUIPMENT_FAMILIES, isKind, isPlainDate, kindChoices, parisDateOf } from '@parc/domain';
import { Control, counted, DayPipe, Field, MoneyPipe, StatePanel, Toasts, wholeNumber } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { carbonWords } from './end-words';

/** What the fleet is worth on a day, by family, year and school; what making it emitted; what its models are. */
@Component({
  selector: 'parc-fleet-value-page',
  imports: [Control, DayPipe, Field, MoneyPipe, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './fleet-value-page.html',
  styleUrl: './figures.css',
})
export class FleetValuePage {
  /** Of the address: the day. */
  readonly jour = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());
  protected readonly day = computed(() => {
    const day = this.jour() ?? '';
    return isPlainDate(day) ? day : this.today;
  });
  protected readonly value = reading({
    asked: () => ({ on: this.day() }),
    load: (asked) => this.api.invoke(fleetValueValue, asked),
    keepsFormer: true,
  });
  protected readonly models = reading({ load: async () => (await this.api.invoke(fleetValueFamilies)).items });
  protected readonly unnamed = computed(() => (this.models.value() ?? []).filter(({ family }) => family === null));
  protected readonly choices = kindChoices(EQUIPMENT_FAMILIES);
  protected readonly describing = mutation((key, { id }: EquipmentModelAnswer, chosen: string) => {
    if (!isKind(EQUIPMENT_FAMILIES, chosen)) throw new RangeError(`no family is called ${chosen}`);
    const { storesData } = EQUIPMENT_FAMILIES[chosen];
    return this.api.invoke(fleetValueDescribe, { 'Idempotency-Key': key, id, body: { family: chosen, storesData } });
  });
  protected readonly carbon = carbonWords;
  protected readonly counted = counted;
  protected readonly whole = wholeNumber;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Valeur du parc'));
  }

  protected family(family: string | null): string {
    return isKind(EQUIPMENT_FAMILIES, family) ? EQUIPMENT_FAMILIES[family].word : 'Sans famille';
  }

  protected choose(day: string): void {
    if (isPlainDate(day)) void this.router.navigate([], { queryParams: { jour: day === this.today ? null : day } });
  }

  protected async describe(model: EquipmentModelAnswer, chosen: string): Promise<void> {
    if (chosen === '') return;
    const described = await this.describing.run(model, chosen);
    if (described === null) return;
    this.toasts.say(`${described.name} : ${this.family(described.family).toLowerCase()}`);
    this.models.reload();
    this.value.reload();
  }
}
