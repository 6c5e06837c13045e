/**
 * Words of which guessed passwords are made, in French and English: those of published lists of the most frequent ones, of
 * this work, and of this place. Written for this project, plain letters only; `isPasswordCommon` knows their disguises.
 */
// prettier-ignore
const WORDS = new Set((
  // Said of a password, or typed along the keyboard.
  'password passwort passe mot de le la les mon ma mes motdepasse pass pwd mdp admin administrateur administrator root user utilisateur login test demo ' +
  'invite guest secret changeme letmein welcome bienvenue default azerty azertyuiop qsdfghjklm wxcvbn qwerty qwertyuiop asdfghjkl zxcvbnm ' +
  'azer aze qsdf qwe asd abc abcd abcdef abcdefgh alphabet aqwzsx qazwsx ' +
  // Said to somebody.
  'bonjour salut coucou merci hello iloveyou jetaime je taime tu amour love you baby aime jaime moi toi babe cheri cherie doudou loulou loulou bisous bisou coeur princesse ' +
  'princess prince roi reine maman papa famille enfant enfants bebe ange angel star sunshine sunny happy lucky freedom liberte egalite fraternite ' +
  // Liked.
  'soleil lune etoile fleur chocolat chocolate cookie caramel nutella vanille cerise fraise banane orange citron pomme music musique guitare piano ' +
  'football foot soccer rugby tennis basket judo velo moto voiture ferrari porsche mercedes peugeot renault ' +
  'chat chaton chien lapin tigre lion dragon monkey poisson oiseau papillon dauphin panda tortue cheval licorne ' +
  'batman superman spiderman pokemon pikachu naruto starwars mario zelda matrix minecraft fortnite harrypotter doremi internet computer ordinateur ' +
  'google facebook apple samsung microsoft windows whatever nothing trustno master killer shadow hunter ranger ninja ' +
  // Names.
  'nicolas julien thomas alexandre camille marine marie sophie julie laura pauline claire lucas hugo emma lea manon chloe sarah kevin anthony maxime ' +
  'romain antoine pierre paul jean louis michel philippe david daniel michael jordan charlie jessica ashley nathalie isabelle sandrine valerie ' +
  'stephane christophe laurent olivier sebastien caroline celine elodie aurelie charlotte mathilde mohamed martin bernard ' +
  // Places.
  'france francais paris lyon marseille toulouse bordeaux nantes lille rennes nice bretagne saint etienne stetienne stephanois sainte loire forez gier ondaine ' +
  'asse allez les verts om psg ol vert bleu rouge noir blanc jaune rose violet ' +
  // Days, months, seasons.
  'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
  'printemps ete automne hiver noel vacances rentree monday friday summer winter spring ' +
  // This work.
  'ecole maternelle elementaire primaire college lycee classe maitre maitresse directeur directrice direction enseignant enseignante professeur prof eleve eleves ' +
  'cantine recreation cahier parc numerique plan metropole mairie commune education nationale academie inspection tablette ordi informatique wifi tni ent ce cp cm'
).split(' '));

const LONGEST_WORD = Math.max(...[...WORDS].map((word) => word.length));

/** Signs that stand for a letter. */
const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '€': 'e',
  '!': 'i',
};

const ONE_DISGUISED = `[${Object.keys(DISGUISES).join('')}]`;

/** One or two disguised letters at the beginning of a word or within it: `m0t`, `pa$$e`, but not the year after it. */
const WITHIN_A_WORD = new RegExp(`(?<=^|\\p{L})${ONE_DISGUISED}{1,2}(?=\\p{L})`, 'gu');

/** So many words of the list or fewer are guessed in a moment; more of them are a sentence. */
const FEW_WORDS = 3;

/**
 * Is the password one of those that are tried first? It is when, numbers and signs left aside, or read as the letters they
 * stand for, nothing remains but three words of the list at most, however often they come again.
 */
export function isPasswordCommon(password: string): boolean {
  const plain = password.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('œ', 'oe');
  const readings = [plain, undisguised(plain), plain.replace(WITHIN_A_WORD, undisguised)];
  return readings.some((text) => isFewWords(text.replace(/[^\p{L}]/gu, '')));
}

function undisguised(text: string): string {
  return [...text].map((sign) => DISGUISES[sign] ?? sign).join('');
}

/** From each place that words lead to, with the words used so far: each pair of them once, however many ways lead there. */
function isFewWords(letters: string): boolean {
  const reached = Array.from({ length: letters.length + 1 }, () => new Map<string, readonly string[]>());
  reached[0]!.set('', []);
  for (let place = 0; place < letters.length; place++) {
    for (let end = place + 1; end <= Math.min(place + LONGEST_WORD, letters.length); end++) {
      const word = letters.slice(place, end);
      if (!WORDS.has(word)) continue;
      for (const used of reached[place]!.values()) {
        const words = used.includes(word) ? used : [...used, word].sort();
        if (words.length <= FEW_WORDS) reached[end]!.set(words.join(' '), words);
      }
    }
  }
  return reached[letters.length]!.size > 0;
}
