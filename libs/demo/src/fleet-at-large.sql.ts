/** An id as the rest of the demonstration has them: its instant first; `k` and `n` tell two of one instant apart. */
export const identified = (at: string, k: string, n: string): string =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(${k}), 3, '0') || '8' || lpad(to_hex(${n}), 15, '0'))::uuid`;

export const instant = (day: string, time: string): string => `((${day} + time '${time}') at time zone 'Europe/Paris')`;

/** Nobody works on a Saturday or a Sunday. */
const weekday = (day: string): string =>
  `(${day} + case extract(isodow from ${day}) when 6 then 2 when 7 then 1 else 0 end)`;

/** Between 0 and 1023, of a text: always the same of the same. */
const hashed = (text: string): string => `(hashtext(${text}) & 1023)`;

/** What came when, by which supplier's note: a delivery each. */
export const WAVES = `create temporary table fleet_wave on commit drop as
  select w.n, w.day::date as day, w.reference, w.note, w.ordered
    from (values
      (1, '2023-09-05', 'MAT-26', 'BL-23-0905', '2023-0038'),
      (2, '2024-02-08', 'MAT-27', '40231', '2024-0009'),
      (3, '2024-09-10', 'MAT-09', 'BL-24-0910', '2024-0061'),
      (4, '2025-01-14', 'MAT-11', 'BL-25-0114', '2025-0003'),
      (5, '2025-09-09', 'MAT-09', 'BL-25-0909', '2025-0057'),
      (6, '2026-01-13', 'MAT-09', 'BL-26-0113', '2026-0004'),
      (7, '2026-09-15', 'MAT-25', 'BL-26-0915', '2026-0072'),
      (8, '2025-03-11', 'MAT-05', 'BL-25-0311', '2025-0019')
    ) w(n, day, reference, note, ordered)
   where w.day::date + 1 < $1::date`;

/**
 * Of which wave a school has what: a teacher's portable in each class, a projector in every other one, a portable for the
 * office, a case of ten tablets, a second one where there are many classes or a priority network, two or three robots; and
 * what waits in stock.
 */
export const PIECES = `create temporary table fleet_piece on commit drop as
  with site as (
    select s.id, s.uai, s.priority, count(*) as classes, min(r.id::text)::uuid as first_room
      from school s join room r on r.school_id = s.id and r.name ~ '^Salle [0-9]+$'
     where s.closed_on is null and (s.state_contract is null or s.state_contract <> all($1::text[]))
       and not exists (select from equipment e where e.school_id = s.id and e.order_id is null)
     group by s.id
  ), class as (
    select s.*, r.id as room, substr(r.name, 7)::int as position
      from site s join room r on r.school_id = s.id and r.name ~ '^Salle [0-9]+$'
  ), trolley as (
    select case when ${hashed('uai')} % 2 = 0 then 3 else 5 end as wave, * from site where classes > 1 and ${hashed('uai')} % 20 > 0
    union all select 6, * from site where classes > 5 or (priority <> 'none' and classes > 1)
  ), piece as (
    select 1 as wave, 'MAT-26' as reference, id as school, room, uai, position, false as in_case from class
    union all select 2, 'MAT-27', id, room, uai, position, false from class where position % 2 = 1
    union all select t.wave, case k when 0 then 'MAT-09' else 'MAT-25' end, t.id, t.first_room, t.uai, k, k > 0
      from trolley t, generate_series(0, 10) k
    union all select 4, 'MAT-11', s.id, r.id, s.uai, 0, false
      from site s join room r on r.school_id = s.id and r.name = 'Bureau de direction'
    union all select 7, 'MAT-25', null, null, '', k, false from generate_series(1, 90) k
    union all select 8, 'MAT-05', id, first_room, uai, k, false from site, generate_series(1, case when ${hashed('uai')} % 4 = 0 then 2 else 3 end) k
  )
  select row_number() over (order by p.wave, p.uai, p.position)::int as n, p.*
    from piece p join fleet_wave w on w.n = p.wave`;

/** Sold as such, and the tablets of 2026 that were bought made new again: the whole reserve, and one in eight of what came in the cases. */
const REFURBISHED = `(i.maker = 'Second Départ' or p.wave = 7 or (p.wave = 6 and p.in_case and ${hashed("'anew' || p.n")} % 8 = 0))`;

/** Bought for the delivery; of the first, one portable in six was taken over from a commune that had it for years. */
const BOUGHT_ON = `case when p.wave = 1 and ${hashed("'commune' || p.n")} % 6 = 0 then date '2018-02-12' + ${hashed("'bought' || p.n")} else w.day end`;

/** Each with its days and what became of it; `serves` is the fate of what serves to this day, or waits in stock. */
export const DEVICES = `create temporary table fleet_device on commit drop as
  with technician as (
    select account_id, row_number() over (order by account_id) - 1 as place, count(*) over () as of
      from assignment where role = 'technician' and from_day < '2023-09-01' and to_day is null
  ), model as (
    select w.n as wave, i.*, c.unit_net_cents as net_cents, c.vat_basis_points
      from fleet_wave w cross join catalogue_item i
      join lateral (select * from item_price c where c.item_id = i.id
                     order by c.from_day <= w.day desc, abs(c.from_day - w.day) limit 1) c on true
     where i.reference in (select reference from fleet_piece)
  ), dated as (
    select p.*, w.day, i.id as model, i.contract_id, i.name as model_name,
           'PE-' || lpad((10000 + p.n)::text, 6, '0') as tag,
           replace(p.reference, '-', '') || to_char(w.day, 'YY') || 'G' || lpad(p.n::text, 6, '0') as serial,
           (w.day + make_interval(months => i.warranty_months))::date as warranty_until, ${REFURBISHED} as refurbished,
           ${BOUGHT_ON} as bought_on, ${hashed("'device' || p.n")} as h, t.account_id as technician, i.net_cents, i.vat_basis_points,
           p.reference = 'MAT-09' as is_case, i.training_module is not null as asks_training,
           case when p.school is not null then ${weekday(`(w.day + 8 + ${hashed('p.uai || p.wave')} % 26)`)} end as placed_on
      from fleet_piece p
      join fleet_wave w on w.n = p.wave
      join model i on i.wave = p.wave and i.reference = p.reference
      join technician t on t.place = ${hashed('p.uai')} % t.of
  ), asked as (
    select d.*, case
             when d.school is null or d.is_case or d.asks_training or d.h > 81 then null
             when d.h < 7 then 'lose' when d.h < 10 then 'steal' when d.h < 21 then 'send-to-repair'
             when d.in_case then null when d.h < 60 then 'move' when d.h < 75 then 'withdraw' else 'retire' end as asked,
           case
             when d.h < 7 then ${weekday('(make_date(extract(year from d.placed_on + 190)::int, 6, 16) + d.h)')}
             when d.h < 10 then ${weekday('(d.placed_on + 40 + d.h)')}
             when d.h < 21 then ${weekday('($1::date - 35 + d.h)')}
             when d.h < 60 then ${weekday('(make_date(extract(year from d.placed_on + 240)::int, 9, 1) + d.h % 4)')}
             else ${weekday('(make_date(extract(year from d.placed_on + 500)::int, 7, 1) + d.h % 4)')} end as fated_on
      from dated d
  )
  select a.*, a.placed_on is not null and a.placed_on < $1::date as is_placed,
         coalesce(case when a.placed_on < a.fated_on and a.fated_on < $1::date then a.asked end, 'serves') as fate,
         case when a.in_case then first_value(a.n) over (partition by a.wave, a.uai order by a.position) end as case_n,
         case when a.asked in ('lose', 'steal') then (select h.account_id from assignment h
           where h.school_id = a.school and h.role = 'school-head' and h.from_day <= a.fated_on
             and (h.to_day is null or h.to_day > a.fated_on) order by h.id limit 1) end as head,
         case when a.asked = 'move' then (select r.id from room r
           where r.school_id = a.school and r.id <> a.room order by r.name limit 1) end as other_room
    from asked a`;
