import type { CampaignPartAction } from './part-lifecycle.js';

/** What a button says. */
export const CAMPAIGN_PART_ACTION_WORDS: Record<CampaignPartAction, string> = {
  open: 'Commencer',
  send: 'Envoyer le récolement',
  settle: 'Terminer',
  drop: 'Écarter cette école',
};
