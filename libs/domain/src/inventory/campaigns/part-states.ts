import { statesOf, statesWhere, type StateRow } from '../../lifecycle/states.js';

interface PartStateRow extends StateRow {
  /** People of the place confirm what is there. */
  counting: boolean;
  /** What was found different may be resolved. */
  resolving: boolean;
}

const row = <const Row extends PartStateRow>(given: Row): Row => given;

/** States of one school's part of a campaign of inventory. */
// prettier-ignore
export const CAMPAIGN_PART_STATES = {
  prepared: row({ word: 'Pas commencé',       tone: 'idle',     icon: 'circle', counting: true,  resolving: false }),
  open:     row({ word: 'En cours',           tone: 'progress', icon: 'calendar', counting: true,  resolving: false }),
  sent:     row({ word: 'Écarts à régler',    tone: 'waiting',  icon: 'clock',  counting: false, resolving: true }),
  settled:  row({ word: 'Terminé',            tone: 'done',     icon: 'check',  counting: false, resolving: false, final: true }),
  dropped:  row({ word: 'Pas fait',           tone: 'trouble',  icon: 'cross',  counting: false, resolving: false, final: true }),
};
export type CampaignPartState = keyof typeof CAMPAIGN_PART_STATES;
export const CAMPAIGN_PART_STATE_NAMES = statesOf(CAMPAIGN_PART_STATES);

/** The school may go on with it: it is asked for, and reminded of. */
export const CAMPAIGN_PARTS_COUNTING = statesWhere<CampaignPartState, PartStateRow>(
  CAMPAIGN_PART_STATES,
  ({ counting }) => counting,
);

/** Nothing is left to do in it. */
export const CAMPAIGN_PARTS_OVER = statesWhere<CampaignPartState, PartStateRow>(
  CAMPAIGN_PART_STATES,
  ({ final }) => final === true,
);

/** States of a whole campaign: they follow from its parts, and from its end. */
export const CAMPAIGN_STATES = {
  prepared: { word: 'Préparé', tone: 'idle', icon: 'circle' },
  open: { word: 'En cours', tone: 'progress', icon: 'calendar' },
  closed: { word: 'Clos', tone: 'done', icon: 'check' },
} as const;
export type CampaignState = keyof typeof CAMPAIGN_STATES;
export const CAMPAIGN_STATE_NAMES = statesOf(CAMPAIGN_STATES);
