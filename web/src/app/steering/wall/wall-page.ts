import { Component, computed, ElementRef, inject, input, afterNextRender } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, boardsEvents, figuresList } from '@parc/api-client';
import { headlineOf, leadingText, type Objective, OBJECTIVES, PLAN_OBJECTIVES } from '@parc/domain';
import { Curve, dayOfYear, Icon, StateChip, StatePanel } from '@parc/ui';
import { listAddress, readOne } from '../../shell/lists/list-address';
import { Logo } from '../../shell/logo';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { curveEvents, curvePoints, curveTarget } from '../figures/figure-curve';
import { askedFigures, filterWords, readBoardFilters } from '../figures/figure-filters';
import { changeWords, coverageWords, leadingWords, stateOf } from '../figures/figure-words';

/**
 * One objective at a time for a room that looks at a wall: no frame, dark, large. Arrows go from one to the next, Échap leaves.
 * What the figure says and what it does not have the same weight.
 */
@Component({
  selector: 'parc-wall-page',
  host: { '(document:keydown)': 'key($event)' },
  imports: [Curve, Icon, Logo, ProblemPanel, RouterLink, StateChip, StatePanel],
  templateUrl: './wall-page.html',
  styleUrl: './wall-page.css',
})
export class WallPage {
  /** Of the address. */
  readonly objectif = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly address = listAddress();

  protected readonly objectives = PLAN_OBJECTIVES;
  protected readonly objective = computed<Objective>(
    () => readOne(this.objectif(), PLAN_OBJECTIVES) ?? PLAN_OBJECTIVES[0]!,
  );
  protected readonly words = computed(() => OBJECTIVES[this.objective()]);
  protected readonly place = computed(() => this.objectives.indexOf(this.objective()));
  protected readonly before = computed(() => this.objectives[this.place() - 1] ?? null);
  protected readonly next = computed(() => this.objectives[this.place() + 1] ?? null);
  protected readonly shortOf = (objective: Objective): string => OBJECTIVES[objective].short;

  private readonly filters = computed(() => readBoardFilters(this.address.words()));
  private readonly asked = computed(() => askedFigures(this.filters()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  protected readonly read = reading({
    asked: () => this.asked(),
    load: (asked) => this.api.invoke(figuresList, asked),
    keepsFormer: true,
  });
  private readonly events = reading({ load: async () => (await this.api.invoke(boardsEvents)).items });

  protected readonly indicator = computed(() => headlineOf(this.objective()));
  protected readonly answer = computed(
    () => this.read.value()?.figures.find(({ key }) => key === this.indicator()?.key) ?? null,
  );
  protected readonly leading = computed(() => leadingWords(this.indicator()!, this.answer()!.figure));
  protected readonly change = computed(() => changeWords(this.indicator()!, this.answer()!));
  protected readonly state = computed(() => stateOf(this.answer()!));
  protected readonly points = computed(() => curvePoints(this.answer()!, null));
  protected readonly target = computed(() => curveTarget(this.answer()!));
  protected readonly turns = computed(() => curveEvents(this.events.value() ?? []));
  protected readonly told = computed(() => {
    const answer = this.answer();
    const read = this.read.value();
    const parts = [
      read === null ? null : `données du ${dayOfYear(read.dataDay)}`,
      answer === null ? null : coverageWords(answer.figure),
      filterWords(this.filters()),
    ];
    return parts.filter((part) => part !== null).join(' · ');
  });
  protected readonly inWords = (value: number): string => leadingText(this.indicator()!, value);

  constructor() {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('main')?.focus());
  }

  protected key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft') this.go(this.before());
    else if (event.key === 'ArrowRight') this.go(this.next());
    else if (event.key === 'Escape') this.leave();
    else return;
    event.preventDefault();
  }

  protected go(objectif: Objective | null): void {
    if (objectif !== null) this.address.go({ objectif }, true);
  }

  protected leave(): void {
    void this.router.navigate(['/pilotage'], { queryParams: { objectif: null }, queryParamsHandling: 'merge' });
  }
}
