import {
  EQUIPMENT_STATES,
  FLEET_FAULTS_TO_ANSWER,
  fleetWord,
  type FleetDevice,
  type FleetFault,
  type FleetJudgment,
  type FleetRow,
  type FleetSaid,
} from '@parc/domain';
import { LIMITS } from '../../platform/limits.js';
import type { FleetChangedRow, FleetCounts, FleetRefusedRow } from './fleet.answers.js';
import { refusedRow } from './fleet-imports.queries.js';

const { shownRows } = LIMITS.fleetList;

export interface FleetHeard extends FleetSaid {
  rows: number;
}

/** What a list brings, row after row: each counted once, the first of each kind kept to be shown. */
export class FleetTally {
  rows = 0;
  /** Refused rows with nothing wrong but words that nobody explained yet. */
  waiting = 0;
  readonly counts: FleetCounts = { created: 0, unchanged: 0, changed: 0, refused: 0, rooms: 0 };
  /** Refused rows by their first fault. */
  readonly faults: Record<string, number> = {};
  readonly refused: FleetRefusedRow[] = [];
  readonly changed: FleetChangedRow[] = [];
  readonly words = new Map<string, FleetHeard>();

  take(row: FleetRow, judgment: FleetJudgment, said: readonly FleetSaid[]): void {
    this.rows += 1;
    this.counts[judgment.outcome] += 1;
    for (const one of said) this.hear(one);
    if (judgment.outcome === 'refused') this.refuse(row, judgment.faults);
    if (judgment.outcome === 'changed' && this.changed.length < shownRows)
      this.changed.push(changedRow(row, judgment.device, EQUIPMENT_STATES[judgment.wish.state].word));
  }

  private hear(said: FleetSaid): void {
    const key = `${said.topic} ${fleetWord(said.text)}`;
    const heard = this.words.get(key);
    if (heard) heard.rows += 1;
    else this.words.set(key, { ...said, rows: 1 });
  }

  private refuse(row: FleetRow, faults: readonly FleetFault[]): void {
    const [{ code }] = faults as readonly [FleetFault];
    this.faults[code] = (this.faults[code] ?? 0) + 1;
    // What waits for an answer is asked for by its word, once for all its rows.
    if (FLEET_FAULTS_TO_ANSWER.includes(code)) this.waiting += 1;
    else if (this.refused.length < shownRows) this.refused.push(refusedRow(row.line, nameOf(row), faults));
  }
}

/** What a person knows a row by. */
export const nameOf = ({ serial, tag, modelText }: FleetRow): string => serial ?? tag ?? modelText;

function changedRow(row: FleetRow, device: FleetDevice, stateWord: string): FleetChangedRow {
  const state = EQUIPMENT_STATES[device.state].word;
  return {
    ...{ line: row.line, equipmentId: device.id, tag: device.tag, modelName: device.modelName },
    before: device.roomName === null ? state : `${state}, ${device.roomName}`,
    after: `${stateWord}, ${row.path.join(' > ')}`,
  };
}
