import type { Prerequisite } from '@parc/domain';
import type { CatalogueItemRow } from './rows.js';

export type ContractKey = 'screens' | 'sound' | 'network' | 'small';

/** What the demonstration knows of an item beyond its row: price, and how schools order it. */
export interface CatalogueFacts {
  reference: string;
  kind?: CatalogueItemRow['kind'];
  category: CatalogueItemRow['category'];
  name: string;
  description: string;
  includes: string;
  excludes: string;
  unit: string;
  picture: string;
  /** Net price today, in cents; VAT is 20 % on all of them. */
  netCents: number;
  delay: number;
  contract?: ContractKey;
  remote?: true;
  investment?: true;
  onQuote?: true;
  maker?: string;
  warrantyMonths?: number;
  needs?: readonly Prerequisite[];
  training?: string;
  state?: CatalogueItemRow['state'];
  /** Of an order for one, and for several: « Pose d’un écran interactif », « Pose de # écrans interactifs ». */
  titles: readonly [one: string, many: string];
  /** Quantity of a usual order. */
  usual: readonly [least: number, most: number];
  /** How often it is ordered, against the others; 0 for never. */
  weight: number;
  /** Its place is a room: one line a room, and what is put there has a label. */
  placed?: true;
}
