import type { DraftErrors } from './role-draft';

/** What is wrong with a person's name and address, as they are typed. */
export function personErrors({ name, email }: { readonly name: string; readonly email: string }): DraftErrors {
  const errors: Record<string, string> = {};
  if (name.trim() === '') errors['name'] = 'Écrivez le nom de la personne.';
  if (email.trim() === '') errors['email'] = 'Écrivez son adresse électronique.';
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()))
    errors['email'] = 'Une adresse s’écrit comme prenom.nom@exemple.fr.';
  return errors;
}
