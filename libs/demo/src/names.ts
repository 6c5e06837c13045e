/** Invented people, places and schools: any likeness with a real one is chance. */
// prettier-ignore
export const FIRST_NAMES = [
  'Agathe', 'Aline', 'Amandine', 'Anaïs', 'Antoine', 'Arnaud', 'Aurélie', 'Axel', 'Baptiste', 'Benoît', 'Bérénice',
  'Camille', 'Carole', 'Cécile', 'Charlotte', 'Christelle', 'Claire', 'Clément', 'Coralie', 'Damien', 'Delphine',
  'Élodie', 'Émilie', 'Estelle', 'Fabien', 'Fanny', 'Florence', 'Gaëlle', 'Guillaume', 'Hélène', 'Inès', 'Isabelle',
  'Jérôme', 'Joëlle', 'Julie', 'Karim', 'Laetitia', 'Laurence', 'Léa', 'Leïla', 'Lucie', 'Ludovic', 'Magali', 'Malika',
  'Marc', 'Marion', 'Mathieu', 'Maud', 'Mélanie', 'Myriam', 'Nadia', 'Nathalie', 'Nicolas', 'Noémie', 'Olivier',
  'Patricia', 'Pauline', 'Quentin', 'Rachida', 'Raphaël', 'Romain', 'Sabrina', 'Samuel', 'Sandrine', 'Sarah',
  'Sébastien', 'Solène', 'Sophie', 'Stéphanie', 'Sylvain', 'Thierry', 'Valérie', 'Vincent', 'Yasmine', 'Yves', 'Zoé',
] as const;

// prettier-ignore
export const LAST_NAMES = [
  'Abrial', 'Ansard', 'Barlet', 'Baudoux', 'Bellonnet', 'Benarfa', 'Berthaud', 'Bessenay', 'Blachier', 'Bonnavent',
  'Bouchardy', 'Brossard', 'Cadiou', 'Cartalier', 'Chabanel', 'Chapuzet', 'Charvolin', 'Chomienne', 'Clavelloux',
  'Colombet', 'Courbière', 'Cuzenard', 'Dalmasso', 'Delorieux', 'Desgouttes', 'Drevetton', 'Duchamplain', 'Dumoncel',
  'Escallier', 'Fanget', 'Fayolat', 'Ferrandet', 'Flachère', 'Fontvieille', 'Fournelon', 'Fraissenon', 'Gachet',
  'Garnodier', 'Genevrier', 'Giraudon', 'Gonnard', 'Granjonc', 'Grivolat', 'Guichardet', 'Haddouche', 'Hostalier',
  'Jacquemond', 'Jamenot', 'Jolivard', 'Kerdraon', 'Lacombaz', 'Lafarge-Rey', 'Lagrevol', 'Lardanchet', 'Lhermet',
  'Louison', 'Maisonnial', 'Malatray', 'Marcelin', 'Marconnet', 'Mazenod', 'Meillerand', 'Merlaton', 'Mezghani',
  'Montagneux', 'Moulinard', 'Murigneux', 'Neyrand', 'Ollagnon', 'Oriolat', 'Palandre', 'Peyrachon', 'Pichonnier',
  'Ponchardier', 'Poyetton', 'Quiblat', 'Reverchat', 'Rivolier', 'Rochedix', 'Roussillat', 'Sabotier',
  'Sagnard', 'Savoyet', 'Seytre', 'Soulhiac', 'Tardivet', 'Thiollière', 'Touilleux', 'Tranchand', 'Valendru',
  'Vallondet', 'Vercasson', 'Verrières', 'Vialleton', 'Vignancour', 'Vulpas', 'Zerroukat',
] as const;

/** What schools are named after, with the article: « École élémentaire » + « des Tilleuls ». */
// prettier-ignore
export const SCHOOL_NAMES = [
  'des Acacias', 'des Alouettes', 'de l’Arc-en-Ciel', 'des Aubépines', 'de l’Aubier', 'des Aulnes', 'de la Balme',
  'du Beau Site', 'du Belvédère', 'des Bleuets', 'du Bois Joli', 'de la Boissière', 'du Bosquet', 'des Bouleaux',
  'du Bourg', 'de la Brise', 'du Calvaire', 'des Campanules', 'des Capucines', 'de la Carrière', 'du Cèdre',
  'des Cerisiers', 'du Champ Fleuri', 'des Charmilles', 'du Châtelet', 'du Chemin Vert', 'des Chênes', 'de la Cité',
  'de la Clairière', 'du Clos', 'du Colombier', 'de la Combe', 'de la Cordée', 'des Coquelicots', 'du Coteau',
  'de la Côte', 'du Couchant', 'des Coudriers', 'de la Croix Verte', 'des Cyclamens', 'de l’Écluse', 'de l’Érable',
  'de l’Esplanade', 'de l’Étang', 'de l’Étoile', 'de la Fabrique', 'de la Fontaine', 'de la Forge', 'des Fougères',
  'des Frênes', 'de la Gare', 'des Genêts', 'des Genévriers', 'de la Glacière', 'de la Grange', 'des Grillons',
  'de l’Hermitage', 'des Hirondelles', 'des Hortensias', 'de l’Horloge', 'des Iris', 'du Jardin', 'des Jonquilles',
  'du Lac', 'des Lilas', 'de la Loge', 'de la Lune', 'du Manège', 'de la Marelle', 'des Marguerites', 'du Mas',
  'des Mélèzes', 'des Merisiers', 'des Mésanges', 'de la Mine', 'du Miroir', 'du Moulin', 'des Mûriers', 'de la Nacelle',
  'des Noisetiers', 'des Noyers', 'de l’Olivier', 'de l’Orée', 'des Orgues', 'de la Passerelle', 'du Pavillon',
  'des Peupliers', 'de la Pierre', 'du Pigeonnier', 'des Pinsons', 'de la Plaine', 'des Platanes', 'du Pont',
  'des Pommiers', 'du Pré', 'du Pressoir', 'des Primevères', 'du Puits', 'de la Ribambelle', 'de la Roche',
  'des Roitelets', 'de la Rotonde', 'de la Roseraie', 'du Ruban', 'du Ruisseau', 'de la Sapinière', 'des Saules',
  'de la Source', 'du Soleil', 'des Sorbes', 'du Square', 'du Télégraphe', 'de la Terrasse', 'du Théâtre',
  'des Tournesols', 'des Trois Ponts', 'du Tunnel', 'de la Vallée', 'de la Verrerie', 'du Viaduc', 'des Vignes',
  'du Vallon', 'de la Vigie', 'des Violettes', 'de la Voûte',
] as const;

// prettier-ignore
export const STREETS = [
  'rue des Écoles', 'rue de la Mairie', 'avenue de la Gare', 'rue du 8-Mai-1945', 'place du Marché', 'rue du Lavoir',
  'rue de la Fontaine', 'chemin des Vignes', 'rue du Stade', 'allée des Platanes', 'rue de la République',
  'rue du Onze-Novembre', 'montée du Château', 'rue des Mineurs', 'rue des Passementiers', 'boulevard du Parc',
  'rue du Moulin', 'impasse des Jardins', 'rue de la Verrerie', 'route du Pilat', 'rue des Forges', 'rue du Cimetière',
  'place de l’Église', 'rue des Rubaniers', 'chemin du Crêt', 'rue de la Liberté', 'rue Neuve', 'rue de l’Industrie',
] as const;

/** Bodies that hold teaching units for disabled children. */
export const MEDICO_SOCIAL_BODIES = [
  'Association Les Grands Chênes',
  'Association Le Fil et la Main',
  'Fondation du Val Clair',
  'Association Tremplin Jarez',
] as const;

export const DIOCESAN_DIRECTION = 'Direction diocésaine de l’enseignement catholique (démonstration)';

/** Small letters without accents, for addresses: « Émilie Lafarge-Rey » gives `emilie.lafarge-rey`. */
export function addressName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z-]+/g, '.');
}
