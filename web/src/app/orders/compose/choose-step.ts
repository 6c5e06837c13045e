import { Component, computed, inject, signal } from '@angular/core';
import { ITEM_CATEGORIES, type ItemCategory, kindsOf, searchFor } from '@parc/domain';
import { Icon, MoneyPipe, StatePanel, Stepper } from '@parc/ui';
import { CategoryChoice, categoryCounts } from '../../catalogue/category-choice';
import { delayWords, pictureOf } from '../../catalogue/item-words';
import { ListSearch } from '../../shell/lists/list-search';
import { Basket } from './basket';

/** First step: what the school may order, found by a word with or without its accents. */
@Component({
  selector: 'parc-choose-step',
  imports: [CategoryChoice, Icon, ListSearch, MoneyPipe, StatePanel, Stepper],
  templateUrl: './choose-step.html',
  styleUrl: './choose-step.css',
})
export class ChooseStep {
  protected readonly basket = inject(Basket);
  protected readonly search = signal('');
  protected readonly category = signal<ItemCategory | null>(null);

  private readonly items = computed(() => this.basket.catalogue.value()?.items ?? []);
  protected readonly found = computed(() => {
    const isFound = searchFor(this.search());
    return this.items().filter((item) =>
      isFound(`${item.name} ${item.description} ${item.includes} ${item.reference}`),
    );
  });
  protected readonly categories = computed(() =>
    categoryCounts((category) => this.found().filter((item) => item.category === category).length, this.category()),
  );
  protected readonly shown = computed(() => {
    const category = this.category();
    if (category !== null) return this.found().filter((item) => item.category === category);
    // Work first, then what is bought: the order of the categories.
    return kindsOf(ITEM_CATEGORIES).flatMap((each) => this.found().filter((item) => item.category === each));
  });

  protected readonly iconOf = pictureOf;
  protected readonly delayOf = delayWords;
}
