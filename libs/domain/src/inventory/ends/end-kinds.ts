import { type Kind, kindRows, kindsWhere } from '../../kinds/kinds.js';

type Worded = { readonly word: string };

/** Which act takes a device out of the plan. */
export const RETIREMENT_KINDS = kindRows<Worded>()({
  decision: { word: 'Décision' },
  deliberation: { word: 'Délibération' },
});
export type RetirementKind = Kind<typeof RETIREMENT_KINDS>;

/** How data are made unreadable. */
export const WIPE_METHODS = kindRows<Worded>()({
  overwrite: { word: 'Réécriture du disque' },
  'crypto-erase': { word: 'Effacement de la clé de chiffrement' },
  'factory-reset': { word: 'Remise à l’état d’usine' },
  destruction: { word: 'Destruction du support' },
});
export type WipeMethod = Kind<typeof WIPE_METHODS>;

/** What came out of it: only what succeeded lets a device leave. */
export const WIPE_RESULTS = kindRows<Worded & { readonly clean: boolean }>()({
  wiped: { word: 'Effacé', clean: true },
  failed: { word: 'Échec', clean: false },
});
export type WipeResult = Kind<typeof WIPE_RESULTS>;

interface DestinationRow extends Worded {
  /** Of what proves it. */
  readonly proof: string;
  /** Somebody uses it again, once the taker has committed to it. */
  readonly reuse: boolean;
  /** Asked: to whom the law lets a device be given; what one device is worth, or was sold for. */
  readonly receiverKind: boolean;
  readonly value: string | null;
  /** Nobody has it: it is what becomes of what was lost or stolen, and of nothing else. */
  readonly missing: boolean;
}

/** Where a device goes for good (decree 2023-266; CG3P L. 3212-2 and 3). */
// prettier-ignore
export const DESTINATIONS = kindRows<DestinationRow>()({
  transfer:    { word: 'Cession à un organisme public', proof: 'N° de l’acte de cession',              reuse: true,  receiverKind: false, value: null, missing: false },
  gift:        { word: 'Don',                           proof: 'N° de la convention de don',           reuse: true,  receiverKind: true,  value: 'Valeur estimée de chacun', missing: false },
  sale:        { word: 'Vente',                         proof: 'N° de l’acte de vente',                reuse: true,  receiverKind: false, value: 'Prix de vente de chacun', missing: false },
  'take-back': { word: 'Reprise par le fournisseur',    proof: 'N° du bon de reprise',                 reuse: true,  receiverKind: false, value: null, missing: false },
  recycling:   { word: 'Recyclage (DEEE)',              proof: 'N° du bordereau de suivi (BSD, DEEE)', reuse: false, receiverKind: false, value: null, missing: false },
  'write-off': { word: 'Perdu ou volé',                 proof: 'N° de la plainte ou de la décision',   reuse: false, receiverKind: false, value: null, missing: true },
});
export type Destination = Kind<typeof DESTINATIONS>;

export const REUSE_DESTINATIONS: readonly Destination[] = kindsWhere(DESTINATIONS, ({ reuse }) => reuse);

/** To whom a device may be given (CG3P L. 3212-2 and 3). */
export const GIFT_RECEIVERS = kindRows<Worded>()({
  'parents-association': { word: 'Association de parents d’élèves' },
  'school-support': { word: 'Association de soutien scolaire' },
  'public-utility': { word: 'Association reconnue d’utilité publique' },
  'reuse-body': { word: 'Organisme de réemploi agréé ESUS' },
  'student-association': { word: 'Association étudiante' },
  staff: { word: 'Agent de la métropole' },
});
export type GiftReceiver = Kind<typeof GIFT_RECEIVERS>;
