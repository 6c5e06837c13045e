import { Component, computed, DOCUMENT, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Api, type FigureAnswer, figuresList } from '@parc/api-client';
import {
  figureText,
  GRAINS,
  type Indicator,
  INDICATORS,
  indicatorsOf,
  isFigureShown,
  isFigureWarned,
  lawOf,
  OBJECTIVE_NAMES,
  OBJECTIVES,
  REDUCES,
  UNITS,
} from '@parc/domain';
import { counted, dayOfYear, StatePanel } from '@parc/ui';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { coverageWords } from '../figures/figure-words';
import { SteeringDoors } from '../figures/steering-doors';

/** Every figure of the plan as it is declared: what it says, what it does not, how it is worked out, how much is known. */
@Component({
  selector: 'parc-definitions-page',
  imports: [ProblemPanel, RouterLink, StatePanel, SteeringDoors],
  templateUrl: './definitions-page.html',
  styleUrls: ['../figures/steering-page.css', './definitions-page.css'],
})
export class DefinitionsPage {
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly title = `${counted(INDICATORS.length, 'chiffre déclaré', 'chiffres déclarés')}, chacun une fois`;
  protected readonly groups = OBJECTIVE_NAMES.map((name) => ({
    name,
    ...OBJECTIVES[name],
    indicators: indicatorsOf(name),
  }));
  /** What is known of each. */
  protected readonly read = reading({
    load: async () => {
      const filled = OBJECTIVE_NAMES.filter((name) => indicatorsOf(name).length > 0);
      const answers = await Promise.all(filled.map((objective) => this.api.invoke(figuresList, { objective })));
      return new Map(answers.flatMap(({ figures }) => figures).map((figure) => [figure.key as string, figure]));
    },
  });
  protected readonly missing = computed(() => {
    const figures = [...(this.read.value()?.values() ?? [])];
    return figures
      .filter(({ figure }) => !isFigureShown(figure) || isFigureWarned(figure))
      .map((answer) => this.nameOf(answer));
  });

  constructor() {
    effect(() => {
      const id = this.fragment();
      if (id === null || this.read.value() === null) return;
      this.document.getElementById(id)?.scrollIntoView({ block: 'start' });
    });
  }

  protected answerOf = (key: string): FigureAnswer | null => this.read.value()?.get(key) ?? null;
  protected coverage = (key: string): string => coverageWords(this.answerOf(key)?.figure ?? null);

  protected facts(indicator: Indicator): readonly (readonly [string, string])[] {
    const { grain, unit, reduce, counted: counts, direction, version, since } = indicator;
    const way = { up: 'plus haut', down: 'plus bas', none: 'ni plus haut ni plus bas' }[direction ?? 'none'];
    return [
      ['Calcul', `${REDUCES[reduce].word} : ${counts[0]}, sur ${counts[1]}`],
      ['Unité', UNITS[unit].word || 'un nombre'],
      ['Période', GRAINS[grain].word],
      ['Mieux', way],
      ['Cible', this.targetWords(indicator)],
      ['Version', `${version}, depuis le ${dayOfYear(since)}`],
    ];
  }

  private targetWords(indicator: Indicator): string {
    const set = this.answerOf(indicator.key)?.target ?? null;
    if (set !== null)
      return `${figureText(indicator, set.value)}${set.by === null ? '' : `, le ${dayOfYear(set.by)}`} (${set.source})`;
    const law = lawOf(indicator);
    if (law === null) return indicator.target === null ? 'aucune' : 'à fixer par le comité';
    const steps = law.steps.map(({ year, value }) => `${figureText(indicator, value)} en ${year}`);
    return `${steps.join(', ')} (${law.source})`;
  }

  private nameOf({ key }: FigureAnswer): string {
    return (INDICATORS as readonly Indicator[]).find((row) => row.key === key)!.name;
  }
}
