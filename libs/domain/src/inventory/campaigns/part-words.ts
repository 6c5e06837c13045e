import type { CampaignPartAction } from './part-lifecycle.js';

/** What a button says. */
export const CAMPAIGN_PART_ACTION_WORDS: Record<CampaignPartAction, string> = {
  open: 'Commencer',
  send: 'Envoyer le récolement',
  reopen: 'Rouvrir',
  settle: 'Terminer',
  drop: 'Écarter cette école',
};
