import type { RefusalRegister } from './register.js';

/** Refusals that belong to no one domain. */
// prettier-ignore
export const GENERAL_REFUSALS = {
  'request.invalid':        { status: 400, sentence: 'Certaines réponses sont à corriger. Rien n’a été enregistré.' },
  'request.unreadable':     { status: 400, sentence: 'La demande est illisible. Rien n’a été enregistré.' },
  'request.slow':           { status: 408, sentence: 'La demande n’est pas arrivée à temps. Rien n’a été enregistré, recommencez.' },
  'request.condition':      { status: 412, sentence: 'Ce fichier n’est plus celui que vous avez. Rechargez la page.' },
  'request.address-too-long': { status: 414, sentence: 'Cette adresse est trop longue.' },
  'request.range':          { status: 416, sentence: 'Ce fichier n’a pas la partie demandée.' },
  'request.expectation':    { status: 417, sentence: 'La demande attend une réponse que le service ne donne pas.' },
  'request.headers-too-large': { status: 431, sentence: 'La demande porte trop d’en-têtes, ou une adresse trop longue.' },
  'request.too-large':      { status: 413, sentence: 'La demande est trop volumineuse.' },
  'request.too-many':       { status: 429, sentence: 'Trop de demandes à la suite. Attendez une minute, puis recommencez.' },
  'work.too-many':          { status: 429, sentence: 'Trop de demandes de ce genre arrivent en même temps. Rien n’a été enregistré, recommencez dans quelques secondes.' },
  'request.media-type':     { status: 415, sentence: 'Ce format n’est pas accepté ici.' },
  'route.not-found':        { status: 404, sentence: 'Cette adresse n’existe pas.' },
  'route.method':           { status: 405, sentence: 'Cette adresse ne permet pas cette opération.' },
  'object.not-found':       { status: 404, sentence: 'Ceci n’existe pas, ou n’est pas dans votre périmètre.' },
  'role.may-not':           { status: 403, sentence: 'Votre rôle ne permet pas cette opération.' },
  'job.under-way':          { status: 409, sentence: 'Ce traitement est déjà en cours.' },
  'version.missing':        { status: 428, sentence: 'La page n’a pas dit quelle version elle montre. Rechargez-la, puis recommencez.' },
  'version.stale':          { status: 412, sentence: 'Quelqu’un a modifié ceci entre-temps. Relisez, puis recommencez.' },
  'idempotency.missing':    { status: 400, sentence: 'La demande ne porte pas de clé de répétition.' },
  'idempotency.other-body': { status: 422, sentence: 'Cette clé de répétition a déjà servi à une autre demande.' },
  'file.not-an-image':      { status: 415, sentence: 'Ce fichier n’est pas une photo lisible. Choisissez une image JPEG, PNG ou WebP.' },
  'file.too-large':         { status: 413, sentence: 'Cette photo est trop lourde : 10 Mo au plus.' },
  'file.too-many-pixels':   { status: 413, sentence: 'Cette photo a trop de pixels. Réduisez-la ou enregistrez-la en JPEG, puis recommencez.' },
  'file.too-many':          { status: 422, sentence: 'Cette commande a déjà 12 photos. Retirez-en une avant d’en ajouter.' },
  'server.busy':            { status: 503, sentence: 'Le service est très sollicité. Rien n’a été enregistré, recommencez dans un instant.' },
  'server.failed':          { status: 500, sentence: 'Quelque chose a échoué de notre côté. Rien n’a été enregistré, recommencez dans un instant.' },
} as const satisfies RefusalRegister;
