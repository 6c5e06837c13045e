import type { DeskContract } from '@parc/api-client';
import { money } from '@parc/ui';

export interface ContractRoom {
  /** Share of the maximum already ordered, 0 to 100, whole. */
  readonly percent: number;
  readonly leftNetCents: number;
  readonly words: string;
}

/** How near its maximum a contract is. Amounts are net of tax, as the maximum is. */
export function contractRoom({ countedNetCents, maximumNetCents }: DeskContract): ContractRoom {
  const percent = maximumNetCents === 0 ? 100 : Math.floor((countedNetCents * 100) / maximumNetCents);
  const leftNetCents = maximumNetCents - countedNetCents;
  return { percent, leftNetCents, words: `${percent} % du maximum · reste ${money(leftNetCents)} HT` };
}
