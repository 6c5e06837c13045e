import type { OrderRefusal } from '../orders/order-refusals.js';

/** Refusals that belong to no one domain. */
export type GeneralRefusal =
  | 'request.invalid'
  | 'request.unreadable'
  | 'request.too-large'
  | 'request.too-many'
  | 'request.media-type'
  | 'route.not-found'
  | 'route.method'
  | 'object.not-found'
  | 'role.may-not'
  | 'session.missing'
  | 'session.csrf'
  | 'session.wrong-credentials'
  | 'session.throttled'
  | 'session.not-demonstration'
  | 'assignment.not-yours'
  | 'account.link-unusable'
  | 'account.password-weak'
  | 'account.password-wrong'
  | 'account.email-taken'
  | 'account.last-administrator'
  | 'account.own-role'
  | 'account.scope-wrong'
  | 'account.not-teacher-here'
  | 'account.dates-outside'
  | 'account.code-weak'
  | 'account.already-holds'
  | 'account.assignment-ended'
  | 'account.inactive'
  | 'account.deputy-names-none'
  | 'account.head-in-place'
  | 'job.under-way'
  | 'version.missing'
  | 'version.stale'
  | 'idempotency.missing'
  | 'idempotency.other-body'
  | 'file.not-an-image'
  | 'file.too-large'
  | 'file.too-many'
  | 'server.busy'
  | 'server.failed';

export type BudgetRefusal =
  | 'budget.not-enough'
  | 'budget.envelope-missing'
  | 'budget.envelope-closed'
  | 'budget.same-envelope'
  | 'budget.already-opened'
  | 'allocation.fixed-above-vote'
  | 'allocation.nothing-to-share'
  | 'allocation.school-unknown'
  | 'allocation.preview-stale'
  | 'hold.already-resolved';

export type CatalogueRefusal =
  | 'catalogue.state'
  | 'catalogue.decision-incomplete'
  | 'catalogue.price-missing'
  | 'catalogue.reference-taken'
  | 'catalogue.price-dated'
  | 'catalogue.contract-unknown'
  | 'contract.number-taken'
  | 'contract.holder-unknown'
  | 'contract.holder-taken'
  | 'contract.period-outside-term'
  | 'contract.periods-overlap'
  | 'contract.maximum-below-counted';

export type AgreementRefusal =
  | 'convention.state'
  | 'convention.sites-missing'
  | 'convention.term-missing'
  | 'convention.party-wrong'
  | 'convention.site-wrong'
  | 'convention.deliberation-missing'
  | 'convention.votes-wrong'
  | 'convention.number-taken'
  | 'convention.successor-exists'
  | 'convention.reason-missing'
  | 'convention.promises-missing'
  | 'convention.already-signed'
  | 'convention.not-yet'
  | 'convention.site-dates-outside'
  | 'convention.evaluation-missing'
  | 'convention.successor-missing'
  | 'convention.successor-later';

export type DirectoryImportRefusal =
  | 'import.unreadable'
  | 'import.columns-missing'
  | 'import.state'
  | 'import.changed-since'
  | 'room.name-taken'
  | 'school.body-wrong'
  | 'school.body-name-taken';

export type Refusal =
  GeneralRefusal | OrderRefusal | BudgetRefusal | CatalogueRefusal | AgreementRefusal | DirectoryImportRefusal;

export interface RefusalWords {
  status: number;
  /** What, why, and what is possible now, for the person. `{missing}`, `{from}` and `{state}` are filled in. */
  sentence: string;
}

/** Code → HTTP status and French sentence; exhaustive by its type, so the compiler counts what is missing. */
// prettier-ignore
export const REFUSALS: Record<Refusal, RefusalWords> = {
  'request.invalid':            { status: 400, sentence: 'Certaines réponses sont à corriger. Rien n’a été enregistré.' },
  'request.unreadable':         { status: 400, sentence: 'La demande est illisible. Rien n’a été enregistré.' },
  'request.too-large':          { status: 413, sentence: 'La demande est trop volumineuse.' },
  'request.too-many':           { status: 429, sentence: 'Trop de demandes à la suite. Attendez une minute, puis recommencez.' },
  'request.media-type':         { status: 415, sentence: 'Ce format n’est pas accepté ici.' },
  'route.not-found':            { status: 404, sentence: 'Cette adresse n’existe pas.' },
  'route.method':               { status: 405, sentence: 'Cette adresse ne permet pas cette opération.' },
  'object.not-found':           { status: 404, sentence: 'Ceci n’existe pas, ou n’est pas dans votre périmètre.' },
  'role.may-not':               { status: 403, sentence: 'Votre rôle ne permet pas cette opération.' },
  'session.missing':            { status: 401, sentence: 'Votre session est terminée. Entrez de nouveau pour continuer.' },
  'session.csrf':               { status: 403, sentence: 'La demande ne vient pas de votre page. Rechargez-la, puis recommencez.' },
  'session.wrong-credentials':  { status: 401, sentence: 'L’adresse ou le mot de passe ne convient pas. Vérifiez-les, ou demandez un nouveau mot de passe.' },
  'session.throttled':          { status: 429, sentence: 'Trop d’essais depuis ce poste. Attendez quelques minutes, ou demandez un nouveau mot de passe.' },
  'session.not-demonstration':  { status: 404, sentence: 'L’entrée sans mot de passe n’existe que dans la démonstration.' },
  'assignment.not-yours':       { status: 404, sentence: 'Ce rôle n’est pas, ou n’est plus, l’un des vôtres.' },
  'account.link-unusable':      { status: 410, sentence: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.' },
  'account.password-weak':      { status: 422, sentence: 'Choisissez un mot de passe d’au moins 12 caractères, différent de votre adresse.' },
  'account.password-wrong':     { status: 422, sentence: 'Le mot de passe actuel ne convient pas.' },
  'account.email-taken':        { status: 409, sentence: 'Un compte existe déjà avec cette adresse.' },
  'account.last-administrator': { status: 409, sentence: 'C’est le dernier compte d’administration : il ne peut pas être désactivé.' },
  'account.own-role':           { status: 403, sentence: 'Personne ne se donne un rôle à soi-même. Demandez à un collègue.' },
  'account.scope-wrong':        { status: 422, sentence: 'Ce rôle demande un autre périmètre.' },
  'account.not-teacher-here':   { status: 422, sentence: 'Un adjoint est d’abord enseignant de cette école.' },
  'account.dates-outside':      { status: 422, sentence: 'Ces dates sortent de celles de la direction.' },
  'account.code-weak':          { status: 422, sentence: 'Choisissez un code de 6 à 12 chiffres, ni répétés ni à la suite.' },
  'account.already-holds':      { status: 409, sentence: 'Cette personne a déjà ce rôle ici à ces dates.' },
  'account.assignment-ended':   { status: 409, sentence: 'Ce rôle a déjà pris fin.' },
  'account.inactive':           { status: 409, sentence: 'Ce compte est désactivé. Réactivez-le d’abord.' },
  'account.deputy-names-none':  { status: 403, sentence: 'Un adjoint n’en désigne pas d’autre.' },
  'account.head-in-place':      { status: 409, sentence: 'Cette école a une direction : c’est elle qui désigne son adjoint.' },
  'job.under-way':              { status: 409, sentence: 'Ce traitement est déjà en cours.' },
  'version.missing':            { status: 428, sentence: 'La page n’a pas dit quelle version elle montre. Rechargez-la, puis recommencez.' },
  'version.stale':              { status: 412, sentence: 'Quelqu’un a modifié ceci entre-temps. Relisez, puis recommencez.' },
  'idempotency.missing':        { status: 400, sentence: 'La demande ne porte pas de clé de répétition.' },
  'idempotency.other-body':     { status: 422, sentence: 'Cette clé de répétition a déjà servi à une autre demande.' },
  'file.not-an-image':          { status: 415, sentence: 'Ce fichier n’est pas une photo lisible. Choisissez une image JPEG, PNG ou WebP.' },
  'file.too-large':             { status: 413, sentence: 'Cette photo est trop lourde : 10 Mo au plus.' },
  'file.too-many':              { status: 422, sentence: 'Cette commande a déjà 12 photos. Retirez-en une avant d’en ajouter.' },
  'server.busy':                { status: 503, sentence: 'Le service est très sollicité. Rien n’a été enregistré, recommencez dans un instant.' },
  'server.failed':              { status: 500, sentence: 'Quelque chose a échoué de notre côté. Rien n’a été enregistré, recommencez dans un instant.' },

  'order.role-may-not':                { status: 403, sentence: 'Votre rôle ne permet pas cette étape de la commande.' },
  'order.not-found':                   { status: 404, sentence: 'Cette commande n’existe pas, ou n’est pas dans votre périmètre.' },
  'order.state':                       { status: 409, sentence: 'La commande est « {state} » : cette étape n’est pas possible maintenant.' },
  'order.submitted-by-you':            { status: 403, sentence: 'Vous avez envoyé cette commande : une autre personne l’approuve.' },
  'order.carried-out-by-you':          { status: 403, sentence: 'Vous avez réalisé ces travaux : une autre personne en juge.' },
  'order.confirmed-by-default-by-you': { status: 403, sentence: 'Vous avez fait le constat par défaut : une autre personne certifie.' },
  'order.not-assignee':                { status: 403, sentence: 'Cette commande est confiée à quelqu’un d’autre.' },
  'order.no-delegation':               { status: 403, sentence: 'Il faut une délégation de la métropole pour certifier le service fait.' },
  'order.reason-missing':              { status: 422, sentence: 'Dites pourquoi : l’école et la métropole le liront dans le fil.' },
  'order.empty':                       { status: 422, sentence: 'La commande est vide. Ajoutez au moins une prestation.' },
  'order.school-not-eligible':         { status: 422, sentence: 'Une école hors contrat ne peut pas commander dans le plan.' },
  'order.school-closed-for-good':      { status: 422, sentence: 'Cette école est fermée : elle ne commande plus.' },
  'order.convention-missing':          { status: 422, sentence: 'Il manque une convention en vigueur qui couvre l’école. Le brouillon est gardé ; la métropole vous prévient à la signature.' },
  'order.cut-off-passed':              { status: 422, sentence: 'Les envois de l’année sont clos depuis le {from}. Le brouillon est gardé pour janvier.' },
  'order.item-not-orderable':          { status: 422, sentence: 'Une prestation n’est plus au catalogue. Retirez-la pour envoyer le reste.' },
  'order.quote-needed':                { status: 422, sentence: 'Une prestation est sur devis : elle ne peut pas encore être envoyée. Retirez-la pour envoyer le reste.' },
  'order.contract-ended':              { status: 422, sentence: 'Le marché n’est plus en cours : la commande ne peut pas lui être confiée.' },
  'order.contract-maximum':            { status: 422, sentence: 'Le maximum du marché serait dépassé de {missing} hors taxes. Réduisez les quantités ou attendez la prochaine période.' },
  'order.quantity-out-of-range':       { status: 422, sentence: 'Une quantité sort de ce qui est possible.' },
  'order.all-zero-is-rejection':       { status: 422, sentence: 'Tout mettre à zéro revient à refuser : utilisez « Refuser » et dites pourquoi.' },
  'order.assignee-missing':            { status: 422, sentence: 'Choisissez qui intervient et quand.' },
  'order.assignee-unknown':            { status: 422, sentence: 'Cette personne ne peut pas recevoir cette commande.' },
  'order.school-closed':               { status: 422, sentence: 'L’école n’est pas ouverte à ce moment. Choisissez une autre date.' },
  'order.slot-in-class':               { status: 422, sentence: 'L’école fait classe à ce moment. Choisissez une heure hors du temps de classe.' },
  'order.slot-unreadable':             { status: 422, sentence: 'Cette date ou cette heure n’est pas lisible.' },
  'order.prerequisites-open':          { status: 409, sentence: 'Un préalable n’est pas encore levé. Planifiez quand il le sera.' },
  'order.already-started':             { status: 409, sentence: 'Les travaux ont commencé : la commande ne s’annule plus.' },
  'order.too-early':                   { status: 409, sentence: 'L’école a encore le temps de répondre : le constat par défaut est possible à partir du {from}.' },
  'order.cost-not-of-lines':           { status: 422, sentence: 'Le coût ne correspond pas aux quantités déclarées.' },
  'order.cost-above-commitment':       { status: 422, sentence: 'Le coût dépasse l’engagement de {missing}. Engagez un complément avant de certifier.' },
  'order.cost-within-commitment':      { status: 409, sentence: 'Le coût tient dans l’engagement : aucun complément n’est nécessaire.' },
  'order.invoice-number-missing':      { status: 422, sentence: 'Indiquez le numéro de la facture.' },
  'order.not-closable':                { status: 409, sentence: 'La commande se ferme quand sa facture est connue.' },
  'order.line-unknown':                { status: 422, sentence: 'Une ligne ne fait pas partie de la commande.' },
  'order.room-unknown':                { status: 422, sentence: 'Une salle ne fait pas partie de l’école.' },
  'order.too-many-lines':              { status: 422, sentence: 'Une commande compte 40 lignes au plus.' },
  'order.code-wrong':                  { status: 403, sentence: 'Ce code ne convient pas. La direction peut aussi confirmer plus tard, de son poste.' },
  'order.code-locked':                 { status: 429, sentence: 'Trop d’essais. La direction peut confirmer plus tard, de son poste.' },

  'budget.not-enough':            { status: 422, sentence: 'Il manque {missing}. Retirez un poste ou demandez un virement.' },
  'budget.envelope-missing':      { status: 422, sentence: 'Le budget de cette année n’est pas encore ouvert pour l’école.' },
  'budget.envelope-closed':       { status: 409, sentence: 'Ce budget est clos : plus aucun mouvement n’y est possible.' },
  'budget.same-envelope':         { status: 422, sentence: 'Un virement va d’un budget à un autre.' },
  'budget.already-opened':        { status: 409, sentence: 'Les budgets de cette année sont déjà répartis.' },
  'allocation.fixed-above-vote':  { status: 422, sentence: 'Les montants fixés à la main dépassent la somme votée.' },
  'allocation.nothing-to-share':  { status: 422, sentence: 'La règle ne donne rien à aucune école : vérifiez ses montants.' },
  'allocation.school-unknown':    { status: 422, sentence: 'Une école fixée à la main n’existe pas.' },
  'allocation.preview-stale':     { status: 412, sentence: 'Des chiffres ont changé depuis l’aperçu. Regardez-le de nouveau avant d’appliquer.' },
  'hold.already-resolved':        { status: 409, sentence: 'Quelqu’un vient de décider de cette somme. Relisez la commande.' },

  'catalogue.state':               { status: 409, sentence: 'Cet article est « {state} » : cette étape n’est pas possible maintenant.' },
  'catalogue.decision-incomplete': { status: 422, sentence: 'Une décision dit l’instance, la date de séance, le numéro et, pour un refus, le motif.' },
  'catalogue.price-missing':       { status: 422, sentence: 'Donnez un prix avant de valider.' },
  'catalogue.reference-taken':     { status: 409, sentence: 'Cette référence est déjà prise.' },
  'catalogue.price-dated':         { status: 422, sentence: 'Un prix existe déjà à cette date, ou la date est passée.' },
  'catalogue.contract-unknown':    { status: 422, sentence: 'Ce marché n’existe pas.' },

  'contract.number-taken':          { status: 409, sentence: 'Ce numéro de marché est déjà pris.' },
  'contract.holder-unknown':        { status: 422, sentence: 'Ce titulaire n’existe pas.' },
  'contract.holder-taken':          { status: 409, sentence: 'Un titulaire porte déjà ce nom.' },
  'contract.period-outside-term':   { status: 422, sentence: 'Une période sort des dates du marché.' },
  'contract.periods-overlap':       { status: 422, sentence: 'Une autre période du marché couvre déjà ces dates.' },
  'contract.maximum-below-counted': { status: 422, sentence: 'Les commandes de la période dépasseraient ce maximum de {missing} hors taxes.' },

  'convention.state':                { status: 409, sentence: 'La convention est « {state} » : cette étape n’est pas possible maintenant.' },
  'convention.sites-missing':        { status: 422, sentence: 'Indiquez au moins une école couverte.' },
  'convention.term-missing':         { status: 422, sentence: 'Indiquez le début et le terme.' },
  'convention.party-wrong':          { status: 422, sentence: 'Cette convention demande un autre signataire.' },
  'convention.site-wrong':           { status: 422, sentence: 'Une école ne relève pas de ce signataire.' },
  'convention.deliberation-missing': { status: 422, sentence: 'Indiquez la délibération ou la décision qui approuve la convention.' },
  'convention.votes-wrong':          { status: 422, sentence: 'Il y a plus de votes que de présents et de pouvoirs.' },
  'convention.number-taken':         { status: 409, sentence: 'Ce numéro de convention est déjà pris.' },
  'convention.successor-exists':     { status: 409, sentence: 'Cette convention a déjà une suite.' },
  'convention.reason-missing':       { status: 422, sentence: 'Dites pourquoi : les signataires le liront.' },
  'convention.promises-missing':     { status: 422, sentence: 'Écrivez au moins un engagement de chaque partie.' },
  'convention.already-signed':       { status: 409, sentence: 'Cette partie a déjà signé.' },
  'convention.not-yet':              { status: 409, sentence: 'La date n’est pas encore venue.' },
  'convention.site-dates-outside':   { status: 422, sentence: 'Les dates d’une école sortent de celles de la convention.' },
  'convention.evaluation-missing':   { status: 422, sentence: 'Une convention se renouvelle après une évaluation adoptée et communiquée aux signataires.' },
  'convention.successor-missing':    { status: 422, sentence: 'La convention qui lui succède doit d’abord être signée.' },
  'convention.successor-later':      { status: 409, sentence: 'Renouvelez à partir du {from}, quand la suite entre en vigueur : jusque-là, les écoles restent couvertes par celle-ci.' },

  'import.unreadable':      { status: 422, sentence: 'Ce fichier n’est pas un fichier CSV lisible.' },
  'import.columns-missing': { status: 422, sentence: 'Il manque des colonnes à ce fichier.' },
  'import.state':           { status: 409, sentence: 'Cet import n’attend pas d’être appliqué : sa lecture n’est pas finie, a échoué, ou il l’a déjà été.' },
  'import.changed-since':   { status: 412, sentence: 'L’annuaire a changé depuis l’aperçu. Regardez-le de nouveau avant d’appliquer.' },
  'room.name-taken':        { status: 409, sentence: 'Une salle porte déjà ce nom.' },
  'school.body-wrong':      { status: 422, sentence: 'Cet organisme ne peut pas gérer cette école. Une école privée a un OGEC ou la direction diocésaine, une unité d’enseignement un organisme médico-social, une école publique n’en a pas.' },
  'school.body-name-taken': { status: 409, sentence: 'Un organisme porte déjà ce nom.' },
};
