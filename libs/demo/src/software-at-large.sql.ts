import { EQUIPMENT_RELEASED } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';

const BEGUN = instant("date '2023-03-01'", '08:00');
const TITLE = (n: string): string => identified(BEGUN, '20', n);

/**
 * The titles, under numbers of their own: what the catalogue sells (its reference), and what was there before. `spread`: on one
 * in so many of the devices that it suits; null: on none.
 */
const ROWS = `values
  (1, 'Lire pas à pas', 'Éditions du Crêt', 'installed', 'LOG-04', false, 1, 12, 'cleared', 12, null, null, null),
  (2, 'Calcul et problèmes', 'Atelier des Nombres', 'installed', 'LOG-05', false, 30, 12, 'with-conditions', 20, 'Prénoms sans nom de famille, effacés en juillet.', null, null),
  (3, 'Bouquet de logiciels libres', 'Logiciels libres', 'installed', 'LOG-06', true, 1, null, 'cleared', 30, null, 'MAT-26', 9),
  (4, 'Synthèse vocale et dictée', 'Voix Claire', 'installed', 'LOG-07', false, 1, 12, 'cleared', 8, null, null, null),
  (5, 'Tableau vivant', 'Ardoise Numérique', 'installed', null, false, 1, 12, 'cleared', 26, null, 'MAT-26', 13),
  (6, 'Gestion de classe mobile', 'Ardoise Numérique', 'installed', null, false, 1, 12, 'cleared', 26, null, 'MAT-25', 9),
  (7, 'Carnet de suivi maternelle', 'Petits Pas', 'hosted', null, false, 1, 12, 'with-conditions', 14, 'Aucune photographie d’élève.', null, null),
  (8, 'Dessin à quatre mains', 'Atelier Libre', 'installed', null, true, 1, null, 'cleared', 30, null, 'MAT-25', 12),
  (9, 'Robots et chemins', 'Mécanique Douce', 'installed', null, false, 1, 24, 'cleared', 10, null, 'MAT-25', 30),
  (10, 'Conjugaison en jeu', 'Éditions du Crêt', 'hosted', null, false, 1, 12, 'refused', 5, null, null, null),
  (11, 'Atlas des écoles', 'Cartes et Paysages', 'hosted', null, false, 1, 12, 'not-asked', null, null, null, null),
  (12, 'Montage vidéo simple', 'Plan Large', 'installed', null, false, 1, null, 'cleared', 33, null, 'MAT-26', 40),
  (13, 'Bureautique ouverte', 'Logiciels libres', 'installed', null, true, 1, null, 'cleared', 40, null, 'MAT-26', 11),
  (14, 'Clavier pas à pas', 'Atelier Libre', 'installed', null, true, 1, null, 'not-asked', null, null, 'MAT-26', 35),
  (15, 'Lecteur d’albums sonores', 'Petits Pas', 'installed', null, false, 1, 12, 'cleared', 16, null, 'MAT-25', 22),
  (16, 'Musique au quotidien', 'Demi-Soupir', 'hosted', null, false, 1, 12, 'cleared', 7, null, null, null),
  (17, 'Sciences en images', 'Cartes et Paysages', 'installed', null, false, 1, 36, 'cleared', 20, null, 'MAT-26', 28),
  (18, 'Anglais à l’oreille', 'Voix Claire', 'hosted', null, false, 1, 12, 'with-conditions', 9, 'Comptes de classe, jamais d’élève.', null, null),
  (19, 'Aide à l’écriture', 'Voix Claire', 'installed', null, false, 1, 12, 'cleared', 11, null, 'MAT-26', 55),
  (20, 'Plans de classe', 'Ardoise Numérique', 'hosted', null, false, 1, 12, 'not-asked', null, null, null, null),
  (21, 'Géométrie dynamique', 'Atelier Libre', 'installed', null, true, 1, null, 'cleared', 28, null, 'MAT-26', 16),
  (22, 'Programmer par blocs', 'Atelier Libre', 'installed', null, true, 1, null, 'cleared', 35, null, 'MAT-25', 10),
  (23, 'Bibliothèque d’école', 'Rayons', 'hosted', null, false, 1, 12, 'cleared', 13, null, null, null),
  (24, 'Sauvegarde du poste', 'Coffre Clair', 'installed', null, false, 1, 12, 'cleared', 18, null, 'MAT-11', 6),
  (25, 'Chorale et rythme', 'Demi-Soupir', 'installed', null, false, 1, null, 'refused', 3, null, 'MAT-26', 300)`;

export const SOFTWARE = `create temporary table software_fact on commit drop as
  select f.* from (${ROWS}) f(n, name, publisher, hosting, reference, free, unit_seats, term_months, clearance, cleared_months_ago,
    conditions, suits, spread)`;

/** An opinion is looked at again after three years: some are due. */
export const TITLES = `insert into software_title (id, name, publisher, hosting, item_id, free, unit_seats, term_months, clearance,
    cleared_by, cleared_on, clearance_reference, clearance_conditions, review_on)
  select ${TITLE('f.n')}, f.name, f.publisher, f.hosting, i.id, f.free, f.unit_seats, f.term_months, f.clearance,
         case when f.cleared_months_ago is not null then 'Déléguée à la protection des données de la métropole' end, d.day,
         case when d.day is not null then 'DPD-' || extract(year from d.day) || '-' || lpad(f.n::text, 3, '0') end,
         f.conditions, (d.day + interval '3 years')::date
    from software_fact f left join catalogue_item i on i.reference = f.reference
    cross join lateral (select ($1::date - make_interval(months => f.cleared_months_ago))::date as day) d
   order by f.n`;

/** Which devices bear what: those that serve, and have for some weeks. */
export const PLACES = `create temporary table software_place on commit drop as
  with technician as (
    select account_id, row_number() over (order by account_id) - 1 as place, count(*) over () as of
      from assignment where role = 'technician' and from_day < '2023-09-01' and to_day is null
  )
  select f.n, e.id as equipment_id, least(e.purchased_on + 60 + e.h % 200, $1::date - 10) as day, t.account_id
    from software_fact f
    join lateral (select e.*, hashtext(e.tag || f.name) & 65535 as h from equipment e join catalogue_item i on i.id = e.model_id
                   where i.reference = f.suits and e.school_id is not null and e.state = any($2::text[])
                     and e.purchased_on < $1::date - 90) e on e.h % f.spread = 0
    join technician t on t.place = e.h % t.of`;

/** The plan's licences: as many seats as there are devices, and \`margin\`; \`until\` days from the day of the demonstration. */
export const LICENCES = `insert into software_licence (id, title_id, edition, seats, strict, from_day, until_day, contract_id, net_cents,
    vat_basis_points)
  select ${identified(BEGUN, '21', 'p.k')}, ${TITLE('p.n')}, p.edition,
         case when p.margin is not null then greatest(1, (select count(*)::int from software_place x where x.n = p.n) + p.margin) end,
         p.strict, $1::date - p.since, $1::date + p.until, null, p.net_cents, case when p.net_cents is not null then 2000 end
    from (values
      (1, 5, null, -6, false, 330, 35, 240000), (2, 6, null, 40, false, 200, 165, 310000), (3, 7, null, null, false, 280, 85, 180000),
      (4, 9, '2', 12, true, 600, 130, 96000), (5, 10, null, 50, false, 700, -335, 60000), (6, 11, null, null, false, 90, 275, 120000),
      (7, 12, '11', 5, true, 900, null::int, 150000), (8, 15, null, -3, false, 250, 115, 74000), (9, 16, null, 300, false, 60, 305, 88000),
      (10, 17, null, 10, false, 1000, 95, 133000), (11, 18, null, null, false, 340, 25, 91000), (12, 19, null, 4, false, 420, -55, 67000),
      (13, 20, null, 20, false, 50, 315, 45000), (14, 23, null, null, false, 300, 65, 102000), (15, 24, '7.2', 8, true, 260, 105, 58000)
    ) p(k, n, edition, margin, strict, since, until, net_cents) order by p.k`;

export const ON_DEVICES = `insert into software_installation (id, title_id, licence_id, edition, equipment_id, seats, since_day, at, account_id, role)
  select ${identified(instant('p.day', '14:00'), '22', '(row_number() over (order by p.n, p.equipment_id))::int')}, t.id, l.id, l.edition,
         p.equipment_id, 1, p.day, ${instant('p.day', '14:00')}, p.account_id, 'technician'
    from software_place p join software_title t on t.id = ${TITLE('p.n')} left join software_licence l on l.title_id = t.id
   order by p.n, p.equipment_id`;

/** What whole schools use in line. */
export const IN_SCHOOLS = `insert into software_installation (id, title_id, licence_id, school_id, seats, since_day, at, account_id, role)
  select ${identified(instant('d.day', '11:00'), '23', '(row_number() over (order by f.n, s.id))::int')}, t.id, l.id, s.id, 1 + s.h % 6,
         d.day, ${instant('d.day', '11:00')}, k.account_id, 'technician'
    from software_fact f join software_title t on t.id = ${TITLE('f.n')} left join software_licence l on l.title_id = t.id
    join lateral (select s.id, hashtext(s.uai || f.name) & 65535 as h from school s where s.closed_on is null) s on s.h % 14 = 0
    cross join lateral (select ($1::date - 20 - s.h % 40) as day) d
    cross join (select account_id from assignment where role = 'technician' and from_day < '2023-09-01' and to_day is null order by account_id limit 1) k
   where f.hosting = 'hosted' order by f.n, s.id`;

/** What the last report of each order put in place, by title. */
export const ORDERED = `create temporary table software_ordered on commit drop as
  select o.id as order_id, o.school_id, o.contract_id, t.id as title_id, t.free, t.unit_seats, m.at, m.account_id, m.role,
         (m.at at time zone 'Europe/Paris')::date as day, l.room_id, l.quantity_done, l.unit_net_cents, l.vat_basis_points,
         ((m.at at time zone 'Europe/Paris')::date + make_interval(months => t.term_months))::date - 1 as until_day,
         row_number() over (order by m.at, l.id)::int as k
    from order_line l join software_title t on t.item_id = l.item_id join installation_order o on o.id = l.order_id
    join lateral (select * from order_move m where m.order_id = o.id and m.action = 'report' order by m.at desc, m.id desc limit 1) m on true
   where l.quantity_done > 0`;

export const BOUGHT = `insert into software_licence (id, title_id, school_id, seats, from_day, until_day, order_id, contract_id, net_cents,
    vat_basis_points, told_on)
  select ${identified('min(d.at)', '24', 'min(d.k)')}, d.title_id, d.school_id, sum(d.quantity_done * d.unit_seats), min(d.day), min(d.until_day),
         d.order_id, d.contract_id, sum(d.quantity_done * d.unit_net_cents), min(d.vat_basis_points),
         case when min(d.until_day) < $1::date then min(d.until_day) - 90 end
    from software_ordered d where not d.free group by d.title_id, d.school_id, d.order_id, d.contract_id order by min(d.k)`;

/** What is over is taken away a few days later, but where somebody forgot. */
export const BY_ORDERS = `insert into software_installation (id, title_id, licence_id, room_id, school_id, seats, since_day, order_id, at, account_id,
    role, ended_at, ended_by, ended_role, ended_why)
  select ${identified('min(d.at)', '25', 'min(d.k)')}, d.title_id, l.id, d.room_id, d.school_id, sum(d.quantity_done * d.unit_seats), min(d.day),
         d.order_id, min(d.at), min(d.account_id::text)::uuid, min(d.role), e.at, case when e.at is not null then e.by end,
         case when e.at is not null then 'technician' end, case when e.at is not null then 'removed' end
    from software_ordered d left join software_licence l on l.order_id = d.order_id and l.title_id = d.title_id
    cross join (select account_id as by from assignment where role = 'technician' and from_day < '2023-09-01' and to_day is null order by account_id limit 1) k
    cross join lateral (select k.by, case when l.until_day + 12 < $1::date and (hashtext(d.order_id::text) & 1023) % 9 > 0
                          then ${instant('(l.until_day + 8)', '10:00')} end as at) e
   group by d.title_id, l.id, d.room_id, d.school_id, d.order_id, e.at, e.by order by min(d.k)`;

export const RELEASED: readonly string[] = EQUIPMENT_RELEASED;
