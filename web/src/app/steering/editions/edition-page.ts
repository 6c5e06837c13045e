import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, editionsSheet } from '@parc/api-client';
import { DayPipe, Icon, Notice, StatePanel } from '@parc/ui';
import { may } from '../../shell/may';
import { sizeWords } from '../../shell/files/file-size';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { EditionComparisonCard } from './edition-comparison-card';
import { correctionWords, manifestAddress, partAddress, partGroups } from './edition-words';

/** One edition: its report, its files, what makes it this one and no other. */
@Component({
  selector: 'parc-edition-page',
  imports: [DayPipe, EditionComparisonCard, Icon, Notice, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './edition-page.html',
  styleUrl: './edition-page.css',
})
export class EditionPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  protected readonly freezes = may('editions.freeze');
  protected readonly edition = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(editionsSheet, asked),
  });
  protected readonly groups = computed(() => partGroups(this.edition.value()?.parts ?? []));
  protected readonly manifest = computed(() => manifestAddress(this.api.rootUrl, this.id()));
  protected readonly report = computed(() => this.address('rapport.pdf'));
  protected readonly correction = correctionWords;
  protected readonly size = sizeWords;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.edition.value()?.title ?? 'Édition'));
  }

  protected address(name: string): string {
    return partAddress(this.api.rootUrl, this.id(), name);
  }
}
