import type { ImportAnswer, ImportCounts } from '@parc/api-client';

/** A preview of the national directory; what a test is about is given, the rest is plausible. */
export function importAnswer(
  given: Omit<Partial<ImportAnswer>, 'counts'> & { counts?: Partial<ImportCounts> },
): ImportAnswer {
  const { counts, ...rest } = given;
  return {
    id: 'import-1',
    kind: 'national-directory',
    kindLabel: 'Annuaire national de l’éducation',
    state: 'ready',
    problem: null,
    uploadedByName: 'Sarah Lardanchet',
    uploadedAt: '2026-11-24T08:41:00Z',
    readAt: '2026-11-24T08:42:00Z',
    appliedByName: null,
    appliedAt: null,
    file: {
      name: 'annuaire.csv',
      sha256: '0'.repeat(64),
      byteCount: 140_000,
      encoding: 'utf-8',
      separator: ';',
      headerStyle: '2026',
      columnCount: 71,
      usedColumnCount: 24,
    },
    progress: { rows: 277, bytes: 140_000 },
    counts: {
      rows: 277,
      created: 12,
      changed: 31,
      changedFields: 38,
      unchanged: 229,
      refused: 5,
      ignored: 0,
      warned: 0,
      missing: 3,
      ...counts,
    },
    existing: 265,
    ignored: [],
    warnings: [],
    groups: [],
    ...rest,
  };
}
