/** Keeps a content once: the same bytes are the same row, whichever edition brought them first. */
export const KEEP_CONTENT = 'insert into frozen_content (sha256, content) values ($1, $2) on conflict do nothing';

export const NEXT_NUMBER = `select nextval('edition_number')::int as number`;

export const NEW_EDITION = `insert into edition (number, title, meeting_on, data_day, corrects_id, reason, frozen_at, frozen_by, sha256)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`;

export const NEW_PARTS = `insert into edition_part (edition_id, name, media_type, sha256)
  select $1, * from unnest($2::text[], $3::text[], $4::text[])`;

/** What an edition that is corrected must be: there, of the same meeting, and not corrected yet. */
export const CORRECTED = `select e.meeting_on::text as "meetingOn", exists (select from edition x where x.corrects_id = e.id) as corrected
  from edition e where e.id = $1`;

export const MANIFEST = `select c.content, c.sha256, 'application/json' as "mediaType" from edition e join frozen_content c on c.sha256 = e.sha256 where e.id = $1`;

export const PART = `select c.content, c.sha256, p.media_type as "mediaType" from edition_part p join frozen_content c on c.sha256 = p.sha256
  where p.edition_id = $1 and p.name = $2`;

export const PARTS = `select p.name, p.media_type as "mediaType", p.sha256, length(c.content) as bytes
  from edition_part p join frozen_content c on c.sha256 = p.sha256 where p.edition_id = $1 order by p.name collate "C"`;

/** Columns of an edition in lists and on its page, over `e`. */
export const EDITION_COLUMNS = {
  id: 'e.id',
  number: 'e.number',
  title: 'e.title',
  meetingOn: 'e.meeting_on::text',
  dataDay: 'e.data_day::text',
  frozenAt: 'e.frozen_at',
  correctsNumber: '(select x.number from edition x where x.id = e.corrects_id)',
  reason: 'e.reason',
  correctedByNumber: '(select x.number from edition x where x.corrects_id = e.id)',
  sha256: 'e.sha256',
};
