import type { OrderListItem } from '@parc/api-client';
import { calendarDaysBetween, readsOrderMoney, parisDateOf, type PlainDate, type Role } from '@parc/domain';
import { day, NARROW_SPACE, shortDay, type TableColumn, time } from '@parc/ui';
import { meets } from '../../shell/need';
import type { OrderView } from './order-views';

type Column = TableColumn<OrderListItem>;

/** Roles whose scope is one school read no column that would say the same on each row. */
export function seesManySchools(role: Role | null): boolean {
  return role === null || !meets('home.school', role);
}

/** Whether the list has amounts at all for this role: `readsOrderMoney` decides, as in the API. */
export function seesMoney(role: Role | null): boolean {
  return role !== null && readsOrderMoney(role);
}

/** The columns of a role in a view; each cell has a template of its own. */
export function orderColumns(role: Role | null, view: OrderView): readonly Column[] {
  const many = seesManySchools(role);
  const columns: (Column | false)[] = [
    { key: 'number', label: 'Numéro', sortable: true, width: '7rem', card: 'line' },
    many && { key: 'school', label: 'École', sortable: true, width: '30%', card: 'title' },
    { key: 'title', label: 'Objet', card: many ? 'line' : 'title' },
    seesMoney(role) && { key: 'amount', label: 'Montant, €', align: 'end', sortable: true },
    { key: 'state', label: 'État', sortable: true, card: 'beside' },
    timeColumn(role, view),
  ];
  return columns.filter((column) => column !== false);
}

/** Views whose rows wait for nobody: since when says more than for how long. */
const SETTLED_VIEWS: readonly OrderView[] = ['all', 'done', 'drafts'];

/** Whether the view shows a date where the others show an age; an age grows as its date recedes. */
export function showsDate(view: OrderView): boolean {
  return SETTLED_VIEWS.includes(view);
}

function timeColumn(role: Role | null, view: OrderView): Column {
  if (view === 'to-do' || (view === 'under-way' && (role === null || !meets('orders.approve', role))))
    return { key: 'planned', label: 'Rendez-vous', sortable: true };
  if (showsDate(view)) return { key: 'age', label: 'Depuis', align: 'end', sortable: true };
  return { key: 'age', label: 'Âge', align: 'end', sortable: true, width: '4.25rem' };
}

export function numberWords(order: Pick<OrderListItem, 'number'>): string {
  return order.number ?? 'Brouillon';
}

/** "École élémentaire des Tilleuls" → "Élémentaire des Tilleuls": the head of the column already says école. */
export function schoolWords({ schoolName }: Pick<OrderListItem, 'schoolName'>): string {
  return schoolName.replace(
    /^École (élémentaire|maternelle|primaire) /,
    (_, kind: string) => `${kind[0]!.toUpperCase()}${kind.slice(1)} `,
  );
}

/** "9 j": whole days in its state, as a calendar counts them. */
export function ageWords(order: Pick<OrderListItem, 'stateSince'>, today: PlainDate): string {
  const days = calendarDaysBetween(parisDateOf(new Date(order.stateSince)), today);
  return `${Math.max(days, 0)}${NARROW_SPACE}j`;
}

export function plannedWords(order: Pick<OrderListItem, 'plannedFrom' | 'submittedAt'>): string {
  if (order.plannedFrom !== null) return `${day(order.plannedFrom)}, ${time(order.plannedFrom)}`;
  return order.submittedAt === null ? '–' : `envoyée le ${shortDay(order.submittedAt)}`;
}
