import { computed, linkedSignal, resource, type Signal } from '@angular/core';
import type { PanelKind } from '@parc/ui';
import { asProblem, type Problem } from '../problem';

/** Rows of a page of a list. */
export const PAGE_SIZE = 50;

interface Page<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

/** What of a list is in sight: its rows, or the panel that says why there are none. */
type ListStanding = PanelKind | 'rows';

/** The part of a list's reading that its state panel shows. */
export interface ListInSight {
  readonly standing: Signal<ListStanding>;
  readonly failed: Signal<Problem | null>;
  refresh(): void;
}

interface ListReading<Row, Answer extends Page<Row> = Page<Row>> extends ListInSight {
  /** The answer in sight; null until the first is there. */
  readonly shown: Signal<Answer | null>;
  readonly rows: Signal<readonly Row[]>;
  readonly total: Signal<number>;
  readonly loading: Signal<boolean>;
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
  const read = resource({ params: asked, loader: ({ params }) => load(params as Asked) });
  const shown = linkedSignal<Answer | null, Answer | null>({
    source: () => (read.hasValue() ? read.value() : null),
    computation: (answer, former) => answer ?? former?.value ?? null,
  });
  const failed = computed(() => (read.status() === 'error' ? asProblem(read.error()) : null));
  return {
    standing: computed(() => listStanding(failed(), shown()?.items.length ?? null)),
    shown,
    rows: computed(() => shown()?.items ?? []),
    total: computed(() => shown()?.total ?? 0),
    loading: read.isLoading,
    failed,
    refresh: () => void read.reload(),
  };
}
