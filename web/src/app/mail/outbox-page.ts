import { Component, computed, effect, inject } from '@angular/core';
import { Api, mailsList } from '@parc/api-client';
import { DayPipe, type FilterChange, FilterChips, Icon, Pager, StateChip, StatePanel } from '@parc/ui';
import { listAddress, pageWords } from '../catalogue/lists/list-address';
import { listReading, PAGE_SIZE } from '../catalogue/lists/list-reading';
import { ListSearch } from '../catalogue/lists/list-search';
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
  imports: [DayPipe, FilterChips, Icon, ListSearch, Pager, StateChip, StatePanel],
  templateUrl: './outbox-page.html',
  styleUrls: ['../catalogue/lists/list.css', './outbox-page.css'],
})
export class OutboxPage {
  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  private readonly address = listAddress();
  protected readonly session = inject(Session);

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => readMailFilters(this.address.words()));
  protected readonly narrowed = computed(() => this.filters().search !== '' || this.filters().state !== null);
  protected readonly reading = listReading(
    () => askedMails(this.filters()),
    (asked) => this.api.invoke(mailsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.shown() === null ? 'Courriels' : mailsTitle(this.filters(), this.reading.total()),
  );
  protected readonly chips = computed(() => mailChips(this.filters()));

  protected readonly states = MAIL_STATE_WORDS;
  protected readonly pieces = mailPieces;
  protected readonly unread = unreadWords;
  protected readonly tries = triesWords;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected narrow({ id, value }: FilterChange): void {
    this.address.go({ [id]: value, page: null });
  }

  protected search(text: string): void {
    this.address.go({ recherche: text || null, page: null }, true);
  }

  protected clear(): void {
    this.address.go(NO_MAIL_FILTER);
  }

  protected turnTo(page: number): void {
    this.address.go(pageWords(page));
    scrollTo({ top: 0 });
  }
}
