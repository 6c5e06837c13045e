import type { EquipmentState } from '../inventory/equipment-states.js';
import type { VisitPartKind, VisitResult } from './visit-kinds.js';

/** Who is at which school, and since when. */
export interface VisitThere {
  accountId: string;
  schoolId: string;
  since: Date;
}

/** A device of what was done, in the state that it is left in. */
export interface VisitDeviceLeft {
  equipmentId: string;
  tag: string;
  modelName: string;
  state: EquipmentState;
}

/** One thing that was done during a visit, as its minutes will say it. */
export interface VisitPartDone {
  kind: VisitPartKind;
  objectId: string;
  number: string;
  /** The breakdown, or the order's title. */
  about: string;
  /** What was done about it, in the words of kinds; null: nothing yet. */
  deed: string | null;
  result: VisitResult;
  /** Of work, where they were written down. */
  minutes: number | null;
  at: Date;
  devices: VisitDeviceLeft[];
}

/** One thing that waits for somebody at the school, and may be done while they are there. */
export interface VisitTask {
  kind: VisitPartKind;
  objectId: string;
  number: string;
  about: string;
  /** Where in the school; null where that is not said. */
  place: string | null;
  /** Theirs; else anybody's. */
  mine: boolean;
}
