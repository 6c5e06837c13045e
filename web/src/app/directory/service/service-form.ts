import type { ServiceSettingsBody, ServiceSettingsRequest } from '@parc/api-client';
import {
  hoursOfMinutes,
  SERVICE_WEEKDAYS,
  TICKET_PRIORITIES,
  TICKET_PRIORITY_WORDS,
  type TicketPriority,
  type Weekday,
} from '@parc/domain';
import type { FormField, FormSpec, Values } from '../../shell/forms/fields';
import { closingsText, dayText, readClosings, readDay, readMinutes } from './service-words';

export const SERVICE_WEEKDAY_WORDS: Readonly<Record<Weekday, string>> = {
  mon: 'Lundi',
  tue: 'Mardi',
  wed: 'Mercredi',
  thu: 'Jeudi',
  fri: 'Vendredi',
  sat: 'Samedi',
  sun: 'Dimanche',
};
export const TARGET_WORDS = { takeUp: 'Pour prendre en charge', restored: 'Pour rétablir' } as const;
type Target = keyof typeof TARGET_WORDS;

/** The settings of the service from a day on, as they will hold then. @param today ISO date */
export function serviceForm(settings: ServiceSettingsBody, today: string): FormSpec {
  return {
    id: 'service-settings',
    heading: 'Changer les horaires ou les délais',
    text: 'Seul ce qui change est écrit, à partir de son jour. Les délais des demandes déjà comptées restent comme ils sont.',
    sections: [
      {
        fields: [
          {
            ...{ name: 'from', label: 'À partir du', type: 'date', half: true, initial: today },
            required: 'Donnez le premier jour.',
            check: (day) => (day < today ? 'Aujourd’hui ou plus tard.' : ''),
          },
          {
            ...{ name: 'source', label: 'Qui l’a décidé', type: 'text', most: 200, half: true },
            ...{ help: 'Délibération, règlement, note de service…', required: 'Dites d’où vient ce réglage.' },
          },
        ],
      },
      {
        heading: 'Horaires du service',
        text: 'Comme 8h-12h, 13h30-17h30. Vide : fermé.',
        fields: SERVICE_WEEKDAYS.map((weekday) => weekdayField(weekday, settings)),
      },
      {
        heading: 'Jours de fermeture',
        fields: [
          {
            ...{ name: 'closings', label: 'En plus des jours fériés', type: 'lines', most: 3000 },
            ...{
              initial: closingsText(settings.closings),
              help: 'Un par ligne : 24/12/2026 au 31/12/2026, ou un seul jour.',
            },
            check: (text) => (readClosings(text) === null ? 'Une ligne n’est ni un jour, ni une période.' : ''),
          },
        ],
      },
      {
        heading: 'Délais',
        text: 'En heures de service, comme 4 h ou 4 h 30.',
        fields: [
          ...targetFields('takeUp', settings),
          ...targetFields('restored', settings),
          minutesField('dayMinutes', 'Une journée, pour dire un délai', settings.dayMinutes),
        ],
      },
    ],
    button: 'Écrire ces réglages',
  };
}

/** What is sent of what was typed; the form has checked it. */
export function requestOf(values: Values): ServiceSettingsRequest {
  const week = Object.fromEntries(SERVICE_WEEKDAYS.map((day) => [day, readDay(values[`week.${day}`] ?? '') ?? []]));
  const target = (name: Target) =>
    Object.fromEntries(
      TICKET_PRIORITIES.map((priority) => [priority, readMinutes(values[`${name}.${priority}`] ?? '') ?? 0]),
    ) as Record<TicketPriority, number>;
  return {
    from: values['from'] ?? '',
    source: (values['source'] ?? '').trim(),
    week: week as unknown as ServiceSettingsRequest['week'],
    closings: readClosings(values['closings'] ?? '') ?? [],
    takeUp: target('takeUp'),
    restored: target('restored'),
    dayMinutes: readMinutes(values['dayMinutes'] ?? '') ?? 0,
  };
}

function weekdayField(weekday: Weekday, { week }: ServiceSettingsBody): FormField {
  return {
    ...{ name: `week.${weekday}`, label: SERVICE_WEEKDAY_WORDS[weekday], type: 'text', most: 80, half: true },
    initial: dayText(week[weekday]),
    check: (text) => (readDay(text) === null ? 'Écrivez des heures comme 8h-12h, 13h30-17h30.' : ''),
  };
}

function targetFields(name: Target, settings: ServiceSettingsBody): FormField[] {
  return TICKET_PRIORITIES.map((priority) =>
    minutesField(
      `${name}.${priority}`,
      `${TARGET_WORDS[name]}, priorité ${TICKET_PRIORITY_WORDS[priority].toLowerCase()}`,
      settings[name][priority],
    ),
  );
}

function minutesField(name: string, label: string, minutes: number): FormField {
  return {
    ...{ name, label, type: 'text', most: 12, half: true, initial: hoursOfMinutes(minutes) },
    required: 'Donnez un délai.',
    check: (text) => (readMinutes(text) === null ? 'Écrivez un délai comme 4 h ou 4 h 30.' : ''),
  };
}
