import type { EquipmentPage } from '@parc/api-client';
import { EQUIPMENT_DONE_WORDS, EQUIPMENT_STATES, EQUIPMENT_RELEASED } from '@parc/domain';
import { dayOfYear, type PathStep, type ThreadEntry } from '@parc/ui';

/** The thread of a device, newest first: what was done, by whom, where it was afterwards. */
export function equipmentThread({ history }: Pick<EquipmentPage, 'history'>): ThreadEntry[] {
  return history.map((move, index): ThreadEntry => {
    const system = move.role === 'system';
    const detail = [move.place, move.actNumber].filter((word) => word !== null).join(' · ');
    return {
      id: `${move.at} ${index}`,
      title: EQUIPMENT_DONE_WORDS[move.action],
      // The application is called by its name, a person by theirs and their role.
      actor: system ? move.roleLabel : [move.name, move.roleLabel.toLowerCase()].filter(Boolean).join(', '),
      at: move.at,
      kind: system ? 'system' : 'done',
      ...(detail ? { detail } : {}),
      ...(move.reason ? { reason: move.reason } : {}),
    };
  });
}

/** Of a long life, the first state and the last ones. */
const SHOWN_STEPS = 5;

/** The path of its whole life: each state it has been in and from when, where it stands, and what it waits for. */
export function equipmentPath({
  history,
  state,
  stateSince,
}: Pick<EquipmentPage, 'history' | 'state' | 'stateSince'>): PathStep[] {
  const changes = history.filter(({ fromState, toState }) => fromState !== toState).reverse();
  // What lasted no time, since nothing was waited for, is no step of a life.
  const lasting = changes.filter(({ at }, index) => changes[index + 1]?.at !== at);
  const past = lasting.slice(0, -1).map(({ toState, at }): PathStep => ({
    ...{ label: EQUIPMENT_STATES[toState].word, state: 'past', note: dayOfYear(at) },
  }));
  const shown = past.length < SHOWN_STEPS ? past : [past[0]!, ...past.slice(1 - SHOWN_STEPS)];
  const present: PathStep = {
    ...{ label: EQUIPMENT_STATES[state].word, state: 'present', note: `depuis le ${dayOfYear(stateSince)}` },
  };
  const released = EQUIPMENT_RELEASED.map((next): PathStep => ({
    label: EQUIPMENT_STATES[next].word,
    state: 'future',
  }));
  return [...shown, present, ...(EQUIPMENT_STATES[state].tone === 'waiting' ? released : [])];
}

/** "jusqu’au 12 sept. 2028", "finie depuis le 12 sept. 2025" @param today ISO date */
export function warrantyWords(warrantyUntil: string | null, today: string): string {
  if (warrantyUntil === null) return '';
  return warrantyUntil < today ? `finie depuis le ${dayOfYear(warrantyUntil)}` : `jusqu’au ${dayOfYear(warrantyUntil)}`;
}

/** What the title says after the model: what it does, and where as long as somebody has it. */
export function stateSentence({
  state,
  roomName,
  stockPlaceName,
}: Pick<EquipmentPage, 'state' | 'roomName' | 'stockPlaceName'>): string {
  const { sentence, held, tone } = EQUIPMENT_STATES[state];
  const place = roomName ?? stockPlaceName;
  return held && tone !== 'waiting' && place !== null ? `${sentence}, ${place}` : sentence;
}
