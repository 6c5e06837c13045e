import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '@parc/domain';
import { changed, said, type Body } from './answers.js';
import type { Answer, Person } from './person.js';
import { possibleFor, type TextMove } from './text-table.js';

/** A lifecycle on the running API, and the table of its moves as a person wrote it in the test. */
export interface Walked<State extends string, Action extends string, Built extends { id: string }> {
  /** `a problem`. */
  one: string;
  /** The code that refuses a move of another state: `problem.state`. */
  refusal: string;
  states: readonly State[];
  actions: readonly Action[];
  moves: readonly TextMove[];
  builtStates: readonly State[];
  /** A new one in this state. */
  built(state: State): Promise<Built>;
  /** The act with a body that is right. */
  ask(role: Role, built: Built, action: Action): Promise<Answer>;
  /** What that body gives as reason. */
  body(action: Action, built: Built): object | undefined;
  people(): Record<Role, Person>;
  /** All that a refused act may not change; the row, and its moves in their order. */
  traces(id: string): Promise<{ row: Body; moves: Body[] }>;
  /** Its page, `/api/v1/problems/`, and who reads it; left out where a test of its own says so. */
  page?: { path: string; readers: readonly Role[] };
}

/**
 * Walks state × action × role: each is done or refused as the table says, a refusal changes nothing and says what is possible, the
 * page offers what would be done, and each allowed move writes one line.
 */
export function walkLifecycle<State extends string, Action extends string, Built extends { id: string }>(
  walked: Walked<State, Action, Built>,
): void {
  const { one, moves, states, actions, builtStates, page } = walked;
  // What no person does has no route.
  const asked = actions.filter((action) => moves.some((move) => move.action === action && move.who.length > 0));

  describe(one, () => {
    it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
      expect(states.filter((state) => !builtStates.includes(state))).toEqual([]);
      expect(actions.filter((action) => !moves.some((move) => move.action === action))).toEqual([]);
    });

    it.each(builtStates)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
      const built = await walked.built(state);
      const before = await walked.traces(built.id);
      const wrong: string[] = [];
      for (const role of ROLES)
        for (const action of asked) {
          const wanted = expectedAnswer(walked, { role, action, state });
          const got = wanted.startsWith('200') ? wanted : said(await walked.ask(role, built, action));
          if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
        }
      expect(wrong).toEqual([]);
      expect(await walked.traces(built.id)).toEqual(before);
    });

    if (page !== undefined)
      it.each(builtStates)('that is %s offers what it would do, and no more', async (state) => {
        const { id } = await walked.built(state);
        for (const role of page.readers) {
          const { status, body } = await walked.people()[role].get(`${page.path}${id}`);
          expect([role, status]).toEqual([role, 200]);
          const expected = asked.filter((action) => expectedAnswer(walked, { role, action, state }).startsWith('200'));
          expect([role, [...body.possible].sort()]).toEqual([role, [...expected].sort()]);
        }
        const others = ROLES.filter((role) => !page.readers.includes(role));
        for (const role of others)
          expect([role, (await walked.people()[role].get(`${page.path}${id}`)).status]).toEqual([role, 403]);
      });
  });

  const allowed = moves.flatMap((move) =>
    move.who.map((role) => [move.state as State, move.action as Action, role] as const),
  );

  describe(`a move of ${one} that is allowed`, () => {
    it.each(allowed)(
      'of one that is %s: to %s, by the %s, writes one line with who, from what and to what',
      async (state, action, role) => {
        const built = await walked.built(state);
        const before = await walked.traces(built.id);
        const { next } = moves.find((move) => move.action === action && move.state === state)!;
        const answer = await walked.ask(role, built, action);
        expect(said(answer)).toBe(`200 ${next}`);
        const after = await walked.traces(built.id);
        expect(after.row).toMatchObject({ state: next, version: answer.body.version });
        expect('state_since' in changed(before.row, after.row)).toBe(next !== state);
        const { reason = null } = (walked.body(action, built) ?? {}) as { reason?: string };
        expect(after.moves.slice(before.moves.length)).toMatchObject([
          { action, from_state: state, to_state: next, role, account_id: walked.people()[role].accountId, reason },
        ]);
      },
    );
  });
}

function expectedAnswer<State extends string, Action extends string>(
  { moves, refusal }: { moves: readonly TextMove[]; refusal: string },
  { role, action, state }: { role: Role; action: Action; state: State },
): string {
  if (!moves.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  const move = moves.find((row) => row.action === action && row.state === state);
  if (!move) return `409 ${refusal} ${possibleFor(moves, role, state)}`;
  return move.who.includes(role) ? `200 ${move.next}` : '403 role.may-not';
}
