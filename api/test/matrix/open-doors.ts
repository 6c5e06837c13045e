/** Doors that whoever holds the permission passes, to every object there is: nobody is in their scope in part. */
export const OPEN_TO_ALL_OR_NONE: Readonly<Record<string, string>> = {
  'catalogue/contract.access.js': 'the plan manager reads every contract, and nobody else reads one',
  'directory/imports/import.access.js': 'the plan manager reads every import, and nobody else reads one',
  'inventory/deliveries/delivery.access.js': 'who receives reads every delivery, and nobody else reads one',
  'inventory/imports/fleet-import.access.js': 'the plan manager reads every list, and nobody else reads one',
  'problems/problem.access.js':
    'a cause is of no school: who repairs reads every problem, and a school joins one by its own place',
  'remedies/remedy.access.js':
    'a remedy is of no school: who repairs reads every one, and schools find what is published',
  'identity/account.access.js': 'who keeps accounts keeps all of them; whom they may grant what is another question',
};
