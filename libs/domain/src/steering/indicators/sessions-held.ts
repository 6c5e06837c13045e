import { indicator } from '../indicator.js';

export const SESSIONS_HELD = indicator({
  key: 'sessions-held',
  version: 1,
  since: '2023-09-01',
  objective: 'teachers',
  name: 'Séances tenues',
  sentence: 'Séances confirmées qui ont eu lieu.',
  notSaid: 'Ni combien étaient là.',
  from: 'Séances de formation, à leur date',
  unit: 'percent',
  direction: 'up',
  grain: 'school-year',
  reduce: 'ratio',
  subject: 'schools',
  axes: ['circonscription'],
  counted: ['séances tenues', 'séances confirmées'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
