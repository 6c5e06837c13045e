import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { accountsList, type AccountRow, Api } from '@parc/api-client';
import { Cell, DataTable, Icon, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListFilters } from '../../shell/lists/list-filters';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { Session } from '../../shell/session';
import {
  accountChips,
  accountsTitle,
  askedAccounts,
  isAccountNarrowed,
  NO_ACCOUNT_FILTER,
  readAccountFilters,
} from './account-filters';
import { grantableRoles, rolesInShort, standingWords } from './account-words';

/** Everybody who may enter, with the roles they hold today. */
@Component({
  selector: 'parc-account-list',
  imports: [Cell, DataTable, Icon, ListFilters, ListState, Pager, RouterLink, StateChip],
  templateUrl: './account-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class AccountListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly session = inject(Session);
  protected readonly address = listAddress(NO_ACCOUNT_FILTER);

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => readAccountFilters(this.address.words()));
  protected readonly narrowed = computed(() => isAccountNarrowed(this.filters()));
  protected readonly reading = listReading(
    () => askedAccounts(this.filters()),
    (asked) => this.api.invoke(accountsList, asked),
  );
  protected readonly invites = computed(() => grantableRoles(this.session.role()).length > 0);
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Comptes' : accountsTitle(this.filters(), this.reading.total()),
  );
  protected readonly chips = computed(() => accountChips(this.filters()));

  protected readonly columns: readonly TableColumn<AccountRow>[] = [
    { key: 'name', label: 'Personne', width: '38%', card: 'title' },
    { key: 'roles', label: 'Rôles' },
    { key: 'standing', label: 'État', card: 'beside' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: AccountRow): string => row.id;
  protected readonly rowName = (row: AccountRow): string => `${row.name}, ${row.email}`;
  protected readonly roles = rolesInShort;
  protected readonly standing = standingWords;
  /** A long address breaks before its @ on a phone, not inside a word. */
  protected readonly mailbox = (email: string): string => email.split('@')[0] ?? '';
  protected readonly domain = (email: string): string => `@${email.split('@')[1] ?? ''}`;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: AccountRow): void {
    void this.router.navigate(['/comptes', row.id]);
  }
}
