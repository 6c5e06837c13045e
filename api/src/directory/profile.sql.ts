import { COMMUNE_SIZES, kindsOf, SCHOOL_SIZES } from '@parc/domain';
import { IN_PLAN, publicOf } from './school.sql.js';

/** Schools of the plan on a day, over `s`: open then, and equipped by it. @param day words of SQL */
export const inPlanOn = (day: string) =>
  `${IN_PLAN} and (s.opened_on is null or s.opened_on <= ${day})
   and case when s.closed_on is null then s.state = 'open' else s.closed_on > ${day} end`;

/** A school's figures of a school year, else of the latest of the two before, as `f`: pupils, classes, teachers, social_index, school_year. */
export const figuresFor = (school: string, year: string) =>
  `left join lateral (select g.school_year, g.pupils, g.classes, g.teachers, g.social_index from school_year_figures g
     where g.school_id = ${school} and g.school_year between ${year} - 2 and ${year} and (g.pupils is not null or g.classes is not null)
     order by g.school_year desc limit 1) f on true`;

/** The first part of a table of bounds that a number reaches, as SQL; the bounds stand in rising order. */
const partOf = (column: string, sizes: Readonly<Record<string, { readonly from: number }>>) =>
  `case when ${column} is null then null ${[...kindsOf(sizes)]
    .reverse()
    .map((part) => `when ${column} >= ${sizes[part]!.from} then '${part}'`)
    .join(' ')} end`;

/**
 * What figures are broken down by: a row a school, whatever its state today, with its social quarter among the schools of the
 * plan that have an index in the same file: one more than the quarters of those strictly lower, so that equals stand together.
 * @param day of the figure; @param year the school year that its figures are of: words of SQL
 */
export const schoolProfiles = (day: string, year: string): string =>
  `select p.id, p.sector, p.kind, p.network, p.commune, p.public_commune, p.circonscription, p.body, p.size, p.commune_size,
     case when p.social_index is null then 'none'
          else (1 + floor(4.0 * (rank() over (partition by p.social_index is null order by p.social_index) - 1)
            / count(*) over (partition by p.social_index is null)))::int::text end as quartile
   from (select s.id, s.sector, s.kind, s.priority as network, s.commune_id::text as commune,
           case when ${publicOf('s.commune_id')} then s.commune_id::text end as public_commune,
           s.circonscription_id::text as circonscription, s.managing_body_id::text as body,
           ${partOf('f.pupils', SCHOOL_SIZES)} as size, ${partOf('m.population', COMMUNE_SIZES)} as commune_size,
           case when ${inPlanOn(day)} then i.social_index end as social_index
         from school s join commune m on m.id = s.commune_id ${figuresFor('s.id', year)}
         left join school_year_figures i on i.school_id = s.id and i.school_year = (${INDEX_YEAR(year)})) p`;

/** One yearly file for all: the last that has an index, up to a school year; the way it is counted changed in 2022. */
const INDEX_YEAR = (year: string) =>
  `select max(z.school_year) from school_year_figures z where z.social_index is not null and z.school_year between greatest(${year} - 2, 2022) and ${year}`;
