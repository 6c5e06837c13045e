import { isInYears, readParisDay, SCHOOL_OPENING_YEARS } from '../calendar/index.js';
import { readEmail, readTelephone, readWebsite } from './contacts.js';
import { type CodeReading, readDepartmentCode, readGroupingCode, readPostalCode } from './insee.js';
import type { DirectoryColumn } from './national-directory-columns.js';
import type { DirectoryRefusal } from './national-directory-refusals.js';
import { priorityEducation, schoolKind, stateContract } from './national-directory-values.js';
import type { RowCells } from './row-reading.js';
import { SCHOOL_KINDS, type SchoolKind, SECTORS, type SchoolSector, type StateContract } from './school-kinds.js';
import type { SchoolField, SchoolRecord } from './school-record.js';
import { readSiret } from './siret.js';
import { readUai } from './uai.js';

export type DirectoryCells = RowCells<DirectoryColumn, DirectoryRefusal>;

/** Filled as a row is read: the fields it really tells. */
export type ToldFields = Set<SchoolField>;

export function readKind(row: DirectoryCells, told: ToldFields): SchoolRecord['kind'] | null {
  const nature = row.text('nature');
  const reading = schoolKind(row.text('nursery'), row.text('elementary'), nature, row.text('name'));
  if (reading === null) return row.refuse('kind-unknown', 'nature', nature);
  if (reading.guessed) row.warn('kind-guessed', 'nature', nature);
  else told.add('kind');
  return reading.kind;
}

export function readTeachingUnit(told: ToldFields): 'teaching-unit' {
  told.add('kind');
  return 'teaching-unit';
}

/** A private school must say its contract, which decides whether it may order; a teaching unit need not. */
export function readContract(
  row: DirectoryCells,
  sector: SchoolSector | null,
  kind: SchoolKind | null,
  told: ToldFields,
): StateContract {
  if (!row.tells('contractCode') && !row.tells('contractLabel')) return null;
  told.add('stateContract');
  if (sector === null || !SECTORS[sector].hasStateContract) return null;
  const code = row.text('contractCode');
  const contract = stateContract(code, row.text('contractLabel'));
  if (contract === 'unknown') return row.refuse('contract-unknown', 'contractCode', code || row.text('contractLabel'));
  if (kind !== null && !SCHOOL_KINDS[kind].contractNeeded) return contract === 'missing' ? null : contract;
  return contract === 'missing' || contract === null ? row.refuse('contract-missing', 'contractCode', code) : contract;
}

export function communeOf(row: DirectoryCells, commune: CodeReading | null): string | null {
  const typed = row.text('communeInsee');
  if (typed === '') return row.refuse('commune-missing', 'communeInsee', '');
  if (commune === null) return row.refuse('commune-unreadable', 'communeInsee', typed);
  if (commune.zerosRestored) row.warn('zeros-restored', 'communeInsee', typed);
  return commune.code;
}

export function readAddress(row: DirectoryCells, told: ToldFields) {
  tellIfThere(row, told, { address1: 'addressLine1', address2: 'addressLine2', postalCode: 'postalCode' });
  const postalCode = row.text('postalCode');
  const reading = readPostalCode(postalCode);
  if (reading === null && postalCode !== '') row.refuse('postal-code-unreadable', 'postalCode', postalCode);
  if (reading?.zerosRestored) row.warn('zeros-restored', 'postalCode', postalCode);
  const department = row.text('department');
  if (readDepartmentCode(department)?.zerosRestored) row.warn('zeros-restored', 'department', department);
  return {
    addressLine1: row.textOrNull('address1'),
    addressLine2: row.textOrNull('address2'),
    postalCode: reading?.code ?? null,
    ...readPosition(row, told),
  };
}

function readPosition(row: DirectoryCells, told: ToldFields): { latitude: number | null; longitude: number | null } {
  const hasBoth = row.tells('latitude') && row.tells('longitude');
  if (!hasBoth && !row.tells('position')) return { latitude: null, longitude: null };
  told.add('latitude').add('longitude');
  // In one cell the comma parts the two numbers; in cells of their own it may be a French decimal comma.
  const [latitudeText = '', longitudeText = ''] = hasBoth
    ? [row.text('latitude').replace(',', '.'), row.text('longitude').replace(',', '.')]
    : row
        .text('position')
        .split(',', 2)
        .map((part) => part.trim());
  if (latitudeText === '' && longitudeText === '') return { latitude: null, longitude: null };
  const latitude = degrees(latitudeText, 90);
  const longitude = degrees(longitudeText, 180);
  if (latitude === null || longitude === null) {
    row.refuse('position-unreadable', hasBoth ? 'latitude' : 'position', `${latitudeText}, ${longitudeText}`);
  }
  return { latitude, longitude };
}

/** Degrees to six decimals, a tenth of a metre: beyond it the files only carry noise of calculation. */
function degrees(text: string, bound: number): number | null {
  if (!/^-?\d{1,3}(?:\.\d+)?$/.test(text)) return null;
  const value = Number(Number(text).toFixed(6));
  return Math.abs(value) <= bound ? value : null;
}

export function readNetwork(row: DirectoryCells, told: ToldFields) {
  tellIfThere(row, told, {
    priority: 'priority',
    circonscriptionUai: 'circonscriptionUai',
    inclusionClass: 'hasInclusionClass',
  });
  tellIfThere(row, told, { concentratedGrouping: 'concentratedGrouping' });
  const priorityText = row.text('priority');
  const circonscription = row.text('circonscriptionUai');
  const circonscriptionReading = readUai(circonscription);
  if (circonscription !== '' && !circonscriptionReading.valid) {
    const { suggestion } = circonscriptionReading;
    row.refuse('circonscription-unreadable', 'circonscriptionUai', circonscription, { suggestion });
  }
  return {
    priority: priorityEducation(priorityText) ?? row.refuse('priority-unknown', 'priority', priorityText) ?? 'none',
    circonscriptionUai: circonscriptionReading.valid ? circonscriptionReading.uai : null,
    circonscriptionName: row.textOrNull('circonscriptionName'),
    hasInclusionClass: row.text('inclusionClass') === '1',
    concentratedGrouping: row.text('concentratedGrouping') === '1',
    dispersedGroupingCode: readDispersedGrouping(row, told),
  };
}

function readDispersedGrouping(row: DirectoryCells, told: ToldFields): string | null {
  if (!row.tells('dispersedGrouping')) return null;
  const typed = row.text('dispersedGrouping');
  const reading = readGroupingCode(typed);
  if (reading?.zerosRestored) row.warn('zeros-restored', 'dispersedGrouping', typed);
  if (reading === null && typed !== '') row.warn('grouping-unreadable', 'dispersedGrouping', typed);
  else told.add('dispersedGroupingCode');
  return reading?.code ?? null;
}

export function readContacts(row: DirectoryCells, told: ToldFields) {
  const telephoneText = row.text('telephone');
  const telephone = readTelephone(telephoneText);
  if (telephone?.zeroRestored) row.warn('zeros-restored', 'telephone', telephoneText);
  const email = readEmail(row.text('email'));
  const website = readWebsite(row.text('website'));
  const leaveAside = (key: 'telephone' | 'email' | 'website', read: unknown): void => {
    if (!row.tells(key)) return;
    if (read === null && row.text(key) !== '') row.warn(`${key}-unreadable`, key, row.text(key));
    else told.add(key);
  };
  leaveAside('telephone', telephone);
  leaveAside('email', email);
  leaveAside('website', website);
  return { telephone: telephone?.telephone ?? null, email, website };
}

export function readIdentity(row: DirectoryCells, told: ToldFields) {
  tellIfThere(row, told, { siret: 'siret', openedOn: 'openedOn' });
  const hostText = row.text('host');
  const host = readUai(hostText);
  if (hostText !== '' && !host.valid) row.warn('host-unreadable', 'host', hostText);
  else if (row.tells('host')) told.add('hostUai');
  return { siret: readSiretCell(row), openedOn: readOpeningDate(row), hostUai: host.valid ? host.uai : null };
}

function readSiretCell(row: DirectoryCells): string | null {
  const text = row.text('siret');
  if (text === '') return null;
  const reading = readSiret(text);
  if (!reading.valid) return row.refuse(reading.code, 'siret', text);
  if (reading.zerosRestored) row.warn('zeros-restored', 'siret', text);
  return reading.siret;
}

function readOpeningDate(row: DirectoryCells): string | null {
  const text = row.text('openedOn');
  if (text === '') return null;
  const date = readParisDay(text);
  if (date === null || !isInYears(date, SCHOOL_OPENING_YEARS))
    return row.refuse('opening-date-impossible', 'openedOn', text);
  if (text.includes('/')) row.warn('date-in-french', 'openedOn', text);
  return date;
}

function tellIfThere(
  row: DirectoryCells,
  told: ToldFields,
  fields: Partial<Record<DirectoryColumn, SchoolField>>,
): void {
  for (const [key, field] of Object.entries(fields)) if (row.tells(key as DirectoryColumn)) told.add(field);
}
