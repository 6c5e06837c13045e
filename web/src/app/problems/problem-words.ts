import type { KnownProblem, ProblemListItem, ProblemSheet } from '@parc/api-client';
import { PROBLEM_STATES, SYMPTOMS, TICKET_SERVICES } from '@parc/domain';
import { type ChipWords, counted, countedRows, day } from '@parc/ui';

type About = Pick<ProblemListItem, 'about' | 'service' | 'modelName' | 'symptom' | 'communeName'>;

export const problemState = ({ state }: Pick<ProblemListItem, 'state'>): ChipWords => PROBLEM_STATES[state];

/** "Internet, à Sorbiers", "Tablette 10″ : ne charge plus, partout" */
export function aboutWords({ about, service, modelName, symptom, communeName }: About): string {
  const thing = { service: service && TICKET_SERVICES[service].word, model: modelName, other: null }[about];
  const seen = symptom === null ? null : SYMPTOMS[symptom].word.toLowerCase();
  const what = [thing ?? 'Plusieurs choses', ...(seen === null ? [] : [seen])].join(' : ');
  return `${what}, ${communeName === null ? 'partout' : `à ${communeName}`}`;
}

/** "12 tickets dont 3 ouverts, 9 écoles" */
export function touchedWords({
  tickets,
  ticketsOpen,
  schools,
}: Pick<ProblemListItem, 'tickets' | 'ticketsOpen' | 'schools'>): string {
  if (tickets === 0) return 'Aucun ticket';
  const open = ticketsOpen === 1 ? '1 ouvert' : `${ticketsOpen} ouverts`;
  return `${counted(tickets, 'ticket')} dont ${open}, ${counted(schools, 'école')}`;
}

/** "9 écoles, 31 classes gênées" */
export const hinderedWords = ({ schools, classes }: Pick<ProblemSheet, 'schools' | 'classes'>): string =>
  `${counted(schools, 'école')}, ${countedRows(classes, 'classe gênée', 'classes gênées')}`;

/** "Retour prévu le jeu. 26 nov."; empty where nobody knows. */
export const expectedWords = ({ expectedOn }: Pick<KnownProblem, 'expectedOn'>): string =>
  expectedOn === null ? '' : `Retour prévu le ${day(expectedOn)}.`;

/** "Nous connaissons cette panne : …": what is told, or its title where nothing more is known. */
export const knownWords = ({ title, told }: Pick<KnownProblem, 'title' | 'told'>): string => told ?? `${title}.`;

/** "3 problèmes ouverts" */
export const problemsTitle = (open: boolean, total: number): string => {
  if (open) return total === 0 ? 'Aucun problème ouvert' : countedRows(total, 'problème ouvert', 'problèmes ouverts');
  return total === 0 ? 'Aucun problème terminé' : countedRows(total, 'problème terminé', 'problèmes terminés');
};
