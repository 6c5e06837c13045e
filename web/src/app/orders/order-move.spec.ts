import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import * as client from '@parc/api-client';
import {
  isOnMoney,
  isPlanning,
  ORDER_ACTIONS,
  ORDER_BRINGS,
  ORDERS,
  type PlainOrderAction,
  totalSeen,
} from '@parc/domain';
import { describe, expect, it } from '@jest/globals';
import { orderMove } from './order-move';

const byPeople = ORDER_ACTIONS.filter((action) =>
  ORDERS.moves.some((move) => move.action === action && move.who.some((role) => role !== 'system')),
);
const plain = byPeople.filter((action) => !ORDER_BRINGS.includes(action)) as PlainOrderAction[];

const SHOWN = { askedCents: 12_000, heldCents: 11_000, reportedCents: 10_000 };

type Sent = (api: client.Api) => Promise<unknown>;

/** What goes to the server, as far as it differs from one request to another. */
function requestOf(send: Sent) {
  TestBed.resetTestingModule().configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  void send(TestBed.inject(client.Api));
  const { request } = TestBed.inject(HttpTestingController).expectOne(() => true);
  const headers = request.headers.keys().map((name) => `${name}: ${request.headers.get(name)}`);
  return { url: request.urlWithParams, method: request.method, body: request.body, headers: headers.sort() };
}

/** The function that the API's document has for this action. */
function generated(action: string) {
  const name = `orderMoves${action.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase())}`;
  return (client as unknown as Record<string, typeof client.orderMovesReject>)[name];
}

const SLOT = { day: '2026-12-08', from: '16:45', to: '17:45', assignedAccountId: 'a-technician' };

describe('a move that is sent by its name', () => {
  it.each(plain)('is sent to %s as the API’s own document says', (action) => {
    const about = { id: 'an-order', 'Idempotency-Key': 'a key', 'If-Match': '"7"' };
    const documented = generated(action);
    if (!documented) throw new Error(`the client knows no route to ${action} an order: npm run build, npm run client`);
    const body = {
      ...(isPlanning(action) ? SLOT : {}),
      ...(ORDERS.moves.some((move) => move.action === action && move.reason) ? { reason: 'motif' } : {}),
      ...(isOnMoney(action) ? { seenCents: totalSeen(action, SHOWN) } : {}),
    };
    const asked = Object.keys(body).length > 0 ? { body } : {};
    const expected = requestOf((api) => api.invoke(documented, { ...about, ...asked } as never));
    const given = { action, reason: 'motif', slot: SLOT, shown: SHOWN };
    expect(requestOf((api) => api.invoke(orderMove, { ...about, ...given }))).toEqual(expected);
  });
});
