import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  fleetImportsApply,
  fleetImportsPage,
  fleetImportsRefusals,
  fleetImportsRemove,
  fleetImportsWrite,
  stockPlacesList,
  type FleetDecisionRequest,
  type FleetEntry,
  type FleetImportPage,
  type FleetListRequest,
} from '@parc/api-client';
import { FLEET_COLUMNS, type FleetColumn } from '@parc/domain';
import { CountedPipe, DayPipe, Icon, Notice, StatePanel, Toasts } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { type ColumnChosen, ListColumns } from '../lists/list-columns';
import { FleetDecisions } from './fleet-decisions';
import { FleetRows } from './fleet-rows';
import { counters, entryTitle, kindTitle, missingWords, reportTitle, sumWords } from './fleet-import-words';

/** A list of existing devices: what its columns and words mean, what it would bring, then its report. */
@Component({
  selector: 'parc-fleet-import-page',
  imports: [
    CountedPipe,
    DayPipe,
    FleetDecisions,
    FleetRows,
    Icon,
    ListColumns,
    Notice,
    ProblemPanel,
    RouterLink,
    StatePanel,
  ],
  templateUrl: './fleet-import-page.html',
  styleUrl: './fleet-import-page.css',
})
export class FleetImportPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly list = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(fleetImportsPage, asked),
  });
  protected readonly applied = computed(() => this.list.value()?.state === 'applied');
  protected readonly missing = computed(() => missingWords(this.list.value()?.missing ?? []));
  /** What the list would bring as it is understood now: done by the server and taken back. */
  protected readonly preview = reading({
    asked: () => {
      const list = this.list.value();
      if (list === null || list.state === 'applied' || list.missing.length > 0) return undefined;
      return { id: list.id, version: list.version };
    },
    load: ({ id, version }) =>
      this.api.invoke(fleetImportsApply, {
        ...{ id, preview: true, body: {} },
        ...onVersion(crypto.randomUUID(), version),
      }),
    keepsFormer: true,
  });
  protected readonly stockPlaces = reading({ load: async () => (await this.api.invoke(stockPlacesList)).items });
  protected readonly title = computed(() => {
    const [list, entry] = [this.list.value(), this.preview.value()];
    if (list !== null && this.applied()) return reportTitle(list);
    if (entry !== null && this.missing() === '') return entryTitle(entry);
    return this.missing() === '' ? 'Liste de matériel' : 'Une colonne reste à reconnaître';
  });

  protected readonly saying = mutation((key, list: FleetImportPage, body: FleetListRequest) =>
    this.api.invoke(fleetImportsWrite, { ...onVersion(key, list.version), id: list.id, body }),
  );
  protected readonly applying = mutation((key, list: FleetImportPage, { counts }: FleetEntry) =>
    this.api.invoke(fleetImportsApply, {
      ...onVersion(key, list.version),
      id: list.id,
      body: { seenCreated: counts.created, seenChanged: counts.changed, seenRefused: counts.refused },
    }),
  );
  protected readonly removing = mutation((key, list: FleetImportPage) =>
    this.api.invoke(fleetImportsRemove, { ...onVersion(key, list.version), id: list.id }),
  );
  protected readonly busy = computed(
    () => this.saying.pending() || this.applying.pending() || this.removing.pending() || this.preview.loading(),
  );
  protected readonly problem = computed(
    () => this.applying.problem() ?? this.saying.problem() ?? this.removing.problem(),
  );

  protected readonly refusals = computed(() => this.api.rootUrl + fleetImportsRefusals.PATH.replace('{id}', this.id()));

  protected readonly words = FLEET_COLUMNS;
  protected readonly kind = kindTitle;
  protected readonly sum = sumWords;
  protected readonly counters = counters;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.list.value()?.fileName ?? 'Liste de matériel'));
  }

  protected mapColumn({ place, column }: ColumnChosen): void {
    const list = this.list.value();
    if (list === null) return;
    const others = list.columns.filter((one) => one.place !== place && one.column !== column);
    void this.say({ columns: column === null ? others : [...others, { place, column: column as FleetColumn }] });
  }

  protected decide(decisions: FleetDecisionRequest[]): void {
    void this.say({ decisions });
  }

  private async say(body: FleetListRequest): Promise<void> {
    const list = this.list.value();
    if (list === null) return;
    const said = await this.saying.run(list, body);
    if (said !== null) this.list.replace(said);
    else if (this.saying.problem()?.stale) this.list.reload();
  }

  protected async apply(): Promise<void> {
    const [list, entry] = [this.list.value(), this.preview.current()];
    if (list === null || entry === null) return;
    const applied = await this.applying.run(list, entry);
    if (applied !== null) this.toasts.say('Le parc est à jour');
    this.list.reload();
    if (applied === null) this.preview.reload();
  }

  protected async remove(): Promise<void> {
    const list = this.list.value();
    if (list === null || (await this.removing.run(list)) === null) return;
    await this.router.navigate(['/parc/imports']);
  }
}
