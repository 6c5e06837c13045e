import type { OrderPage } from '@parc/api-client';
import { type PathStep, shortDay } from '@parc/ui';

const LINE = ['submitted', 'approved', 'scheduled', 'installed', 'confirmed', 'certified', 'closed'] as const;
type Milestone = (typeof LINE)[number];

const WORDS: Record<Milestone, string> = {
  submitted: 'Envoyée',
  approved: 'Approuvée',
  scheduled: 'Planifiée',
  installed: 'Installée',
  confirmed: 'Confirmée',
  certified: 'Service fait',
  closed: 'Close',
};

/** How many milestones are behind an order in each state; the next one is where it stands. */
const REACHED: Record<string, number> = {
  draft: 0,
  submitted: 1,
  approved: 2,
  scheduled: 3,
  'in-progress': 3,
  installed: 4,
  confirmed: 5,
  certified: 6,
  closed: 7,
};

const ACTIONS: Record<Milestone, readonly string[]> = {
  submitted: ['submit'],
  approved: ['approve'],
  scheduled: ['schedule', 'move'],
  installed: ['report'],
  confirmed: ['confirm', 'confirm-by-default'],
  certified: ['certify'],
  closed: ['close'],
};

/** The states to come as a line: past ones dated by the thread, the present with its deadline. Empty for an order that stopped. */
export function orderPath(page: OrderPage): PathStep[] {
  const reached = REACHED[page.state];
  if (reached === undefined) return [];
  return LINE.map((milestone, index) => {
    const state = index < reached ? 'past' : index === reached ? 'present' : 'future';
    return { label: WORDS[milestone], state, ...noteOf(page, milestone, state) };
  });
}

function noteOf(page: OrderPage, milestone: Milestone, state: PathStep['state']): { note?: string } {
  if (state === 'past') {
    const at = dateOf(page, milestone);
    return at ? { note: shortDay(at) } : {};
  }
  if (state === 'future') return {};
  if (milestone === 'installed' && page.plannedFrom) return { note: `prévue ${shortDay(page.plannedFrom)}` };
  if (milestone === 'confirmed' && page.verificationDueOn)
    return { note: `avant le ${shortDay(page.verificationDueOn)}` };
  return {};
}

/** From the order's own dates where it has them: the thread is not read by everyone. */
function dateOf(page: OrderPage, milestone: Milestone): string | null {
  const own: Partial<Record<Milestone, string | null>> = {
    submitted: page.submittedAt,
    approved: page.decidedAt,
    installed: page.reportedAt,
    confirmed: page.confirmedAt,
    certified: page.certifiedAt,
  };
  return own[milestone] ?? page.thread.find(({ action }) => ACTIONS[milestone].includes(action))?.at ?? null;
}
