import type { TicketQuoteRequest } from '@parc/api-client';
import { centsOf, textOf, type Values, wholeOf } from '../../shell/forms/fields';

/** What the form of a quote asks of the API. */
export const quoteRequest = (values: Values): TicketQuoteRequest => ({
  itemId: textOf(values, 'itemId') ?? '',
  unitNetCents: centsOf(values, 'unitNetCents') ?? 0,
  vatBasisPoints: wholeOf(values, 'vatBasisPoints') ?? 0,
  note: textOf(values, 'note') ?? '',
});
