import type { EquipmentFamily, Symptom, TicketService } from '@parc/domain';

/** What schools may try before they report, as technicians have written it; how often it was shown and was enough. */
export interface RemedyText {
  readonly of: EquipmentFamily | TicketService | 'any';
  readonly symptom: Symptom;
  readonly title: string;
  readonly steps: readonly string[];
  readonly inside?: string;
  readonly shown: number;
  readonly helped: number;
  /** Left out: schools read it. */
  readonly stands?: 'not-yet' | 'no-longer';
}

// prettier-ignore
export const REMEDY_TEXTS: readonly RemedyText[] = [
  { of: 'projector', symptom: 'black-screen', title: 'L’image du vidéoprojecteur ne s’affiche pas', shown: 142, helped: 71,
    steps: ['Vérifiez que le voyant du projecteur est vert ou bleu : sinon, appuyez une fois sur Marche et attendez une minute.', 'Appuyez sur « Source » de la télécommande jusqu’à HDMI.', 'Sur l’ordinateur, appuyez sur Windows et P, puis choisissez « Dupliquer ».', 'Débranchez et rebranchez le câble HDMI aux deux bouts.'],
    inside: 'Si le voyant clignote rouge : lampe ou surchauffe, relever le code avant de venir.' },
  { of: 'projector', symptom: 'no-power', title: 'Le vidéoprojecteur ne s’allume plus', shown: 64, helped: 22,
    steps: ['Vérifiez l’interrupteur de la multiprise, souvent au-dessus du tableau.', 'Appuyez sur le bouton de l’appareil lui-même : la pile de la télécommande est peut-être vide.', 'S’il vient de s’éteindre seul, laissez-le refroidir vingt minutes.'],
    inside: 'Filtre encrassé dans deux cas sur trois : prévoir l’aspirateur.' },
  { of: 'projector', symptom: 'no-sound', title: 'Pas de son avec le vidéoprojecteur', shown: 38, helped: 19,
    steps: ['En bas à droite de l’écran, cliquez sur le haut-parleur et choisissez la sortie HDMI ou les enceintes.', 'Montez le volume de l’ordinateur, puis celui des enceintes.', 'Rebranchez la prise verte des enceintes.'] },
  { of: 'projector', symptom: 'other', title: 'L’image est floue ou de travers', shown: 45, helped: 31,
    steps: ['Tournez la bague autour de l’objectif jusqu’à ce que le texte soit net.', 'Essuyez l’objectif avec un chiffon sec et doux.', 'Appuyez sur « Keystone » ou « Trapèze » de la télécommande pour redresser l’image.'] },
  { of: 'interactive-display', symptom: 'no-touch', title: 'Le doigt ou le stylet tombe à côté', shown: 118, helped: 76,
    steps: ['Essuyez le cadre et les coins de l’écran : une gommette suffit à le tromper.', 'Éteignez l’écran une minute, puis rallumez-le.', 'Débranchez et rebranchez le câble USB entre l’écran et l’ordinateur.'],
    inside: 'Sinon recalibrer depuis le menu de service ; vérifier la version du micrologiciel.' },
  { of: 'interactive-display', symptom: 'black-screen', title: 'L’écran interactif reste noir', shown: 83, helped: 47,
    steps: ['Touchez l’écran : il est peut-être en veille.', 'Appuyez sur « Source » et choisissez l’ordinateur (HDMI 1) ou Android.', 'Coupez l’interrupteur situé sous l’écran, comptez jusqu’à trente, rallumez.'] },
  { of: 'interactive-display', symptom: 'no-sound', title: 'Pas de son sur l’écran interactif', shown: 29, helped: 15,
    steps: ['Montez le volume avec les boutons du cadre.', 'Sur l’ordinateur, choisissez la sortie son qui porte le nom de l’écran.', 'Rebranchez le câble HDMI : il porte aussi le son.'] },
  { of: 'interactive-display', symptom: 'slow', title: 'L’écran interactif est lent', shown: 21, helped: 9,
    steps: ['Fermez les applications ouvertes avec le bouton carré.', 'Redémarrez l’écran par le bouton Marche tenu cinq secondes.', 'Laissez-le allumé à la récréation : il finit ses mises à jour.'] },
  { of: 'tablet', symptom: 'no-charge', title: 'Une tablette ne charge plus dans la valise', shown: 96, helped: 58,
    steps: ['Vérifiez que la valise est branchée et son interrupteur allumé.', 'Changez la tablette de logement : si elle charge, c’est le câble.', 'Soufflez dans la prise de la tablette et regardez s’il y reste du papier.', 'Laissez-la une heure en charge avant de l’allumer.'],
    inside: 'Connecteur souvent encrassé : cure-dent en bois, jamais de métal.' },
  { of: 'tablet', symptom: 'no-power', title: 'La tablette ne s’allume plus', shown: 88, helped: 52,
    steps: ['Branchez-la une heure sur un chargeur qui marche.', 'Tenez le bouton Marche vingt secondes.', 'Recommencez en tenant aussi le bouton du volume bas.'] },
  { of: 'tablet', symptom: 'no-network', title: 'La tablette ne trouve pas le Wi-Fi', shown: 77, helped: 49,
    steps: ['Faites glisser le haut de l’écran et vérifiez que le mode avion est éteint.', 'Éteignez le Wi-Fi, comptez jusqu’à dix, rallumez-le.', 'Choisissez le réseau de l’école, pas celui du public.', 'Redémarrez la tablette.'],
    inside: 'Si plusieurs tablettes : certificat expiré, voir la console de gestion.' },
  { of: 'tablet', symptom: 'slow', title: 'La tablette est lente ou figée', shown: 51, helped: 33,
    steps: ['Fermez toutes les applications.', 'Tenez le bouton Marche dix secondes pour la redémarrer.', 'Supprimez les vidéos que la classe n’utilise plus.'] },
  { of: 'tablet', symptom: 'no-sound', title: 'Pas de son sur la tablette', shown: 34, helped: 27,
    steps: ['Montez le volume pendant qu’une vidéo joue.', 'Retirez l’étui : il couvre parfois le haut-parleur.', 'Débranchez le casque, ou éteignez le Bluetooth.'] },
  { of: 'tablet', symptom: 'no-touch', title: 'L’écran de la tablette ne répond plus au doigt', shown: 26, helped: 14,
    steps: ['Essuyez l’écran avec un chiffon sec.', 'Retirez la vitre de protection si elle se décolle.', 'Redémarrez la tablette.'] },
  { of: 'laptop', symptom: 'no-power', title: 'Le portable ne s’allume plus', shown: 104, helped: 55,
    steps: ['Branchez-le sur le secteur un quart d’heure.', 'Débranchez tout ce qui est en USB.', 'Tenez le bouton Marche vingt secondes, lâchez, appuyez de nouveau.'] },
  { of: 'laptop', symptom: 'slow', title: 'Le portable est très lent au démarrage', shown: 91, helped: 40,
    steps: ['Laissez-le branché et allumé pendant la récréation : il finit ses mises à jour.', 'Choisissez « Redémarrer », et non « Arrêter ».', 'Fermez les onglets dont vous n’avez plus besoin.'] },
  { of: 'laptop', symptom: 'no-network', title: 'Pas d’Internet sur un seul portable', shown: 72, helped: 44,
    steps: ['Regardez si l’avion est affiché en bas à droite : cliquez dessus pour l’éteindre.', 'Certains portables ont une touche Wi-Fi : appuyez une fois.', 'Oubliez le réseau de l’école, puis choisissez-le de nouveau.'] },
  { of: 'laptop', symptom: 'keyboard', title: 'Le clavier écrit d’autres lettres', shown: 48, helped: 41,
    steps: ['Tenez Windows et appuyez sur Espace jusqu’à « Français ».', 'Appuyez une fois sur Verr Num si des chiffres remplacent des lettres.', 'Vérifiez que la touche Majuscule n’est pas verrouillée.'] },
  { of: 'laptop', symptom: 'no-sound', title: 'Pas de son sur le portable', shown: 37, helped: 25,
    steps: ['Cliquez sur le haut-parleur en bas à droite, et montez le volume.', 'Débranchez le casque.', 'Choisissez « Haut-parleurs » comme sortie.'] },
  { of: 'laptop', symptom: 'no-charge', title: 'Le portable reste à 0 %', shown: 43, helped: 18,
    steps: ['Essayez une autre prise, sans multiprise.', 'Essayez le chargeur d’un portable du même modèle.', 'Vérifiez que la prise tient bien dans l’ordinateur.'] },
  { of: 'printer', symptom: 'other', title: 'L’imprimante n’imprime plus', shown: 69, helped: 38,
    steps: ['Regardez son écran : papier, encre ou capot.', 'Éteignez-la, comptez jusqu’à trente, rallumez-la.', 'Sur l’ordinateur, annulez les impressions en attente, puis relancez une seule page.'],
    inside: 'File bloquée : redémarrer le spouleur à distance avant de se déplacer.' },
  { of: 'printer', symptom: 'no-network', title: 'L’imprimante n’est plus trouvée', shown: 33, helped: 17,
    steps: ['Vérifiez que le câble réseau est bien enfoncé derrière l’imprimante.', 'Éteignez-la et rallumez-la, puis attendez deux minutes.', 'Redémarrez l’ordinateur.'] },
  { of: 'network-box', symptom: 'no-network', title: 'Le Wi-Fi ne marche plus dans une salle', shown: 58, helped: 24,
    steps: ['Regardez la borne au plafond ou au mur : sans voyant, elle n’a plus de courant.', 'Vérifiez que personne n’a débranché le boîtier.', 'Essayez dans la salle voisine et notez si cela y marche.'],
    inside: 'Vérifier le port du commutateur et l’alimentation par le câble.' },
  { of: 'any', symptom: 'keyboard', title: 'La souris ou le clavier sans fil ne répond plus', shown: 61, helped: 50,
    steps: ['Changez la pile.', 'Vérifiez que l’interrupteur sous la souris est sur ON.', 'Débranchez la petite clé USB et mettez-la dans une autre prise.'] },
  { of: 'any', symptom: 'slow', title: 'Tout est lent ce matin', shown: 40, helped: 13,
    steps: ['Demandez à une autre classe si c’est lent aussi.', 'Redémarrez l’appareil une fois.', 'Si c’est lent partout, signalez « Internet » plutôt que l’appareil.'] },
  { of: 'internet', symptom: 'outage', title: 'Plus d’Internet dans toute l’école', shown: 75, helped: 21,
    steps: ['Regardez la box : si un voyant est rouge ou éteint, débranchez-la une minute et rebranchez-la.', 'Attendez cinq minutes.', 'Essayez depuis un autre poste, de préférence branché par un câble.'],
    inside: 'Demander le numéro de ligne affiché sur la box avant d’appeler l’opérateur.' },
  { of: 'internet', symptom: 'intermittent', title: 'Internet coupe par moments', shown: 44, helped: 12,
    steps: ['Notez l’heure de deux coupures : elles aident à trouver la cause.', 'Éteignez les appareils que la classe n’utilise pas.', 'Rapprochez-vous de la borne.'] },
  { of: 'workspace', symptom: 'no-access', title: 'Impossible de se connecter à l’ENT', shown: 131, helped: 87,
    steps: ['Passez par le portail de l’académie, et non par un ancien favori.', 'Choisissez bien « Enseignant » ou « Élève ».', 'Vérifiez la touche Majuscule, puis cliquez sur « Mot de passe oublié ».', 'Pour un élève, la direction peut réimprimer son identifiant.'] },
  { of: 'workspace', symptom: 'intermittent', title: 'L’ENT affiche une page blanche', shown: 36, helped: 26,
    steps: ['Fermez l’onglet et ouvrez-en un autre.', 'Essayez avec un autre navigateur.', 'Videz les données de navigation de la dernière heure.'] },
  { of: 'smartphone', symptom: 'no-charge', title: 'Le téléphone de sortie ne charge plus', shown: 0, helped: 0, stands: 'not-yet',
    steps: ['Essayez le chargeur d’une tablette.', 'Nettoyez la prise avec un pinceau sec.'] },
  { of: 'projector', symptom: 'slow', title: 'Le projecteur met longtemps à s’allumer', shown: 0, helped: 0, stands: 'not-yet',
    steps: ['Attendez deux minutes : la lampe chauffe.', 'Évitez de l’éteindre aux récréations courtes.'] },
  { of: 'desktop', symptom: 'no-network', title: 'Changer l’adresse du poste', shown: 18, helped: 1, stands: 'no-longer',
    steps: ['Ouvrez les paramètres du réseau.', 'Passez l’adresse en automatique.'] },
];
