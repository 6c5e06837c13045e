import { type HttpClient, type HttpContext, HttpResponse } from '@angular/common/http';
import { type OrderMovedAnswer, RequestBuilder, type ScheduleRequest, type StrictHttpResponse } from '@parc/api-client';
import { isOnMoney, isPlanning, type OrderAmounts, ORDERS, type PlainOrderAction, totalSeen } from '@parc/domain';
import { filter, map, type Observable } from 'rxjs';
import type { WriteHeaders } from '../shell/mutation';

interface AskedMove extends WriteHeaders {
  readonly id: string;
  readonly action: PlainOrderAction;
  /** Sent where the action's row asks for one. */
  readonly reason?: string;
  /** Sent where the action fixes the appointment. */
  readonly slot?: ScheduleRequest;
  /** Its amounts as they were on the screen: an act on money says which it is about. */
  readonly shown: OrderAmounts;
}

/** Whether somebody has to say why. */
export const asksReason = (action: PlainOrderAction): boolean =>
  ORDERS.moves.some((move) => move.action === action && move.reason);

/**
 * For `Api.invoke`: any move that brings a reason, an appointment and the total seen at most, by the name of its action. The API makes these routes from the rows
 * of the table, one like the other.
 */
export function orderMove(
  http: HttpClient,
  rootUrl: string,
  { id, action, reason = '', slot, shown, ...headers }: AskedMove,
  context?: HttpContext,
): Observable<StrictHttpResponse<OrderMovedAnswer>> {
  const request = new RequestBuilder(rootUrl, '/api/v1/orders/{id}/{action}', 'post');
  request.path('id', id);
  request.path('action', action);
  for (const [name, value] of Object.entries(headers)) request.header(name, value);
  const body = {
    ...(isPlanning(action) ? slot : {}),
    ...(asksReason(action) ? { reason } : {}),
    ...(isOnMoney(action) ? { seenCents: totalSeen(action, shown) } : {}),
  };
  if (Object.keys(body).length > 0) request.body(body);
  return http
    .request<OrderMovedAnswer>(request.build({ responseType: 'json', accept: 'application/json', context }))
    .pipe(
      filter((event) => event instanceof HttpResponse),
      map((event) => event as StrictHttpResponse<OrderMovedAnswer>),
    );
}
