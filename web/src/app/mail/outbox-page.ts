import { Component, computed, effect, inject } from '@angular/core';
import { Api, mailsList } from '@parc/api-client';
import { DayPipe, Icon, Pager, StateChip } from '@parc/ui';
import { listAddress } from '../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../shell/lists/list-reading';
import { ListFilters } from '../shell/lists/list-filters';
import { ListState } from '../shell/lists/list-state';
import { PageTitle } from '../shell/page-title';
import { Session } from '../shell/session';
import {
  askedMails,
  MAIL_STATE_WORDS,
  mailChips,
  mailPieces,
  mailsTitle,
  NO_MAIL_FILTER,
  readMailFilters,
  triesWords,
  unreadWords,
} from './mail-words';

/** The mails of the house: to whom, about what, whether they have left; readable where no mail server sends them. */
@Component({
  selector: 'parc-outbox-page',
  imports: [DayPipe, Icon, ListFilters, ListState, Pager, StateChip],
  templateUrl: './outbox-page.html',
  styleUrls: ['../shell/lists/list.css', './outbox-page.css'],
})
export class OutboxPage {
  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress(NO_MAIL_FILTER);
  protected readonly session = inject(Session);

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => readMailFilters(this.address.words()));
  protected readonly narrowed = computed(() => this.filters().search !== '' || this.filters().state !== null);
  protected readonly reading = listReading(
    () => askedMails(this.filters()),
    (asked) => this.api.invoke(mailsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Courriels' : mailsTitle(this.filters(), this.reading.total()),
  );
  protected readonly chips = computed(() => mailChips(this.filters()));

  protected readonly states = MAIL_STATE_WORDS;
  protected readonly pieces = mailPieces;
  protected readonly unread = unreadWords;
  protected readonly tries = triesWords;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }
}
