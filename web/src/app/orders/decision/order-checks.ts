import { PREREQUISITES, PROMISERS, type Prerequisite } from '@parc/domain';
import type { OrderPage } from '@parc/api-client';
import { nextSessionWords } from '../training-words';
import { dayOfYear, type IconName, shortDay } from '@parc/ui';

/** One thing to look at before deciding, and what can be done about it. */
export interface OrderCheck {
  readonly id: string;
  readonly state: 'kept' | 'open';
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  /** The remedy that stands beside it. */
  readonly remedy: { readonly kind: 'keep'; readonly what: Prerequisite } | { readonly kind: 'conventions' } | null;
}

/** What stands between the order and its approval or its planning. */
export function orderChecks(
  page: Pick<OrderPage, 'gate' | 'prerequisites' | 'lines' | 'state'>,
): readonly OrderCheck[] {
  return [...conventionCheck(page.gate), ...page.prerequisites.map(prerequisiteCheck), ...trainingChecks(page.lines)];
}

function conventionCheck(gate: OrderPage['gate']): readonly OrderCheck[] {
  if (gate === null) return [];
  if (gate.open) {
    const until = gate.until === null ? '' : ` jusqu’au ${dayOfYear(gate.until)}`;
    return [
      {
        id: 'convention',
        state: 'kept',
        icon: 'check',
        title: `Convention en vigueur${until}`,
        detail: gate.title ?? '',
        remedy: null,
      },
    ];
  }
  return [
    {
      id: 'convention',
      state: 'open',
      icon: 'lock',
      title: `Convention manquante${gate.missing === null ? '' : ` : ${gate.missing.party}`}`,
      detail: gate.missing?.next ?? '',
      remedy: { kind: 'conventions' },
    },
  ];
}

function prerequisiteCheck({ what, kept, promisedBy, dueOn }: OrderPage['prerequisites'][number]): OrderCheck {
  const promise = `promis par ${PROMISERS[promisedBy].word}${dueOn === null ? ', sans date' : ` pour le ${shortDay(dueOn)}`}`;
  return {
    id: what,
    state: kept ? 'kept' : 'open',
    icon: kept ? 'check' : 'clock',
    title: PREREQUISITES[what].word,
    detail: kept ? 'vérifié sur place par l’école' : promise,
    remedy: kept ? null : { kind: 'keep', what },
  };
}

function trainingChecks(lines: OrderPage['lines']): readonly OrderCheck[] {
  const calls = lines.flatMap(({ trainingModule: module, trainingWaits: waits, trainingNextAt: nextAt }) =>
    module === null ? [] : [{ module, waits, nextAt }],
  );
  return [...new Map(calls.map((call) => [call.module, call])).values()].map(({ module, waits, nextAt }) => ({
    id: `training-${module}`,
    state: waits ? 'open' : 'kept',
    icon: waits ? 'graduation' : 'check',
    title: waits ? `Formation à prévoir : ${module}` : `École formée : ${module}`,
    detail: waits
      ? `Elle n’empêche pas d’approuver ; le matériel attend la formation pour servir : ${nextSessionWords(nextAt)}.`
      : 'Le matériel servira dès qu’il sera posé.',
    remedy: null,
  }));
}
