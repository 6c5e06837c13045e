import {
  EQUIPMENT_STATES,
  frenchDay,
  isLeftToDo,
  minutesThere,
  minutesWords,
  parisDateOf,
  parisDateTimeOf,
  VISIT_CONFIRMED_SINCE,
  VISIT_ENDINGS,
  VISIT_MET,
  VISIT_PARTS,
  VISIT_RESULTS,
} from '@parc/domain';
import type { PrintedDocument } from '../platform/files/pdf.js';
import type { VisitPage, VisitPartAnswer, VisitRemarkAnswer } from './visit.answers.js';

/** The minutes of a visit, as far as its reader reads it: what was done, how each device was left, what was added since. */
export function visitMinutes(page: VisitPage): PrintedDocument {
  const { number, begunAt, leftAt, ending, met, parts, remarks } = page;
  const left = leftAt ?? begunAt;
  const { said } = VISIT_ENDINGS[ending!];
  return {
    template: 'visits/visit-minutes.typ',
    title: `Procès-verbal d’intervention ${number}`,
    // The last thing that it tells, so that the same data give the same bytes.
    at: new Date(
      [left, page.confirmedAt, remarks.at(-1)?.at]
        .filter((at) => at != null)
        .toSorted()
        .at(-1)!,
    ),
    data: {
      school: `${page.schoolName}, ${page.communeName}`,
      day: day(begunAt),
      hours: `de ${time(begunAt)} à ${time(left)} (${minutesWords(minutesThere(begunAt, left))})`,
      technician: page.technicianName,
      met: met === null ? null : VISIT_MET[met].article,
      ending: page.confirmedAt === null ? said : VISIT_CONFIRMED_SINCE,
      confirmed: confirmedWords(page),
      absence: page.absenceReason,
      note: page.note,
      parts: parts.map(partRow),
      leftToDo: parts
        .filter(isLeftToDo)
        .map(({ number: of, about, result }) => `${of}, ${about} : ${VISIT_RESULTS[result].word.toLowerCase()}`),
      devices: parts.flatMap(({ devices }) =>
        devices.map(({ tag, modelName, state }) => ({ tag, model: modelName, state: EQUIPMENT_STATES[state].word })),
      ),
      remarks: remarks.map(remarkRow),
    },
  };
}

function confirmedWords({ confirmedAt, confirmedByName }: VisitPage): string | null {
  if (confirmedAt === null) return null;
  return `${day(confirmedAt)}, par ${confirmedByName ?? 'la direction de l’école'}`;
}

function partRow({ kind, number, about, deed, result, minutes }: VisitPartAnswer) {
  return {
    number: `${VISIT_PARTS[kind].word} ${number}`,
    about,
    deed: deed ?? '',
    result: VISIT_RESULTS[result].word,
    minutes: minutes === null ? '' : minutesWords(minutes),
  };
}

function remarkRow({ at, roleLabel, name, text }: VisitRemarkAnswer) {
  return { head: `Le ${day(at)}, ${name === null ? roleLabel : `${name}, ${roleLabel}`}`, text };
}

const day = (instant: string): string => frenchDay(parisDateOf(new Date(instant)), 0);

const time = (instant: string): string => parisDateTimeOf(new Date(instant)).time.replace(':', '\u00a0h\u00a0');
