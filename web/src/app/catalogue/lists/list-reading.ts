import { computed, linkedSignal, resource, type Signal } from '@angular/core';
import { asProblem, type Problem } from '../../shell/problem';

/** Rows of a page of a list. */
export const PAGE_SIZE = 50;

interface Page<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

interface ListReading<Row, Answer extends Page<Row> = Page<Row>> {
  /** The answer in sight; null until the first is there. */
  readonly shown: Signal<Answer | null>;
  readonly rows: Signal<readonly Row[]>;
  readonly total: Signal<number>;
  readonly loading: Signal<boolean>;
  readonly failed: Signal<Problem | null>;
  refresh(): void;
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
  return {
    shown,
    rows: computed(() => shown()?.items ?? []),
    total: computed(() => shown()?.total ?? 0),
    loading: read.isLoading,
    failed: computed(() => (read.status() === 'error' ? asProblem(read.error()) : null)),
    refresh: () => void read.reload(),
  };
}
