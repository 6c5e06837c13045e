import type { RoundPacket, RoundVisit } from '@parc/api-client';
import { VISITS } from '@parc/domain';
import type { WaitingAct } from '../acts';

type Waiting = Pick<WaitingAct, 'key' | 'object' | 'action' | 'saidAt' | 'body' | 'refusal'>;

/** The visits of a packet as they will be once everything that waits has arrived: begun here, or ended here. */
export function visitsWithOwn(packet: RoundPacket, waiting: readonly Waiting[]): readonly RoundVisit[] {
  const open = waiting.filter(({ refusal }) => refusal === null);
  const begun = open.flatMap((act): RoundVisit[] => {
    const body = beginningOf(act);
    if (body === null || packet.visits.some(({ id }) => id === body.id)) return [];
    const school = packet.schools.find(({ id }) => id === body.schoolId);
    return [
      {
        ...{ id: body.id, version: 1, number: '', schoolId: body.schoolId, begunAt: body.begunAt, parts: [] },
        ...{ schoolName: school?.name ?? '', communeName: school?.communeName ?? '' },
      },
    ];
  });
  const ended = new Set(
    open
      .filter(({ object, action }) => object.kind === 'visit' && VISITS.actions.some((one) => one === action))
      .map(({ object }) => object.id),
  );
  return [...packet.visits, ...begun].filter(({ id }) => !ended.has(id));
}

interface Beginning {
  readonly id: string;
  readonly schoolId: string;
  readonly begunAt: string;
}

function beginningOf({ object, action, body }: Waiting): Beginning | null {
  return object.kind === 'visit' && action === 'begin' ? (body as Beginning) : null;
}
