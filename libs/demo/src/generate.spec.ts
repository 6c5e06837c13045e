import { describe, expect, it } from '@jest/globals';
import { ORDER_STATE_NAMES, ROLES, isUai } from '@parc/domain';
import { generateDemonstration } from './generate.js';
import { DEMONSTRATION_PERSONAS } from './personas.js';

const today = '2026-11-24';
const plan = generateDemonstration({ seed: 1, today });
const { rows } = plan;
const countBy = <Row>(all: readonly Row[], keyOf: (row: Row) => string): Record<string, number> =>
  all.reduce<Record<string, number>>((counts, row) => ({ ...counts, [keyOf(row)]: (counts[keyOf(row)] ?? 0) + 1 }), {});

describe('The demonstration plan', () => {
  it('is the same to the letter when it is made twice', () => {
    const [one, other] = [1, 2].map(() => JSON.stringify(generateDemonstration({ seed: 4, today, orders: 600 })));
    expect(one).toBe(other);
  });

  it('is another with another seed', () => {
    const other = generateDemonstration({ seed: 2, today, orders: 300 }).rows;
    expect(other.account.map(({ name }) => name)).not.toEqual(rows.account.map(({ name }) => name));
  });

  it('does not begin before the plan has a past, and is not made in halves', () => {
    expect(() => generateDemonstration({ seed: 1, today: '2024-02-29' })).toThrow(RangeError);
    expect(() => generateDemonstration({ seed: 1, today, scale: 0.5 })).toThrow(RangeError);
  });

  it('has 263 schools and 14 teaching units in 48 of 53 communes', () => {
    const kinds = countBy(rows.school, ({ kind }) => kind);
    expect(rows.commune).toHaveLength(53);
    expect(rows.school).toHaveLength(277);
    expect(kinds['teaching-unit']).toBe(14);
    expect(new Set(rows.school.map(({ commune_id }) => commune_id)).size).toBe(48);
    expect(
      countBy(
        rows.school.filter(({ kind }) => kind !== 'teaching-unit'),
        ({ sector }) => sector,
      ),
    ).toEqual({
      public: 200,
      private: 63,
    });
    expect(kinds['nursery']! + kinds['elementary']! + kinds['primary']!).toBe(263);
    expect(rows.commune.find(({ insee_code }) => insee_code === '42218')?.name).toBe('Saint-Étienne');
  });

  it('gives every site a valid UAI of its own, in numbers that no real school of the Loire has', () => {
    const uais = rows.school_uai.map(({ uai }) => uai);
    expect(new Set(uais).size).toBe(uais.length);
    for (const uai of uais) {
      expect(isUai(uai)).toBe(true);
      expect(uai.slice(0, 4)).toBe('0429');
    }
  });

  it('knows pupils and classes of every site in every school year since 2022', () => {
    const years = countBy(rows.school_year_figures, ({ school_year }) => String(school_year));
    expect(years).toEqual({ 2022: 277, 2023: 277, 2024: 277, 2025: 277, 2026: 277 });
    for (const { pupils, classes } of rows.school_year_figures) {
      expect(pupils / classes).toBeGreaterThan(3);
      expect(pupils / classes).toBeLessThan(31);
    }
  });

  it('puts schools inside the Loire, and gives each six to twenty rooms', () => {
    const rooms = countBy(rows.room, ({ school_id }) => school_id);
    for (const { id, latitude, longitude } of rows.school) {
      expect([latitude > 45.33 && latitude < 45.65, longitude > 4.05 && longitude < 4.73]).toEqual([true, true]);
      expect(rooms[id]).toBeGreaterThanOrEqual(6);
      expect(rooms[id]).toBeLessThanOrEqual(20);
    }
  });

  it('leaves private schools without circonscription, and one of them without contract', () => {
    const privates = rows.school.filter(({ sector }) => sector === 'private');
    expect(privates.filter(({ circonscription_id }) => circonscription_id !== null)).toEqual([]);
    expect(privates.filter(({ state_contract }) => state_contract === 'none')).toHaveLength(1);
    expect(rows.circonscription).toHaveLength(9);
  });

  it('offers 46 things to order, of every category, and shows how others were decided', () => {
    const orderable = rows.catalogue_item.filter(({ state, on_quote }) => state === 'validated' && !on_quote);
    expect(orderable).toHaveLength(46);
    expect(new Set(orderable.map(({ category }) => category)).size).toBe(5);
    expect(new Set(rows.catalogue_item.map(({ state }) => state)).size).toBe(5);
    for (const { id } of orderable) expect(rows.item_price.some(({ item_id }) => item_id === id)).toBe(true);
  });

  it('has a framework convention, one for each commune and body, three unsigned and one expired', () => {
    expect(countBy(rows.convention, ({ kind }) => kind)).toMatchObject({
      framework: 1,
      commune: 48,
      'medico-social-body': 4,
    });
    const states = countBy(rows.convention, ({ state }) => state);
    expect(states).toMatchObject({ drafted: 1, sent: 1, approved: 1, expired: 1 });
  });

  it('has somebody for every role, writing from a domain kept for examples', () => {
    expect(new Set(rows.assignment.map(({ role }) => role))).toEqual(new Set(ROLES));
    const addresses = [...rows.account, ...rows.school, ...rows.contract_holder].map(({ email }) => email);
    expect(addresses.filter((email) => !email.endsWith('@demonstration.example'))).toEqual([]);
    expect(new Set(rows.account.map(({ email }) => email)).size).toBe(rows.account.length);
    const certifiers = rows.assignment.filter(({ may_certify }) => may_certify);
    expect(certifiers).toHaveLength(2);
  });

  it.each(DEMONSTRATION_PERSONAS)('lets $email enter as $role', ({ role, email }) => {
    const account = rows.account.find((one) => one.email === email)!;
    expect(account.active).toBe(true);
    expect(rows.assignment.some((one) => one.account_id === account.id && one.role === role)).toBe(true);
  });

  it('has about 4,000 orders, in every state', () => {
    const installations = rows.installation_order.filter(({ kind }) => kind === 'installation');
    expect(Math.abs(installations.length - 4_000)).toBeLessThan(100);
    expect(new Set(rows.installation_order.map(({ state }) => state))).toEqual(new Set(ORDER_STATE_NAMES));
  });

  it('keeps the manager busy: orders to approve, three of them blocked, and to certify', () => {
    const states = countBy(rows.installation_order, ({ state }) => state);
    expect(states).toMatchObject({ submitted: 17, confirmed: 22, approved: 8 });
    const ofExpired = new Set(sitesOfExpired());
    expect(
      rows.installation_order.filter((one) => one.state === 'submitted' && ofExpired.has(one.school_id)),
    ).toHaveLength(3);
  });

  it('leaves the school of the first persona 1 087,00 €, with something in each of its states', () => {
    const school = rows.school.find(({ name }) => name === 'École élémentaire des Tilleuls')!;
    const orders = rows.installation_order.filter(
      ({ school_id, created_at }) => school_id === school.id && created_at >= '2026',
    );
    expect(countBy(orders, ({ state }) => state)).toEqual({
      closed: 4,
      installed: 1,
      scheduled: 1,
      submitted: 1,
      draft: 1,
    });
    const envelope = rows.envelope.find(
      ({ school_id, year, kind }) => school_id === school.id && year === 2026 && kind === 'installation',
    )!;
    const last = rows.ledger_entry.findLast(({ envelope_id }) => envelope_id === envelope.id)!;
    const opened = last.opened_before + last.opened_change;
    const held = last.reserved_before + last.reserved_change + last.committed_before + last.committed_change;
    expect(opened - held - last.spent_before - last.spent_change).toBe(108_700);
  });

  function sitesOfExpired(): string[] {
    const expired = rows.convention.find(({ state }) => state === 'expired')!;
    return rows.convention_site
      .filter(({ convention_id }) => convention_id === expired.id)
      .map(({ school_id }) => school_id);
  }
});

describe.each(['2024-03-01', '2026-08-15', '2026-09-02', '2027-01-01', '2027-02-10'])(
  'The demonstration plan opened on %s',
  (day) => {
    const { rows: dated } = generateDemonstration({ seed: 7, today: day, orders: 500 });

    it('holds nothing recorded on that day or later', () => {
      const instants = [
        ...dated.order_move.map(({ at }) => at),
        ...dated.ledger_entry.map(({ posted_at }) => posted_at),
        ...dated.contract_entry.map(({ posted_at }) => posted_at),
      ];
      expect(instants.filter((at) => at >= `${day}T06:00`)).toEqual([]);
    });

    it('has orders to approve, to confirm and to certify', () => {
      const states = countBy(dated.installation_order, ({ state }) => state);
      for (const state of ['submitted', 'scheduled', 'installed', 'confirmed', 'draft']) {
        expect(states[state]).toBeGreaterThan(3);
      }
    });
  },
);
