import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { AllocationItem } from '@parc/api-client';
import { counted, Icon, MoneyPipe, ViewTabs } from '@parc/ui';
import { SECTORS, PRIORITIES } from '@parc/domain';
import { listAddress } from '../../shell/lists/list-address';
import { ListSearch } from '../../shell/lists/list-search';
import type { HandChange } from './allocation-form';
import { type AllocationSort, allocationViews, gapWords, readSort, readView, shownSchools } from './allocation-words';
import { HandChangeForm } from './hand-change-form';

const SHOWN_FIRST = 40;

const SORT_WORDS: Record<AllocationSort, string> = {
  ecart: 'plus fort écart d’abord',
  ecole: 'par nom',
  avant: 'les mieux dotées l’an passé d’abord',
  propose: 'plus fort montant d’abord',
};

/** Every school with what it would get; those fixed by hand stand first. */
@Component({
  selector: 'parc-allocation-table',
  imports: [HandChangeForm, Icon, MoneyPipe, ListSearch, ViewTabs],
  templateUrl: './allocation-table.html',
  styleUrl: './allocation-table.css',
})
export class AllocationTable {
  private readonly address = listAddress();
  private readonly words = this.address.words;

  readonly items = input.required<readonly AllocationItem[]>();
  readonly changes = input.required<readonly HandChange[]>();
  readonly year = input.required<number>();
  readonly fixed = output<HandChange>();
  /** The school is left to the rule again; null: all of them. */
  readonly undone = output<string | null>();

  protected readonly views = computed(() => allocationViews(this.items()));
  protected readonly view = computed(() => readView(this.words()['vue']));
  protected readonly sort = computed(() => readSort(this.words()['tri']));
  protected readonly search = computed(() => this.words()['recherche'] ?? '');
  protected readonly columns: readonly {
    readonly sort: AllocationSort | null;
    readonly label: () => string;
    readonly number: boolean;
  }[] = [
    { sort: 'ecole', label: () => 'École', number: false },
    { sort: null, label: () => 'Classes', number: true },
    { sort: null, label: () => 'Élèves', number: true },
    { sort: null, label: () => 'Réseau', number: false },
    { sort: 'avant', label: () => String(this.year() - 1), number: true },
    { sort: 'propose', label: () => `Proposé ${this.year()}`, number: true },
    { sort: 'ecart', label: () => 'Écart', number: true },
  ];
  private readonly shown = computed(() => shownSchools(this.items(), this.view(), this.sort(), this.search()));
  protected readonly byHand = computed(() => this.shown().filter(({ fixed }) => fixed));
  private readonly byRule = computed(() => this.shown().filter(({ fixed }) => !fixed));
  protected readonly all = linkedSignal({
    source: () => [this.view(), this.sort(), this.search()],
    computation: () => false,
  });
  protected readonly rows = computed(() => (this.all() ? this.byRule() : this.byRule().slice(0, SHOWN_FIRST)));
  protected readonly more = computed(() => this.byRule().length - this.rows().length);
  protected readonly ruleWords = computed(() => `Par la règle · ${this.byRule().length}, ${SORT_WORDS[this.sort()]}`);
  protected readonly moreWords = computed(() => `Montrer les ${counted(this.more(), 'autre école', 'autres écoles')}`);
  /** The school whose amount is being fixed. */
  protected readonly editing = signal<string | null>(null);

  protected readonly gap = gapWords;
  protected readonly priorities = PRIORITIES;

  protected former({ schoolId, askedCents }: AllocationItem): number {
    return this.changes().find((change) => change.schoolId === schoolId)?.formerCents ?? askedCents;
  }

  protected under({ communeName, sector, missing }: AllocationItem): string {
    const words = [communeName, SECTORS[sector].word];
    if (missing.length > 0)
      words.push(
        missing.length > 1 ? 'effectifs inconnus' : missing[0] === 'classes' ? 'classes inconnues' : 'élèves inconnus',
      );
    return words.join(' · ');
  }

  protected fix(change: HandChange): void {
    this.editing.set(null);
    this.fixed.emit(change);
  }

  protected choose(words: Readonly<Record<string, string | null>>): void {
    this.address.go(words, true);
  }

  protected chooseView(view: string): void {
    this.choose({ vue: view === 'toutes' ? null : view });
  }

  protected sortBy(sort: AllocationSort): void {
    this.choose({ tri: sort === 'ecart' ? null : sort });
  }
}
