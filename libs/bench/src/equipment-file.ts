/** What the plan that receives a list knows: a list speaks of its schools and its models, in its own words. */
export interface FleetGround {
  schools: readonly { uai: string; name: string; communeName: string }[];
  /** As the catalogue names them. */
  models: readonly string[];
}

const roomsPerSchool = 10;
/** Each school is named in one of the ways that lists name schools. */
const waysToName = 3;

const glpiColumns = [
  'Nom',
  'Entité',
  'Statut',
  'Fabricant',
  'Numéro de série',
  'Type',
  'Modèle',
  'Système d’exploitation - Nom',
  'Lieu',
  'Dernière modification',
  'Usager',
  'Numéro d’inventaire',
];

/** An export of GLPI's computers, as it writes it: a mark in front, semicolons, everything quoted, places as paths. */
export function glpiFile(devices: number, { schools, models }: FleetGround): Buffer {
  const lines = [glpiColumns];
  for (let number = 0; number < devices; number++) {
    lines.push([
      `PC-${padded(number)}`,
      'Entité racine',
      number % 40 === 0 ? 'En panne' : 'En service',
      '',
      `GLPI-${padded(number)}`,
      'Portable',
      models[number % models.length]!,
      'Windows 11 Professionnel',
      `${placeOf(number, schools)} > Salle ${number % roomsPerSchool}`,
      '2026-10-01 08:00',
      `Personne ${number}`,
      `INV-${padded(number)}`,
    ]);
  }
  const written = lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'));
  return Buffer.from(`\uFEFF${written.join('\n')}\n`);
}

const snipeColumns = [
  'Company',
  'Name',
  'Asset Tag',
  'Serial',
  'Category',
  'Status',
  'Supplier',
  'Manufacturer',
  'Location',
  'Order Number',
  'Model',
  'Model Notes',
  'Model Number',
  'Asset Notes',
  'Purchase Date',
  'Purchase Cost',
  'Checkout Type',
  'Checked Out To: Username',
  'Checked Out To: First Name',
  'Checked Out To: Last Name',
];

/** Assets of Snipe-IT: commas, days as ISO writes them, a point in amounts, texts with commas and quotes. */
export function snipeFile(devices: number, { schools, models }: FleetGround): Buffer {
  const lines = [snipeColumns];
  for (let number = 0; number < devices; number++) {
    lines.push([
      'Métropole',
      `Tablette ${number}`,
      `SNP-${padded(number)}`,
      number % 7 === 0 ? '' : `SNIPE${padded(number)}`,
      'Tablets',
      'Deployed',
      'Fournisseur "du Forez", Feurs',
      '',
      placeOf(number, schools),
      `2024-${number % 100}`,
      models[number % models.length]!,
      '',
      '',
      'Reçue, vérifiée, étiquetée',
      '2024-09-02',
      `${200 + (number % 90)}.50`,
      'User',
      `p${number}`,
      'Prénom',
      `Nom ${number}`,
    ]);
  }
  return Buffer.from(lines.map((cells) => `${cells.map(quotedWhereNeeded).join(',')}\n`).join(''));
}

function placeOf(number: number, schools: FleetGround['schools']): string {
  const place = Math.floor(number / roomsPerSchool) % schools.length;
  const { uai, name, communeName } = schools[place]!;
  return [uai, `${communeName} > ${name.toUpperCase()}`, `${name} (${communeName})`][place % waysToName]!;
}

const quotedWhereNeeded = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const padded = (number: number): string => String(number).padStart(6, '0');
