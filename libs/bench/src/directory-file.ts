/** Columns as the national directory's file names them; the many that nobody reads are there too, as in the real one. */
const unread = Array.from({ length: 40 }, (_, position) => `colonne_${position}`);

const read = [
  'Identifiant_de_l_etablissement',
  'Nom_etablissement',
  'Type_etablissement',
  'Statut_public_prive',
  'Adresse_1',
  'Code_postal',
  'Code_commune',
  'Nom_commune',
  'Ecole_maternelle',
  'Ecole_elementaire',
  'Telephone',
  'Web',
  'Mail',
  'ULIS',
  'Appartenance_Education_Prioritaire',
  'SIREN_SIRET',
  'Type_contrat_prive',
  'Code_type_contrat_prive',
  'nom_circonscription',
  'code_circonscription',
  'latitude',
  'longitude',
  'date_ouverture',
  'etat',
  'code_nature',
];

const numbersPerDepartment = 9_000;
const schoolsPerCirconscription = 230;

/**
 * A file of the national directory with so many public schools that do not exist, all in the communes named, as long a row
 * as the published one's.
 *
 * @param communes INSEE codes
 */
export function directoryFile(schools: number, communes: readonly string[]): Buffer {
  const lines = [[...read, ...unread].join(';')];
  for (let number = 0; number < schools; number++) lines.push(row(number, communes[number % communes.length]!));
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

function row(number: number, commune: string): string {
  const uai = uaiOf(1 + Math.floor(number / numbersPerDepartment), number % numbersPerDepartment);
  const circonscription = Math.floor(number / schoolsPerCirconscription);
  const cells = [
    uai,
    `École élémentaire publique des Grands Champs ${number}`,
    'Ecole',
    'Public',
    `${1 + (number % 200)} chemin de la Fontaine`,
    '42000',
    commune,
    'Commune',
    '0',
    '1',
    `04 77 ${pairs(number)}`,
    `https://grands-champs-${number}.exemple.fr`,
    `ce.${uai}@exemple.fr`,
    number % 9 === 0 ? '1' : '0',
    number % 7 === 0 ? 'REP' : '',
    '21900000100012',
    'SANS OBJET',
    '99',
    `Circonscription ${circonscription}`,
    uaiOf(90, circonscription),
    `45.${400_000 + (number % 100_000)}`,
    `4.${300_000 + (number % 100_000)}`,
    '1972-09-01',
    'OUVERT',
    '151',
  ];
  return [...cells, ...unread.map((_, position) => (position % 3 === 0 ? 'valeur' : ''))].join(';');
}

/** Six figures, two by two. */
function pairs(number: number): string {
  return String(number)
    .padStart(6, '0')
    .replace(/..(?=.)/g, '$& ');
}

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';

function uaiOf(department: number, number: number): string {
  const figures = String(department).padStart(3, '0') + String(number).padStart(4, '0');
  return figures + letters.charAt(Number(figures) % letters.length);
}
