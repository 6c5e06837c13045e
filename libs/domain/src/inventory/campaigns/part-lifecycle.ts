import { lifecycle, type NameOf } from '../../lifecycle/lifecycle.js';
import { CAMPAIGN_PART_STATES } from './part-states.js';

const T = 'teacher';
const H = 'school-head';
const K = 'technician';
const M = 'plan-manager';
const S = 'system';

/**
 * One school's part of a campaign, row for row. The first sighting opens it: nobody does so by a button. Sending it turns what
 * nobody saw into missing; sent by mistake it is opened again while no difference is resolved. It is settled by itself once its last difference is resolved.
 */
// prettier-ignore
export const CAMPAIGN_PARTS = lifecycle({
  name: 'campaign part', states: CAMPAIGN_PART_STATES, initial: 'prepared',
  moves: [
    { from: 'prepared',           action: 'open',   who: [T, H, K, M], to: 'open',    guards: ['begun'], effects: ['expect'] },
    { from: 'open',               action: 'send',   who: [H, K, M],    to: 'sent',    effects: ['miss'] },
    { from: 'sent',               action: 'reopen', who: [M],          to: 'open',    reason: true, guards: ['nothing-resolved'], effects: ['await'] },
    { from: 'sent',               action: 'settle', who: [S],          to: 'settled', guards: ['resolved'] },
    { from: ['prepared', 'open'], action: 'drop',   who: [M],          to: 'dropped', reason: true },
  ],
});

export type CampaignPartMove = (typeof CAMPAIGN_PARTS)['moves'][number];
export type CampaignPartAction = CampaignPartMove['action'];
export type CampaignPartGuard = CampaignPartMove['guards'][number];
export type CampaignPartEffect = NameOf<CampaignPartMove['effects'][number]>;

/** What no button leads to: the first sighting opens a part. */
export const CAMPAIGN_PART_UNREACHED = ['open'] as const satisfies CampaignPartAction[];
