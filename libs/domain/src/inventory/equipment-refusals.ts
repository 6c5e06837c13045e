import type { RefusalRegister } from '../refusals/register.js';

/** Every way a device or a stock place is refused. */
// prettier-ignore
export const EQUIPMENT_REFUSALS = {
  'equipment.state':              { status: 409, sentence: 'Cet appareil est « {state} » : cette étape n’est pas possible maintenant.' },
  'equipment.reason-missing':     { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'equipment.tag-taken':          { status: 409, sentence: 'Un autre appareil porte déjà cette étiquette.' },
  'equipment.serial-taken':       { status: 409, sentence: 'Un autre appareil porte déjà ce numéro de série.' },
  'equipment.model-unknown':      { status: 422, sentence: 'Choisissez un matériel validé du catalogue.' },
  'equipment.purchase-unknown':   { status: 422, sentence: 'Cette commande ou ce marché n’existe pas.' },
  'equipment.stock-missing':      { status: 422, sentence: 'Dites où il est rangé : un lieu de stock, ou une valise qui s’y trouve.' },
  'equipment.room-missing':       { status: 422, sentence: 'Dites où il est posé : une salle d’une école, ou une valise qui s’y trouve.' },
  'equipment.convention-missing': { status: 422, sentence: 'Aucune convention en vigueur ne couvre cette école : rien n’y est posé avant.' },
  'equipment.other-site':         { status: 422, sentence: 'Cette salle est dans une autre école. Retirez d’abord l’appareil en stock.' },
  'equipment.container-apart':    { status: 409, sentence: 'Cette valise n’est pas là où va l’appareil, ou pas dans le même état.' },
  'equipment.not-a-container':    { status: 422, sentence: 'Rien ne se range dans cet appareil, ou c’est une valise, qui ne se range pas dans une autre.' },
  'equipment.inside':             { status: 409, sentence: 'Cet appareil est dans une valise : c’est la valise qui change d’état, ou sortez-le d’abord.' },
  'equipment.training-awaited':   { status: 409, sentence: 'Ce modèle demande une formation que personne n’a encore suivie ici.' },
  'equipment.no-room':            { status: 409, sentence: 'Cet appareil n’avait pas de salle : rangez-le en stock.' },
  'equipment.loan-missing':       { status: 409, sentence: 'Aucun prêt de cet appareil n’a été remis.' },
  'equipment.on-loan':            { status: 409, sentence: 'Un prêt de cet appareil n’est pas fini.' },
  'equipment.ticket-missing':     { status: 409, sentence: 'Aucune panne n’est déclarée sur cet appareil.' },
  'equipment.ticket-open':        { status: 409, sentence: 'Une panne de cet appareil n’est pas close.' },
  'equipment.not-empty':          { status: 409, sentence: 'Il contient encore des appareils : sortez-les d’abord.' },
  'equipment.was-missing':        { status: 409, sentence: 'Il a été retiré perdu ou volé : il ne revient pas en stock ainsi.' },
  'equipment.not-wiped':          { status: 409, sentence: 'Ses données n’ont pas été effacées, ou l’effacement n’est pas enregistré.' },
  'equipment.destination-missing': { status: 422, sentence: 'Dites sa destination, avec la preuve.' },
  'equipment.complaint-missing':  { status: 422, sentence: 'Donnez le numéro de la plainte.' },
  'equipment.retirement-missing': { status: 422, sentence: 'Donnez le numéro de la décision.' },
  'equipment.stock-place-taken':  { status: 409, sentence: 'Un lieu de stock porte déjà ce nom.' },
  'equipment.labels-none':        { status: 422, sentence: 'Aucun appareil à étiqueter : choisissez au moins un appareil.' },
  'equipment.labels-too-many':            { status: 422, sentence: 'C’est trop d’étiquettes à la fois. Choisissez une salle, ou moins d’appareils.' },
} as const satisfies RefusalRegister;
