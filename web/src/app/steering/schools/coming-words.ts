import type { ComingDevices } from '@parc/api-client';
import { DOTATION_PART_STATES } from '@parc/domain';
import type { ChipWords } from '@parc/ui';
import { monthAndYear } from '../figures/figure-words';

/** What a dotation is to bring to a school, as a chip: the next one. */
export function comingChip(coming: readonly ComingDevices[]): ChipWords {
  const [next] = coming;
  if (next === undefined) return { word: 'Aucune dotation', tone: 'idle' };
  const { tone, icon } = DOTATION_PART_STATES[next.state];
  const day = next.plannedOn === null ? '' : `, ${monthAndYear(next.plannedOn)}`;
  return { word: `${next.quantity} par dotation${day}`, tone, icon };
}
