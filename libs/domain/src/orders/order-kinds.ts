import { type Kind, kindRows } from '../kinds/kinds.js';

/** Who carries an order out: the metropole's technicians, or the holder of a framework contract. */
export const PERFORMERS = kindRows<{ readonly word: string }>()({
  metropole: { word: 'Par la métropole' },
  contract: { word: 'Sous marché' },
});
export type Performer = Kind<typeof PERFORMERS>;

/** What an order did with a device that its report names. */
export const ORDER_DEEDS = kindRows<{ readonly word: string }>()({
  placed: { word: 'posé' },
  moved: { word: 'déplacé' },
  served: { word: 'réglé sur place' },
});
export type OrderDeed = Kind<typeof ORDER_DEEDS>;

export interface OrderFileRow {
  readonly word: string;
  /** Shows the school's rooms: read with the place alone. */
  readonly ofPlace: boolean;
  /** A report may announce it: it then follows even when the order has gone on. */
  readonly ofReport: boolean;
}

/** What is kept with an order. */
export const ORDER_FILE_KINDS = kindRows<OrderFileRow>()({
  'place-photo': { word: 'Photo du lieu', ofPlace: true, ofReport: false },
  'report-photo': { word: 'Photo de l’installation', ofPlace: false, ofReport: true },
  signature: { word: 'Signature', ofPlace: false, ofReport: true },
});
export type OrderFileKind = Kind<typeof ORDER_FILE_KINDS>;
