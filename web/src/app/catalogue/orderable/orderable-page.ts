import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, orderableOrderable } from '@parc/api-client';
import { ITEM_CATEGORIES, kindsOf } from '@parc/domain';
import { counted, Icon, MoneyPipe } from '@parc/ui';
import { PageTitle } from '../../shell/page-title';
import { CategoryChoice, categoryCounts } from '../category-choice';
import { asSentence, categoryWord, delayWords, needsWords, pictureOf } from '../item-words';
import { listAddress, readOne } from '../../shell/lists/list-address';
import { listReading } from '../../shell/lists/list-reading';
import { ListSearch } from '../../shell/lists/list-search';
import { ListState } from '../../shell/lists/list-state';

/** What a school may order today: found by a word, with what it includes, its delay and its price, tax included. */
@Component({
  selector: 'parc-orderable-page',
  imports: [CategoryChoice, Icon, ListSearch, ListState, MoneyPipe, RouterLink],
  templateUrl: './orderable-page.html',
  styleUrl: './orderable-page.css',
})
export class OrderablePage {
  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  private readonly address = listAddress();

  protected readonly search = computed(() => this.address.words()['recherche'] ?? '');
  protected readonly category = computed(() => readOne(this.address.words()['categorie'], kindsOf(ITEM_CATEGORIES)));
  private readonly asked = computed(() => ({
    ...(this.search() === '' ? {} : { search: this.search() }),
    ...(this.category() === null ? {} : { category: this.category()! }),
  }));
  protected readonly reading = listReading(this.asked, async (asked) => {
    const catalogue = await this.api.invoke(orderableOrderable, asked);
    return { ...catalogue, total: catalogue.items.length };
  });

  private readonly counts = computed(() => this.reading.value()?.categories ?? []);
  protected readonly foundCount = computed(() => this.counts().reduce((sum, { count }) => sum + count, 0));
  protected readonly categories = computed(() =>
    categoryCounts((category) => this.counts().find((each) => each.category === category)?.count ?? 0, this.category()),
  );
  /** Work first, then what is bought: the order of the categories. */
  protected readonly groups = computed(() =>
    kindsOf(ITEM_CATEGORIES)
      .map((category) => ({
        category,
        word: categoryWord(category),
        items: this.reading.rows().filter((item) => item.category === category),
      }))
      .filter(({ items }) => items.length > 0),
  );
  protected readonly title = computed(() => {
    if (this.reading.value() === null) return 'Catalogue';
    const found = counted(this.reading.rows().length, 'article');
    if (this.search() !== '') return `${found} pour « ${this.search()} »`;
    return this.category() === null ? `Vous pouvez commander ${found}` : `${found} · ${categoryWord(this.category()!)}`;
  });

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected narrow(change: Record<string, string | null>, typing = false): void {
    this.address.go(change, typing);
  }

  protected readonly picture = pictureOf;
  protected readonly delay = delayWords;
  protected readonly sentence = asSentence;
  protected readonly needs = needsWords;
}
