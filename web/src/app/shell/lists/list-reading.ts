import { computed, type Signal } from '@angular/core';
import type { PanelKind } from '@parc/ui';
import type { Problem } from '../problem';
import { type Reading, reading } from '../reading';

/** Rows of a page of a list. */
export const PAGE_SIZE = 50;

interface Page<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

/** What of a list is in sight: its rows, or the panel that says why there are none. */
type ListStanding = PanelKind | 'rows';

/** The part of a list's reading that its state panel shows. */
export interface ListInSight extends Pick<Reading<unknown>, 'failed' | 'reload'> {
  readonly standing: Signal<ListStanding>;
}

interface ListReading<Row, Answer extends Page<Row> = Page<Row>> extends ListInSight, Reading<Answer> {
  readonly rows: Signal<readonly Row[]>;
  readonly total: Signal<number>;
}

/** @param count rows in sight; null before the first answer */
export function listStanding(problem: Problem | null, count: number | null): ListStanding {
  if (problem !== null) return problem.panel;
  if (count === null) return 'loading';
  return count === 0 ? 'empty' : 'rows';
}

/**
 * A list as its filters ask for it; the rows in sight stay until the next ones are there. For an injection context.
 * @param asked what the API is asked for; undefined asks nothing
 */
export function listReading<Asked extends object, Row, Answer extends Page<Row>>(
  asked: () => Asked | undefined,
  load: (asked: Asked) => Promise<Answer & Page<Row>>,
): ListReading<Row, Answer> {
  const list = reading<Answer, Asked>({ asked, load, keepsFormer: true });
  return {
    ...list,
    standing: computed(() => listStanding(list.failed(), list.value()?.items.length ?? null)),
    rows: computed(() => list.value()?.items ?? []),
    total: computed(() => list.value()?.total ?? 0),
  };
}
