import type { DeliveryListPage, DeliveryListRequest } from '@parc/api-client';
import type { DeliveryColumn } from '@parc/domain';

/** All that is said of a list, as it is sent anew with what somebody changes. */
export const saidOf = ({ columns, models, mended, aside }: DeliveryListPage): DeliveryListRequest => ({
  ...{ columns, models, mended, aside },
});

/** Our word for one column of the list; null leaves it aside. A word stands over one column. */
export function mapColumn(list: DeliveryListPage, place: number, column: DeliveryColumn | null): DeliveryListRequest {
  const said = saidOf(list);
  const others = said.columns.filter((one) => one.place !== place && one.column !== column);
  return { ...said, columns: column === null ? others : [...others, { column, place }] };
}

/** What the supplier's word means. */
export function nameModel(list: DeliveryListPage, word: string, modelId: string): DeliveryListRequest {
  const said = saidOf(list);
  return { ...said, models: [...said.models.filter((one) => one.word !== word), { word, modelId }] };
}

/** What stands instead of a cell; the file stays as it was sent. */
export function mendCell(
  list: DeliveryListPage,
  line: number,
  column: DeliveryColumn,
  value: string,
): DeliveryListRequest {
  const said = saidOf(list);
  const others = said.mended.filter((one) => one.line !== line || one.column !== column);
  return { ...said, mended: [...others, { line, column, value }] };
}

/** Leaves a line out, or takes all back in. */
export const leaveOut = (list: DeliveryListPage, line: number): DeliveryListRequest => ({
  ...saidOf(list),
  aside: [...list.aside, { line }],
});
export const takeBackIn = (list: DeliveryListPage): DeliveryListRequest => ({ ...saidOf(list), aside: [] });
