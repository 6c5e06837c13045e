/** Sentences that people of the demonstration write. */
export const SOFTWARE_TITLES = [
  'GCompris',
  'Scratch',
  'OpenBoard',
  'Audacity',
  'Tux Paint',
  'GeoGebra',
  'LibreOffice',
  'Inkscape',
];

export const NOTES = [
  '',
  '',
  '',
  '',
  'De préférence avant le conseil d’école.',
  'Les élèves de CM2 attendent ce matériel pour leur exposé.',
  'La salle est libre le mercredi matin.',
  'Prévenir la gardienne une heure avant.',
  'Le tableau actuel est rayé, à déposer en même temps.',
  'Les postes sont dans le placard du fond, la clé est au bureau.',
  'Merci de montrer la mise en route à l’enseignante de la classe.',
];

export const RETURN_REASONS = [
  'Indiquez la salle, l’ordre ne dit pas où poser le matériel.',
  'Précisez le nombre de postes qui fonctionnent encore.',
  'Joignez une photo du mur, il paraît creux.',
  'Dites qui ouvre l’école pendant les vacances.',
];

export const REJECT_REASONS = [
  'Ces postes sont remplacés à la rentrée, la préparation serait perdue.',
  'La dotation de l’école couvre déjà ce besoin, une livraison est prévue.',
  'La salle sera en travaux, à redemander ensuite.',
  'Le même besoin a été commandé le mois dernier.',
  'Le plafond ne porte pas l’appareil d’après la commune.',
  'Un technicien passe sans frais la semaine prochaine pour ce réglage.',
];

export const PARTIAL_REASONS = [
  'Les postes les plus anciens sont remplacés à la rentrée.',
  'Trois de ces postes sont déjà préparés.',
  'Le reste est prévu par la dotation de l’année.',
  'Une seule salle est prête pour l’instant.',
];

export const CANCEL_REASONS = [
  'La classe ferme à la rentrée.',
  'Matériel prêté par l’école voisine, la pose n’est plus utile.',
  'Travaux de la commune dans la salle jusqu’à l’été.',
  'Commande faite deux fois par erreur.',
];

export const MOVE_REASONS = [
  'Salle occupée par une réunion de parents.',
  'Technicien absent, formation.',
  'Livraison du support retardée de deux jours.',
  'Kermesse de l’école ce soir-là.',
  'Route fermée par la neige.',
];

export const INTERRUPT_REASONS = [
  'Prise électrique sans courant, la commune est prévenue.',
  'Support trop court, un autre est commandé.',
  'Alarme déclenchée, accès fermé pour la soirée.',
];

/** Of a move that no story gives reasons of its own. */
export const PLAIN_REASONS = ['On attend une précision de l’école.', 'La mairie doit d’abord donner son accord.'];

export const DISPUTE_REASONS = [
  'Deux postes ne démarrent pas.',
  'L’image est coupée en bas du tableau.',
  'Le son ne sort que d’un côté.',
  'L’application manque sur quatre tablettes.',
  'Goulotte non fixée derrière la porte.',
];

export const ADJOURN_REASONS = [
  'La photo montre un câble non fixé, à reprendre.',
  'Le numéro d’étiquette manque au compte rendu.',
];

export const DEFAULT_REASONS = [
  'École sans réponse après dix jours, vérifié sur place avec la gardienne.',
  'École fermée pour les vacances, installation essayée par le technicien de secteur.',
  'Sans réponse après un rappel, constat fait par téléphone et sur photo.',
];

export const LESS_REASONS = ['Attend la commune', 'Attend l’école', 'Impossible ici', 'Poste hors d’usage'];

export const REPORT_NOTES = [
  null,
  null,
  null,
  null,
  'Mise en route montrée à l’enseignante.',
  'Emballages emportés.',
  'Prévoir une rallonge, la prise est loin du tableau.',
  'Wi-Fi faible au fond de la salle, à surveiller.',
];
