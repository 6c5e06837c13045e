import type { StateRow } from '../../lifecycle/states.js';
import { type Kind, kindRows, kindsWhere } from '../../kinds/kinds.js';

type Worded = { readonly word: string };

/** Where a title runs. */
export const SOFTWARE_HOSTINGS = kindRows<Worded>()({
  installed: { word: 'Installé sur les appareils' },
  hosted: { word: 'En ligne' },
});
export type SoftwareHosting = Kind<typeof SOFTWARE_HOSTINGS>;

interface ClearanceRow extends StateRow {
  /** Somebody has said so, on a day. */
  readonly said: boolean;
  /** It says under which conditions. */
  readonly conditions: boolean;
  /** It may be used. */
  readonly usable: boolean;
}

/** What who answers for personal data said of a title. */
export const SOFTWARE_CLEARANCES = kindRows<ClearanceRow>()({
  cleared: { word: 'Autorisé', tone: 'done', icon: 'check', said: true, conditions: false, usable: true },
  'with-conditions': {
    word: 'Autorisé sous conditions',
    tone: 'waiting',
    icon: 'check',
    said: true,
    conditions: true,
    usable: true,
  },
  refused: { word: 'Refusé', tone: 'trouble', icon: 'cross', said: true, conditions: false, usable: false },
  'not-asked': { word: 'Avis non demandé', tone: 'idle', icon: 'circle', said: false, conditions: false, usable: true },
});
export type SoftwareClearance = Kind<typeof SOFTWARE_CLEARANCES>;
export const CLEARANCES_MISSING = kindsWhere(SOFTWARE_CLEARANCES, ({ said }) => !said);
export const CLEARANCES_REFUSED = kindsWhere(SOFTWARE_CLEARANCES, ({ usable }) => !usable);

/** Why an installation is over. */
export const SOFTWARE_ENDS = kindRows<Worded>()({
  removed: { word: 'Retiré' },
  report: { word: 'Le compte rendu ne le nomme plus' },
  renewed: { word: 'Repris par une autre licence' },
  gone: { word: 'L’appareil n’est plus là' },
  moved: { word: 'L’appareil a changé d’école' },
});
export type SoftwareEnd = Kind<typeof SOFTWARE_ENDS>;

/** What deserves a look in the register. */
export const SOFTWARE_ATTENTIONS = kindRows<Worded>()({
  expiring: { word: 'Licence bientôt finie' },
  expired: { word: 'Finie et encore installée' },
  'over-used': { word: 'Plus de postes que de licences' },
  unlicensed: { word: 'Installé sans licence' },
  clearance: { word: 'Avis à demander ou à revoir' },
  refused: { word: 'Refusé et encore installé' },
});
export type SoftwareAttention = Kind<typeof SOFTWARE_ATTENTIONS>;

/** Those that a licence has of its own. */
export const LICENCE_ATTENTIONS = ['expiring', 'expired', 'over-used'] as const satisfies SoftwareAttention[];
export type LicenceAttention = (typeof LICENCE_ATTENTIONS)[number];
