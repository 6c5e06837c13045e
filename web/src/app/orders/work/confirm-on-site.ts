import { type HttpClient, HttpResponse } from '@angular/common/http';
import type { OrderMovedAnswer, OrderWorkDispute$Params, StrictHttpResponse } from '@parc/api-client';
import { filter, map, type Observable } from 'rxjs';

type ConfirmOnSite$Params = Omit<OrderWorkDispute$Params, 'body'> & { body: { code: string } };

/** Stands in until the generated client holds it. */
export function orderWorkConfirmOnSite(
  http: HttpClient,
  rootUrl: string,
  { id, body, ...headers }: ConfirmOnSite$Params,
): Observable<StrictHttpResponse<OrderMovedAnswer>> {
  return http
    .post<OrderMovedAnswer>(`${rootUrl}/api/v1/orders/${id}/confirm-on-site`, body, { headers, observe: 'response' })
    .pipe(
      filter((answer) => answer instanceof HttpResponse),
      map((answer) => answer as StrictHttpResponse<OrderMovedAnswer>),
    );
}
