import { Component, computed, inject, signal } from '@angular/core';
import type { OrderableItemAnswer } from '@parc/api-client';
import { plainText } from '@parc/domain';
import { Icon, type IconName, MoneyPipe, StatePanel, Stepper } from '@parc/ui';
import { Basket } from './basket';

const CATEGORY_WORDS: Record<string, string> = {
  install: 'Installer',
  move: 'Déplacer',
  software: 'Logiciels',
  hardware: 'Petit matériel',
  network: 'Réseau',
};

const CATEGORY_ICONS: Record<string, IconName> = {
  install: 'wrench',
  move: 'map',
  software: 'laptop',
  hardware: 'box',
  network: 'exchange',
};

/** First step: what the school may order, found by a word with or without its accents. */
@Component({
  selector: 'parc-choose-step',
  imports: [Icon, MoneyPipe, StatePanel, Stepper],
  templateUrl: './choose-step.html',
  styleUrl: './choose-step.css',
})
export class ChooseStep {
  protected readonly basket = inject(Basket);
  protected readonly search = signal('');
  protected readonly category = signal<string | null>(null);

  private readonly items = computed(() =>
    this.basket.catalogue.hasValue() ? this.basket.catalogue.value().items : [],
  );
  private readonly found = computed(() => {
    const words = plainText(this.search()).split(' ').filter(Boolean);
    return this.items().filter((item) => {
      const text = plainText(`${item.name} ${item.description} ${item.includes} ${item.reference}`);
      return words.every((word) => text.includes(word));
    });
  });
  protected readonly categories = computed(() =>
    Object.entries(CATEGORY_WORDS)
      .map(([code, label]) => ({ code, label, count: this.found().filter((item) => item.category === code).length }))
      .filter(({ code, count }) => count > 0 || this.category() === code),
  );
  protected readonly foundCount = computed(() => this.found().length);
  protected readonly shown = computed(() => {
    const category = this.category();
    if (category !== null) return this.found().filter((item) => item.category === category);
    // Work first, then what is bought: the order of the categories.
    return Object.keys(CATEGORY_WORDS).flatMap((code) => this.found().filter((item) => item.category === code));
  });

  protected iconOf(item: OrderableItemAnswer): IconName {
    return CATEGORY_ICONS[item.category] ?? 'box';
  }

  protected delayOf(item: OrderableItemAnswer): string {
    const days = `sous ${item.delayWorkingDays} jours ouvrés`;
    return item.remote ? `À distance, ${days}` : `Sur place, ${days}, hors temps de classe`;
  }
}
