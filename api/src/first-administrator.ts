import { isEmail } from 'class-validator';
import { FirstAdministrator } from './identity/first-administrator.js';
import { Refused, refusalSentence } from './platform/http/refused.js';
import { LIMITS } from './platform/limits.js';
import { SettingsError, type Settings } from './platform/config/settings.js';
import { createApplication } from './server.js';

const LONGEST_NAME = 200;

/** `node main.js --first-administrator ADDRESS NAME`, for who runs the server. @throws SettingsError in one line */
export async function makeFirstAdministrator(settings: Settings, given: readonly string[]): Promise<string> {
  const [email = '', ...words] = given.map((word) => word.trim());
  const name = words.join(' ');
  if (!isEmail(email) || name === '' || name.length > LONGEST_NAME)
    throw new SettingsError('Donnez une adresse et un nom : prenom.nom@ville.fr "Prénom Nom"');
  // No job and no mail is begun by a process that ends in a moment.
  const application = await createApplication(Object.assign(settings, { JOBS: false, LOG_LEVEL: 'warn' }));
  try {
    const link = await application.get(FirstAdministrator).make(email, name);
    return [
      `Le compte d’administration de ${name} (${email}) attend son mot de passe.`,
      `Choisissez-le à cette adresse, qui sert une fois, pendant ${LIMITS.link.firstAdministratorHours} heures :`,
      link,
    ].join('\n');
  } catch (error) {
    throw error instanceof Refused ? new SettingsError(refusalSentence(error)) : error;
  } finally {
    await application.close();
  }
}
