import type { PlainDate } from '../calendar/index.js';
import type { PriorityEducation, SchoolKind, SchoolSector, SchoolState, StateContract } from './school-kinds.js';

/** What the national directory says of a school, field by field: what an import compares and changes. */
export interface SchoolValues {
  readonly name: string;
  readonly sector: SchoolSector;
  readonly stateContract: StateContract;
  readonly kind: SchoolKind;
  readonly communeInsee: string;
  readonly priority: PriorityEducation;
  readonly state: SchoolState;
  /** still open, its closing announced (« A FERMER ») */
  readonly closingAnnounced: boolean;
  /** UAI of the inspection office; private schools have none */
  readonly circonscriptionUai: string | null;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly postalCode: string | null;
  /** degrees, WGS 84, six decimals */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** ten figures */
  readonly telephone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  /** 14 figures, or a SIREN of 9; the commune's for a public school, the managing body's for a private one */
  readonly siret: string | null;
  readonly openedOn: PlainDate | null;
  /** the establishment a teaching unit or an annexe hangs on */
  readonly hostUai: string | null;
  /** has an inclusion class (ULIS) */
  readonly hasInclusionClass: boolean;
  /** all classes of a grouping of communes (RPI) on one site */
  readonly concentratedGrouping: boolean;
  /** number of the grouping (RPI) whose classes are spread over several schools */
  readonly dispersedGroupingCode: string | null;
}

export type SchoolField = keyof SchoolValues;

/** A row of the national directory that speaks of a school. */
export interface SchoolRecord extends SchoolValues {
  readonly uai: string;
  /** as the file writes it: for a person to read, never to match */
  readonly communeName: string | null;
  readonly circonscriptionName: string | null;
  /**
   * The fields that this row really tells. A file without the column, a row cut short, a contact that cannot be read
   * say nothing: such a field has its empty value here, serves when the school is created, and changes nothing later.
   */
  readonly told: ReadonlySet<SchoolField>;
}
