import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  deliveryListsEnter,
  deliveryListsPage,
  deliveryListsRemove,
  deliveryListsWrite,
  type DeliveryEntry,
  type DeliveryListPage,
  type DeliveryListRequest,
} from '@parc/api-client';
import { missingDeliveryColumns } from '@parc/domain';
import { CountedPipe, counted, DayPipe, Icon, MoneyPipe, Notice, StatePanel, Toasts } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { entryModelWords, entryShares, entryTitle, modelWords, tagsWords, totalWarning } from './delivery-words';
import { ReceptionColumns } from './reception-columns';
import { ReceptionRows } from './reception-rows';

/** A supplier's list before it comes in: its columns, what is held back and why, what it would bring; then all at once. */
@Component({
  selector: 'parc-reception-page',
  imports: [
    CountedPipe,
    DayPipe,
    Icon,
    MoneyPipe,
    Notice,
    ProblemPanel,
    ReceptionColumns,
    ReceptionRows,
    RouterLink,
    StatePanel,
  ],
  templateUrl: './reception-page.html',
  styleUrl: './reception-page.css',
})
export class ReceptionPage {
  /** The delivery, and its list. */
  readonly id = input.required<string>();
  readonly listId = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly list = reading({
    asked: () => ({ id: this.listId() }),
    load: (asked) => this.api.invoke(deliveryListsPage, asked),
  });
  private readonly readable = computed(() => {
    const list = this.list.value();
    if (list === null) return false;
    const mapping = Object.fromEntries(list.columns.map(({ column, place }) => [column, place]));
    return missingDeliveryColumns(mapping).length === 0;
  });
  /** What the list would bring in as it is said now: done by the server and taken back. */
  protected readonly preview = reading({
    asked: () => {
      const list = this.list.value();
      return list !== null && this.readable() ? { id: list.id, version: list.version } : undefined;
    },
    load: ({ id, version }) =>
      this.api.invoke(deliveryListsEnter, {
        ...{ id, preview: true, body: {} },
        ...onVersion(crypto.randomUUID(), version),
      }),
    keepsFormer: true,
  });
  protected readonly entry = computed(() => (this.readable() ? this.preview.value() : null));
  protected readonly title = computed(() => {
    const entry = this.entry();
    if (entry !== null) return entryTitle(entry);
    return this.list.value() !== null && !this.readable() ? 'Une colonne reste à reconnaître' : 'Réception';
  });
  protected readonly warning = computed(() => (this.entry() === null ? '' : totalWarning(this.entry()!)));

  protected readonly saying = mutation((key, list: DeliveryListPage, body: DeliveryListRequest) =>
    this.api.invoke(deliveryListsWrite, { ...onVersion(key, list.version), id: list.id, body }),
  );
  protected readonly entering = mutation((key, list: DeliveryListPage, { ready, readyNetCents }: DeliveryEntry) =>
    this.api.invoke(deliveryListsEnter, {
      ...onVersion(key, list.version),
      ...{ id: list.id, body: { seenDevices: ready, seenNetCents: readyNetCents } },
    }),
  );
  protected readonly removing = mutation((key, list: DeliveryListPage) =>
    this.api.invoke(deliveryListsRemove, { ...onVersion(key, list.version), id: list.id }),
  );
  protected readonly busy = computed(
    () => this.saying.pending() || this.entering.pending() || this.removing.pending() || this.preview.loading(),
  );
  protected readonly problem = computed(
    () => this.entering.problem() ?? this.saying.problem() ?? this.removing.problem(),
  );

  protected readonly models = modelWords;
  protected readonly rest = entryModelWords;
  protected readonly shares = entryShares;
  protected readonly tags = tagsWords;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.list.value()?.fileName ?? 'Réception'));
  }

  protected async say(body: DeliveryListRequest): Promise<void> {
    const list = this.list.value();
    if (list === null) return;
    const said = await this.saying.run(list, body);
    if (said !== null) this.list.replace(said);
    else if (this.saying.problem()?.stale) this.list.reload();
  }

  protected async enter(): Promise<void> {
    const [list, entry] = [this.list.value(), this.preview.current()];
    if (list === null || entry === null) return;
    const entered = await this.entering.run(list, entry);
    if (entered === null) return this.lookAgain();
    this.toasts.say(`${counted(entered.ready, 'appareil est entré', 'appareils sont entrés')} en stock`);
    await this.router.navigate(['/parc/livraisons', this.id()]);
  }

  protected async remove(): Promise<void> {
    const list = this.list.value();
    if (list === null || (await this.removing.run(list)) === null) return;
    await this.router.navigate(['/parc/livraisons', this.id()]);
  }

  protected lookAgain(): void {
    this.list.reload();
    this.preview.reload();
  }
}
