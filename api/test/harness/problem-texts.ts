import type { FreeTextPlace } from '@parc/domain';
import { AT } from './equipment-builders.js';
import type { Written } from './free-text-writer.js';
import type { House } from './house.js';
import { aProblem } from './problem-builders.js';
import { aRemedy } from './remedy-builders.js';

interface Here {
  house: House;
  /** Who writes. */
  who: string;
}
type OfProblems = Extract<FreeTextPlace, `problem${string}` | `remedy${string}`>;

/** A text at each place of a problem and of a remedy. @param here asked late: the writer is being made */
export function problemTexts(here: () => Here): Record<OfProblems, (text: string) => Promise<Written>> {
  const onProblem = (column: string) => async (text: string) => {
    const { house, who } = here();
    const id = await aProblem(house, who, 'solved', { [column]: text });
    return { kind: 'problem' as const, id, rowId: id };
  };
  const onRemedy = (column: string) => async (text: string) => {
    const { house, who } = here();
    const id = await aRemedy(house, who, 'published', { [column]: text });
    return { kind: 'remedy' as const, id, rowId: id };
  };
  const onVersion = (column: string) => async (text: string) => {
    const { house, who } = here();
    const id = await aRemedy(house, who, 'published');
    const texts = { title: 'Écran noir', steps: 'Rallumez-le.', inside: null, [column]: text };
    const rowId = await house.build.insert('remedy_version', {
      ...{ remedy_id: id, number: 1, account_id: who, at: AT, ...texts },
    });
    return { kind: 'remedy' as const, id, rowId };
  };
  return {
    'problem.title': onProblem('title'),
    'problem.told': onProblem('told'),
    'problem.cause_note': onProblem('cause_note'),
    'problem.solution': onProblem('solution'),
    'problem_move.reason': async (reason) => {
      const { house, who } = here();
      const id = await aProblem(house, who, 'open');
      const line = { problem_id: id, account_id: who, role: 'plan-manager', at: AT, detail: {} };
      const move = { action: 'give-up', from_state: 'open', to_state: 'given-up', reason };
      return { kind: 'problem', id, rowId: await house.build.insert('problem_move', { ...line, ...move }) };
    },
    'remedy.title': onRemedy('title'),
    'remedy.steps': onRemedy('steps'),
    'remedy.inside': onRemedy('inside'),
    'remedy_version.title': onVersion('title'),
    'remedy_version.steps': onVersion('steps'),
    'remedy_version.inside': onVersion('inside'),
    'remedy_move.reason': async (reason) => {
      const { house, who } = here();
      const id = await aRemedy(house, who, 'draft');
      const line = { remedy_id: id, account_id: who, role: 'plan-manager', at: AT };
      const move = { action: 'withdraw', from_state: 'draft', to_state: 'withdrawn', reason };
      return { kind: 'remedy', id, rowId: await house.build.insert('remedy_move', { ...line, ...move }) };
    },
  };
}
