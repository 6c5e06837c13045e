import { agreements } from './agreements/agreements.domain';
import { budgets } from './budgets/budgets.domain';
import { catalogue } from './catalogue/catalogue.domain';
import { deposits } from './deposits/deposits.domain';
import { directory } from './directory/directory.domain';
import { home } from './home/home.domain';
import { identity } from './identity/identity.domain';
import { inventory } from './inventory/inventory.domain';
import { loans } from './loans/loans.domain';
import { mail } from './mail/mail.domain';
import { maintenance } from './maintenance/maintenance.domain';
import { nightly } from './nightly/nightly.domain';
import { orders } from './orders/orders.domain';
import { personalData } from './personal-data/personal-data.domain';
import { problems } from './problems/problems.domain';
import { remedies } from './remedies/remedies.domain';
import { round } from './round/round.domain';
import type { WebDomain } from './shell/domain';
import { steering } from './steering/steering.domain';
import { training } from './training/training.domain';
import { upkeep } from './upkeep/upkeep.domain';
import { warranty } from './warranty/warranty.domain';
import { usage } from './usage/usage.domain';
import { visits } from './visits/visits.domain';

/** Every domain of the web, one line each: its addresses, its rooms of the rail, its first pages and its cards on them. */
export const DOMAINS: readonly WebDomain[] = [
  home,
  // Its pages lie under steering's address: they are looked for first.
  usage,
  orders,
  budgets,
  catalogue,
  agreements,
  training,
  directory,
  inventory,
  round,
  maintenance,
  problems,
  remedies,
  loans,
  upkeep,
  warranty,
  visits,
  deposits,
  identity,
  nightly,
  mail,
  personalData,
  steering,
];
