import type { RefusalRegister } from '../refusals/register.js';

/** Every way a delivery or a supplier's list is refused. */
// prettier-ignore
export const DELIVERY_REFUSALS = {
  'delivery.note-taken':       { status: 409, sentence: 'Une livraison de ce fournisseur porte déjà ce numéro de bon.' },
  'delivery.supplier-unknown': { status: 422, sentence: 'Choisissez un fournisseur.' },
  'delivery.contract-other':   { status: 422, sentence: 'Ce marché n’est pas de ce fournisseur.' },
  'delivery.workbook-unreadable': { status: 422, sentence: 'Ce classeur ne se lit pas. Ouvrez-le dans le tableur, enregistrez-le en « Classeur Excel (.xlsx) » ou en « CSV UTF-8 », et déposez le fichier obtenu.' },
  'delivery.workbook-old':     { status: 422, sentence: 'Ce classeur est d’un ancien format (.xls), ou protégé par un mot de passe. Enregistrez-le en « Classeur Excel (.xlsx) », sans mot de passe, et déposez le fichier obtenu.' },
  'delivery.list-too-long':    { status: 422, sentence: 'Cette liste est trop grande pour une livraison : partagez-la en plusieurs fichiers. Rien n’est lu.' },
  'delivery.list-empty':       { status: 422, sentence: 'Cette liste n’a aucune ligne sous ses titres de colonnes.' },
  'delivery.lists-waiting':    { status: 409, sentence: 'Trop de listes attendent déjà dans cette livraison : terminez-en une, ou retirez-la.' },
  'delivery.columns-missing':  { status: 422, sentence: 'Dites d’abord quelle colonne contient le numéro de série.' },
  'delivery.nothing-ready':    { status: 422, sentence: 'Aucune ligne n’est prête : corrigez-en au moins une.' },
  'delivery.changed-since':    { status: 412, sentence: 'Le parc a changé depuis que vous avez regardé ces lignes. Regardez-les de nouveau.' },
  'delivery.moved-since':      { status: 409, sentence: 'Un appareil de cette réception a déjà bougé : elle ne s’annule plus d’un seul geste.' },
  'delivery.undone':           { status: 409, sentence: 'Cette réception est déjà annulée.' },
} as const satisfies RefusalRegister;
