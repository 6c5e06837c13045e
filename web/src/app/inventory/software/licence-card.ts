import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type LicenceListItem, softwareCounts, softwareLicencesList } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { Pager } from '@parc/ui';
import { may } from '../../shell/may';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { licenceLooks, licenceNote, licenceSeats, licencesTitle, licenceTerm } from './software-words';

const SHOWN = 10;

/** The licences of a title, the first to end first: what is over and was taken over too. */
@Component({
  selector: 'parc-licence-card',
  imports: [Pager, ProblemPanel, RouterLink],
  templateUrl: './licence-card.html',
  styleUrls: ['./card-rows.css', './looks.css'],
})
export class LicenceCard {
  readonly titleId = input.required<string>();
  readonly free = input.required<boolean>();
  readonly written = input.required<number>();
  readonly renewed = output<LicenceListItem>();
  readonly changed = output<LicenceListItem>();

  private readonly api = inject(Api);
  private readonly today = parisDateOf(new Date());
  protected readonly writes = may('software.write');
  protected readonly readsOrders = may('orders.read');
  protected readonly page = signal(1);
  protected readonly size = SHOWN;
  protected readonly licences = reading({
    asked: () => ({ titleId: this.titleId(), page: this.page(), size: SHOWN, written: this.written() }),
    load: ({ titleId, page, size }) =>
      this.api.invoke(softwareLicencesList, { titleId, page, size, sort: 'until', direction: 'desc' }),
    keepsFormer: true,
  });
  private readonly counts = reading({ load: () => this.api.invoke(softwareCounts) });

  protected readonly title = licencesTitle;
  protected readonly seats = licenceSeats;
  protected readonly term = licenceTerm;
  protected readonly note = licenceNote;

  protected looks(licence: LicenceListItem): string {
    return licenceLooks(licence, this.today, this.counts.value()?.noticeDays ?? 0).join(' · ');
  }
}
