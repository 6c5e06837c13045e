import { countedRows } from '@parc/ui';

interface Waiting {
  /** Sessions to agree to, to confirm, to say who came to. */
  readonly sessions: number;
  /** Visits to a class: to date, to tell about. */
  readonly supports: number;
  /** The reader agrees to sessions; whoever does not has only to say who came to theirs. */
  readonly agrees: boolean;
}

/** "2 émargements et 1 accompagnement vous attendent", "4 sessions vous attendent", "Rien ne vous attend" */
export function trainingHomeTitle({ sessions, supports, agrees }: Waiting): string {
  const [one, many] = agrees ? ['session', 'sessions'] : ['émargement', 'émargements'];
  const parts = [
    ...(sessions > 0 ? [countedRows(sessions, one!, many!)] : []),
    ...(supports > 0 ? [countedRows(supports, 'accompagnement', 'accompagnements')] : []),
  ];
  if (parts.length === 0) return 'Rien ne vous attend';
  return `${parts.join(' et ')} ${sessions + supports === 1 ? 'vous attend' : 'vous attendent'}`;
}
