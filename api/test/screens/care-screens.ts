import type { ScreenReading } from './screens.js';

/** What is known of breakdowns, and what is looked after: problems, remedies, visits, upkeep, returns to makers. */
export const CARE_SCREENS: Record<string, ScreenReading[]> = {
  'problems/problems': [
    { screen: 'Problèmes', role: 'technician', url: '/problems?open=true', statements: 1 },
    { screen: 'Problèmes', role: 'plan-manager', url: '/problems', statements: 1 },
    { screen: 'Problème', role: 'technician', url: '/problems/:problem', statements: 3 },
    { screen: 'Problème, ses tickets', role: 'technician', url: '/problems/:problem/tickets?open=true', statements: 2 },
  ],
  'problems/known': [
    {
      screen: 'Pannes connues',
      role: 'teacher',
      url: '/problems/known?subject=device&equipmentId=:equipment',
      statements: 6,
    },
    { screen: 'Problèmes des tickets', role: 'technician', url: '/problems/of-tickets?ids=:ticket', statements: 2 },
  ],
  'remedies/remedies': [
    { screen: 'Remèdes', role: 'technician', url: '/remedies', statements: 1 },
    { screen: 'Remèdes, recherche', role: 'plan-manager', url: '/remedies?search=noir&state=published', statements: 1 },
    { screen: 'Remède', role: 'technician', url: '/remedies/:remedy', statements: 4 },
  ],
  'remedies/found': [
    {
      screen: 'Remèdes avant de signaler',
      role: 'teacher',
      url: '/remedies/found?subject=device&equipmentId=:equipment&symptom=no-power',
      statements: 5,
    },
    { screen: 'Remèdes du ticket', role: 'technician', url: '/remedies/of-ticket/:ticket', statements: 3 },
  ],
  'visits/visits': [
    { screen: 'Interventions', role: 'plan-manager', url: '/visits?state=closed', statements: 1 },
    { screen: 'Interventions de l’école', role: 'teacher', url: '/visits', statements: 1 },
    { screen: 'Interventions d’un ticket', role: 'school-head', url: '/visits?ticketId=:ticket', statements: 1 },
    { screen: 'Interventions comptées', role: 'committee', url: '/visits/counts', statements: 1 },
  ],
  'visits/visit-page': [
    { screen: 'Intervention', role: 'technician', url: '/visits/:visit', statements: 5 },
    { screen: 'Intervention', role: 'commune-officer', url: '/visits/:visit', statements: 5 },
  ],
  'training/trainings': [
    { screen: 'Formations', role: 'plan-manager', url: '/training-sessions', statements: 1 },
    { screen: 'Formations ouvertes à l’école', role: 'teacher', url: '/training-sessions?ahead=true', statements: 1 },
    {
      screen: 'Formations de la circonscription',
      role: 'inspector',
      url: '/training-sessions?state=proposed',
      statements: 1,
    },
    { screen: 'Formations cherchées', role: 'plan-manager', url: '/training-sessions?search=ecole', statements: 1 },
    { screen: 'Session de formation', role: 'inspector', url: '/training-sessions/:training', statements: 8 },
  ],
  'training/support/support': [
    { screen: 'Accompagnements', role: 'digital-trainer', url: '/support-requests', statements: 1 },
    {
      screen: 'Accompagnements à dater, à raconter',
      role: 'digital-trainer',
      url: '/support-requests?due=true',
      statements: 1,
    },
    { screen: 'Mes accompagnements', role: 'teacher', url: '/support-requests', statements: 1 },
    { screen: 'Accompagnements de l’école', role: 'school-head', url: '/support-requests?state=asked', statements: 1 },
    { screen: 'Accompagnement', role: 'inspector', url: '/support-requests/:support', statements: 3 },
    {
      screen: 'Accompagnement, date',
      role: 'digital-trainer',
      url: '/support-requests/:support/clashes?startsAt=2026-12-16T08%3A00%3A00Z&endsAt=2026-12-16T10%3A00%3A00Z',
      statements: 4,
    },
  ],
  'training/support/support-counts': [
    {
      screen: 'Accompagnements par circonscription',
      role: 'plan-manager',
      url: '/support-requests/counts',
      statements: 1,
    },
  ],
  'training/people': [
    { screen: 'Qui inscrire', role: 'inspector', url: '/training-sessions/:training/people?search=a', statements: 4 },
    { screen: 'Où proposer une session', role: 'plan-manager', url: '/training-grounds', statements: 2 },
  ],
  'training/attendance/attendance': [
    { screen: 'Émargement', role: 'inspector', url: '/training-sessions/:training/attendance', statements: 8 },
    { screen: 'Émargements à emporter', role: 'digital-trainer', url: '/training-attendance', statements: 1 },
  ],
  'training/hours/hours': [
    { screen: 'Heures de formation', role: 'inspector', url: '/training-hours?year=2026', statements: 1 },
    { screen: 'Heures à dire', role: 'private-body-officer', url: '/training-hours/unmarked', statements: 1 },
  ],
  'training/certificates/certificates': [
    { screen: 'Mes attestations', role: 'teacher', url: '/training-certificates', statements: 2 },
  ],
  'training/coherence': [
    { screen: 'Ce qui attend une formation', role: 'plan-manager', url: '/coherence?coherence=waits', statements: 1 },
    { screen: 'Ce qui attend une formation', role: 'inspector', url: '/coherence?coherence=flagged', statements: 1 },
    { screen: 'En service sans formation', role: 'plan-manager', url: '/coherence?waived=true', statements: 1 },
    { screen: 'Ce qui attend, compté', role: 'committee', url: '/coherence/counts', statements: 1 },
  ],
  'training/school-coherence': [
    { screen: 'Matériel et formation', role: 'school-head', url: '/schools/:school/coherence', statements: 6 },
    { screen: 'Matériel et formation', role: 'technician', url: '/schools/:school/coherence', statements: 6 },
  ],
  'training/needs': [{ screen: 'Sessions à proposer', role: 'inspector', url: '/coherence/needs', statements: 8 }],
  'training/clashes': [
    {
      screen: 'Proposer une session',
      role: 'inspector',
      url: '/training-sessions/clashes?dates=2026-12-16T13%3A00%3A00Z/2026-12-16T15%3A00%3A00Z&trainerId=00000000-0000-4000-8000-000000000056',
      statements: 2,
    },
  ],
  'training/modules': [
    { screen: 'Modules', role: 'teacher', url: '/training-modules', statements: 1 },
    { screen: 'Module', role: 'inspector', url: '/training-modules/:module', statements: 2 },
  ],
  'upkeep/checks': [
    { screen: 'Contrôles à faire', role: 'plan-manager', url: '/upkeep-checks?open=true', statements: 1 },
    { screen: 'Contrôles en retard', role: 'plan-manager', url: '/upkeep-checks?late=true&size=1', statements: 1 },
    { screen: 'Contrôles à moi', role: 'technician', url: '/upkeep-checks?mine=true', statements: 1 },
    { screen: 'Contrôles d’un plan', role: 'technician', url: '/upkeep-checks?planId=:plan&open=true', statements: 1 },
    { screen: 'Contrôles de l’école', role: 'teacher', url: '/upkeep-checks?open=true&size=3', statements: 1 },
    { screen: 'Contrôles de la commune', role: 'commune-officer', url: '/upkeep-checks', statements: 1 },
  ],
  'upkeep/check-page': [
    { screen: 'Contrôle', role: 'technician', url: '/upkeep-checks/:check', statements: 4 },
    { screen: 'Contrôle', role: 'teacher', url: '/upkeep-checks/:check', statements: 4 },
  ],
  'upkeep/plans': [
    { screen: 'Entretien', role: 'committee', url: '/upkeep-plans?running=true', statements: 1 },
    { screen: 'Plan d’entretien', role: 'plan-manager', url: '/upkeep-plans/:plan', statements: 3 },
  ],
  'warranty/returns': [
    { screen: 'Retours en garantie', role: 'plan-manager', url: '/warranty-returns?open=true', statements: 1 },
    { screen: 'Retours à relancer', role: 'technician', url: '/warranty-returns?due=true&size=1', statements: 1 },
    { screen: 'Retours d’un ticket', role: 'technician', url: '/warranty-returns?ticketId=:ticket', statements: 1 },
    { screen: 'Retours de l’école', role: 'teacher', url: '/warranty-returns', statements: 1 },
  ],
  'warranty/return-page': [
    { screen: 'Retour en garantie', role: 'technician', url: '/warranty-returns/:warranty', statements: 3 },
  ],
};
